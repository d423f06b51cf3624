/* One step of mediation, with what was said; the words are sealed and read only by those who mediate. */
import { Radio } from 'antd';
import { useState } from 'react';
import { mediationStepSchema } from '@kuaizhao/db/domain/disputes/commands.ts';
import { useSay } from '../../../kit/say.tsx';
import { Field, FieldGroup } from '../../parts/form/field.tsx';
import { FormDialog } from '../../parts/form/form-dialog.tsx';
import { useCommandForm } from '../../parts/form/use-command-form.ts';
import { NoteBox, orAbsent } from '../../parts/form/written.tsx';

type Step = (typeof mediationStepSchema.options)[number];

export function MediationForm({ disputeId, onDone, onClose }: { readonly disputeId: string; readonly onDone: () => void; readonly onClose: () => void }) {
  const say = useSay();
  const form = useCommandForm();
  const [step, setStep] = useState<Step>();
  const [note, setNote] = useState('');
  const record = (): void => { void form.send({ type: 'recordMediation', disputeId, step, note: orAbsent(note) }, () => say('disputes.recorded')).then((done) => { if (done) onDone(); }); };
  return (
    <FormDialog title={say('disputes.mediate')} act={say('disputes.record')} form={form} ready={step !== undefined} onAct={record} onClose={onClose}>
      <FieldGroup needed label={say('disputes.step')} wrong={form.wrong('step')}>
        <Radio.Group className="reasons" value={step ?? null} onChange={(event) => { setStep(mediationStepSchema.parse(event.target.value)); }}>{mediationStepSchema.options.map((one, at) => <Radio key={one} value={one} autoFocus={at === 0}>{say(`step.${one}`)}</Radio>)}</Radio.Group>
      </FieldGroup>
      <Field label={say('desk.note')} wrong={form.wrong('note')}><NoteBox label={say('desk.note')} value={note} onChange={setNote} rows={3} /></Field>
    </FormDialog>
  );
}
