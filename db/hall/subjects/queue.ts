/* Days, tickets and calls in SQLite. Order is the hall's sequence of the day, never a time stamp. */
import type { Database } from 'better-sqlite3';
import type { FactOf } from '../../domain/fact.ts';
import type { Place } from '../../domain/queue/commands.ts';
import type { CallRow, QueueView, TicketRow, TicketState } from '../../domain/queue/view.ts';
import type { Instant } from '../../domain/scalars.ts';
import { serialOf } from './serial.ts';

export type QueueStore = ReturnType<typeof openQueue>;

const today = '(SELECT max(day) FROM business_day)';
const ticketColumns = 'ticket.ticket_id, ticket.number, ticket.place_in_day, ticket.service, ticket.visit_id, ticket.state AS ticket_state, ticket.trades, visit.worker_id';
const fromTicket = 'FROM ticket LEFT JOIN visit ON visit.visit_id = ticket.visit_id';

interface FoundTicket { ticket_id: string; number: string; place_in_day: number; service: string; visit_id: string | null; worker_id: string | null; ticket_state: TicketState; trades: string }
interface FoundCall extends FoundTicket { call_id: string; place_kind: 'window' | 'table'; place_id: string; job_id: string | null; times: number; state: string; at: number }

const ticketRow = (found: FoundTicket): TicketRow => ({
  ticketId: found.ticket_id, number: found.number, order: found.place_in_day, service: found.service,
  visitId: found.visit_id ?? undefined, workerId: found.worker_id ?? undefined, state: found.ticket_state,
  trades: found.trades === '' ? [] : found.trades.split(','),
});
const callRow = (found: FoundCall): CallRow => ({
  callId: found.call_id, ticket: ticketRow(found), place: { kind: found.place_kind, id: found.place_id },
  jobId: found.job_id ?? undefined, times: found.times, open: found.state === 'open', at: found.at,
});

export function openQueue(sql: Database) {
  return { view: queueView(sql), ...queueRecord(sql) };
}

function queueView(sql: Database): QueueView {
  const day = sql.prepare<[], { day: string | null }>('SELECT max(day) AS day FROM business_day');
  const lastOrder = sql.prepare<[], { n: number | null }>(`SELECT max(place_in_day) AS n FROM ticket WHERE day = ${today}`);
  const lastSerial = sql.prepare<[string], { n: number | null }>(`SELECT max(serial) AS n FROM ticket WHERE day = ${today} AND service = ?`);
  const ahead = sql.prepare<[string, number], { n: number }>(`SELECT count(*) AS n FROM ticket WHERE day = ${today} AND service = ? AND state = 'waiting' AND place_in_day < ?`);
  const waitingCount = sql.prepare<[string], { waiting: number }>(`SELECT waiting FROM waiting_by_service WHERE day = ${today} AND service = ?`);
  const ticket = sql.prepare<[string], FoundTicket>(`SELECT ${ticketColumns} ${fromTicket} WHERE ticket.ticket_id = ?`);
  const waiting = sql.prepare<[string, number], FoundTicket>(`SELECT ${ticketColumns} ${fromTicket} WHERE ticket.day = ${today} AND service IN (SELECT value FROM json_each(?)) AND ticket.state = 'waiting'
    ORDER BY place_in_day LIMIT ?`);
  const forJob = sql.prepare<[string, string, number], FoundTicket>(`SELECT ${ticketColumns} FROM ticket_trade JOIN ticket USING (ticket_id) LEFT JOIN visit ON visit.visit_id = ticket.visit_id
    WHERE ticket_trade.day = ${today} AND ticket_trade.trade = ? AND ticket.state = 'waiting'
      AND NOT EXISTS (SELECT 1 FROM call WHERE call.job_id = ? AND call.ticket_id = ticket.ticket_id AND call.state = 'noAgreement')
    ORDER BY ticket_trade.place_in_day LIMIT ?`);
  const selectCall = `SELECT call.call_id, call.place_kind, call.place_id, call.job_id, call.times, call.state, call.at, ${ticketColumns}
    FROM call JOIN ticket USING (ticket_id) LEFT JOIN visit ON visit.visit_id = ticket.visit_id`;
  const call = sql.prepare<[string], FoundCall>(`${selectCall} WHERE call.call_id = ?`);
  const openAt = sql.prepare<[string, string], FoundCall>(`${selectCall} WHERE call.state = 'open' AND place_kind = ? AND place_id = ? ORDER BY call.at, place_in_day`);
  const openFor = sql.prepare<[string], FoundCall>(`${selectCall} WHERE call.state = 'open' AND job_id = ? ORDER BY call.at, place_in_day`);
  return {
    openDay: () => day.get()?.day ?? undefined,
    lastOrder: () => lastOrder.get()?.n ?? 0,
    issuedToday: (service) => lastSerial.get(service)?.n ?? 0,
    waitingCount: (service) => waitingCount.get(service)?.waiting ?? 0,
    waitingAhead: (service, order) => ahead.get(service, order)?.n ?? 0,
    ticket: (ticketId) => { const found = ticket.get(ticketId); return found && ticketRow(found); },
    waiting: (services, limit) => waiting.all(JSON.stringify(services), limit).map(ticketRow),
    waitingForJob: (jobId, trade, limit) => forJob.all(trade, jobId, limit).map(ticketRow),
    call: (callId) => { const found = call.get(callId); return found && callRow(found); },
    openCallsAt: (place: Place) => openAt.all(place.kind, place.id).map(callRow),
    openCallsForJob: (jobId) => openFor.all(jobId).map(callRow),
  };
}

function queueRecord(sql: Database) {
  const insertDay = sql.prepare('INSERT INTO business_day (day, opened_at) VALUES (?, ?)');
  const insertTicket = sql.prepare(`INSERT INTO ticket (ticket_id, day, place_in_day, visit_id, service, serial, number, ahead, trades, state, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?)`);
  const insertTrade = sql.prepare('INSERT INTO ticket_trade (trade, day, place_in_day, ticket_id) VALUES (?, ?, ?, ?)');
  const setTicket = sql.prepare('UPDATE ticket SET state = ? WHERE ticket_id = ?');
  const insertCall = sql.prepare(`INSERT INTO call (call_id, ticket_id, day, place_kind, place_id, job_id, times, state, at, last_at) VALUES (?, ?, ${today}, ?, ?, ?, 1, 'open', ?, ?)`);
  const repeatCall = sql.prepare('UPDATE call SET times = ?, last_at = ? WHERE call_id = ?');
  const setCall = sql.prepare('UPDATE call SET state = ? WHERE call_id = ?');
  return {
    dayOpened: (fact: FactOf<'dayOpened'>, now: Instant) => insertDay.run(fact.businessDay, now),
    issued(fact: FactOf<'ticketIssued'>, now: Instant): void {
      insertTicket.run(fact.ticketId, fact.businessDay, fact.order, fact.visitId ?? null, fact.service, serialOf(fact.number), fact.number, fact.ahead, fact.trades.join(','), now);
      for (const trade of fact.trades) insertTrade.run(trade, fact.businessDay, fact.order, fact.ticketId);
    },
    called(fact: FactOf<'ticketCalled'>, now: Instant): void {
      insertCall.run(fact.callId, fact.ticketId, fact.place.kind, fact.place.id, fact.jobId ?? null, now, now);
      setTicket.run('called', fact.ticketId);
    },
    repeated: (fact: FactOf<'callRepeated'>, now: Instant) => repeatCall.run(fact.times, now, fact.callId),
    missed(fact: FactOf<'noShowMarked'>): void {
      setCall.run('missed', fact.callId);
      setTicket.run('missed', fact.ticketId);
    },
    ended(fact: FactOf<'callEnded'>): void {
      setCall.run(fact.outcome, fact.callId);
      setTicket.run(fact.outcome === 'served' || fact.outcome === 'hired' ? 'served' : 'waiting', fact.ticketId);
    },
  };
}
