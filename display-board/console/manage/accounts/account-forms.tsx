/* The forms of the accounts: a new person, another role, another PIN. A PIN that is given out here is good for one sign-in. */
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { pinDigitsLeast, pinProblem } from '@kuaizhao/db/domain/staff/accounts/pin.ts';
import { staffRoles, type StaffRole } from '@kuaizhao/db/domain/staff/role.ts';
import type { Account } from '@kuaizhao/sync-agent/contract/queries/hall/accounts.ts';
import { useSay } from '../../../kit/say.tsx';
import { Field } from '../../parts/form/field.tsx';
import { FormDialog } from '../../parts/form/form-dialog.tsx';
import { useCommandForm } from '../../parts/form/use-command-form.ts';

interface Props { readonly onDone: () => void; readonly onClose: () => void }
interface About extends Props { readonly account: Account }

/** Six digits by chance that nobody would guess. */
function chancePin(staffId: string): string {
  for (;;) {
    const pin = String((crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % 10 ** pinDigitsLeast).padStart(pinDigitsLeast, '0');
    if (pinProblem(pin, staffId) === undefined) return pin;
  }
}

function RoleSelect({ value, onChange }: { readonly value: StaffRole; readonly onChange: (role: StaffRole) => void }) {
  const say = useSay();
  return <Select<StaffRole> aria-label={say('manage.role')} value={value} onChange={onChange} options={staffRoles.map((role) => ({ value: role, label: say(`role.${role}`) }))} />;
}

function FirstPin({ pin, wrong, onAgain }: { readonly pin: string; readonly wrong: string | undefined; readonly onAgain: () => void }) {
  const say = useSay();
  return <Field label={say('manage.oneTimePin')} wrong={wrong} hint={say('manage.oneTimeHint')}><span className="one-time"><b className="mono">{pin}</b><Button size="small" onClick={onAgain}>{say('manage.otherPin')}</Button></span></Field>;
}

export function OpenForm({ onDone, onClose }: Props) {
  const say = useSay();
  const form = useCommandForm();
  const [staffId, setStaffId] = useState('');
  const [name, setName] = useState('');
  const [role, setRole] = useState<StaffRole>('clerk');
  const [pin, setPin] = useState(() => chancePin(''));
  const open = (): void => { void form.send({ type: 'openAccount', staffId: staffId.trim(), name, role, pin }, () => say('manage.opened', { name: name.trim(), pin })).then((done) => { if (done) onDone(); }); };
  return (
    <FormDialog width={520} title={say('manage.openAccount')} act={say('manage.openAccount')} form={form} ready={staffId.trim() !== '' && name.trim() !== ''} onAct={open} onClose={onClose}>
      <Field needed label={say('manage.name')} wrong={form.wrong('name')}><Input autoFocus aria-label={say('manage.name')} maxLength={20} value={name} onChange={(event) => { setName(event.target.value); }} /></Field>
      <Field needed label={say('manage.id')} wrong={form.wrong('staffId')} hint={say('manage.idHint')}><Input aria-label={say('manage.id')} maxLength={64} className="mono" value={staffId} onChange={(event) => { setStaffId(event.target.value); }} /></Field>
      <Field label={say('manage.role')} wrong={form.wrong('role')} hint={say(`manage.may.${role}`)}><RoleSelect value={role} onChange={setRole} /></Field>
      <FirstPin pin={pin} wrong={form.wrong('pin')} onAgain={() => { setPin(chancePin(staffId.trim())); }} />
    </FormDialog>
  );
}

export function RoleForm({ account, onDone, onClose }: About) {
  const say = useSay();
  const form = useCommandForm();
  const [role, setRole] = useState(account.role);
  const name = account.name ?? account.staffId;
  const send = (): void => { void form.send({ type: 'setAccountRole', staffId: account.staffId, role }, () => say('manage.roleSet', { name, role: say(`role.${role}`) })).then((done) => { if (done) onDone(); }); };
  return (
    <FormDialog width={480} title={say('manage.roleOf', { name })} act={say('manage.changeRole')} form={form} ready={role !== account.role} onAct={send} onClose={onClose}>
      <Field label={say('manage.role')} wrong={form.wrong('role', 'staffId')} hint={say(`manage.may.${role}`)}><RoleSelect value={role} onChange={setRole} /></Field>
      <p className="after">{say('manage.signsOut')}</p>
    </FormDialog>
  );
}

export function PinForm({ account, onDone, onClose }: About) {
  const say = useSay();
  const form = useCommandForm();
  const [pin, setPin] = useState(() => chancePin(account.staffId));
  const name = account.name ?? account.staffId;
  const send = (): void => { void form.send({ type: 'setAccountPin', staffId: account.staffId, pin }, () => say('manage.pinGiven', { name, pin })).then((done) => { if (done) onDone(); }); };
  return (
    <FormDialog width={480} title={say('manage.pinOf', { name })} act={say('manage.newPin')} form={form} onAct={send} onClose={onClose}>
      <FirstPin pin={pin} wrong={form.wrong('pin', 'staffId')} onAgain={() => { setPin(chancePin(account.staffId)); }} />
      <p className="after">{say('manage.signsOut')}</p>
    </FormDialog>
  );
}
