/* The public state of the hall: jobs, calls, counts. The queries touch no column about a person. */
import type { Database } from 'better-sqlite3';
import type { JobKind } from '../../domain/jobs/facts.ts';
import type { JobTerms } from '../../domain/jobs/terms.ts';
import { workService } from '../../domain/queue/facts.ts';
import type { Instant } from '../../domain/scalars.ts';
import { termsFrom } from '../kept-terms.ts';

export interface ShownJob { readonly jobId: string; readonly number: string; readonly terms: JobTerms; readonly placesLeft: number; /** an order placed outside */ readonly online: boolean }
/** `filledAt`: when its last place was taken. */
export interface FilledJob extends ShownJob { readonly filledAt: Instant }
export interface ShownCall {
  readonly callId: string; readonly number: string; readonly kind: 'window' | 'table'; readonly placeId: string;
  readonly jobId: string | undefined; readonly jobNumber: string | undefined; readonly times: number; readonly at: Instant; readonly open: boolean; /** the person stands at the window */ readonly begun: boolean; readonly trades: readonly string[];
}
export interface Counts { readonly seekers: number; readonly waiting: number; readonly jobs: number; readonly places: number; readonly placesLeft: number; readonly hires: number }

interface CallFound { call_id: string; number: string; place_kind: 'window' | 'table'; place_id: string; job_id: string | null; job_number: string | null; times: number; last_at: number; begun_at: number | null; state: string; trades: string }

const today = '(SELECT max(day) FROM business_day)';
/** Open jobs of a large hall, some times over. */
const keptLimit = 5_000;
const shownColumns = `SELECT call.call_id, ticket.number, call.place_kind, call.place_id, call.job_id, job.number AS job_number, call.times, call.last_at, call.begun_at, call.state, ticket.trades
`;
const shownJoins = 'JOIN ticket USING (ticket_id) LEFT JOIN job USING (job_id)';
export const selectShownCall = `${shownColumns} FROM call ${shownJoins}`;
/** Down the index of nothing but open calls: few, whatever the day has called. */
export const selectOpenCall = `${shownColumns} FROM call INDEXED BY call_open ${shownJoins}`;

export const shownCall = (row: CallFound): ShownCall => ({
  callId: row.call_id, number: row.number, kind: row.place_kind, placeId: row.place_id, jobId: row.job_id ?? undefined, jobNumber: row.job_number ?? undefined,
  times: row.times, at: row.last_at, open: row.state === 'open', begun: row.begun_at !== null, trades: row.trades === '' ? [] : row.trades.split(','),
});

export function openBoardFace(sql: Database) {
  const jobs = sql.prepare<[Instant, JobKind, number], { job_id: string; number: string; places_left: number; changes: number; online: 0 | 1 }>(`SELECT job_id, number, places_left, changes, online_order IS NOT NULL AS online FROM job INDEXED BY job_open
    WHERE state = 'open' AND valid_until >= ? AND job_kind = ? ORDER BY trade, day DESC, serial LIMIT ?`);
  const filled = sql.prepare<[Instant, number], { job_id: string; number: string; places_left: number; changes: number; filled_at: number; online: 0 | 1 }>(`SELECT job_id, number, places_left, changes, filled_at, online_order IS NOT NULL AS online FROM job INDEXED BY job_filled
    WHERE state = 'filled' AND filled_at >= ? AND job_kind = 'daily' ORDER BY filled_at DESC, job_id LIMIT ?`);
  const vans = sql.prepare<[Instant, Instant, Instant, number], { job_id: string; number: string; places_left: number; changes: number; online: 0 | 1; filled_at: number }>(`SELECT job_id, number, places_left, changes, online_order IS NOT NULL AS online, filled_at FROM job INDEXED BY job_van
    WHERE state = 'filled' AND van_at IS NOT NULL AND van_at > ? AND van_at < ? AND filled_at >= ? AND job_kind = 'daily' ORDER BY van_at, number LIMIT ?`);
  const termsOf = sql.prepare<[string], { terms: string }>('SELECT terms FROM job WHERE job_id = ?');
  const calls = sql.prepare<[number], CallFound>(`${selectShownCall} WHERE call.day = ${today} ORDER BY call.last_at DESC, call.call_id LIMIT ?`);
  const openPlaces = sql.prepare<[Instant, number], { trade: string; places: number }>(`SELECT trade, sum(places_left) AS places FROM job INDEXED BY job_open
    WHERE state = 'open' AND valid_until >= ? AND job_kind = 'daily' AND places_left > 0 GROUP BY trade ORDER BY places DESC, trade LIMIT ?`);
  const counts = sql.prepare<[Instant], Counts>(`SELECT
    coalesce((SELECT seekers FROM day_count WHERE day = ${today}), 0) AS seekers,
    (SELECT coalesce(sum(waiting), 0) FROM waiting_by_service WHERE day = ${today} AND service = '${workService}') AS waiting,
    coalesce((SELECT jobs FROM day_count WHERE day = ${today}), 0) AS jobs,
    coalesce((SELECT places FROM day_count WHERE day = ${today}), 0) AS places,
    (SELECT coalesce(sum(places_left), 0) FROM job WHERE state = 'open' AND valid_until >= ?) AS placesLeft,
    coalesce((SELECT hires FROM day_count WHERE day = ${today}), 0) AS hires`);
  // The terms are the long part of a row, and every change of the hall asks for every open job again. Read outside of operations only, so what is kept is committed.
  const kept = new Map<string, { readonly changes: number; readonly terms: JobTerms }>();
  function terms(jobId: string, changes: number): JobTerms {
    const known = kept.get(jobId);
    if (known?.changes === changes) return known.terms;
    if (kept.size >= keptLimit) kept.clear();
    const fresh = termsFrom(termsOf.get(jobId)?.terms ?? '');
    kept.set(jobId, { changes, terms: fresh });
    return fresh;
  }
  const shown = (kind: JobKind, now: Instant, limit: number): ShownJob[] =>
    jobs.all(now, kind, limit).map((row) => ({ jobId: row.job_id, number: row.number, terms: terms(row.job_id, row.changes), placesLeft: row.places_left, online: row.online === 1 }));
  const filledJob = (row: { job_id: string; number: string; places_left: number; changes: number; online: 0 | 1; filled_at: number }): FilledJob =>
    ({ jobId: row.job_id, number: row.number, terms: terms(row.job_id, row.changes), placesLeft: row.places_left, online: row.online === 1, filledAt: row.filled_at });
  return {
    /** Open and still valid, by trade. */
    jobs: (now: Instant, limit: number): ShownJob[] => shown('daily', now, limit),
    /** Filled since then, the newest first. */
    filledJobs: (since: Instant, limit: number): FilledJob[] => filled.all(since, limit).map(filledJob),
    /** Filled since then, with a van that leaves in between; the earliest first. */
    filledVans: ({ since, from, until }: { readonly since: Instant; readonly from: Instant; readonly until: Instant }, limit: number): FilledJob[] => vans.all(from, until, since, limit).map(filledJob),
    /** Places left by trade, most first. */
    openPlaces: (now: Instant, limit: number): readonly { readonly trade: string; readonly places: number }[] => openPlaces.all(now, limit),
    /** Longer than six months: a list of their own, by trade. */
    steadyJobs: (now: Instant, limit: number): ShownJob[] => shown('steady', now, limit),
    calls: (limit: number): ShownCall[] => calls.all(limit).map(shownCall),
    counts: (now: Instant): Counts => counts.get(now) ?? { seekers: 0, waiting: 0, jobs: 0, places: 0, placesLeft: 0, hires: 0 },
  };
}
