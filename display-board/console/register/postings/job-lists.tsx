/* Postings to choose from: what is open on the floor now, or what one employer posted, the newest first. */
import type { AskedJob } from '@kuaizhao/sync-agent/contract/queries/jobs.ts';
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import { tradeName } from '../../../i18n/texts.ts';
import { payText } from '../../../kit/pay.ts';
import { useSay } from '../../../kit/say.tsx';
import { PickList } from '../../parts/desk/pick-list.tsx';
import { useMemory } from '../../session/desk-session.tsx';

/** As many as the hall tells of one employer (`employerJobsQuery`). */
export const ofEmployerMost = 50;
/** More than this nobody reads; the number of a slip finds the others. */
const listed = 100;

interface Picking { readonly picked: string | undefined; readonly onPick: (jobId: string) => void }

export function OpenJobs({ picked, onPick }: Picking) {
  const say = useSay();
  const jobs = useMemory().floor?.jobs ?? [];
  return (
    <>
      <h4>{say('postings.open', { n: jobs.length })}</h4>
      <PickList<FloorState['jobs'][number]> label={say('postings.open', { n: jobs.length })} items={jobs.slice(0, listed)} idOf={(one) => one.jobId} picked={picked} onPick={onPick} empty={say('postings.noneOpen')}>
        {(job) => (
          <>
            <b>{job.number} {tradeName(say.language, job.trade)}</b><span className="at-end"><small>{say('console.left', { left: job.placesLeft, all: job.headcount })}</small></span>
            <small>{job.workPlace}</small><span className="at-end"><small>{payText(say, job.pay)}</small></span>
          </>
        )}
      </PickList>
      {jobs.length > listed && <p className="hint">{say('postings.more', { n: jobs.length - listed })}</p>}
    </>
  );
}

export function JobsOfEmployer({ name, jobs, picked, onPick, takesFocus }: Picking & { readonly name: string; readonly takesFocus: boolean; readonly jobs: readonly AskedJob[] }) {
  const say = useSay();
  return (
    <>
      <h4 title={name}>{say('postings.of', { name })}</h4>
      <PickList<AskedJob> label={say('postings.of', { name })} items={jobs} idOf={(one) => one.jobId} picked={picked} onPick={onPick} empty={say('postings.none')} takesFocus={takesFocus}>
        {(job) => (
          <>
            <b>{job.number} {tradeName(say.language, job.terms.trade)}</b><span className="at-end"><small>{say(`jobState.${job.state}`)}</small></span>
            <small>{job.businessDay} {job.terms.place}</small><span className="at-end"><small>{say('console.left', { left: job.placesLeft, all: job.terms.headcount })}</small></span>
          </>
        )}
      </PickList>
      {jobs.length === ofEmployerMost && <p className="hint">{say('desk.more', { n: ofEmployerMost })}</p>}
    </>
  );
}
