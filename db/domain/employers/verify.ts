/* The desk looks at papers: verified by whom, when and until, or declined with what is missing (F10). */
import type { Context } from '../context.ts';
import { localDay } from '../queue/business-day.ts';
import { noteOf } from '../records/note.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { BusinessDay, Instant } from '../scalars.ts';
import type { Decision, HallView } from '../view.ts';
import type { DeclineVerification, VerifyEmployer } from './commands.ts';
import { requiredDocuments } from './documents.ts';
import type { EmployerRow } from './view.ts';

const dayMs = 24 * 3_600_000;
/** Looked at again at least so often: licences are cancelled and crews change. */
const usualDays = 365;
const mostDays = 3 * 366;

/** The last day of a verification made at `now`, when nobody names another. */
export const verifiedFor = (now: Instant): BusinessDay => localDay(now + usualDays * dayMs);

/** Refuses `notYourRole`, `employerUnknown`, `documentMissing` (with the document's name; a contractor's crew list is missing while no crew is on it), `dateImpossible`. */
export function decideVerifyEmployer(view: HallView, command: VerifyEmployer, context: Context): Result<Decision> {
  if (context.actor.role !== 'console') return refuse('notYourRole');
  const employer = view.employer(command.employerId);
  if (employer === undefined) return refuse('employerUnknown', 'employerId');
  const missing = requiredDocuments[employer.kind].find((document) => !command.documents.includes(document) || (document === 'crewList' && view.crewCount(employer.employerId) === 0));
  if (missing !== undefined) return refuse('documentMissing', `documents.${missing}`);
  const until = command.until ?? verifiedFor(context.now);
  if (until < localDay(context.now) || until > localDay(context.now + mostDays * dayMs)) return refuse('dateImpossible', 'until');
  return ok({ facts: [{ type: 'employerVerified', employerId: employer.employerId, documents: [...new Set(command.documents)], until, by: context.actor.staffId }], records: [] });
}

/** Ends any verification that stood. Refuses `notYourRole`, `employerUnknown`, `documentWrong` (nothing that this kind has to show). */
export function decideDeclineVerification(view: HallView, command: DeclineVerification, context: Context): Result<Decision> {
  if (context.actor.role !== 'console') return refuse('notYourRole');
  const employer: EmployerRow | undefined = view.employer(command.employerId);
  if (employer === undefined) return refuse('employerUnknown', 'employerId');
  const needed = requiredDocuments[employer.kind];
  const wrong = command.missing.findIndex((document) => !needed.includes(document));
  if (wrong >= 0) return refuse('documentWrong', `missing.${wrong}`);
  const note = noteOf(command.note, employer.employerId, context.newId);
  return ok({
    facts: [{ type: 'verificationDeclined', employerId: employer.employerId, missing: [...new Set(command.missing)], by: context.actor.staffId, ...note.fact }],
    records: note.records,
  });
}
