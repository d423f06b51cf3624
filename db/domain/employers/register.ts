/* Employers enter the hall: a household by card and promise, everyone else by papers that staff have seen. */
import type { Context } from '../context.ts';
import { isTooYoungToWork } from '../law/age.ts';
import type { Card } from '../people/card.ts';
import { localDay } from '../queue/business-day.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Decision, HallView } from '../view.ts';
import type { RegisterContractor, RegisterEmployer, RegisterHousehold } from './commands.ts';
import { hasBannedContractor } from './standing.ts';
import { verifiedFor } from './verify.ts';

/** Refuses `underSixteen`, `promiseMissing`, `employerBanned` (banned as a contractor today, by hall or city, also where this hall knows no such contractor: no way round it under another name); a person who already is a household employer is told the same one again. */
export const decideRegisterHousehold = (view: HallView, command: RegisterHousehold, context: Context): Result<Decision> =>
  registerPerson(view, 'household', command.card, command.promiseVersion, context);

/** Refuses `notYourRole`, `underSixteen`, `promiseMissing`; a person who already is a contractor is told the same one again. Whether the crews are on the list is asked when the contractor is verified. */
export const decideRegisterContractor = (view: HallView, command: RegisterContractor, context: Context): Result<Decision> =>
  context.actor.role === 'console' ? registerPerson(view, 'contractor', command.card, command.promiseVersion, context) : refuse('notYourRole');

function registerPerson(view: HallView, kind: 'household' | 'contractor', card: Card, promiseVersion: string | undefined, context: Context): Result<Decision> {
  if (isTooYoungToWork(card.birth, context.now)) return refuse('underSixteen');
  if (promiseVersion === undefined) return refuse('promiseMissing', 'promiseVersion');
  const known = view.employersOf(card.number);
  const day = localDay(context.now);
  if (kind === 'household' && (hasBannedContractor(known, day) || context.cityBansContractor?.(card.number, day) === true)) return refuse('employerBanned');
  const before = known.find((one) => one.kind === kind);
  if (before !== undefined) return ok({ facts: [], records: [], standing: [{ type: 'employerRegistered', employerId: before.employerId, kind, promiseVersion }] });
  const employerId = context.newId();
  return ok({
    facts: [{ type: 'employerRegistered', employerId, kind, promiseVersion }],
    records: [{ table: 'employer', employerId, name: card.name, creditCode: undefined, idNumber: card.number, representatives: [card.number] }],
  });
}

/** Staff have seen the licence, which verifies for a year. Refuses `notYourRole`, `documentMissing` (an agency without its licence number), `employerAlreadyRegistered`. */
export function decideRegisterEmployer(view: HallView, command: RegisterEmployer, context: Context): Result<Decision> {
  if (context.actor.role !== 'console') return refuse('notYourRole');
  if (command.kind === 'agency' && command.licenceNumber === undefined) return refuse('documentMissing', 'licenceNumber');
  if (view.employerByCreditCode(command.creditCode) !== undefined) return refuse('employerAlreadyRegistered', 'creditCode');
  const employerId = context.newId();
  return ok({
    facts: [{ type: 'employerRegistered', employerId, kind: command.kind, verifiedBy: context.actor.staffId, verifiedUntil: verifiedFor(context.now) }],
    records: [{ table: 'employer', employerId, name: command.name, creditCode: command.creditCode, licenceNumber: command.licenceNumber, representatives: command.representatives }],
  });
}
