/* The second person in charge at this console: who, and the PIN, typed by that person for this one act. */
import { Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { mayVouch } from '@kuaizhao/sync-agent/contract/may/grant.ts';
import { signInReplySchema } from '@kuaizhao/sync-agent/contract/console.ts';
import { useSay } from '../../../kit/say.tsx';
import { useMemory, useSession } from '../../session/desk-session.tsx';
import { Field } from '../form/field.tsx';
import './second.css';

/** A PIN check is slow on purpose. */
const proveMs = 10_000;
const secondMs = 1_000;

export interface Second {
  /** their id, once chosen */
  readonly who: string | undefined;
  readonly fields: ReactNode;
  /** both are filled in */
  readonly ready: boolean;
  readonly busy: boolean;
  /** Asks the hall whether this person stands here; what is wrong is said at the field. The PIN is gone after each try. */
  readonly prove: () => Promise<boolean>;
}

export function useSecond(): Second {
  const say = useSay();
  const { link } = useSession();
  const { desk, signedIn } = useMemory();
  const [who, setWho] = useState<string>();
  const [pin, setPin] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);
  const others = (desk?.staff ?? []).filter((one) => mayVouch(one.role) && one.staffId !== signedIn?.staffId);
  const prove = async (): Promise<boolean> => {
    setBusy(true);
    setWrong(undefined);
    const given = signInReplySchema.safeParse(await link.ask('vouch', { staffId: who, pin }, proveMs)).data;
    setBusy(false);
    setPin('');
    if (given?.ok !== true) setWrong(given === undefined ? say('console.noAnswer') : given.waitMs > 0 ? say('console.pinWait', { n: Math.ceil(given.waitMs / secondMs) }) : say('console.pinWrong'));
    return given?.ok === true;
  };
  const fields = (
    <div className="stands-by">
      <Field needed label={say('records.second')}><Select aria-label={say('records.second')} value={who ?? null} onChange={(value: string) => { setWho(value); }} placeholder={say('console.whoAreYou')} notFoundContent={say('records.noSecond')} options={others.map((one) => ({ value: one.staffId, label: `${one.staffName} · ${say(`role.${one.role}`)}` }))} /></Field>
      <Field needed label={say('records.secondPin')} wrong={wrong}><Input.Password aria-label={say('records.secondPin')} autoComplete="one-time-code" inputMode="numeric" maxLength={12} visibilityToggle={false} value={pin} onChange={(event) => { setPin(event.target.value.replaceAll(/\D/g, '')); setWrong(undefined); }} /></Field>
    </div>
  );
  return { who, fields, ready: who !== undefined && /^\d{4,12}$/.test(pin), busy, prove };
}
