/* The terms of the van at the door, filled in as last time: how many and for how much is what changes. Enter posts and calls at once. */
import { Alert, Button, Checkbox, Input, InputNumber, Radio, Select } from 'antd';
import { useEffect, useRef, useState, type ComponentRef } from 'react';
import type { JobPosted } from '@kuaizhao/db/domain/jobs/facts.ts';
import { payUnitSchema, settlementSchema } from '@kuaizhao/db/domain/jobs/pay.ts';
import { hazardSchema, insuranceSchema } from '@kuaizhao/db/domain/jobs/terms.ts';
import { useSay } from '../../../kit/say.tsx';
import { OneTrade, printAt, TimeBox, usePrinter } from '../../parts/form/choices.tsx';
import { Field, FieldGroup } from '../../parts/form/field.tsx';
import { useCommandForm } from '../../parts/form/use-command-form.ts';
import { givenKinds, hazardsAfter, termsOf, type PostDraft } from '../../parts/jobs/draft.ts';
import { VanBoxes } from '../../parts/jobs/van-boxes.tsx';
import { isRepeat } from './last-draft.ts';

interface Props { readonly employerId: string; readonly employerName: string; readonly first: PostDraft; /** the posting it begins with; absent for an employer's first */ readonly lastJobId: string | undefined; readonly posted: boolean; readonly onPosted: (job: JobPosted) => void }

export function TermsForm({ employerId, employerName, first, lastJobId, posted, onPosted }: Props) {
  const say = useSay();
  const form = useCommandForm();
  const { printer } = usePrinter();
  const [draft, setDraft] = useState(first);
  const put = (changes: Partial<PostDraft>): void => { setDraft((before) => ({ ...before, ...changes })); };
  const people = useRef<ComponentRef<typeof InputNumber>>(null);
  useEffect(() => { people.current?.focus({ cursor: 'all' }); }, []);
  const post = (): void => {
    if (posted) return;
    let job: JobPosted | undefined;
    const terms = termsOf(draft);
    const again = lastJobId !== undefined && isRepeat(first, draft);
    void form.send(again ? { type: 'repeatJob', jobId: lastJobId, startAt: terms.startAt, headcount: terms.headcount, pay: terms.pay, ...printAt(printer) } : { type: 'postJob', employerId, terms, ...printAt(printer) }, (facts) => {
      job = facts.find((fact) => fact.type === 'jobPosted');
      return say('post.done', { number: job?.number ?? '' });
    }).then((done) => { if (done && job !== undefined) onPosted(job); });
  };
  const { refusal } = form;
  return (
    <form className="desk-form urgent-form" aria-label={say('urgent.terms')} onSubmit={(event) => { event.preventDefault(); post(); }}>
      <div className="wide sheet-head"><h3 title={employerName}>{employerName}</h3><span className="hint">{say(lastJobId === undefined ? 'urgent.anew' : 'urgent.asLast')}</span></div>
      {refusal !== undefined && <Alert type="error" showIcon title={say(`refusal.${refusal.code}`)} />}
      <Field needed label={say('post.headcount')} wrong={form.wrong('terms.headcount', 'headcount')}><InputNumber<number> ref={people} size="large" min={1} max={999} precision={0} value={draft.headcount} onChange={(headcount) => { put({ headcount }); }} /></Field>
      <FieldGroup needed label={say('post.pay')} wrong={form.wrong('terms.pay', 'terms.pay.amountFen', 'pay', 'pay.amountFen')}>
        <div className="two"><InputNumber<number> size="large" aria-label={say('post.pay')} min={0.01} max={100_000} precision={2} controls={false} prefix="¥" value={draft.yuan} onFocus={(event) => { event.target.select(); }} onChange={(yuan) => { put({ yuan, negotiable: false }); }} />
          <Select size="large" aria-label={say('console.perUnit')} value={draft.unit} onChange={(unit) => { put({ unit }); }} options={payUnitSchema.options.map((one) => ({ value: one, label: say(`unit.${one}`) }))} /></div>
      </FieldGroup>
      <FieldGroup needed label={say('post.trade')} wrong={form.wrong('terms.trade')}><OneTrade label={say('post.trade')} value={draft.trade} onChange={(trade) => { put({ trade }); }} /></FieldGroup>
      <Field needed label={say('post.place')} wrong={form.wrong('terms.place')}><Input value={draft.place} onChange={(event) => { put({ place: event.target.value }); }} /></Field>
      <FieldGroup needed label={say('urgent.startToday')} wrong={form.wrong('startAt', 'terms.startAt', 'terms.hoursPerDay', 'terms.days')}>
        <div className="three-boxes">
          <TimeBox label={say('post.startTime')} value={draft.time} onChange={(time) => { put({ time }); }} />
          <InputNumber<number> aria-label={say('post.hours')} min={0.5} max={12} step={0.5} controls={false} suffix={say('urgent.h')} value={draft.hoursPerDay} onChange={(hoursPerDay) => { put({ hoursPerDay }); }} />
          <InputNumber<number> aria-label={say('post.days')} min={1} max={366} precision={0} controls={false} suffix={say('urgent.d')} value={draft.days} onChange={(days) => { put({ days }); }} />
        </div>
      </FieldGroup>
      <VanBoxes draft={draft} put={put} form={form} />
      <FieldGroup label={say('console.settlement')} wrong={form.wrong('terms.settlement')}><Select aria-label={say('console.settlement')} value={draft.settlement} onChange={(settlement) => { put({ settlement }); }} options={settlementSchema.options.map((one) => ({ value: one, label: say(`settlement.${one}`) }))} /></FieldGroup>
      <FieldGroup label={say('post.insurance')} wrong={form.wrong('terms.insurance')}><Radio.Group value={draft.insurance} onChange={(event) => { put({ insurance: insuranceSchema.parse(event.target.value) }); }} options={insuranceSchema.options.map((one) => ({ value: one, label: say(`insurance.${one}`) }))} /></FieldGroup>
      <FieldGroup wide label={say('post.given')} wrong={form.wrong('terms.protection')}><Checkbox.Group<PostDraft['given'][number]> value={[...draft.given]} onChange={(next) => { put({ given: next }); }} options={givenKinds.map((one) => ({ value: one, label: say(`given.${one}`) }))} /></FieldGroup>
      <FieldGroup wide needed label={say('post.hazards')} wrong={form.wrong('terms.hazards')}><Checkbox.Group value={[...draft.hazards]} onChange={(next) => { put({ hazards: hazardsAfter(next, draft.hazards) }); }} options={hazardSchema.options.map((one) => ({ value: one, label: say(`hazard.${one}`) }))} /></FieldGroup>
      {[draft.title, draft.conditions, draft.remark].some((text) => text !== '') && <p className="wide kept-words">{say('urgent.keptWords')}{[draft.title, draft.conditions, draft.remark].filter((text) => text !== '').join(' · ')}</p>}
      <div className="form-acts"><Button type="primary" size="large" htmlType="submit" loading={form.busy} disabled={posted}>{say('urgent.post')} <kbd>Enter</kbd></Button></div>
    </form>
  );
}
