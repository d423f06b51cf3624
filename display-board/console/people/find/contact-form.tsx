/* How to reach somebody: a phone, and a district at the nearest; either may be taken away. */
import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useSay } from '../../../kit/say.tsx';
import { Field } from '../../parts/form/field.tsx';
import { FormDialog } from '../../parts/form/form-dialog.tsx';
import { useCommandForm } from '../../parts/form/use-command-form.ts';
import { plainNumber } from '../../parts/form/typed.ts';
import type { PersonFormProps } from './person-form-props.ts';
import { useReceipt } from '../receipts/receipt-given.tsx';

export function ContactForm({ worker, onClose, onDone }: PersonFormProps) {
  const say = useSay();
  const form = useCommandForm();
  const receipt = useReceipt(form, onDone);
  const [phone, setPhone] = useState('');
  const [noPhone, setNoPhone] = useState(false);
  const [district, setDistrict] = useState('');
  const [noDistrict, setNoDistrict] = useState(false);
  const valueOf = (typed: string, none: boolean): string | null | undefined => (none ? null : typed.trim() === '' ? undefined : plainNumber(typed));
  const change = (): void => {
    receipt.send({ type: 'changeContact', who: { by: 'worker', workerId: worker.workerId }, phone: valueOf(phone, noPhone), district: valueOf(district, noDistrict) }, say('person.done.contact'));
  };
  const something = noPhone || noDistrict || phone.trim() !== '' || district.trim() !== '';
  if (receipt.dialog !== undefined) return receipt.dialog;
  return (
    <FormDialog title={say('person.contactTitle', { who: worker.shortName })} act={say('person.do.contact')} form={form} ready={something} onAct={change} onClose={onClose}>
      <Field label={say('worker.phone')} wrong={form.wrong('phone')}><Input value={phone} maxLength={20} inputMode="tel" disabled={noPhone} onChange={(event) => { setPhone(event.target.value); }} /></Field>
      <Checkbox checked={noPhone} onChange={(event) => { setNoPhone(event.target.checked); }}>{say('person.noPhone')}</Checkbox>
      <Field label={say('person.district')} wrong={form.wrong('district')} hint={say('person.districtHint')}><Input value={district} maxLength={6} inputMode="numeric" placeholder="370102" disabled={noDistrict} onChange={(event) => { setDistrict(event.target.value); }} /></Field>
      <Checkbox checked={noDistrict} onChange={(event) => { setNoDistrict(event.target.checked); }}>{say('person.noDistrict')}</Checkbox>
    </FormDialog>
  );
}
