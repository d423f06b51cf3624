/* Answers, offers and named requests in SQLite, and the orders in which a job's mode calls. Tickets and calls themselves are the queue's. */
import type { Database } from 'better-sqlite3';
import type { FactOf } from '../../../domain/fact.ts';
import { workService } from '../../../domain/queue/facts.ts';
import type { CallRow, QueueView, TicketRow } from '../../../domain/queue/view.ts';
import type { Instant } from '../../../domain/scalars.ts';
import type { TalkRow, TalksView } from '../../../domain/talks/view.ts';
import { notParted } from '../queue/rows.ts';

const today = '(SELECT max(day) FROM business_day)';

export function openTalks(sql: Database, queue: QueueView) {
  return { view: talksView(sql, queue), ...talksRecord(sql) };
}

function talksView(sql: Database, queue: QueueView): TalksView {
  const talk = sql.prepare<[string], { call_id: string; state: TalkRow['state']; at: number }>('SELECT call_id, state, at FROM talk WHERE call_id = ?');
  const overdue = sql.prepare<[Instant, Instant, number], { call_id: string }>(`SELECT call.call_id FROM call LEFT JOIN talk USING (call_id)
    WHERE call.state = 'open' AND call.job_id IS NOT NULL AND ((talk.state IS NULL AND call.last_at < ?) OR (talk.state = 'accepted' AND talk.at < ?))
    ORDER BY call.last_at, call.call_id LIMIT ?`);
  const ofVisit = sql.prepare<[string], { ticket_id: string }>(`SELECT ticket_id FROM ticket WHERE visit_id = ? AND service = '${workService}' ORDER BY place_in_day DESC LIMIT 1`);
  const parted = sql.prepare<[string, string], { free: 0 | 1 }>(`SELECT ${notParted('ticket.ticket_id')} AS free FROM ticket WHERE ticket_id = ?`);
  // Each trade turns for itself: work of another trade takes nobody's turn. Who never had such work here comes before everybody: coalesce to 0, which is before every hire; so does who was put in front.
  const byTurn = sql.prepare<[string, string, number], { ticket_id: string }>(`SELECT ticket.ticket_id FROM ticket_trade JOIN ticket USING (ticket_id) LEFT JOIN visit ON visit.visit_id = ticket.visit_id
    WHERE ticket_trade.day = ${today} AND ticket_trade.trade = ? AND ticket.state = 'waiting' AND ${notParted('ticket.ticket_id')}
    ORDER BY coalesce((SELECT max(hire.ends_at) FROM hire JOIN job USING (job_id) WHERE hire.worker_id = visit.worker_id AND job.trade = ticket_trade.trade AND hire.state NOT IN ('undone', 'released')), 0) * (ticket.rank > 0), ticket.rank, ticket.back, ticket.place_in_day LIMIT ?`);
  const tickets = (found: readonly { ticket_id: string }[]): TicketRow[] => found.map((row) => queue.ticket(row.ticket_id)).filter((row) => row !== undefined);
  return {
    talk: (callId) => { const found = talk.get(callId); return found && { callId: found.call_id, state: found.state, at: found.at }; },
    overdueCalls: (calledBefore, acceptedBefore, limit) => overdue.all(calledBefore, acceptedBefore, limit).map((row) => queue.call(row.call_id)).filter((row): row is CallRow => row !== undefined),
    ticketOfVisit: (visitId) => { const found = ofVisit.get(visitId); return found && queue.ticket(found.ticket_id); },
    partedFrom: (jobId, ticketId) => parted.get(jobId, ticketId)?.free === 0,
    waitingByTurn: (jobId, trade, limit) => tickets(byTurn.all(trade, jobId, limit)),
  };
}

function talksRecord(sql: Database) {
  const answer = sql.prepare('INSERT INTO talk (call_id, state, refused_by, reason, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET state = excluded.state, refused_by = excluded.refused_by, reason = excluded.reason, at = excluded.at');
  const insertNamed = sql.prepare('INSERT INTO named_request (call_id, job_id, at) VALUES (?, ?, ?)');
  // Rank 0 is before every place of the sequence; among them the sequence decides.
  const putInFront = sql.prepare("UPDATE ticket SET rank = 0, back = 0, step = '' WHERE ticket_id = ?");
  // What somebody has said about a call can no longer be taken back by undoing the call.
  const touch = sql.prepare("UPDATE call SET step = '' WHERE call_id = ?");
  const insertOffer = sql.prepare('INSERT INTO offer (offer_id, call_id, side, amount_fen, unit, at) VALUES (?, ?, ?, ?, ?, ?)');
  return {
    accepted(fact: FactOf<'callAccepted'>, now: Instant): void {
      answer.run(fact.callId, 'accepted', null, null, now);
      touch.run(fact.callId);
    },
    refused: (fact: FactOf<'callRefused'>, now: Instant) => answer.run(fact.callId, 'refused', fact.by, fact.reason, now),
    lapsed: (fact: FactOf<'callLapsed'>, now: Instant) => answer.run(fact.callId, 'lapsed', null, fact.phase, now),
    named: (fact: FactOf<'namedRequestMade'>, now: Instant) => insertNamed.run(fact.callId, fact.jobId, now),
    putInFront(fact: FactOf<'ticketsPutInFront'>): void {
      for (const ticketId of fact.ticketIds) putInFront.run(ticketId);
    },
    offered(fact: FactOf<'offerRecorded'>, now: Instant): void {
      insertOffer.run(fact.offerId, fact.callId, fact.side, fact.pay.amountFen, fact.pay.unit, now);
      touch.run(fact.callId);
    },
  };
}
