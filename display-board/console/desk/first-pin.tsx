/* Whoever signed in by a PIN that somebody else gave sets another one first; nothing else of the hall is shown or heard before. */
import { Button, Card } from 'antd';
import { useState } from 'react';
import { pinProblem } from '@kuaizhao/db/domain/staff/accounts/pin.ts';
import { useSay } from '../../kit/say.tsx';
import { afterSignIn, afterSignOut, type SignedIn } from '../session/console-memory.ts';
import { useSession } from '../session/desk-session.tsx';
import { sendCommand } from '../session/send-command.ts';
import { PinPad } from './pin-pad.tsx';

export function FirstPin({ signedIn }: { readonly signedIn: SignedIn }) {
  const say = useSay();
  const { memory, link, newId } = useSession();
  // Typed once; the second time it must be the same.
  const [chosen, setChosen] = useState<string>();
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(false);
  const again = (why: string): void => { setChosen(undefined); setTrouble(why); };
  const send = async (pin: string): Promise<void> => {
    setBusy(true);
    const outcome = await sendCommand(link, { type: 'setOwnPin', pin }, newId);
    setBusy(false);
    if (outcome.kind === 'done') { memory.setState(afterSignIn(memory.getState(), { ...signedIn, mustSetPin: false })); return; }
    if (outcome.kind === 'refused' && outcome.refusal.code === 'notSignedIn') { memory.setState(afterSignOut(memory.getState(), false)); return; }
    again(outcome.kind === 'refused' ? say(`refusal.${outcome.refusal.code}`) : say('console.noAnswer'));
  };
  const typed = (pin: string): void => {
    const problem = pinProblem(pin, signedIn.staffId);
    if (problem !== undefined) { again(say(`refusal.${problem}`)); return; }
    if (chosen === undefined) { setChosen(pin); return; }
    if (chosen === pin) void send(pin);
    else again(say('console.pinsDiffer'));
  };
  const leave = (): void => { void link.ask('signOut', undefined, 3_000).then(() => { memory.setState(afterSignOut(memory.getState(), true)); }); };
  return (
    <main className="sign-in">
      <h1>{say('console.ownPin', { name: signedIn.staffName })}</h1>
      <h2>{say('console.ownPinWhy')}</h2>
      <Card className="pin-card" title={<b>{say(chosen === undefined ? 'console.newPin' : 'console.newPinAgain')}</b>} extra={<Button type="text" onClick={leave}>{say('console.signOut')}</Button>}>
        <PinPad key={chosen === undefined ? 'first' : 'again'} act={say(chosen === undefined ? 'console.next' : 'console.setPin')} busy={busy} blocked={false} onSubmit={typed} onTyping={() => { setTrouble(undefined); }} />
        <p className="trouble" role="alert">{trouble}</p>
        <p className="hint">{say('console.pinRule')}</p>
      </Card>
    </main>
  );
}
