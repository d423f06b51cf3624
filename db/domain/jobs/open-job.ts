/* Which jobs may be called for and hired into. */
import { refuse, ok, type Result } from '../result.ts';
import type { Instant } from '../scalars.ts';
import type { JobRow, JobState, JobsView } from './view.ts';

/** The state by the clock: time closes a job the moment it is over, the fact of it follows. */
export const stateAt = ({ state, terms }: Pick<JobRow, 'state' | 'terms'>, now: Instant): JobState =>
  (state === 'open' || state === 'inReview') && terms.validUntil < now ? 'expired' : state;

/** Refuses `jobUnknown`, `jobFull`, `jobNotOpen` (in review, closed, taken down, or no longer valid). */
export function mayBeCalledFor(view: JobsView, jobId: string, now: Instant): Result<JobRow> {
  const job = view.job(jobId);
  if (job === undefined) return refuse('jobUnknown', 'jobId');
  if (job.state === 'filled') return refuse('jobFull', 'jobId');
  return stateAt(job, now) === 'open' ? ok(job) : refuse('jobNotOpen', 'jobId');
}
