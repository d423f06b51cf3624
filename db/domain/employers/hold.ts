/* Watched, banned, lifted, trusted: every one with who, why and until when (F10, F21). */
import type { Context } from '../context.ts';
import type { Fact } from '../fact.ts';
import { takenDown } from '../jobs/take-down.ts';
import { localDay } from '../queue/business-day.ts';
import { noteOf } from '../records/note.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Decision, HallView } from '../view.ts';
import type { LiftStanding, SetEmployerStanding, SetTrust } from './commands.ts';
import { liveJobsUnder, ownStandingOn } from './standing.ts';

/** A ban takes every job of the employer off every screen in the same step, also those that others posted for it, and a contractor's own as a household. Refuses `notYourRole`, `employerUnknown`, `dateImpossible`, `reasonMissing` (`other` without a note). */
export function decideSetEmployerStanding(view: HallView, command: SetEmployerStanding, context: Context): Result<Decision> {
  if (context.actor.role !== 'console') return refuse('notYourRole');
  const by = context.actor.staffId;
  const employer = view.employer(command.employerId);
  if (employer === undefined) return refuse('employerUnknown', 'employerId');
  if (command.until !== undefined && command.until < localDay(context.now)) return refuse('dateImpossible', 'until');
  if (command.reason === 'other' && command.note === undefined) return refuse('reasonMissing', 'note');
  const { employerId } = employer;
  const note = noteOf(command.note, employerId, context.newId);
  const set: Fact = {
    type: 'employerStandingSet', employerId, standing: command.standing, reason: command.reason, by,
    ...(command.until === undefined ? {} : { until: command.until }), ...note.fact,
  };
  const jobs = command.standing === 'banned' ? liveJobsUnder(view, employer).flatMap((jobId) => takenDown(view, jobId, 'employerBanned', by)) : [];
  return ok({ facts: [set, ...jobs], records: note.records });
}

/** Refuses `notYourRole`, `employerUnknown`, `notHeld` (neither watched nor banned by this hall today: what the city said only the city lifts), `reasonMissing`. */
export function decideLiftStanding(view: HallView, command: LiftStanding, context: Context): Result<Decision> {
  if (context.actor.role !== 'console') return refuse('notYourRole');
  const employer = view.employer(command.employerId);
  if (employer === undefined) return refuse('employerUnknown', 'employerId');
  if (ownStandingOn(employer, localDay(context.now)) === 'normal') return refuse('notHeld', 'employerId');
  if (command.reason === 'other' && command.note === undefined) return refuse('reasonMissing', 'note');
  const note = noteOf(command.note, employer.employerId, context.newId);
  return ok({ facts: [{ type: 'employerStandingLifted', employerId: employer.employerId, reason: command.reason, by: context.actor.staffId, ...note.fact }], records: note.records });
}

/** Refuses `notYourRole`, `employerUnknown`, `reasonMissing`. Trust counts only while the employer is verified and not held. */
export function decideSetTrust(view: HallView, command: SetTrust, context: Context): Result<Decision> {
  if (context.actor.role !== 'console') return refuse('notYourRole');
  const employer = view.employer(command.employerId);
  if (employer === undefined) return refuse('employerUnknown', 'employerId');
  if (command.reason === 'other' && command.note === undefined) return refuse('reasonMissing', 'note');
  const note = noteOf(command.note, employer.employerId, context.newId);
  return ok({
    facts: [{ type: 'employerTrustSet', employerId: employer.employerId, trusted: command.trusted, reason: command.reason, by: context.actor.staffId, ...note.fact }],
    records: note.records,
  });
}
