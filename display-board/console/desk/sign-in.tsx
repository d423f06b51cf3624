/* Who is at the desk: choose a name, then the PIN by keyboard or by touch. */
import { Button, Card } from 'antd';
import { useEffect, useState } from 'react';
import { idleLockMs } from '@kuaizhao/db/domain/staff/idle.ts';
import type { Desk } from '@kuaizhao/sync-agent/contract/console.ts';
import { signInReplySchema } from '@kuaizhao/sync-agent/contract/console.ts';
import { useSay } from '../../kit/say.tsx';
import { now, useNow } from '../../kit/use-now.ts';
import { afterSignIn } from '../session/console-memory.ts';
import { useSession } from '../session/desk-session.tsx';
import { PinPad } from './pin-pad.tsx';

/** A PIN check is slow on purpose. */
const signInMs = 10_000;

type Member = Desk['staff'][number];

export function SignIn({ desk, lastStaffId }: { readonly desk: Desk; readonly lastStaffId: string | undefined }) {
  const say = useSay();
  const [member, setMember] = useState<Member | undefined>(() => desk.staff.find((one) => one.staffId === lastStaffId));
  return (
    <main className="sign-in">
      <h1>{desk.hallName}</h1>
      {member === undefined ? <ChooseName desk={desk} onChoose={setMember} /> : <EnterPin member={member} onBack={() => { setMember(undefined); }} />}
      {desk.staff.length === 0 && <p>{say('console.noStaff')}</p>}
    </main>
  );
}

function ChooseName({ desk, onChoose }: { readonly desk: Desk; readonly onChoose: (member: Member) => void }) {
  const say = useSay();
  return (
    <>
      <h2>{say('console.whoAreYou')}</h2>
      <div className="names">
        {desk.staff.map((one, at) => (
          <Button key={one.staffId} size="large" autoFocus={at === 0} className="name" onClick={() => { onChoose(one); }}>
            <b>{one.staffName}</b><span>{say(`role.${one.role}`)}</span>
          </Button>
        ))}
      </div>
    </>
  );
}

/** `alone`: over a page that must not hear the keys. */
export function EnterPin({ member, onBack, alone = false }: { readonly member: Member; readonly onBack: () => void; readonly alone?: boolean }) {
  const say = useSay();
  const { memory, link } = useSession();
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [freeAt, setFreeAt] = useState(0);
  const { steady } = useNow();
  const waitSeconds = Math.ceil(Math.max(0, freeAt - steady) / 1_000);

  const submit = async (pin: string): Promise<void> => {
    setBusy(true);
    const reply = signInReplySchema.safeParse(await link.ask('signIn', { staffId: member.staffId, pin }, signInMs));
    setBusy(false);
    if (!reply.success) { setTrouble(say('console.noAnswer')); return; }
    if (!reply.data.ok) {
      setTrouble(say('console.pinWrong'));
      setFreeAt(now().steady + reply.data.waitMs);
      return;
    }
    const { staffName, role, mustSetPin = false, lockAfterMs = idleLockMs() } = reply.data;
    memory.setState(afterSignIn(memory.getState(), { staffId: member.staffId, staffName, role, mustSetPin, lockAfterMs }));
  };

  useEffect(() => {
    const leave = (event: KeyboardEvent): void => { if (event.key === 'Escape') onBack(); };
    window.addEventListener('keydown', leave);
    return () => { window.removeEventListener('keydown', leave); };
  }, [onBack]);

  return (
    <Card className="pin-card" title={<><b>{member.staffName}</b> <span>{say(`role.${member.role}`)}</span></>} extra={<Button type="text" onClick={onBack}>{say('console.back')} {!alone && <kbd>Esc</kbd>}</Button>}>
      <PinPad alone={alone} act={say(alone ? 'console.unlock' : 'console.signIn')} busy={busy} blocked={waitSeconds > 0} onSubmit={(pin) => { void submit(pin); }} onTyping={() => { setTrouble(undefined); }} />
      <p className="trouble" role="alert">{waitSeconds > 0 ? say('console.pinWait', { n: waitSeconds }) : trouble}</p>
      <p className="hint">{say('console.pinHint')}</p>
    </Card>
  );
}
