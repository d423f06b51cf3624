/* The job at the table with its terms, as they were posted, and what can be done with the whole of it: papers again, the employer who did not come, the end of the session. */
import { Button } from 'antd';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import type { QueryReply } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import { tradeName } from '../../../i18n/texts.ts';
import { payText } from '../../../kit/pay.ts';
import { useSay } from '../../../kit/say.tsx';
import { Answer } from '../../parts/answer.tsx';
import { paperFrom, usePrinter } from '../../parts/form/choices.tsx';
import { useQuestion } from '../../session/use-question.ts';
import { useGo } from '../../shell/go.ts';
import type { TableDesk } from './use-table.ts';

/** Another desk may change the posting while people sit here. */
const askMs = 4_000;
/** So long the table is told that people may have read something else. */
const tellMs = 30 * 60_000;

type PostedJob = NonNullable<QueryReply<'job'>['job']>;

export function JobTerms({ jobId, floor, desk }: { readonly jobId: string; readonly floor: FloorState; readonly desk: TableDesk }) {
  const asked = useQuestion('job', { jobId }, { everyMs: askMs });
  const say = useSay();
  return <Answer of={asked}>{({ job, decisions }) => (job === null ? <p className="nothing">{say('refusal.jobUnknown')}</p> : <Terms job={job} changedAt={decisions.findLast((one) => one.kind === 'jobChanged')?.at} floor={floor} desk={desk} />)}</Answer>;
}

function Terms({ job, changedAt, floor, desk }: { readonly job: PostedJob; readonly changedAt: number | undefined; readonly floor: FloorState; readonly desk: TableDesk }) {
  const say = useSay();
  const { terms } = job;
  const yes = [terms.meals ? say('table.meals') : '', terms.transport ? say('table.transport') : '', terms.tools ? say('table.tools') : '', terms.protection ? say('table.protection') : ''].filter(Boolean).join(' · ');
  const rows: readonly (readonly [string, string])[] = [
    [say('table.employer'), job.realEmployer === undefined ? job.employerName : `${job.realEmployer.name}（${job.employerName}）`],
    [say('table.work'), `${tradeName(say.language, terms.trade)}${terms.title === undefined ? '' : ` · ${terms.title}`}`],
    [say('table.left'), say('console.left', { left: desk.job?.placesLeft ?? job.placesLeft, all: terms.headcount })],
    [say('table.pay'), `${payText(say, terms.pay)} · ${say(`settlement.${terms.settlement}`)}`],
    [say('table.time'), say('table.hours', { start: localTime(terms.startAt), hours: terms.hoursPerDay, days: terms.days })],
    [say('table.place'), [terms.place, terms.bay, terms.plate, terms.leaveBy === undefined ? '' : say('table.leaves', { time: localTime(terms.leaveBy) })].filter(Boolean).join(' · ')],
    [say('table.given'), yes === '' ? say('table.nothingGiven') : yes],
    [say('table.hazards'), `${terms.hazards.map((one) => say(`table.hazard.${one}`)).join(' · ')} · ${say(`table.insured.${terms.insurance}`)}`],
    ...(terms.conditions?.text === undefined ? [] : [[say('table.conditions'), terms.conditions.text] as const]),
    ...(terms.remark === undefined ? [] : [[say('table.remark'), terms.remark] as const]),
  ];
  return (
    <>
      <h3 className="job-title"><b>{job.number}</b> {say(`table.mode.${terms.mode ?? 'open'}`)}</h3>
      {changedAt !== undefined && floor.countedAt - changedAt < tellMs && <p className="changed-note" role="status">{say('table.changed', { time: localTime(changedAt) })}</p>}
      <dl className="records terms">{rows.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      <JobActs job={job} desk={desk} />
    </>
  );
}

function JobActs({ job, desk }: { readonly job: PostedJob; readonly desk: TableDesk }) {
  const say = useSay();
  const { off, act, table } = desk;
  const { printer } = usePrinter();
  const { go } = useGo();
  const print = (form: 'jobSlip' | 'promise' | 'employerCopy'): void => {
    if (printer !== undefined) void act.run({ type: 'printForm', form, id: job.jobId, printer: paperFrom(printer) }, () => say('table.printing'));
  };
  const told = (done: boolean): void => { if (done) desk.askAgain(); };
  return (
    <div className="job-acts">
      <Button size="small" onClick={() => { go('postings', job.jobId); }}>{say('table.change')}</Button>
      <Button size="small" disabled={off || printer === undefined} onClick={() => { print('jobSlip'); }}>{say('table.printSlip')}</Button>
      <Button size="small" disabled={off || printer === undefined} onClick={() => { print('employerCopy'); }}>{say('table.printCopy')}</Button>
      <Button size="small" disabled={off || printer === undefined} onClick={() => { print('promise'); }}>{say('table.printPromise')}</Button>
      <Button size="small" disabled={off || desk.called.length === 0} onClick={() => { void act.run({ type: 'markEmployerAbsent', jobId: job.jobId }, () => say('table.absentDone')).then(told); }}>{say('table.absent')}</Button>
      <Button size="small" disabled={off || table === undefined} onClick={() => { if (table !== undefined) void act.run({ type: 'endSession', tableId: table.id }, () => say('table.ended')).then((done) => { if (done) { desk.chooseJob(undefined); desk.askAgain(); } }); }}>{say('table.end')}</Button>
    </div>
  );
}
