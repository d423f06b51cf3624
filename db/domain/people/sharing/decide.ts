/* Telling the city of a person, and obeying the city's erasures. */
import type { Context } from '../../context.ts';
import { dayIsOver } from '../../queue/day.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Decision, HallView } from '../../view.ts';
import { erasureOf, erasureReceipt } from '../data/erase.ts';
import type { HearErasure, ShareWorker, TakeCityKey } from './commands.ts';

/** Refuses `notYourRole`, `workerUnknown`, `consentMissing sharing`: consent may have ended since the box was closed. */
export function decideShareWorker(view: HallView, { workerId, share }: ShareWorker, { actor }: Context): Result<Decision> {
  if (actor.role !== 'agent') return refuse('notYourRole');
  const worker = view.worker(workerId);
  if (worker?.workerId !== workerId) return refuse('workerUnknown', 'workerId');
  if (!view.consentsOf(workerId).some((one) => one.purpose === 'sharing')) return refuse('consentMissing', 'sharing');
  return ok({ facts: [{ type: 'workerShared', workerId, share }], records: [] });
}

/** Every record of everybody who was found, and that the hall has heard. Refuses `notYourRole`, `erasureWaits` while one of them is called to a window or table; not for a call that was left open on a day that is over, because nobody stands there and nothing else may begin the next one. */
export function decideHearErasure(view: HallView, { erasure, at, workerIds }: HearErasure, context: Context): Result<Decision> {
  if (context.actor.role !== 'agent') return refuse('notYourRole');
  // A record that was merged or erased since it was found is found as its person, or not at all.
  const persons = [...new Set(workerIds.flatMap((workerId) => view.worker(workerId)?.workerId ?? []))];
  const over = dayIsOver(view, context.now);
  for (const workerId of persons) {
    const visit = view.visitOf(workerId);
    if (!over && visit !== undefined && view.ticket(visit.ticketId)?.state === 'called') return refuse('erasureWaits', 'workerIds');
  }
  const facts = persons.flatMap((workerId, index) => erasureOf(view, workerId, 'cityAsked', erasureReceipt(view, index + 1), context));
  return ok({ facts: [...facts, { type: 'erasureHeard', erasure, at, records: facts.filter(({ type }) => type === 'workerErased').length }], records: [] });
}

/** What stands already is not said twice. Refuses `notYourRole`. */
export function decideTakeCityKey(view: HallView, { keyId }: TakeCityKey, { actor }: Context): Result<Decision> {
  if (actor.role !== 'agent') return refuse('notYourRole');
  const fact = { type: 'cityKeyTaken' as const, keyId };
  return ok(view.cityKeyTaken() === keyId ? { facts: [], records: [], standing: [fact] } : { facts: [fact], records: [] });
}
