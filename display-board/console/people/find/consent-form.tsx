/* §4 consent purpose by purpose, given or taken back at the person's word; the wording read out is kept by its version. */
import { Radio } from 'antd';
import { useState } from 'react';
import { purposeSchema, type Purpose } from '@kuaizhao/db/domain/people/commands.ts';
import { consentTextVersion } from '@kuaizhao/db/domain/people/data/wordings.ts';
import { useSay } from '../../../kit/say.tsx';
import { FieldGroup } from '../../parts/form/field.tsx';
import { FormDialog } from '../../parts/form/form-dialog.tsx';
import { useCommandForm } from '../../parts/form/use-command-form.ts';
import type { PersonFormProps } from './person-form-props.ts';
import { useReceipt } from '../receipts/receipt-given.tsx';

export function ConsentForm({ worker, onClose, onDone }: PersonFormProps) {
  const say = useSay();
  const form = useCommandForm();
  const receipt = useReceipt(form, onDone);
  const [way, setWay] = useState<'give' | 'withdraw'>('give');
  const [purpose, setPurpose] = useState<Purpose>('phoneToEmployer');
  const who = { by: 'worker', workerId: worker.workerId };
  const send = (): void => {
    const draft = way === 'give' ? { type: 'giveConsent' as const, who, consent: { textVersion: consentTextVersion, purposes: [purpose] } } : { type: 'withdrawConsent' as const, who, purposes: [purpose] };
    receipt.send(draft, say(`person.done.${way}`));
  };
  if (receipt.dialog !== undefined) return receipt.dialog;
  return (
    <FormDialog title={say('person.consentTitle', { who: worker.shortName })} act={say(`consent.${way}`)} form={form} onAct={send} onClose={onClose}>
      <Radio.Group optionType="button" value={way} onChange={(event) => { setWay(event.target.value === 'withdraw' ? 'withdraw' : 'give'); }} options={(['give', 'withdraw'] as const).map((one) => ({ value: one, label: say(`consent.${one}`) }))} />
      <FieldGroup needed label={say('consent.purpose')} wrong={form.wrong('purposes', 'consent', 'who')}>
        <Radio.Group className="reasons" value={purpose} onChange={(event) => { setPurpose(purposeSchema.parse(event.target.value)); }}>
          {purposeSchema.options.map((one, at) => <Radio key={one} value={one} autoFocus={at === 0}>{say(`purpose.${one}`)}</Radio>)}
        </Radio.Group>
      </FieldGroup>
      <p className="read-out">{say(way === 'give' ? `consentText.${purpose}` : 'consent.withdrawHint')}</p>
    </FormDialog>
  );
}
