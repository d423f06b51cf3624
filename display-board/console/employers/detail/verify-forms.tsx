/* F10 the desk looks at papers: the checklist of this kind, ticked one by one with the papers in hand; verified until a day, or turned down with what is missing. */
import { Checkbox } from 'antd';
import { useState } from 'react';
import { requiredDocuments, type DocumentKind } from '@kuaizhao/db/domain/employers/documents.ts';
import type { EmployerDetail } from '@kuaizhao/sync-agent/contract/queries/employers.ts';
import { useSay } from '../../../kit/say.tsx';
import { DayBox } from '../../parts/form/choices.tsx';
import { Field, FieldGroup } from '../../parts/form/field.tsx';
import { FormDialog } from '../../parts/form/form-dialog.tsx';
import { useCommandForm } from '../../parts/form/use-command-form.ts';
import { NoteBox, orAbsent } from '../../parts/form/written.tsx';
import type { DecideProps } from './sheet-props.ts';

function Checklist({ employer, value, onChange }: { readonly employer: EmployerDetail; readonly value: readonly DocumentKind[]; readonly onChange: (next: DocumentKind[]) => void }) {
  const say = useSay();
  return <Checkbox.Group<DocumentKind> className="checklist" value={[...value]} onChange={onChange} options={requiredDocuments[employer.kind].map((one) => ({ value: one, label: say(`paperKind.${one}`) }))} />;
}

export function VerifyForm({ employer, onDone, onClose }: DecideProps) {
  const say = useSay();
  const form = useCommandForm();
  const [documents, setDocuments] = useState<readonly DocumentKind[]>([]);
  const [until, setUntil] = useState('');
  const needed = requiredDocuments[employer.kind];
  const missing = needed.map((one) => form.wrong(`documents.${one}`)).find((one) => one !== undefined);
  const verify = (): void => {
    void form.send({ type: 'verifyEmployer', employerId: employer.employerId, documents: [...documents], until: orAbsent(until) }, () => say('employers.done.verify')).then((done) => { if (done) onDone(); });
  };
  return (
    <FormDialog width={520} title={say('employers.verifyTitle', { name: employer.name })} act={say('employers.do.verify')} form={form} ready={documents.length === needed.length} onAct={verify} onClose={onClose}>
      <FieldGroup needed label={say('employers.checklist')} wrong={missing ?? form.wrong('documents')}><Checklist employer={employer} value={documents} onChange={setDocuments} /></FieldGroup>
      <Field label={say('employers.verifiedUntil')} wrong={form.wrong('until')} hint={say('employers.untilYear')}><DayBox label={say('employers.verifiedUntil')} value={until} onChange={setUntil} /></Field>
    </FormDialog>
  );
}

export function DeclineForm({ employer, onDone, onClose }: DecideProps) {
  const say = useSay();
  const form = useCommandForm();
  const [missing, setMissing] = useState<readonly DocumentKind[]>([]);
  const [note, setNote] = useState('');
  const decline = (): void => {
    void form.send({ type: 'declineVerification', employerId: employer.employerId, missing: [...missing], note: orAbsent(note) }, () => say('employers.done.decline')).then((done) => { if (done) onDone(); });
  };
  return (
    <FormDialog width={520} title={say('employers.declineTitle', { name: employer.name })} act={say('employers.do.decline')} danger form={form} ready={missing.length > 0} onAct={decline} onClose={onClose}>
      <FieldGroup needed label={say('employers.missing')} wrong={form.wrong('missing')}><Checklist employer={employer} value={missing} onChange={setMissing} /></FieldGroup>
      <Field label={say('desk.note')} wrong={form.wrong('note')}><NoteBox label={say('desk.note')} value={note} onChange={setNote} /></Field>
    </FormDialog>
  );
}
