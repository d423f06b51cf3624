/* F30 what was done for the person: which kind, on which day, and what there is to say. */
import { Radio } from 'antd';
import { useState } from 'react';
import { helpVisitKindSchema } from '@kuaizhao/db/domain/care/commands.ts';
import { useSay } from '../../../kit/say.tsx';
import { DayBox } from '../../parts/form/choices.tsx';
import { Field, FieldGroup } from '../../parts/form/field.tsx';
import { FormDialog } from '../../parts/form/form-dialog.tsx';
import { useCommandForm } from '../../parts/form/use-command-form.ts';
import { NoteBox, orAbsent } from '../../parts/form/written.tsx';
import { useToday } from '../../session/use-today.ts';

type Kind = (typeof helpVisitKindSchema.options)[number];

export function VisitForm({ caseId, onDone, onClose }: { readonly caseId: string; readonly onDone: () => void; readonly onClose: () => void }) {
  const say = useSay();
  const form = useCommandForm();
  const { day } = useToday();
  const [kind, setKind] = useState<Kind>();
  const [on, setOn] = useState(day);
  const [note, setNote] = useState('');
  const send = (): void => { void form.send({ type: 'recordHelpVisit', caseId, kind, on, note: orAbsent(note) }, () => say('help.recorded')).then((done) => { if (done) onDone(); }); };
  return (
    <FormDialog title={say('help.record')} act={say('disputes.record')} form={form} ready={kind !== undefined} onAct={send} onClose={onClose}>
      <FieldGroup needed label={say('help.kind')} wrong={form.wrong('kind')}><Radio.Group className="reasons" value={kind ?? null} onChange={(event) => { setKind(helpVisitKindSchema.parse(event.target.value)); }}>{helpVisitKindSchema.options.map((one, at) => <Radio key={one} value={one} autoFocus={at === 0}>{say(`visit.${one}`)}</Radio>)}</Radio.Group></FieldGroup>
      <Field needed label={say('help.on')} wrong={form.wrong('on')}><DayBox label={say('help.on')} value={on} onChange={setOn} /></Field>
      <Field label={say('desk.note')} wrong={form.wrong('note')} hint={say('help.noteHint')}><NoteBox label={say('desk.note')} value={note} onChange={setNote} rows={3} /></Field>
    </FormDialog>
  );
}
