/* The one key of the windows: virtual arrival = check-in − head start, in milliseconds. Nothing in it changes with the clock, so the order never has to be refreshed and nobody is starved by growing claims of others. */
import type { PriorityReason } from '../moves/commands.ts';
import type { QueueRules } from '../rules.ts';
import type { Instant } from '../../scalars.ts';

const minuteMs = 60_000;
/** Numbers of a day that began before arrivals were kept carry their place in the sequence, 1 to some thousands: they stand in front of every moment, and are never moved among themselves. */
const earliestMoment = 946_684_800_000;

/** What a number's places follow from. `base`: virtual arrival without head start; later or earlier than `arrival` only with an appointment. */
export interface Arrived { readonly arrival: number; readonly base: number }

/** The moment that a number taken now counts from. No two numbers of a day share one, and the sequence decides: after a clock that jumped back each counts a millisecond more than the last. */
export const arrivalNow = (view: { lastArrival(): number }, now: Instant): number => Math.max(now, view.lastArrival() + 1);

/** The virtual arrival with the head start of these reasons; together never more than `most` before the check-in. */
export function withHeadStart({ arrival, base }: Arrived, reasons: readonly PriorityReason[], { headStart }: QueueRules): number {
  const minutes = reasons.reduce((sum, reason) => sum + headStart[reason], 0);
  return earlierBy(arrival, base, minutes, headStart.most);
}

/** The place of a number that is sent on: its own, and so much earlier for each time. */
export const afterTransfer = (ticket: { readonly arrival: number; readonly ownRank: number; readonly transfers: number }, { transferMinutes, headStart }: QueueRules): number =>
  earlierBy(ticket.arrival, ticket.ownRank, transferMinutes * (ticket.transfers + 1), headStart.most);

/** The place of a missed number that keeps half of its wait. */
export const halfWait = (ticket: { readonly ownRank: number }, now: Instant): number => (ticket.ownRank < earliestMoment ? ticket.ownRank : Math.max(ticket.ownRank, now - Math.floor((now - ticket.ownRank) / 2)));

/** Waits longer than the hall allows, counted from the check-in; a number that was put back waits by its new place. */
export const isOverdue = (ticket: { readonly arrival: number; readonly rank: number; readonly back: number; readonly ownRank: number }, overdueMinutes: number, now: Instant): boolean =>
  now - ticket.arrival > overdueMinutes * minuteMs && ticket.rank <= ticket.ownRank && ticket.back <= 0;

function earlierBy(arrival: number, from: number, minutes: number, most: number): number {
  if (arrival < earliestMoment) return from;
  // An appointment may stand before the check-in already: all together keep to `most`.
  return Math.min(from, Math.max(from - minutes * minuteMs, arrival - most * minuteMs));
}
