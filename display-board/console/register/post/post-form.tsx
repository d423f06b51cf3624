/* The terms of one posting. Enter posts; what is missing or impossible is named at its field, and blocked wording at its place in the text. */
import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { JobPosted } from '@kuaizhao/db/domain/jobs/facts.ts';
import type { EmployerDetail } from '@kuaizhao/sync-agent/contract/queries/employers.ts';
import { useSay } from '../../../kit/say.tsx';
import { printAt, usePrinter } from '../../parts/form/choices.tsx';
import { useCommandForm } from '../../parts/form/use-command-form.ts';
import { EmployerMarks } from '../../parts/employers/employer-line.tsx';
import { useMemory } from '../../session/desk-session.tsx';
import { newDraft, termsOf } from '../../parts/jobs/draft.ts';
import { FoundInText } from '../../parts/jobs/found-in-text.tsx';
import type { PartProps } from '../../parts/jobs/part-props.ts';
import { RefusedWords } from '../../parts/jobs/refused-words.tsx';
import { PayAndPlace } from './pay-and-place.tsx';
import { TimeFields } from '../../parts/jobs/time-fields.tsx';
import { WorkAndWords } from './work-and-words.tsx';

export function PostForm({ employer }: { readonly employer: EmployerDetail }) {
  const say = useSay();
  const form = useCommandForm();
  const { printer } = usePrinter();
  const { floor } = useMemory();
  const [draft, setDraft] = useState(() => newDraft(floor?.countedAt ?? 0));
  const [posted, setPosted] = useState<JobPosted>();
  const put: PartProps['put'] = (changes) => { setDraft((before) => ({ ...before, ...changes })); };
  const post = (): void => {
    setPosted(undefined);
    void form.send({ type: 'postJob', employerId: employer.employerId, terms: termsOf(draft), ...printAt(printer) }, (facts) => {
      const fact = facts.find((one) => one.type === 'jobPosted');
      setPosted(fact);
      return say('post.done', { number: fact?.number ?? '' });
    });
  };
  const part: PartProps = { draft, put, form };
  return (
    <form className="desk-form three post-form" onSubmit={(event) => { event.preventDefault(); post(); }}>
      <div className="wide sheet-head"><h3>{employer.name}</h3><EmployerMarks employer={employer} /></div>
      <PayAndPlace {...part} principals={employer.principals} />
      <TimeFields {...part} />
      <WorkAndWords {...part} />
      <div className="form-acts">
        <RefusedWords form={form} draft={draft} />
        {posted !== undefined && <Posted posted={posted} onNext={() => { setPosted(undefined); setDraft(newDraft(floor?.countedAt ?? 0)); }} />}
        <Button type="primary" size="large" htmlType="submit" loading={form.busy}>{say('post.post')}</Button><span className="say-so">{say('post.free')}</span>
      </div>
    </form>
  );
}

function Posted({ posted, onNext }: { readonly posted: JobPosted; readonly onNext: () => void }) {
  const say = useSay();
  const { terms, findings = [], notices = [] } = posted;
  const texts = [['title', terms.title], ['place', terms.place], ['remark', terms.remark], ['conditions.text', terms.conditions?.text]] as const;
  return (
    <Alert
      className="wide" type={posted.state === 'inReview' ? 'warning' : 'success'} showIcon action={<Button autoFocus onClick={onNext}>{say('post.next')}</Button>}
      title={posted.state === 'inReview' ? say('post.inReview', { number: posted.number, why: say(`cause.${posted.cause ?? 'hallRule'}`) }) : say('post.shown', { number: posted.number })}
      description={(
        <>
          {notices.map((one) => <p key={one}>{say(`notice.${one}`)}</p>)}
          {texts.map(([element, text]) => {
            const marks = findings.filter((one) => one.element === element);
            return text === undefined || marks.length === 0 ? null : <FoundInText key={element} text={text} marks={marks} />;
          })}
        </>
      )}
    />
  );
}
