/* Another own PIN, when somebody may have seen it: the present one first, because whoever stands at an open console need not be its owner. */
import { App, Input } from 'antd';
import { useState } from 'react';
import { pinDigitsMost, pinProblem } from '@kuaizhao/db/domain/staff/accounts/pin.ts';
import { signInReplySchema } from '@kuaizhao/sync-agent/contract/console.ts';
import { useSay } from '../../kit/say.tsx';
import { Field } from '../parts/form/field.tsx';
import { FormDialog } from '../parts/form/form-dialog.tsx';
import type { SignedIn } from '../session/console-memory.ts';
import { useSession } from '../session/desk-session.tsx';
import { sendCommand } from '../session/send-command.ts';

const proveMs = 10_000;

export function OwnPin({ signedIn, onClose }: { readonly signedIn: SignedIn; readonly onClose: () => void }) {
  const say = useSay();
  const { link, newId } = useSession();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [[now, next, again], setPins] = useState<readonly [string, string, string]>(['', '', '']);
  const [wrong, setWrong] = useState<readonly ['now' | 'next' | 'again', string]>();
  const tell = (at: 'now' | 'next' | 'again', text: string): void => { setBusy(false); setWrong([at, text]); };
  const send = async (): Promise<void> => {
    const problem = pinProblem(next, signedIn.staffId);
    if (problem !== undefined) { tell('next', say(`refusal.${problem}`)); return; }
    if (next !== again) { tell('again', say('console.pinsDiffer')); return; }
    setBusy(true);
    setWrong(undefined);
    const proved = signInReplySchema.safeParse(await link.ask('signIn', { staffId: signedIn.staffId, pin: now }, proveMs));
    if (!proved.success) { tell('now', say('console.noAnswer')); return; }
    if (!proved.data.ok) { tell('now', proved.data.waitMs > 0 ? say('console.pinWait', { n: Math.ceil(proved.data.waitMs / 1_000) }) : say('console.pinWrong')); return; }
    const outcome = await sendCommand(link, { type: 'setOwnPin', pin: next }, newId);
    if (outcome.kind !== 'done') { tell('next', outcome.kind === 'refused' ? say(`refusal.${outcome.refusal.code}`) : say('console.noAnswer')); return; }
    void message.success(say('console.pinSet'));
    onClose();
  };
  const box = (at: 0 | 1 | 2, name: 'now' | 'next' | 'again', label: string, hint?: string) => (
    <Field label={label} hint={hint} wrong={wrong?.[0] === name ? wrong[1] : undefined}>
      <Input.Password autoFocus={at === 0} aria-label={label} inputMode="numeric" autoComplete="off" maxLength={pinDigitsMost} value={[now, next, again][at] ?? ''} onChange={(event) => { const digits = event.target.value.replaceAll(/\D/g, ''); setPins(([first, second, third]) => [at === 0 ? digits : first, at === 1 ? digits : second, at === 2 ? digits : third]); }} />
    </Field>
  );
  return (
    <FormDialog width={420} title={say('console.changePin')} act={say('console.setPin')} form={{ busy }} ready={[now, next, again].every((one) => one !== '')} onAct={() => { void send(); }} onClose={onClose}>
      {box(0, 'now', say('console.pinNow'))}
      {box(1, 'next', say('console.newPin'), say('console.pinRule'))}
      {box(2, 'again', say('console.newPinAgain'))}
    </FormDialog>
  );
}
