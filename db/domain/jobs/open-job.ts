/* Which jobs may be called for and hired into. */
import { refuse, ok, type Result } from '../result.ts';
import type { Instant } from '../scalars.ts';
import type { JobRow, JobsView } from './view.ts';

/** Refuses `jobUnknown`, `jobFull`, `jobNotOpen` (taken down, or no longer valid). */
export function mayBeCalledFor(view: JobsView, jobId: string, now: Instant): Result<JobRow> {
  const job = view.job(jobId);
  if (job === undefined) return refuse('jobUnknown', 'jobId');
  if (job.state === 'filled') return refuse('jobFull', 'jobId');
  return job.state === 'takenDown' || job.terms.validUntil < now ? refuse('jobNotOpen', 'jobId') : ok(job);
}
