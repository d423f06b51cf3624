/* §4 what was told or typed wrongly is put right; only what is filled in changes, and what a card said only a card can change. */
import { Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { ageBandSchema, type AgeBand } from '@kuaizhao/db/domain/people/commands.ts';
import { useSay } from '../../../kit/say.tsx';
import { DayBox } from '../../parts/form/choices.tsx';
import { Field, FieldGroup } from '../../parts/form/field.tsx';
import { FormDialog } from '../../parts/form/form-dialog.tsx';
import { useCommandForm } from '../../parts/form/use-command-form.ts';
import { orAbsent } from '../../parts/form/written.tsx';
import { plainNumber } from '../../parts/form/typed.ts';
import type { PersonFormProps } from './person-form-props.ts';
import { useReceipt } from '../receipts/receipt-given.tsx';

const reasons = ['personAsked', 'documentSeen', 'typingMistake'] as const;

export function CorrectForm({ worker, onClose, onDone }: PersonFormProps) {
  const say = useSay();
  const form = useCommandForm();
  const receipt = useReceipt(form, onDone);
  const [reason, setReason] = useState<(typeof reasons)[number]>('personAsked');
  const [name, setName] = useState('');
  const [number, setNumber] = useState('');
  const [sex, setSex] = useState<'male' | 'female'>();
  const [birth, setBirth] = useState('');
  const [band, setBand] = useState<AgeBand>();
  const born = birth !== '' ? { known: 'day', birth: birth.replaceAll('-', '') } : band === undefined ? undefined : { known: 'band', band };
  const correct = (): void => {
    receipt.send({ type: 'correctWorker', workerId: worker.workerId, reason, name: orAbsent(name), sex, born, number: number.trim() === '' ? undefined : plainNumber(number) }, say('person.done.correct'));
  };
  if (receipt.dialog !== undefined) return receipt.dialog;
  return (
    <FormDialog title={say('person.correctTitle', { who: worker.shortName })} act={say('person.do.correct')} form={form} onAct={correct} onClose={onClose}>
      <p className="hint">{say('person.correctHint')}</p>
      <FieldGroup needed label={say('desk.why')}><Radio.Group value={reason} onChange={(event) => { setReason(reasons.find((one) => one === event.target.value) ?? 'personAsked'); }} options={reasons.map((one) => ({ value: one, label: say(`correctWhy.${one}`) }))} /></FieldGroup>
      <Field label={say('worker.name')} wrong={form.wrong('name')}><Input value={name} onChange={(event) => { setName(event.target.value); }} /></Field>
      <Field label={say('worker.number')} wrong={form.wrong('number')}><Input value={number} maxLength={24} onChange={(event) => { setNumber(event.target.value); }} /></Field>
      <FieldGroup label={say('worker.sex')} wrong={form.wrong('sex')}><Radio.Group value={sex ?? null} onChange={(event) => { setSex(event.target.value === 'male' ? 'male' : 'female'); }} options={(['male', 'female'] as const).map((one) => ({ value: one, label: say(`sex.${one}`) }))} /></FieldGroup>
      <FieldGroup label={say('worker.born')} wrong={form.wrong('born', 'born.birth')}>
        <div className="two">
          <DayBox label={say('worker.born')} value={birth} onChange={setBirth} />
          <Select allowClear aria-label={say('worker.band')} placeholder={say('worker.band')} disabled={birth !== ''} value={band ?? null} onChange={(next) => { setBand(next ?? undefined); }} options={ageBandSchema.options.map((one) => ({ value: one, label: say(`band.${one}`) }))} />
        </div>
      </FieldGroup>
    </FormDialog>
  );
}
