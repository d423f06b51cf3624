/* What stands beside a call about the person who was called: numbers of today and before, and disputes, without what was said in them. */
import type { Database } from 'better-sqlite3';
import type { DisputeBrief } from '../../../domain/hiring/asked.ts';
import type { TicketState } from '../../../domain/queue/view.ts';
import { recordsBeside } from '../../subjects/people/person-sql.ts';
import { disputeBriefOf, type FoundDispute } from '../hiring/hire-rows.ts';

export interface OwnTicket { readonly ticketId: string; readonly day: string; readonly number: string; readonly service: string; readonly state: TicketState; readonly notes: number }
interface Asked { readonly workerId: string; readonly limit: number }

export function openAtCall(sql: Database) {
  const tickets = sql.prepare<[Asked], OwnTicket>(`SELECT ticket.ticket_id AS ticketId, ticket.day, ticket.number, ticket.service, ticket.state, (SELECT count(*) FROM ticket_note WHERE ticket_note.ticket_id = ticket.ticket_id) AS notes
    FROM visit JOIN ticket ON ticket.visit_id = visit.visit_id WHERE visit.worker_id IN ${recordsBeside('@workerId')} ORDER BY ticket.day DESC, ticket.place_in_day DESC LIMIT @limit`);
  const disputes = sql.prepare<[Asked], FoundDispute>(`SELECT dispute_id, number, state, opened_at, answer_by, mediate_by, transferred_to, outcome FROM dispute
    WHERE worker_id IN ${recordsBeside('@workerId')} ORDER BY opened_at DESC, dispute_id DESC LIMIT @limit`);
  return {
    /** The newest first. */
    ticketsOf: (workerId: string, limit: number): OwnTicket[] => tickets.all({ workerId, limit }),
    /** The newest first; who was told what stays in the dispute itself. */
    disputesOf: (workerId: string, limit: number): DisputeBrief[] => disputes.all({ workerId, limit }).map(disputeBriefOf),
  };
}
