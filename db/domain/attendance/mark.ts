/* One step of a hire after the agreement: arrived, done or paid, told by the employer or by staff. */
import type { Fact } from '../fact.ts';
import { nextHire } from '../hiring/states/hire.ts';
import type { HireRow } from '../hiring/view.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { HallView } from '../view.ts';

export interface Mark { readonly event: 'arrive' | 'finish' | 'pay'; readonly by: 'employer' | 'staff'; readonly paidFen?: number | undefined }

/** Refuses `hireNotReady`. */
export function markFacts(view: HallView, hire: HireRow, { event, by, paidFen }: Mark): Result<readonly Fact[]> {
  const { hireId } = hire;
  if (nextHire(hire.state, event) === undefined) return refuse('hireNotReady', 'hireId');
  switch (event) {
    case 'arrive': return ok([{ type: 'arrivalMarked', hireId, by }]);
    case 'finish': return ok([{ type: 'workDone', hireId, by }, ...placeKept(view, hire)]);
    case 'pay': return ok([{ type: 'payMarked', hireId, by, ...(paidFen === undefined ? {} : { paidFen }) }, ...placeKept(view, hire)]);
  }
}

/** After a short job the worker's number waits again at its old place, while its day lasts. */
export function placeKept(view: HallView, hire: HireRow): Fact[] {
  if (!hire.keepsPlace || hire.businessDay !== view.openDay() || view.dayClosed()) return [];
  const ticket = view.ticket(hire.ticketId);
  // Whoever has taken another number since waits with that one.
  const newest = view.visitOf(hire.workerId)?.ticketId;
  return ticket?.state === 'served' && newest === hire.ticketId ? [{ type: 'placeGivenBack', ticketId: hire.ticketId, hireId: hire.hireId, reason: 'shortJobDone' }] : [];
}
