/* One posting with everything that was decided about it, and what its employer may have done with it at the desk: changed (F9), closed (F10). */
import { Alert, Button, Tag } from 'antd';
import { useState } from 'react';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import type { ReviewJobRow } from '@kuaizhao/sync-agent/contract/queries/jobs.ts';
import type { Say } from '../../../i18n/texts.ts';
import { useSay } from '../../../kit/say.tsx';
import { Answer } from '../../parts/answer.tsx';
import { Decisions } from '../../parts/decided/decisions.tsx';
import { JobTermsShown } from '../../parts/jobs/job-terms-shown.tsx';
import { SealQuote } from '../../parts/jobs/seal-quote.tsx';
import { useMemory } from '../../session/desk-session.tsx';
import { useKeys } from '../../session/use-keys.ts';
import { useMay } from '../../session/use-may.ts';
import { useQuestion } from '../../session/use-question.ts';
import { useGo } from '../../shell/go.ts';
import { ChangeForm } from './change-form.tsx';
import { CloseForm } from './close-form.tsx';
import type { Showing } from './shown-by.tsx';

/** `slip`: the number of the job slip that it was found by, when it was; empty otherwise. */
export function PostingSheet({ jobId, slip, onChanged }: { readonly jobId: string; readonly slip: string; readonly onChanged: () => void }) {
  const say = useSay();
  const [showing, setShowing] = useState<Showing>({ kind: 'slip', typed: slip });
  const [after, setAfter] = useState<readonly Fact[]>();
  const question = useQuestion('job', { jobId });
  const changed = (facts: readonly Fact[]): void => { setAfter(facts); question.again(); onChanged(); };
  return (
    <Answer of={question}>
      {({ job, decisions }) => (job === null ? <p className="nothing">{say('refusal.jobUnknown')}</p> : (
        <>
          <div className="sheet-head"><h3>{job.number} · {job.employerName}</h3><Tag>{say(`kind.${job.employerKind}`)}</Tag><Tag color={job.state === 'open' ? 'blue' : 'orange'}>{say(`jobState.${job.state}`)}</Tag></div>
          {after !== undefined && <WhatFollowed facts={after} />}
          <Posting key={job.changes} job={job} showing={showing} onShowing={setShowing} onChanged={changed} onRefused={question.again} />
          <Decisions title={say('review.decisions')} none={say('postings.noDecisions')} decisions={decisions} />
        </>
      ))}
    </Answer>
  );
}

interface PostingProps { readonly job: ReviewJobRow; readonly showing: Showing; readonly onShowing: (showing: Showing) => void; readonly onChanged: (facts: readonly Fact[]) => void; readonly onRefused: () => void }

function Posting({ job, showing, onShowing, onChanged, onRefused }: PostingProps) {
  const say = useSay();
  const { go } = useGo();
  const { floor } = useMemory();
  const { may } = useMay();
  const [open, setOpen] = useState<'change' | 'close'>();
  const alive = job.state === 'open' || job.state === 'inReview' || job.state === 'filled';
  const closes = job.state === 'open' || job.state === 'inReview';
  const done = (facts: readonly Fact[]): void => { setOpen(undefined); onChanged(facts); };
  useKeys(open === undefined, { F9: () => { if (alive) setOpen('change'); }, F10: () => { if (closes) setOpen('close'); } });
  if (open === 'change') return <ChangeForm job={job} showing={showing} onShowing={onShowing} onDone={done} onRefused={onRefused} onClose={() => { setOpen(undefined); }} />;
  return (
    <>
      <div className="sheet-acts">
        {alive && <Button type="primary" onClick={() => { setOpen('change'); }}>{say('postings.change')} <kbd>F9</kbd></Button>}
        {closes && <Button danger onClick={() => { setOpen('close'); }}>{say('postings.close')} <kbd>F10</kbd></Button>}
        {!alive && <><span className="hint">{say('postings.over')}</span><Button onClick={() => { go('post', job.employerId); }}>{say('page.post')}</Button></>}
      </div>
      {job.terms.sealedQuotes === true && job.state === 'open' && may('sealQuote') && <SealQuote jobId={job.jobId} unit={job.terms.pay.kind === 'fixed' ? job.terms.pay.unit : 'day'} />}
      <JobTermsShown job={job} />
      {open === 'close' && <CloseForm job={job} called={callsFor(floor, job.jobId).length} showing={showing} onShowing={onShowing} onDone={() => { done([]); }} onClose={() => { setOpen(undefined); }} />}
    </>
  );
}

const callsFor = (floor: FloorState | undefined, jobId: string) => (floor?.tables ?? []).flatMap((table) => table.calls.map((call) => ({ ...call, table: table.label }))).filter((call) => call.jobId === jobId);

/** Off the screens until it is looked at, or shown as it is now; and who has to hear of it. */
function WhatFollowed({ facts }: { readonly facts: readonly Fact[] }) {
  const say = useSay();
  const { floor } = useMemory();
  const changed = facts.find((fact) => fact.type === 'jobChanged');
  if (changed === undefined) return null;
  const calls = callsFor(floor, changed.jobId);
  const again = new Set(facts.filter((fact) => fact.type === 'callRepeated').map((fact) => fact.callId));
  return (
    <Alert
      className="what-followed" type={changed.state === 'inReview' ? 'warning' : 'success'} showIcon title={changed.state === 'inReview' ? say('postings.toReview', { why: say(`cause.${changed.cause ?? 'hallRule'}`) }) : say('postings.shownNow')}
      description={calls.length === 0 ? undefined : <ul>{calls.map((call) => <li key={call.callId}>{toldText(say, call, again.has(call.callId))}</li>)}</ul>}
    />
  );
}

const toldText = (say: Say, { number, table }: { readonly number: string; readonly table: string }, again: boolean): string => say(again ? 'postings.calledAgain' : 'postings.tellAtTable', { number, table });
