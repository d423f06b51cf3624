/* Staff look at a posting, before it is shown or after (F13): who, what, why and under which rules, all recorded. */
import type { Context } from '../context.ts';
import { heldOn } from '../employers/standing.ts';
import type { Fact } from '../fact.ts';
import { queuePrint } from '../printing/queue-print.ts';
import { localDay } from '../queue/business-day.ts';
import { noteOf } from '../records/note.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Decision, HallView } from '../view.ts';
import { filterVersion } from './checks/wording.ts';
import type { ReviewJob } from './commands.ts';
import { stateAt } from './open-job.ts';
import { takenDown } from './take-down.ts';

/**
 * Approved: shown, with its slip. Rejected: off every screen at once. Refuses `notYourRole`, `jobUnknown`, `jobNotOpen` (it has ended), `notInReview` (nobody has to look at it),
 * `reasonMissing` (a rejection that finds everything fine, or `other` without a note), `employerBanned`.
 */
export function decideReviewJob(view: HallView, command: ReviewJob, context: Context): Result<Decision> {
  if (context.actor.role !== 'console') return refuse('notYourRole');
  const by = context.actor.staffId;
  const job = view.job(command.jobId);
  if (job === undefined) return refuse('jobUnknown', 'jobId');
  const state = stateAt(job, context.now);
  if (state !== 'inReview' && state !== 'open' && state !== 'filled') return refuse('jobNotOpen', 'jobId');
  if (state !== 'inReview' && !job.checkAfter) return refuse('notInReview', 'jobId');
  const { outcome, reason } = command;
  if (outcome === 'reject' && reason === 'fine') return refuse('reasonMissing', 'reason');
  if (reason === 'other' && command.note === undefined) return refuse('reasonMissing', 'note');
  if (outcome === 'approve' && [job.employerId, job.terms.onBehalfOf].some((id) => isBanned(view, id, context))) return refuse('employerBanned', 'jobId');
  const note = noteOf(command.note, job.jobId, context.newId);
  const facts: Fact[] = [{
    type: 'jobReviewed', jobId: job.jobId, outcome, reason, ruleIds: [...new Set(command.ruleIds)], by, filterVersion: filterVersion(), ...note.fact,
  }];
  if (outcome === 'reject') facts.push(...takenDown(view, job.jobId, 'rejected', by));
  else if (state === 'inReview') facts.push(...queuePrint(view, context, { kind: 'jobSlip', id: job.jobId }, command.printer));
  return ok({ facts, records: note.records });
}

function isBanned(view: HallView, employerId: string | undefined, { now }: Context): boolean {
  const employer = employerId === undefined ? undefined : view.employer(employerId);
  return employer !== undefined && heldOn(view, employer, localDay(now)) === 'banned';
}
