/* 改招工单: the terms as they stand, to be put right while the employer is here. Enter saves; what may not be is named at its field. */
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import type { ReviewJobRow } from '@kuaizhao/sync-agent/contract/queries/jobs.ts';
import { useSay } from '../../../kit/say.tsx';
import { printAt, usePrinter } from '../../parts/form/choices.tsx';
import { Field } from '../../parts/form/field.tsx';
import { useCommandForm, type CommandForm } from '../../parts/form/use-command-form.ts';
import { NoteBox } from '../../parts/form/written.tsx';
import { draftOf } from '../../parts/jobs/draft.ts';
import type { PartProps } from '../../parts/jobs/part-props.ts';
import { PayBoxes } from '../../parts/jobs/pay-boxes.tsx';
import { RefusedWords } from '../../parts/jobs/refused-words.tsx';
import { TimeFields } from '../../parts/jobs/time-fields.tsx';
import { VanBoxes } from '../../parts/jobs/van-boxes.tsx';
import { changeOf } from './change.ts';
import { ShownBy, shownOf, type Showing } from './shown-by.tsx';

/** The same parts as when it was posted; the hall answers about the change. */
const underChange = (form: CommandForm): CommandForm => ({ ...form, wrong: (...paths) => form.wrong(...paths.map((path) => path.replace(/^terms\./, 'change.'))) });

/** Esc first closes the list that is open, and only then the form. */
const isOpenList = (target: EventTarget): boolean => target instanceof HTMLElement && target.getAttribute('aria-expanded') === 'true';

interface ChangeFormProps { readonly job: ReviewJobRow; readonly showing: Showing; readonly onShowing: (showing: Showing) => void; readonly onDone: (facts: readonly Fact[]) => void; readonly onRefused: () => void; readonly onClose: () => void }

export function ChangeForm({ job, showing, onShowing, onDone, onRefused, onClose }: ChangeFormProps) {
  const say = useSay();
  const sending = useCommandForm();
  const form = underChange(sending);
  const { printer } = usePrinter();
  const [draft, setDraft] = useState(() => draftOf(job.terms));
  const [nothing, setNothing] = useState(false);
  const put: PartProps['put'] = (changes) => { setNothing(false); setDraft((before) => ({ ...before, ...changes })); };
  const save = (): void => {
    const change = changeOf(job.terms, draft);
    if (Object.keys(change).length === 0) {
      setNothing(true);
      return;
    }
    let told: readonly Fact[] = [];
    void form.send({ type: 'changeJob', jobId: job.jobId, shown: shownOf(showing), seen: job.changes, change, ...printAt(printer) }, (facts) => {
      told = facts;
      return say('postings.changed', { number: job.number });
    }).then((done) => { if (done) onDone(told); else onRefused(); });
  };
  const part: PartProps = { draft, put, form };
  return (
    <form className="desk-form three post-form" onSubmit={(event) => { event.preventDefault(); save(); }} onKeyDown={(event) => { if (event.key === 'Escape' && !isOpenList(event.target)) onClose(); }}>
      <ShownBy showing={showing} put={onShowing} form={form} />
      <PayBoxes {...part} />
      <Field needed label={say('post.place')} wrong={form.wrong('terms.place')}><Input value={draft.place} onChange={(event) => { put({ place: event.target.value }); }} /></Field>
      <TimeFields {...part} />
      <VanBoxes {...part} />
      <Field label={say('post.title')} wrong={form.wrong('terms.title')}><Input value={draft.title} onChange={(event) => { put({ title: event.target.value }); }} /></Field>
      <Field label={say('post.conditions')} wrong={form.wrong('terms.conditions.text', 'terms.conditions')}><Input value={draft.conditions} onChange={(event) => { put({ conditions: event.target.value }); }} /></Field>
      <Field wide label={say('post.remark')} wrong={form.wrong('terms.remark')}><NoteBox label={say('post.remark')} value={draft.remark} onChange={(remark) => { put({ remark }); }} /></Field>
      <div className="form-acts">
        <RefusedWords form={form} draft={draft} />
        {nothing && <Alert type="info" showIcon title={say('postings.nothing')} />}
        <Button type="primary" size="large" htmlType="submit" loading={form.busy}>{say('postings.save')} <kbd>Enter</kbd></Button>
        <Button size="large" onClick={onClose}>{say('console.cancel')} <kbd>Esc</kbd></Button>
        <span className="say-so">{say('postings.rule')}</span>
      </div>
    </form>
  );
}
