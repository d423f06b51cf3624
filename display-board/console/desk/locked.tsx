/* A console that nobody touches covers itself: the next person at it sees nobody's number or name. Whoever sat there goes on where it was. */
import { useEffect } from 'react';
import { inputEveryMs } from '@kuaizhao/db/domain/staff/idle.ts';
import { Cover } from '../../kit/lock/cover.tsx';
import { useSay } from '../../kit/say.tsx';
import { watchInput } from '../../kit/lock/watch-input.ts';
import { afterLocked, afterSignOut, type SignedIn } from '../session/console-memory.ts';
import { useMemory, useSession } from '../session/desk-session.tsx';
import { EnterPin } from './sign-in.tsx';

const signOutMs = 3_000;

/** Watches while somebody is signed in; the hall locks, too, and later. */
export function useIdleLock(): void {
  const { memory, link } = useSession();
  const { signedIn, locked } = useMemory();
  const idleMs = locked ? undefined : signedIn?.lockAfterMs;
  useEffect(() => (idleMs === undefined ? undefined : watchInput({
    idleMs, everyMs: inputEveryMs,
    onInput: () => { link.tell('input'); },
    onIdle: () => { memory.setState(afterLocked(memory.getState())); },
  })), [idleMs, link, memory]);
}

export function Locked({ signedIn }: { readonly signedIn: SignedIn }) {
  const say = useSay();
  const { memory, link } = useSession();
  const leave = (): void => { void link.ask('signOut', undefined, signOutMs).then(() => { memory.setState(afterSignOut(memory.getState(), true)); }); };
  return (
    <Cover label={say('console.locked')}>
      <div className="sign-in">
        <h1>{say('console.locked')}</h1>
        <h2>{say('console.lockedWhy')}</h2>
        <EnterPin alone member={signedIn} onBack={leave} />
      </div>
    </Cover>
  );
}
