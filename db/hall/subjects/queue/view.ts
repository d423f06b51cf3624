/* Tickets and calls for decisions. Order is where a ticket stands in the hall's sequence, never a time stamp. */
import type { Database } from 'better-sqlite3';
import type { AppointmentsView } from '../../../domain/queue/appointments/view.ts';
import type { LeasesView } from '../../../domain/queue/leases/view.ts';
import type { Place } from '../../../domain/queue/commands.ts';
import { workService } from '../../../domain/queue/facts.ts';
import type { Hold } from '../../../domain/queue/moves/facts.ts';
import type { LeftOpen, QueueView, TicketRow } from '../../../domain/queue/view.ts';
import { callRow, fromTicket, holdText, selectCall, ticketColumns, ticketRow, today, type FoundCall, type FoundTicket, notParted } from './rows.ts';

/** Everything but windows and steps, which are kept by their own files. */
export type TicketsView = Omit<QueueView, 'window' | 'windowsOf' | 'step' | keyof AppointmentsView | keyof LeasesView>;

const select = `SELECT ${ticketColumns} ${fromTicket}`;
const byStanding = 'ticket.rank, ticket.back, ticket.place_in_day';
const inFront = '(ticket.rank, ticket.back, ticket.place_in_day)';

export function ticketsView(sql: Database): TicketsView {
  const ticket = sql.prepare<[string], FoundTicket>(`${select} WHERE ticket.ticket_id = ?`);
  const byNumber = sql.prepare<[string], FoundTicket>(`${select} WHERE ticket.day = ${today} AND ticket.number = ?`);
  const waiting = sql.prepare<[string, number], FoundTicket>(`${select} WHERE ticket.day = ${today} AND ticket.queue IN (SELECT value FROM json_each(?)) AND ticket.state = 'waiting' ORDER BY ${byStanding} LIMIT ?`);
  const ahead = sql.prepare<[string, number, number, number], { n: number }>(`SELECT count(*) AS n FROM ticket WHERE day = ${today} AND queue = ? AND state = 'waiting' AND (rank, back, place_in_day) < (?, ?, ?)`);
  const forJob = sql.prepare<[string, string, number], FoundTicket>(`SELECT ${ticketColumns} FROM ticket_trade JOIN ticket USING (ticket_id) LEFT JOIN visit ON visit.visit_id = ticket.visit_id
    WHERE ticket_trade.day = ${today} AND ticket_trade.trade = ? AND ticket.state = 'waiting'
      AND ${notParted('ticket.ticket_id')}
    ORDER BY ticket_trade.rank, ticket_trade.back, ticket_trade.place_in_day LIMIT ?`);
  const call = sql.prepare<[string], FoundCall>(`${selectCall} WHERE call.call_id = ?`);
  const openOf = sql.prepare<[string], FoundCall>(`${selectCall} WHERE call.ticket_id = ? AND call.state = 'open'`);
  const openAt = sql.prepare<[string, string], FoundCall>(`${selectCall} WHERE call.state = 'open' AND place_kind = ? AND place_id = ? ORDER BY call.at, place_in_day`);
  const silent = sql.prepare<[number, number], FoundCall>(`${selectCall} WHERE call.state = 'open' AND place_kind = 'window' AND call.begun_at IS NULL AND call.last_at <= ? AND +call.day = ${today} ORDER BY call.last_at, place_in_day LIMIT ?`);
  const lastOf = sql.prepare<[string], { call_id: string }>('SELECT call_id FROM call WHERE ticket_id = ? ORDER BY at DESC, call_id DESC LIMIT 1');
  const openFor = sql.prepare<[string], FoundCall>(`${selectCall} WHERE call.state = 'open' AND job_id = ? ORDER BY call.at, place_in_day`);
  return {
    ...dayView(sql), ...edgesView(sql),
    ticket: (ticketId) => { const found = ticket.get(ticketId); return found && ticketRow(found); },
    ticketByNumber: (number) => { const found = byNumber.get(number); return found && ticketRow(found); },
    openCallOf: (ticketId) => { const found = openOf.get(ticketId); return found && callRow(found); },
    waiting: (services, limit) => waiting.all(JSON.stringify(services), limit).map(ticketRow),
    waitingAhead: ({ queue, rank, back, order }) => ahead.get(queue, rank, back, order)?.n ?? 0,
    waitingForJob: (jobId, trade, limit) => forJob.all(trade, jobId, limit).map(ticketRow),
    call: (callId) => { const found = call.get(callId); return found && callRow(found); },
    openCallsAt: (place: Place) => openAt.all(place.kind, place.id).map(callRow),
    silentCalls: (before, limit) => silent.all(before, limit).map(callRow),
    lastCallOf: (ticketId) => lastOf.get(ticketId)?.call_id,
    openCallsForJob: (jobId) => openFor.all(jobId).map(callRow),
  };
}

function dayView(sql: Database): Pick<QueueView, 'openDay' | 'dayClosed' | 'dayOpenedAt' | 'leftOpen' | 'lastOrder' | 'lastArrival' | 'issuedToday' | 'waitingCount'> {
  const day = sql.prepare<[], { day: string; closed_at: number | null; begun_at: number }>('SELECT day, closed_at, coalesce(reopened_at, opened_at) AS begun_at FROM business_day ORDER BY day DESC LIMIT 1');
  const lastOrder = sql.prepare<[], { n: number | null }>(`SELECT max(place_in_day) AS n FROM ticket WHERE day = ${today}`);
  const lastArrival = sql.prepare<[], { arrival: number | null }>(`SELECT max(arrival) AS arrival FROM ticket WHERE day = ${today}`);
  // The end of the index by ORDER BY: max() of the same costs twice as much.
  const lastBehind = sql.prepare<[string, number], { n: number }>(`SELECT serial AS n FROM ticket WHERE day = ${today} AND service = ? AND serial > ? ORDER BY serial DESC LIMIT 1`);
  const lastBefore = sql.prepare<[string, number], { n: number }>(`SELECT serial AS n FROM ticket WHERE day = ${today} AND service = ? AND serial < ? ORDER BY serial DESC LIMIT 1`);
  const waitingCount = sql.prepare<[string], { waiting: number }>(`SELECT waiting FROM waiting_by_service WHERE day = ${today} AND service = ?`);
  // A closed day tells what its closing ended: that is what reopening brings back.
  const left = sql.prepare<[], { state: string; work: number; n: number }>(`SELECT coalesce(closed_from, state) AS state, service = '${workService}' AS work, count(*) AS n FROM ticket
    WHERE day = ${today} AND (state IN ('waiting', 'called', 'parked') OR closed_from IS NOT NULL) GROUP BY 1, 2`);
  return {
    openDay: () => day.get()?.day,
    dayClosed: () => (day.get()?.closed_at ?? null) !== null,
    dayOpenedAt: () => day.get()?.begun_at,
    leftOpen(): LeftOpen {
      const rows = left.all();
      const sum = (state: string, work?: 0 | 1): number => rows.filter((row) => row.state === state && (work === undefined || row.work === work)).reduce((total, row) => total + row.n, 0);
      return { work: sum('waiting', 1), windows: sum('waiting', 0), called: sum('called'), parked: sum('parked') };
    },
    lastArrival: () => lastArrival.get()?.arrival ?? 0,
    lastOrder: () => lastOrder.get()?.n ?? 0,
    issuedToday: (service, but) => lastBehind.get(service, but.to)?.n ?? lastBefore.get(service, but.from)?.n ?? 0,
    waitingCount: (service) => waitingCount.get(service)?.waiting ?? 0,
  };
}

/** Heads and ends of queues: one seek of an index each, however long the queue. */
function edgesView(sql: Database): Pick<QueueView, 'heads' | 'oldest' | 'waitingBehind' | 'lastWaiting' | 'heldFor' | 'parkedAt'> {
  const head = sql.prepare<[string, number], FoundTicket>(`${select} WHERE ticket.day = ${today} AND ticket.queue = ? AND ticket.priority = ? AND ticket.state = 'waiting' AND ticket.hold = '' ORDER BY ${byStanding} LIMIT 1`);
  const heldHead = sql.prepare<[string, number], FoundTicket>(`${select} WHERE ticket.hold = ? AND ticket.priority = ? AND ticket.state = 'waiting' AND ticket.hold <> '' AND ticket.day = ${today} ORDER BY ${byStanding} LIMIT 1`);
  const notPutBack = 'ticket.rank <= ticket.own_rank AND ticket.back <= 0';
  const oldest = sql.prepare<[string], FoundTicket>(`${select} WHERE ticket.day = ${today} AND ticket.queue = ? AND ticket.state = 'waiting' AND ticket.hold = '' AND ${notPutBack} ORDER BY ticket.place_in_day LIMIT 1`);
  // +day: by the hold. By the day SQLite reads every number of it, because they lie in the order that is asked for.
  const heldOldest = sql.prepare<[string], FoundTicket>(`${select} WHERE ticket.hold = ? AND ticket.state = 'waiting' AND ticket.hold <> '' AND +ticket.day = ${today} AND ${notPutBack} ORDER BY ticket.place_in_day LIMIT 1`);
  const held = sql.prepare<[string], FoundTicket>(`${select} WHERE ticket.hold = ? AND ticket.state = 'waiting' AND ticket.hold <> '' AND +ticket.day = ${today} ORDER BY ${byStanding}`);
  const behind = sql.prepare<[string, number, number, number, number], FoundTicket>(`${select} WHERE ticket.day = ${today} AND ticket.queue = ? AND ticket.state = 'waiting' AND ${inFront} > (?, ?, ?) ORDER BY ${byStanding} LIMIT ?`);
  const last = sql.prepare<[string], FoundTicket>(`${select} WHERE ticket.day = ${today} AND ticket.queue = ? AND ticket.state = 'waiting' ORDER BY ticket.rank DESC, ticket.back DESC, ticket.place_in_day DESC LIMIT 1`);
  const parked = sql.prepare<[string], { n: number }>(`SELECT count(*) AS n FROM ticket WHERE day = ${today} AND hold = ? AND state = 'parked'`);
  const found = (rows: readonly (FoundTicket | undefined)[]): TicketRow[] => rows.filter((row) => row !== undefined).map(ticketRow);
  return {
    heads: (services, holds) => found([...services.flatMap((service) => [0, 1].map((priority) => head.get(service, priority))), ...holds.flatMap((hold) => [0, 1].map((priority) => heldHead.get(holdText(hold), priority)))]),
    oldest: (services, holds) => found([...services.map((service) => oldest.get(service)), ...holds.map((hold) => heldOldest.get(holdText(hold)))]),
    waitingBehind: (queue, { rank, back, order }, places) => found(behind.all(queue, rank, back, order, places)).at(-1),
    lastWaiting: (services) => found(services.map((service) => last.get(service))),
    heldFor: (hold: Hold) => held.all(holdText(hold)).map(ticketRow),
    parkedAt: (windowId) => parked.get(`window:${windowId}`)?.n ?? 0,
  };
}
