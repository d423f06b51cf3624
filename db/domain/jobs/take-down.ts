/* How a job ends before it is filled: the hall takes it down, the employer closes it, or its time is over. Whoever was called for it waits on at the old place. */
import type { Context } from '../context.ts';
import type { Fact } from '../fact.ts';
import { callEnded } from '../queue/call.ts';
import type { QueueView } from '../queue/view.ts';
import { noteOf } from '../records/note.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Decision, HallView } from '../view.ts';
import { askedBy } from './checks/asked-by.ts';
import { actingFor } from './checks/employers-behind.ts';
import type { CloseJob, ExpireJobs, TakeDownJob } from './commands.ts';
import type { JobTakenDown } from './facts.ts';
import { stateAt } from './open-job.ts';

/** The facts of a job that leaves every screen at once. */
export const takenDown = (view: QueueView, jobId: string, reason: JobTakenDown['reason'], by: string, note: { readonly noteId?: string } = {}): Fact[] =>
  [{ type: 'jobTakenDown', jobId, reason, by, ...note }, ...callsGone(view, jobId)];

export const callsGone = (view: QueueView, jobId: string): Fact[] => view.openCallsForJob(jobId).map((call) => callEnded(call, 'jobGone'));

/** Refuses `notYourRole`, `jobUnknown`, `jobNotOpen` (it has ended). `reason` is the why; a note is kept sealed. */
export function decideTakeDownJob(view: HallView, command: TakeDownJob, context: Context): Result<Decision> {
  if (context.actor.role !== 'console') return refuse('notYourRole');
  const job = view.job(command.jobId);
  if (job === undefined) return refuse('jobUnknown', 'jobId');
  if (job.state !== 'inReview' && job.state !== 'open' && job.state !== 'filled') return refuse('jobNotOpen', 'jobId');
  const note = noteOf(command.note, job.jobId, context.newId);
  return ok({ facts: takenDown(view, job.jobId, command.reason, context.actor.staffId, note.fact), records: note.records });
}

/** The employer needs nobody more. Refuses `jobUnknown`, what `actingFor` and `askedBy` refuse, `jobNotOpen`. Staff who close a posting without its employer take it down instead. */
export function decideCloseJob(view: HallView, command: CloseJob, context: Context): Result<Decision> {
  const job = view.job(command.jobId);
  if (job === undefined) return refuse('jobUnknown', 'jobId');
  const employer = actingFor(view, job.employerId, command.card, context);
  if (!employer.ok) return employer;
  const who = askedBy(view, job, command, context);
  if (!who.ok) return who;
  const state = stateAt(job, context.now);
  if (state !== 'open' && state !== 'inReview') return refuse('jobNotOpen', 'jobId');
  return ok({ facts: [{ type: 'jobClosed', jobId: job.jobId, reason: command.reason, ...who.value }, ...callsGone(view, job.jobId)], records: [] });
}

/** At most `limit` jobs whose time is over; none is a good answer too. Refuses `notYourRole`: only the agent sweeps. */
export function decideExpireJobs(view: HallView, command: ExpireJobs, context: Context): Result<Decision> {
  if (context.actor.role !== 'agent') return refuse('notYourRole');
  const over = view.overdueJobs(context.now, command.limit);
  return ok({ facts: over.flatMap((jobId): Fact[] => [{ type: 'jobExpired', jobId }, ...callsGone(view, jobId)]), records: [] });
}
