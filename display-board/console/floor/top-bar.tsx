/* Whose hall, the true counts, who is signed in. */
import { Button } from 'antd';
import { useState } from 'react';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import { useSay } from '../../kit/say.tsx';
import { OwnPin } from '../desk/own-pin.tsx';
import { afterSignOut, type SignedIn } from '../session/console-memory.ts';
import { useSession } from '../session/desk-session.tsx';

const signOutMs = 3_000;
const shown = ['seekers', 'waiting', 'places', 'placesLeft', 'hires'] as const;

export function TopBar({ hallName, floor, signedIn }: { readonly hallName: string; readonly floor: FloorState; readonly signedIn: SignedIn }) {
  const say = useSay();
  const { memory, link } = useSession();
  const [changing, setChanging] = useState(false);
  const signOut = async (): Promise<void> => {
    await link.ask('signOut', undefined, signOutMs);
    memory.setState(afterSignOut(memory.getState(), true));
  };
  return (
    <header className="top-bar">
      <h1>{hallName}</h1>
      <dl>
        {shown.map((name) => <div key={name}><dt>{say(`counts.${name}`)}</dt><dd>{floor.counts[name].toLocaleString('en-US')}</dd></div>)}
      </dl>
      <time>{say('board.countedAt', { time: localTime(floor.countedAt) })}</time>
      <button type="button" className="who" title={say('console.changePin')} onClick={() => { setChanging(true); }}><b>{signedIn.staffName}</b> {say(`role.${signedIn.role}`)}</button>
      {changing && <OwnPin signedIn={signedIn} onClose={() => { setChanging(false); }} />}
      <Button ghost size="small" onClick={() => { void signOut(); }}>{say('console.signOut')}</Button>
    </header>
  );
}
