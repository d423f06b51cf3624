/* Rows of tickets and calls as decisions see them. */
import type { Hold } from '../../../domain/queue/moves/facts.ts';
import type { CallRow, TicketRow, TicketState } from '../../../domain/queue/view.ts';

/** The open business day, inside a query. */
export const today = '(SELECT max(day) FROM business_day)';
export const ticketColumns = `ticket.ticket_id, ticket.number, ticket.place_in_day, ticket.service, ticket.visit_id, ticket.state AS ticket_state, ticket.trades, ticket.queue, ticket.later_queues,
  ticket.rank, ticket.back, ticket.arrival, ticket.base_rank, ticket.own_rank, ticket.hold, ticket.priority, ticket.at AS issued_at, ticket.no_shows, ticket.transfers, ticket.returns, ticket.missed_at, visit.worker_id`;
export const fromTicket = 'FROM ticket LEFT JOIN visit ON visit.visit_id = ticket.visit_id';
export const selectCall = `SELECT call.call_id, call.place_kind, call.place_id, call.job_id, call.times, call.state, call.begun_at, call.at, ${ticketColumns}
  FROM call JOIN ticket USING (ticket_id) LEFT JOIN visit ON visit.visit_id = ticket.visit_id`;

export interface FoundTicket {
  ticket_id: string; number: string; place_in_day: number; service: string; visit_id: string | null; worker_id: string | null; ticket_state: TicketState; trades: string;
  queue: string; later_queues: string; rank: number; back: number; arrival: number; base_rank: number; own_rank: number; hold: string; priority: number; issued_at: number; no_shows: number; transfers: number; returns: number; missed_at: number | null;
}
export interface FoundCall extends FoundTicket { call_id: string; place_kind: 'window' | 'table'; place_id: string; job_id: string | null; times: number; state: string; begun_at: number | null; at: number }

/** Of a job (the one parameter) and a ticket, inside a query: they did not part, or the terms have become better since. `ticketId` is the column of the ticket. */
export const notParted = (ticketId: string): string => `NOT EXISTS (SELECT 1 FROM call JOIN job USING (job_id) LEFT JOIN talk USING (call_id)
  WHERE call.job_id = ? AND call.ticket_id = ${ticketId} AND call.state = 'noAgreement' AND coalesce(talk.at, call.last_at) >= job.improved_at)`;

/** Lists are kept by commas, which no code contains. */
export const listOf = (text: string): string[] => (text === '' ? [] : text.split(','));

export const holdText = (hold: Hold | undefined): string => (hold === undefined ? '' : `${hold.kind}:${hold.id}`);
export function holdOf(text: string): Hold | undefined {
  const [kind, id] = [text.slice(0, text.indexOf(':')), text.slice(text.indexOf(':') + 1)];
  return kind === 'window' || kind === 'person' ? { kind, id } : undefined;
}

export const ticketRow = (found: FoundTicket): TicketRow => ({
  ticketId: found.ticket_id, number: found.number, order: found.place_in_day, service: found.service, queue: found.queue, later: listOf(found.later_queues),
  rank: found.rank, back: found.back, arrival: found.arrival, base: found.base_rank, ownRank: found.own_rank, hold: holdOf(found.hold), priority: found.priority === 1, at: found.issued_at,
  noShows: found.no_shows, transfers: found.transfers, returns: found.returns, missedAt: found.missed_at ?? undefined,
  visitId: found.visit_id ?? undefined, workerId: found.worker_id ?? undefined, state: found.ticket_state, trades: listOf(found.trades),
});
export const callRow = (found: FoundCall): CallRow => ({
  callId: found.call_id, ticket: ticketRow(found), place: { kind: found.place_kind, id: found.place_id },
  jobId: found.job_id ?? undefined, times: found.times, open: found.state === 'open', missed: found.state === 'missed', begun: found.begun_at !== null, at: found.at,
});
