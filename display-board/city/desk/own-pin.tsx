/* The own PIN: before anything else where somebody else gave the present one; and later, when somebody may have seen it, with the present one first, because whoever stands at an open desk need not be its owner. */
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { pinDigitsMost, pinProblem } from '@kuaizhao/db/domain/staff/accounts/pin.ts';
import { citySignInReplySchema, type CityDesk } from '@kuaizhao/sync-agent/contract/city/desk.ts';
import { useSay } from '../../kit/say.tsx';
import { say as tell, troubleText, useSession } from './session.tsx';

type Member = CityDesk['staff'][number];
/** A PIN check is slow on purpose. */
const proveMs = 10_000;
const boxes = ['pinNow', 'newPin', 'newPinAgain'] as const;

interface FormProps { readonly member: Member; /** the present one is typed here, too */ readonly prove: boolean; readonly onDone: () => void; readonly back: { readonly text: string; readonly act: () => void } }

function PinForm({ member: { staffId }, prove, onDone, back }: FormProps) {
  const say = useSay();
  const { link } = useSession();
  const [pins, setPins] = useState<Partial<Record<(typeof boxes)[number], string>>>({});
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const { pinNow = '', newPin = '', newPinAgain = '' } = pins;
  const shown = boxes.filter((box) => prove || box !== 'pinNow');
  const proved = async (): Promise<string | undefined> => {
    if (!prove) return undefined;
    const reply = citySignInReplySchema.safeParse(await link.ask('signIn', { staffId, pin: pinNow }, proveMs));
    if (!reply.success) return say('cityDesk.noAnswer');
    return reply.data.ok ? undefined : reply.data.waitMs > 0 ? say('cityDesk.pinWait', { n: Math.ceil(reply.data.waitMs / 1_000) }) : say('cityDesk.pinNowWrong');
  };
  const trouble = async (): Promise<string | undefined> => {
    const problem = pinProblem(newPin, staffId);
    if (problem !== undefined) return say(`cityDesk.refusal.${problem}`);
    if (newPin !== newPinAgain) return say('cityDesk.pinsDiffer');
    const not = await proved();
    if (not !== undefined) return not;
    const told = await tell(link, 'setPin', { pin: newPin }, (value) => value ?? {});
    return told.kind === 'told' ? undefined : troubleText(say, told);
  };
  const send = async (): Promise<void> => {
    setBusy(true);
    const why = await trouble();
    setBusy(false);
    setWrong(why);
    if (why === undefined) onDone();
  };
  return (
    <form className="pin-form" onSubmit={(event) => { event.preventDefault(); void send(); }}>
      {shown.map((box, at) => <label key={box}>{say(`cityDesk.${box}`)}<Input.Password size="large" autoFocus={at === 0} autoComplete="off" inputMode="numeric" aria-label={say(`cityDesk.${box}`)} maxLength={box === 'pinNow' ? 64 : pinDigitsMost} value={pins[box] ?? ''} onChange={(event) => { setPins({ ...pins, [box]: event.target.value }); setWrong(undefined); }} /></label>)}
      <p className="soft">{say('cityDesk.pinRule')}</p>
      <p className="wrong" role="alert">{wrong}</p>
      <div><Button size="large" onClick={back.act}>{back.text}</Button><Button size="large" type="primary" htmlType="submit" loading={busy} disabled={shown.some((box) => (pins[box] ?? '') === '')}>{say('cityDesk.setPin')}</Button></div>
    </form>
  );
}

/** Nothing of the city is asked or shown before. */
export function FirstPin({ member, onLeave }: { readonly member: Member; readonly onLeave: () => void }) {
  const say = useSay();
  const { memory } = useSession();
  return (
    <main className="desk-sign-in">
      <h1>{say('cityDesk.ownPin', { name: member.name })}</h1>
      <h2>{say('cityDesk.ownPinWhy')}</h2>
      <PinForm member={member} prove={false} onDone={() => { memory.setState({ mustSetPin: false }); }} back={{ text: say('cityDesk.signOut'), act: onLeave }} />
    </main>
  );
}

export function ChangePin({ member, onClose }: { readonly member: Member; readonly onClose: () => void }) {
  const say = useSay();
  const { message } = App.useApp();
  const done = (): void => {
    void message.success(say('cityDesk.pinSet'));
    onClose();
  };
  return (
    <Modal open centered width={400} title={say('cityDesk.changePin')} onCancel={onClose} footer={null} mask={{ closable: false }}>
      <PinForm member={member} prove onDone={done} back={{ text: say('cityDesk.back'), act: onClose }} />
    </Modal>
  );
}
