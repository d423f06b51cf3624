/* The hall as staff see it beyond the board: who waits for which window, open calls, papers in trouble. Numbers only. */
import type { Database } from 'better-sqlite3';
import type { PaperKind } from '../../domain/printing/print-job.ts';
import type { BusinessDay, Instant } from '../../domain/scalars.ts';
import { selectOpenCall, shownCall, type ShownCall } from './board.ts';

export interface PaperInTrouble { readonly printJobId: string; readonly printer: string; readonly kind: PaperKind; readonly number: string; readonly state: 'queued' | 'unknown' | 'failed' }
type PaperRow = { print_job_id: string; printer: string; kind: PaperKind; number: string; state: 'queued' | 'unknown' | 'failed' };

interface WindowFound { window_id: string; profile: string | null; help: string | null; help_at: number | null; undo_of: string | null; act: string | null }
export interface FloorWindow {
  readonly staffId: string | undefined; readonly profile: string | undefined; readonly help: { readonly kind: string; readonly at: Instant } | undefined;
  /** numbers that fill in forms */
  readonly parked: readonly string[];
  /** the last act at the window that may be taken back */
  readonly undo: { readonly of: string; readonly act: string } | undefined;
}
const noWindow = { profile: null, help: null, help_at: null, undo_of: null, act: null };
const parkedLimit = 200;

const today = '(SELECT max(day) FROM business_day)';

export function openFloorFace(sql: Database) {
  const waiting = sql.prepare<[string], { waiting: number }>(`SELECT waiting FROM waiting_by_service WHERE day = ${today} AND service = ?`);
  const next = sql.prepare<[string], { number: string }>(`SELECT number FROM ticket WHERE day = ${today} AND queue = ? AND state = 'waiting' ORDER BY rank, back, place_in_day LIMIT 1`);
  const oldest = sql.prepare<[string], { at: number }>(`SELECT at FROM ticket INDEXED BY ticket_oldest WHERE day = ${today} AND queue = ? AND state = 'waiting' AND hold = '' ORDER BY place_in_day LIMIT 1`);
  const windows = sql.prepare<[], WindowFound>(`SELECT window_day.window_id, profile, help, help_at, step.step AS undo_of, step.act FROM window_day LEFT JOIN queue_step AS step ON step.step = window_day.step WHERE day = ${today}`);
  const sitting = sql.prepare<[], { place_id: string; staff_id: string }>(`SELECT place_id, staff_id FROM shift WHERE ended_at IS NULL AND place_kind = 'window' AND day = ${today}`);
  const parked = sql.prepare<[number], { number: string; hold: string }>(`SELECT number, hold FROM ticket INDEXED BY ticket_parked WHERE day = ${today} AND state = 'parked' ORDER BY place_in_day LIMIT ?`);
  const lastDay = sql.prepare<[], { day: BusinessDay; closed_at: number | null }>('SELECT day, closed_at FROM business_day ORDER BY day DESC LIMIT 1');
  const byTrade = sql.prepare<[], { trade: string; waiting: number }>(`SELECT trade, waiting FROM waiting_by_trade WHERE day = ${today}`);
  const open = sql.prepare<[], Parameters<typeof shownCall>[0]>(`${selectOpenCall} WHERE call.state = 'open' AND call.day = ${today} ORDER BY call.at, call.call_id`);
  const papers = sql.prepare<[Instant, number], PaperRow>(`SELECT print_job_id, printer, print_job.kind, coalesce(ticket.number, job.number, hire.number, dispute.number, subject_id) AS number, print_job.state
    FROM print_job INDEXED BY print_job_in_trouble
    LEFT JOIN ticket ON print_job.kind = 'queueTicket' AND ticket.ticket_id = subject_id LEFT JOIN job ON print_job.kind IN ('jobSlip', 'promise', 'drawSheet') AND job.job_id = subject_id
    LEFT JOIN hire ON print_job.kind IN ('hireSlip', 'agreement') AND hire.hire_id = subject_id LEFT JOIN dispute ON print_job.kind = 'disputeCopy' AND dispute.dispute_id = subject_id
    WHERE print_job.state IN ('queued', 'unknown', 'failed') AND print_job.at >= ? 
      AND NOT EXISTS (SELECT 1 FROM print_job AS later WHERE later.kind = print_job.kind AND later.subject_id = print_job.subject_id AND later.copy > print_job.copy)
    ORDER BY print_job.at DESC LIMIT ?`);
  return {
    /** `oldest`: when the number was taken whose wait is the longest. */
    queue: (service: string): { waiting: number; next: string | undefined; oldest: Instant | undefined } => ({ waiting: waiting.get(service)?.waiting ?? 0, next: next.get(service)?.number, oldest: oldest.get(service)?.at }),
    /** Windows where somebody sits, or something was done today. */
    windows(): Map<string, FloorWindow> {
      const away = parked.all(parkedLimit);
      const staff = new Map(sitting.all().map((row) => [row.place_id, row.staff_id]));
      const known = windows.all();
      const idle = [...staff.keys()].filter((windowId) => !known.some((row) => row.window_id === windowId));
      return new Map([...idle.map((windowId) => ({ ...noWindow, window_id: windowId })), ...known].map((row) => [row.window_id, {
        staffId: staff.get(row.window_id), profile: row.profile ?? undefined,
        help: row.help === null || row.help_at === null ? undefined : { kind: row.help, at: row.help_at },
        parked: away.filter((one) => one.hold === `window:${row.window_id}`).map((one) => one.number),
        undo: row.undo_of === null || row.act === null ? undefined : { of: row.undo_of, act: row.act },
      }]));
    },
    /** The last day that somebody began; undefined in a hall that never opened. */
    day(): { readonly day: BusinessDay; readonly closed: boolean } | undefined {
      const last = lastDay.get();
      return last && { day: last.day, closed: last.closed_at !== null };
    },
    /** How many wait for each trade. */
    waitingByTrade: (): Map<string, number> => new Map(byTrade.all().map((row) => [row.trade, row.waiting])),
    openCalls: (): ShownCall[] => open.all().map(shownCall),
    /** Papers that staff should know of, newest first; a paper with a later copy is no trouble any more. */
    papersInTrouble: (since: Instant, limit: number): PaperInTrouble[] => papers.all(since, limit).map((row) => ({
      printJobId: row.print_job_id, printer: row.printer, kind: row.kind, number: row.number, state: row.state,
    })),
  };
}
