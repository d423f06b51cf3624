/* Queues as kiosk and staff read them: how long, who waits, what happened to a number. Numbers, never names; classes and reasons are not read here. */
import type { Database } from 'better-sqlite3';
import type { Place } from '../../domain/queue/commands.ts';
import type { Hold } from '../../domain/queue/moves/facts.ts';
import { learnWait, servicesKept, waitRange, type Served, type WaitModel, type WaitRange } from '../../domain/queue/turn/wait-range.ts';
import type { Standing } from '../../domain/queue/turn/order.ts';
import type { TicketRow } from '../../domain/queue/view.ts';
import type { Instant } from '../../domain/scalars.ts';
import type { Subjects } from '../record.ts';
import { fromTicket, ticketColumns, ticketRow, today, type FoundTicket } from '../subjects/queue/rows.ts';

/** What was learnt of a queue is kept so long: a floor asks for twenty queues ten times a second. */
const learntForMs = 15_000;
const callsShown = 50;
const notesShown = 50;

export interface QueuedTicket { readonly ticketId: string; readonly number: string; readonly state: TicketRow['state']; readonly since: Instant; readonly later: string[]; readonly hold?: Hold; readonly standing: Standing }
export interface TicketStory extends QueuedTicket {
  readonly service: string; readonly queue: string; readonly noShows: number; readonly transfers: number; readonly returns: number; readonly missedAt?: Instant; readonly notes: number;
  readonly undo?: { readonly of: string; readonly act: string; readonly by: string; readonly at: Instant };
  readonly calls: { readonly callId: string; readonly to: Place; readonly queue: string; readonly at: Instant; readonly times: number; readonly state: string; readonly result?: string }[];
}
export interface Note { readonly noteId: string; readonly by: string; readonly at: Instant; readonly text: string }
export interface Wait { readonly ahead: number; readonly wait?: Omit<WaitRange, 'ahead'> }

export function openQueueFace(sql: Database, { queue: { view }, notes: texts }: Subjects) {
  const waits = openWaits(sql);
  const page = sql.prepare<[string, number, number, number, number], FoundTicket>(`SELECT ${ticketColumns} ${fromTicket} WHERE ticket.day = ${today} AND ticket.queue = ? AND ticket.state = 'waiting'
    AND (ticket.rank, ticket.back, ticket.place_in_day) > (?, ?, ?) ORDER BY ticket.rank, ticket.back, ticket.place_in_day LIMIT ?`);
  const byNumber = sql.prepare<[string], { ticket_id: string }>(`SELECT ticket_id FROM ticket WHERE day = ${today} AND number = ?`);
  const callsOf = sql.prepare<[string, number], { call_id: string; place_kind: Place['kind']; place_id: string; queue: string; at: number; times: number; state: string; result: string | null }>(
    'SELECT call_id, place_kind, place_id, queue, at, times, state, result FROM call WHERE ticket_id = ? ORDER BY at, call_id LIMIT ?');
  const stepOf = sql.prepare<[string], { step: string }>('SELECT queue_step.step FROM ticket JOIN queue_step USING (step) WHERE ticket_id = ?');
  const notesOf = sql.prepare<[string, number], { note_id: string; by_staff: string; at: number }>('SELECT note_id, by_staff, at FROM ticket_note WHERE ticket_id = ? ORDER BY at, note_id LIMIT ?');
  const noteCount = sql.prepare<[string], { n: number }>('SELECT count(*) AS n FROM ticket_note WHERE ticket_id = ?');
  return {
    /** For a ticket that waits: how many are in front, and how long it may take. */
    waitOf(ticketId: string, now: Instant): Wait {
      const ticket = view.ticket(ticketId);
      if (ticket === undefined || ticket.state !== 'waiting') return { ahead: 0 };
      const ahead = view.waitingAhead(ticket);
      return { ahead, ...waits.range(ticket.queue, ahead, now) };
    },
    /** For whoever would take a number of this service now. */
    waitFor(service: string, now: Instant): Wait {
      const ahead = view.waitingCount(service);
      return { ahead, ...waits.range(service, ahead, now) };
    },
    waiting(service: string, after: Standing | undefined, limit: number): { waiting: number; tickets: QueuedTicket[] } {
      const { rank, back, order } = after ?? { rank: -1, back: 0, order: 0 };
      return { waiting: view.waitingCount(service), tickets: page.all(service, rank, back, order, limit).map((row) => queued(ticketRow(row))) };
    },
    /** A number of today by id or number, with what happened to it; undefined when there is none. */
    story(which: { readonly ticketId: string } | { readonly number: string }): TicketStory | undefined {
      const ticketId = 'ticketId' in which ? which.ticketId : byNumber.get(which.number)?.ticket_id;
      const ticket = ticketId === undefined ? undefined : view.ticket(ticketId);
      if (ticket === undefined) return undefined;
      const step = view.step(stepOf.get(ticket.ticketId)?.step ?? '');
      return {
        ...queued(ticket), service: ticket.service, queue: ticket.queue, noShows: ticket.noShows, transfers: ticket.transfers, returns: ticket.returns,
        ...(ticket.missedAt === undefined ? {} : { missedAt: ticket.missedAt }), notes: noteCount.get(ticket.ticketId)?.n ?? 0,
        ...(step?.last === true ? { undo: { of: step.step, act: step.act, by: step.by, at: step.at } } : {}),
        calls: callsOf.all(ticket.ticketId, callsShown).map((row) => ({
          callId: row.call_id, to: { kind: row.place_kind, id: row.place_id }, queue: row.queue, at: row.at, times: row.times, state: row.state, ...(row.result === null ? {} : { result: row.result }),
        })),
      };
    },
    /** What staff wrote, opened for staff. */
    notes: (ticketId: string): Note[] => notesOf.all(ticketId, notesShown).map((row) => ({ noteId: row.note_id, by: row.by_staff, at: row.at, text: texts.textOf(row.note_id)?.reveal() ?? '' })),
  };
}

const queued = (ticket: TicketRow): QueuedTicket => ({
  ticketId: ticket.ticketId, number: ticket.number, state: ticket.state, since: ticket.at, later: [...ticket.later],
  ...(ticket.hold === undefined ? {} : { hold: ticket.hold }), standing: { rank: ticket.rank, back: ticket.back, order: ticket.order },
});

/** What each queue did, learnt from the first calls of its numbers: today, starting from where the last day with calls ended. */
function openWaits(sql: Database) {
  const served = sql.prepare<[string, string, number], { ahead: number; issuedAt: number; calledAt: number; windowId: string; missed: number }>(`SELECT ticket.ahead, ticket.at AS issuedAt, call.at AS calledAt, call.place_id AS windowId, call.state = 'missed' AS missed
    FROM call JOIN ticket USING (ticket_id) WHERE call.day = ? AND call.queue = ? AND call.first = 1 ORDER BY call.at DESC LIMIT ?`);
  const days = sql.prepare<[number], { day: string }>('SELECT day FROM business_day ORDER BY day DESC LIMIT ?');
  const head = sql.prepare<[string], { at: number }>(`SELECT at FROM ticket WHERE day = ${today} AND queue = ? AND state = 'waiting' ORDER BY rank, back, place_in_day LIMIT 1`);
  // Somebody sits there, and it has called from this queue today. A hall that keeps no shifts has none, and its windows are those that called of late.
  const open = sql.prepare<[string], { n: number }>(`SELECT count(DISTINCT shift.place_id) AS n FROM shift WHERE shift.ended_at IS NULL AND shift.place_kind = 'window' AND shift.day = ${today}
    AND EXISTS (SELECT 1 FROM call WHERE call.day = shift.day AND call.queue = ? AND call.first = 1 AND call.place_id = shift.place_id)`);
  const learnt = new Map<string, Learnt>();
  const callsOn = (day: string, service: string): Served[] => served.all(day, service, servicesKept).reverse().map(({ missed, ...one }) => ({ ...one, stayed: missed === 0 }));
  const learn = (service: string, now: Instant): Learnt => {
    const known = learnt.get(service);
    if (known !== undefined && Math.abs(now - known.at) < learntForMs) return known;
    const [day, dayBefore] = days.all(2).map((row) => row.day);
    const rows = day === undefined ? [] : callsOn(day, service);
    // Yesterday does not change any more: it is learnt once a day.
    const yesterday = known?.day === day ? known?.yesterday : dayBefore === undefined ? undefined : learnWait(callsOn(dayBefore, service));
    const windows = open.get(service)?.n ?? 0;
    const fresh = { at: now, day, yesterday, model: learnWait(rows, yesterday), last: rows.at(-1), windows: windows === 0 ? undefined : windows };
    learnt.set(service, fresh);
    return fresh;
  };
  return {
    range(service: string, ahead: number, now: Instant): { wait?: Omit<WaitRange, 'ahead'> } {
      const { model, last, windows } = learn(service, now);
      const waitsSince = head.get(service)?.at;
      const headWaitMs = waitsSince === undefined ? (last === undefined ? undefined : last.calledAt - last.issuedAt) : now - waitsSince;
      const range = waitRange(model, ahead, headWaitMs, windows);
      return range === undefined ? {} : { wait: { fromMinutes: range.fromMinutes, toMinutes: range.toMinutes, basis: range.basis } };
    },
  };
}

interface Learnt { readonly at: Instant; readonly day: string | undefined; readonly yesterday: WaitModel | undefined; readonly model: WaitModel | undefined; readonly last: Served | undefined; readonly windows: number | undefined }
