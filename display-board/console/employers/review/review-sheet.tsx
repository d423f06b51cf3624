/* One posting as it would be read, with what the filter found marked in the words, and the decision. */
import { Button, Tag } from 'antd';
import { useEffect, useState } from 'react';
import { reviewReasonSchema, takeDownReasonSchema } from '@kuaizhao/db/domain/jobs/commands.ts';
import type { ReviewJobRow } from '@kuaizhao/sync-agent/contract/queries/jobs.ts';
import { useSay } from '../../../kit/say.tsx';
import { Answer } from '../../parts/answer.tsx';
import { AskWhy } from '../../parts/form/ask-why.tsx';
import { printAt, usePrinter } from '../../parts/form/choices.tsx';
import { useCommandForm } from '../../parts/form/use-command-form.ts';
import { Decisions } from '../../parts/decided/decisions.tsx';
import { useQuestion } from '../../session/use-question.ts';
import { useMay } from '../../session/use-may.ts';
import { useGo } from '../../shell/go.ts';
import { JobTermsShown } from '../../parts/jobs/job-terms-shown.tsx';

const rejections = reviewReasonSchema.options.filter((one) => one !== 'fine');

interface ReviewSheetProps { readonly jobId: string; readonly onDecided: () => void }

export function ReviewSheet({ jobId, onDecided }: ReviewSheetProps) {
  const say = useSay();
  const question = useQuestion('job', { jobId });
  return (
    <Answer of={question}>
      {({ job, decisions }) => (job === null ? <p className="nothing">{say('refusal.jobUnknown')}</p> : (
        <>
          <JobHead job={job} />
          <Acts job={job} onDecided={onDecided} />
          <JobTermsShown job={job} />
          <Decisions title={say('review.decisions')} none={say('review.noDecisions')} decisions={decisions} />
        </>
      ))}
    </Answer>
  );
}

function JobHead({ job }: { readonly job: ReviewJobRow }) {
  const say = useSay();
  const { go, leads } = useGo();
  return (
    <div className="sheet-head">
      <h3>{job.number} · {job.employerName}</h3>
      {job.online && <Tag color="geekblue">{say('console.online')}</Tag>}<Tag>{say(`kind.${job.employerKind}`)}</Tag><Tag color={job.state === 'inReview' ? 'orange' : 'blue'}>{say(`jobState.${job.state}`)}</Tag>
      {job.cause !== undefined && <Tag color="orange">{say(`cause.${job.cause}`)}</Tag>}
      {leads('employers') && <Button size="small" onClick={() => { go('employers', job.employerId); }}>{say('employer.see')}</Button>}
    </div>
  );
}

function Acts({ job, onDecided }: { readonly job: ReviewJobRow; readonly onDecided: () => void }) {
  const say = useSay();
  const form = useCommandForm();
  const { printer } = usePrinter();
  const { go } = useGo();
  const [asking, setAsking] = useState<'reject' | 'takeDown'>();
  const { may } = useMay();
  const toReview = may('reviewJob') && (job.state === 'inReview' || job.checkAfter);
  const approve = (): void => {
    void form.send({ type: 'reviewJob', jobId: job.jobId, outcome: 'approve', reason: 'fine', ...(job.state === 'inReview' ? printAt(printer) : {}) }, () => say('review.approved', { number: job.number })).then((done) => { if (done) onDecided(); });
  };
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !event.ctrlKey || event.repeat || asking !== undefined || !toReview) return;
      event.preventDefault();
      approve();
    };
    window.addEventListener('keydown', press);
    return () => { window.removeEventListener('keydown', press); };
  });
  const ruleIds = [...new Set(job.findings.map((one) => one.ruleId))].slice(0, 20);
  return (
    <>
      <div className="sheet-acts">
        {toReview && <Button type="primary" loading={form.busy} onClick={approve}>{say('review.approve')} <kbd>Ctrl+Enter</kbd></Button>}
        {toReview && <Button danger onClick={() => { setAsking('reject'); }}>{say('review.reject')}</Button>}
        {may('changeJob') && (job.state === 'inReview' || job.state === 'open' || job.state === 'filled') && <Button onClick={() => { go('postings', job.jobId); }}>{say('page.postings')}</Button>}
        {!toReview && may('takeDownJob') && (job.state === 'open' || job.state === 'filled') && <Button danger onClick={() => { setAsking('takeDown'); }}>{say('console.takeDown')}</Button>}
        {!may('reviewJob') && <span className="hint">{say('desk.mayNot')}</span>}
      </div>
      {asking === 'reject' && (
        <AskWhy
          title={say('review.rejectTitle', { number: job.number })} about={<p>{say('review.rejectAbout')}</p>} reasons={rejections} nameOf={(one) => say(`reviewWhy.${one}`)} act={say('review.reject')} danger form={form} onClose={() => { setAsking(undefined); }}
          onAct={({ reason, note }) => { void form.send({ type: 'reviewJob', jobId: job.jobId, outcome: 'reject', reason, note, ...(ruleIds.length === 0 ? {} : { ruleIds }) }, () => say('review.rejected', { number: job.number })).then((done) => { if (done) onDecided(); }); }}
        />
      )}
      {asking === 'takeDown' && (
        <AskWhy
          title={say('console.takeDownTitle', { number: job.number })} about={<p>{say('console.takeDownWhy')}</p>} reasons={takeDownReasonSchema.options} nameOf={(one) => say(`takeDown.${one}`)} act={say('console.takeDown')} danger form={form} onClose={() => { setAsking(undefined); }}
          onAct={({ reason, note }) => { void form.send({ type: 'takeDownJob', jobId: job.jobId, reason, note }, () => say('console.takenDown', { number: job.number })).then((done) => { if (done) onDecided(); }); }}
        />
      )}
    </>
  );
}
