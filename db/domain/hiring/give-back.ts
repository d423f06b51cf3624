/* How an agreement is given back before the work: undone by one side or by mistake, or lost because nobody came to the van. */
import type { Context } from '../context.ts';
import { employerStandsHere } from '../attendance/who.ts';
import type { Fact } from '../fact.ts';
import { callTheNext } from '../talks/call-for-job.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Decision, HallView } from '../view.ts';
import type { ReleaseLate, UndoHire } from './commands.ts';
import { hiringRulesOf } from './rules.ts';
import { nextHire } from './states/hire.ts';
import type { HireRow } from './view.ts';

/** Takes the hire back, with its whole crew. Within the limit any host may; after it a supervisor, until somebody has arrived. Refuses `notYourRole`, `hireUnknown`, `hireNotReady`, `tooLate`. */
export function decideUndoHire(view: HallView, command: UndoHire, context: Context): Result<Decision> {
  const { actor, now, settings } = context;
  if (actor.role !== 'console') return refuse('notYourRole');
  const hire = view.hire(command.hireId);
  if (hire === undefined) return refuse('hireUnknown', 'hireId');
  const together = hire.crewId === undefined ? [hire] : view.crewHires(hire.crewId);
  if (nextHire(hire.state, 'undo') === undefined || together.some((one) => nextHire(one.state, 'undo') === undefined)) return refuse('hireNotReady', 'hireId');
  const late = now > hire.at + hiringRulesOf(settings).undoMinutes * 60_000;
  if (late && actor.staffRole !== 'supervisor' && actor.staffRole !== 'admin') return refuse('tooLate', 'hireId');
  const before = view.job(hire.jobId)?.placesLeft ?? 0;
  const facts = together.flatMap((one, index): Fact[] => [
    { type: 'hireUndone', hireId: one.hireId, jobId: one.jobId, businessDay: one.businessDay, placesLeft: before + index + 1, reason: command.reason, by: actor.staffId },
    ...voidSlip(view, one),
    ...oldPlace(view, one),
  ]);
  return ok({ facts, records: [] });
}

/** The place of whoever did not come goes to the next waiting, called to the same table. Refuses `hireUnknown`, `employerNotYours`, `hireNotReady`, `tooEarly` (the van has not left). */
export function decideReleaseLate(view: HallView, command: ReleaseLate, context: Context): Result<Decision> {
  const hire = view.hire(command.hireId);
  if (hire === undefined) return refuse('hireUnknown', 'hireId');
  if (!employerStandsHere(view, hire.employerId, command.card, context)) return refuse('employerNotYours', 'hireId');
  if (nextHire(hire.state, 'release') === undefined) return refuse('hireNotReady', 'hireId');
  const job = view.job(hire.jobId);
  const call = view.call(hire.callId);
  if (job === undefined || call === undefined) return refuse('jobUnknown', 'hireId');
  if (context.now <= (job.terms.leaveBy ?? job.terms.startAt)) return refuse('tooEarly', 'hireId');
  return ok({
    facts: [
      { type: 'hireReleased', hireId: hire.hireId, jobId: hire.jobId, businessDay: hire.businessDay, placesLeft: job.placesLeft + 1 },
      ...voidSlip(view, hire),
      ...callTheNext(view, hire.jobId, call.place, context, { count: 1, closing: 0, placesFreed: 1 }),
    ],
    records: [],
  });
}

/** A slip that no printer has taken yet never comes out. */
function voidSlip(view: HallView, hire: HireRow): Fact[] {
  const paper = view.printJobOf({ kind: 'hireSlip', id: hire.hireId });
  return paper?.state === 'queued' ? [{ type: 'printFinished', printJobId: paper.printJobId, outcome: 'failed' }] : [];
}

/** The worker waits again at the old place of the same day, unless a newer number was taken. */
function oldPlace(view: HallView, hire: HireRow): Fact[] {
  if (hire.businessDay !== view.openDay() || view.dayClosed() || view.visitOf(hire.workerId)?.ticketId !== hire.ticketId) return [];
  return view.ticket(hire.ticketId)?.state === 'served' ? [{ type: 'placeGivenBack', ticketId: hire.ticketId, hireId: hire.hireId, reason: 'hireUndone' }] : [];
}
