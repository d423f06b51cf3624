/* What people want, kept as they say it. */
import type { Context } from '../../context.ts';
import { mayBeCalledFor } from '../../jobs/open-job.ts';
import { mayTakeJob } from '../../jobs/work-conditions.ts';
import { theDay } from '../../queue/day.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Decision, HallView } from '../../view.ts';
import { personOf } from '../who.ts';
import type { ApplyForJob, SetWishes, ShowCertificate } from './commands.ts';

/** One number may want so many jobs by name on one day. */
const appliedLimit = 60;

/** Refuses what `personOf` refuses. */
export function decideSetWishes(view: HallView, { who, wishes }: SetWishes, { actor }: Context): Result<Decision> {
  const person = personOf(view, who, actor);
  return person.ok ? ok({ facts: [{ type: 'wishesSet', workerId: person.value.workerId, wishes }], records: [] }) : person;
}

/** Refuses `notYourRole`, what `personOf` refuses, `documentWrong` (it no longer holds). */
export function decideShowCertificate(view: HallView, { who, held }: ShowCertificate, { actor }: Context): Result<Decision> {
  if (actor.role !== 'console') return refuse('notYourRole');
  const person = personOf(view, who, actor);
  if (!person.ok) return person;
  if (held.until < theDay(view)) return refuse('documentWrong', 'held.until');
  return ok({ facts: [{ type: 'certificateShown', workerId: person.value.workerId, held, by: actor.staffId }], records: [] });
}

/** A second tap is told again. Refuses what `personOf` and `mayBeCalledFor` refuse, `visitUnknown` (no number that waits), `tooYoungForJob`, `alreadyHired`, `tooMany`. */
export function decideApplyForJob(view: HallView, { who, jobId }: ApplyForJob, { actor, now }: Context): Result<Decision> {
  const person = personOf(view, who, actor);
  if (!person.ok) return person;
  const { workerId } = person.value;
  const job = mayBeCalledFor(view, jobId, now);
  if (!job.ok) return job;
  const visit = view.visitOf(workerId);
  const ticket = visit === undefined ? undefined : view.ticket(visit.ticketId);
  if (ticket?.state !== 'waiting') return refuse('visitUnknown', 'who');
  const birth = view.birthOf(workerId);
  if (birth !== undefined && mayTakeJob(birth, job.value.terms, now).kind !== 'may') return refuse('tooYoungForJob', 'jobId');
  if (view.isHiredFor(workerId, jobId)) return refuse('alreadyHired', 'jobId');
  const fact = { type: 'jobAppliedFor' as const, jobId, ticketId: ticket.ticketId, workerId };
  const before = view.appliedFor(ticket.ticketId);
  if (before.includes(jobId)) return ok({ facts: [], records: [], standing: [fact] });
  return before.length >= appliedLimit ? refuse('tooMany', 'jobId') : ok({ facts: [fact], records: [] });
}
