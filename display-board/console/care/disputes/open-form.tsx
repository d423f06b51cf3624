/* F20 intake at the rights window: begin with the paper in the person's hand; what it says is not asked again, and the copy with all facts is printed. */
import { Alert, Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { disputeKindSchema } from '@kuaizhao/db/domain/disputes/commands.ts';
import { hallNumberSchema } from '@kuaizhao/db/domain/scalars.ts';
import { tradeName } from '../../../i18n/texts.ts';
import { payText } from '../../../kit/pay.ts';
import { useSay } from '../../../kit/say.tsx';
import { DayBox, printAt, usePrinter } from '../../parts/form/choices.tsx';
import { Field, FieldGroup } from '../../parts/form/field.tsx';
import { useCommandForm } from '../../parts/form/use-command-form.ts';
import { NoteBox } from '../../parts/form/written.tsx';
import { plainNumber } from '../../parts/form/typed.ts';
import { BornAndSex } from '../../parts/people/born-and-sex.tsx';
import { useQuestion } from '../../session/use-question.ts';
import { useToday } from '../../session/use-today.ts';
import { noComplaint, opening, type About, type Complaint } from './complaint.ts';

const wholeDay = /^\d{4}-\d{2}-\d{2}$/;

export function OpenForm({ onDone }: { readonly onDone: (disputeId: string | undefined) => void }) {
  const say = useSay();
  const form = useCommandForm();
  const { printer } = usePrinter();
  const { day: today } = useToday();
  const [complaint, setComplaint] = useState(noComplaint);
  const put = (changes: Partial<Complaint>): void => { setComplaint((before) => ({ ...before, ...changes })); };
  const number = hallNumberSchema.safeParse(plainNumber(complaint.paper));
  const asked = number.success && (complaint.day === '' || wholeDay.test(complaint.day));
  const paper = useQuestion('paperNumber', { number: number.data ?? 'A000', ...(wholeDay.test(complaint.day) ? { day: complaint.day } : {}) }, { when: asked });
  const about = asked ? paper.value?.about : undefined;
  const open = (): void => {
    void form.send({ ...opening(complaint, about, today), ...printAt(printer) }, (facts) => {
      const opened = facts.find((fact) => fact.type === 'disputeOpened');
      onDone(opened?.disputeId);
      return say('disputes.opened', { number: opened?.number ?? '' });
    });
  };
  return (
    <form className="desk-form" onSubmit={(event) => { event.preventDefault(); open(); }}>
      <h3>{say('disputes.open')}</h3>
      <Field label={say('disputes.paper')} wrong={form.wrong('hireId', 'jobId')} hint={say('disputes.paperHint')}><Input autoFocus maxLength={6} placeholder="H012" value={complaint.paper} onChange={(event) => { put({ paper: event.target.value }); }} /></Field>
      <Field label={say('disputes.paperDay')} hint={say('disputes.paperDayHint')}><DayBox label={say('disputes.paperDay')} value={complaint.day} onChange={(day) => { put({ day }); }} /></Field>
      {about !== undefined && <AboutPaper about={about} />}
      <FieldGroup needed label={say('disputes.kind')} wrong={form.wrong('kind')}><Select aria-label={say('disputes.kind')} value={complaint.kind} onChange={(kind) => { put({ kind }); }} options={disputeKindSchema.options.map((one) => ({ value: one, label: say(`dispute.${one}`) }))} /></FieldGroup>
      <Field label={say('disputes.owed')} wrong={form.wrong('owedFen')}><InputNumber<number> min={0.01} max={10_000_000} precision={2} controls={false} prefix="¥" value={complaint.owedYuan} onChange={(owedYuan) => { put({ owedYuan }); }} /></Field>
      <Field label={say('disputes.since')} wrong={form.wrong('sinceDay')}><DayBox label={say('disputes.since')} value={complaint.since} onChange={(since) => { put({ since }); }} /></Field>
      {about?.kind !== 'hire' && (
        <FieldGroup label={say('disputes.complainer')} wrong={form.wrong('card.name', 'card.number', 'card')} hint={say('disputes.complainerHint')}>
          <div className="two"><Input aria-label={say('worker.name')} placeholder={say('worker.name')} value={complaint.name} onChange={(event) => { put({ name: event.target.value }); }} /><Input aria-label={say('worker.number')} placeholder={say('worker.number')} maxLength={24} value={complaint.number} onChange={(event) => { put({ number: event.target.value }); }} /></div>
        </FieldGroup>
      )}
      {about?.kind !== 'hire' && <BornAndSex form={form} card={complaint} put={put} />}
      <Field wide label={say('disputes.statement')} wrong={form.wrong('statement')} hint={say('disputes.statementHint')}><NoteBox label={say('disputes.statement')} rows={4} value={complaint.statement} onChange={(statement) => { put({ statement }); }} /></Field>
      <div className="form-acts"><Button type="primary" size="large" htmlType="submit" loading={form.busy}>{say('disputes.openAndPrint')}</Button></div>
    </form>
  );
}

function AboutPaper({ about }: { readonly about: About }) {
  const say = useSay();
  if (about.kind === 'none') return <Alert className="wide" type="warning" showIcon title={say('disputes.noPaper')} />;
  if (about.kind === 'ticket') return <Alert className="wide" type="info" showIcon title={say('disputes.onlyTicket')} />;
  const words = [about.employerName, `${about.jobNumber} ${tradeName(say.language, about.trade)}`, ...(about.kind === 'hire' ? [payText(say, { kind: 'fixed', ...about.agreedPay }), about.worker?.shortName ?? ''] : [])];
  return <Alert className="wide" type="info" showIcon title={words.filter((one) => one !== '').join(' · ')} />;
}
