/* Employers enter the hall: a household by card and promise, everyone else by papers that staff have seen. */
import type { Context } from '../context.ts';
import { isTooYoungToWork } from '../law/age.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Decision, HallView } from '../view.ts';
import type { RegisterEmployer, RegisterHousehold } from './commands.ts';

/** Refuses `underSixteen`, `promiseMissing`; a person who already is a household employer is told the same one again. */
export function decideRegisterHousehold(view: HallView, command: RegisterHousehold, context: Context): Result<Decision> {
  if (isTooYoungToWork(command.card.birth, context.now)) return refuse('underSixteen');
  if (command.promiseVersion === undefined) return refuse('promiseMissing', 'promiseVersion');
  const before = view.employersOf(command.card.number).find((one) => one.kind === 'household');
  if (before !== undefined) {
    return ok({ facts: [], records: [], standing: [{ type: 'employerRegistered', employerId: before.employerId, kind: 'household', promiseVersion: command.promiseVersion }] });
  }
  const employerId = context.newId();
  return ok({
    facts: [{ type: 'employerRegistered', employerId, kind: 'household', promiseVersion: command.promiseVersion }],
    records: [{ table: 'employer', employerId, name: command.card.name, creditCode: undefined, representatives: [command.card.number] }],
  });
}

/** Staff have seen the licence. Refuses `notYourRole`, `employerAlreadyRegistered`. */
export function decideRegisterEmployer(view: HallView, command: RegisterEmployer, context: Context): Result<Decision> {
  if (context.actor.role !== 'console') return refuse('notYourRole');
  if (view.employerByCreditCode(command.creditCode) !== undefined) return refuse('employerAlreadyRegistered', 'creditCode');
  const employerId = context.newId();
  return ok({
    facts: [{ type: 'employerRegistered', employerId, kind: command.kind, verifiedBy: context.actor.staffId }],
    records: [{ table: 'employer', employerId, name: command.name, creditCode: command.creditCode, representatives: command.representatives }],
  });
}
