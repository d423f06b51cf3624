/* Erasure: what tells who somebody was goes from every table, the facts stay and count (个人信息保护法 art. 47). */
import type { Context } from '../../context.ts';
import type { Fact } from '../../fact.ts';
import { theDay } from '../../queue/day.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Decision, HallView } from '../../view.ts';
import { standsBeside } from '../../staff/second-person.ts';
import { leaveCrewFacts } from '../crews/decide.ts';
import { personOf } from '../who.ts';
import type { EraseWorker } from './commands.ts';
import type { WorkerErased } from './facts.ts';

/** Every record of the person at once, with one receipt number. Refuses what `personOf` refuses, `notYourRole` (everywhere: only a supervisor at a desk), `secondPersonMissing` (at a desk: what is erased does not come back), `erasureWaits` while the person is called to a window or table. */
export function decideEraseWorker(view: HallView, command: EraseWorker, context: Context): Result<Decision> {
  const person = personOf(view, command.who, context.actor);
  if (!person.ok) return person;
  if (command.everywhere === true && !mayEraseEverywhere(context)) return refuse('notYourRole', 'everywhere');
  const second = standsBeside(context.actor);
  if (!second.ok) return second;
  const visit = view.visitOf(person.value.workerId);
  if (visit !== undefined && view.ticket(visit.ticketId)?.state === 'called') return refuse('erasureWaits', 'who');
  const facts = erasureOf(view, person.value.workerId, command.reason, erasureReceipt(view, 1), context);
  const found = command.everywhere === true ? view.erasureMark(person.value.workerId, context.newId()) : undefined;
  // Without a number nobody else can know who it is: then this hall is all there is.
  return ok({ facts: found === undefined ? facts : facts.map((fact) => (fact.type === 'workerErased' && fact.workerId === found.workerId ? { ...fact, everywhere: { ...found.mark, at: context.now } } : fact)), records: [] });
}

/** Who answers for what every hall does. */
const mayEraseEverywhere = ({ actor }: Context): boolean => actor.role === 'console' && (actor.staffRole === 'supervisor' || actor.staffRole === 'admin');

/** `n`: the how-manieth receipt of this decision. */
export const erasureReceipt = (view: HallView, n: number): string => `${theDay(view).replaceAll('-', '')}-${String(view.erasuresToday() + n).padStart(3, '0')}`;

/** Consents end, the crew goes on without, an open help case closes, and each record is erased. */
export function erasureOf(view: HallView, workerId: string, reason: WorkerErased['reason'], receipt: string, { actor }: Context): Fact[] {
  const by = actor.role === 'console' ? { by: actor.staffId } : {};
  const beside = actor.role === 'console' && actor.second !== undefined ? { approvedBy: actor.second } : {};
  const visit = view.visitOf(workerId);
  const helpCase = view.openHelpCaseOf(workerId);
  return [
    ...view.consentsOf(workerId).map((one): Fact => ({ type: 'consentWithdrawn', workerId: one.workerId, purpose: one.purpose })),
    ...(visit === undefined ? [] : leaveCrewFacts(view, visit.visitId)),
    ...(helpCase === undefined ? [] : [{ type: 'helpCaseClosed' as const, caseId: helpCase.caseId, outcome: 'erased' as const, ...by }]),
    ...view.recordsOf(workerId).map((record): Fact => ({ type: 'workerErased', workerId: record, receipt, reason, ...by, ...beside })),
  ];
}
