/* A ticket that waits again: the one fact for every way back into a queue. */
import type { QueueView, TicketRow } from '../view.ts';
import type { Hold, TicketRequeued } from './facts.ts';

/** `ticket` as it will be: queue, services after it, standing and hold are taken from it. `callId`: the call that is over with it. */
export const requeued = (ticket: TicketRow, step: string | undefined, why: TicketRequeued['why'], callId?: string): TicketRequeued => ({
  type: 'ticketRequeued', ...(step === undefined ? {} : { step }), ticketId: ticket.ticketId, ...(callId === undefined ? {} : { callId }),
  queue: ticket.queue, later: [...ticket.later], rank: ticket.rank, back: ticket.back, ...(ticket.hold === undefined ? {} : { hold: ticket.hold }), why,
});

/** The place in the hall's sequence that the number was issued with, for everybody to call. */
export const atOriginalPlace = (ticket: TicketRow): TicketRow => ({ ...ticket, rank: ticket.ownRank, back: 0, hold: undefined });

/** Somebody sits at the window that alone may call, or the person at some window: else nobody would ever call it. */
export const holderIsThere = (view: QueueView, hold: Hold): boolean =>
  hold.kind === 'window' ? view.window(hold.id).staffId !== undefined : view.windowsOf(hold.id).length > 0;

/** Held on only while the holder is there. */
export const heldWhilePossible = (view: QueueView, ticket: TicketRow): TicketRow =>
  ticket.hold === undefined || holderIsThere(view, ticket.hold) ? ticket : { ...ticket, hold: undefined };

/** The ticket in the queue of its next service, at its original place; undefined when it has none. */
export function inNextService(ticket: TicketRow): TicketRow | undefined {
  const [queue, ...later] = ticket.later;
  return queue === undefined ? undefined : { ...atOriginalPlace(ticket), queue, later };
}
