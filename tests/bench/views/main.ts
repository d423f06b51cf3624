/* `npm run bench -- views`: every view of board, console, screen and records on a day of 5,000 visits and 1,500 postings with three years behind it, beside one indexed row of the same file. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { reportById } from '@kuaizhao/db/domain/records/figures/definition.ts';
import { openHallDb, type HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import type { HallSettings } from '@kuaizhao/db/domain/hall/settings.ts';
import { boardState } from '@kuaizhao/sync-agent/hall/faces/board-state.ts';
import { floorState } from '@kuaizhao/sync-agent/hall/faces/floor-state.ts';
import { benchSettings } from '../agent.ts';
import { percentile } from '../percentile.ts';
import { workTheDay, type Day } from './day.ts';
import { layYearsBehind } from './years.ts';

const limitMs = 5;
const seed = 20_261_121;
/** Saturday 21 November 2026, 04:00 in China. */
const from = Date.UTC(2026, 10, 20, 20);

export async function run({ short, print }: { short: boolean; print: (line: object) => void }): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'kuaizhao-bench-'));
  try {
    const settings = benchSettings(4, 80);
    const building = performance.now();
    const first = openHallDb(dir, 'a'.repeat(16));
    const day = await workTheDay(first, settings, from, short ? { workers: 500, postings: 150, seed } : { workers: 5_000, postings: 1_500, seed });
    while (first.catchUp(5_000) > 0);
    first.close();
    // An ordinary day is a fifth of the large one: 1,000 visits, 300 postings.
    const behind = layYearsBehind(dir, short ? { days: 60, share: 0.2 } : { days: 1_095, share: 0.2 });
    const builtMs = Math.round(performance.now() - building);
    const db = openHallDb(dir, 'b'.repeat(16));
    const views = viewsOf(db, settings, day);
    const measured = Object.entries(views).map(([name, view]) => ({ name, ...timed(view, short ? 40 : 200) }));
    db.close();
    const floor = floorOf(dir);
    const slowest = measured.toSorted((a, b) => b.p99Ms - a.p99Ms)[0];
    print({
      bench: 'views', seed, visits: day.visits, postings: day.postings, hires: day.hires, behind, builtMs,
      views: Object.fromEntries(measured.map(({ name, p50Ms, p99Ms, rows }) => [name, { p50Ms, p99Ms, rows }])),
      floor: { what: 'one row by its key, of the same file', ...floor }, slowest: slowest?.name, ratio: Math.round((slowest?.p50Ms ?? 0) / floor.p50Ms),
      limitMs, meets: measured.every((one) => one.p99Ms <= limitMs),
    });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

type View = () => { readonly length: number } | readonly unknown[];

/** Everything a face asks for, each as it is asked on a busy morning; gives how many rows were told. */
function viewsOf(db: HallDb, settings: HallSettings, { now, employerId, workerId }: Day): Readonly<Record<string, View>> {
  const { faces, view } = db;
  const { records } = faces;
  const today = view.openDay() ?? '';
  const years = { from: '2023-11-22', to: today };
  const month = { from: '2026-11-01', to: '2026-11-30' };
  const report = (id: string, range: { from: string; to: string }): View => () => {
    const definition = reportById(id);
    if (!definition.ok) throw new Error(id);
    return records.report(definition.value, range, settings.hallId, now).rows;
  };
  const hire = records.hires({ from: today, to: today, limit: 1 }, 'masked').rows[0];
  const ticket = records.seekers({ from: today, to: today, limit: 1 }, 'masked').rows[0];
  return {
    board: () => boardState(faces, settings, 1, now).jobs,
    floor: () => floorState({ faces, settings, devices: [], unheard: [] }, 1, now).jobs,
    papersOfPrinter: () => faces.papers.unfinished('kp-0', now - 3_600_000, 50, settings),
    queuePage: () => faces.queue.waiting('work', undefined, 100).tickets,
    waitOfService: () => [faces.queue.waitFor('work', now)],
    ticketStory: () => [faces.queue.story({ ticketId: ticket?.ticketId ?? '' })],
    reviewQueue: () => faces.jobs.reviewQueue('checkAfter', now, 50).jobs,
    jobStory: () => [faces.jobs.job(hire?.jobId ?? '', now)],
    steadyJobs: () => faces.jobs.steadyJobs(now, 50).jobs,
    seekersPage: () => records.seekers({ from: today, to: today, limit: 50 }, 'masked').rows,
    seekersYears: () => records.seekers({ ...years, limit: 50 }, 'masked').rows,
    seekersByTrade: () => records.seekers({ ...years, trade: '0601', limit: 50 }, 'masked').rows,
    seekersByNumber: () => records.seekers({ ...years, number: 'A007', limit: 50 }, 'masked').rows,
    seekersByState: () => records.seekers({ ...years, state: 'missed', limit: 50 }, 'masked').rows,
    seekersOfWorker: () => records.seekers({ ...years, workerId, limit: 50 }, 'masked').rows,
    jobsPage: () => records.jobs({ ...years, limit: 50 }, 'masked').rows,
    jobsOfEmployer: () => records.jobs({ ...years, employerId, limit: 50 }, 'masked').rows,
    jobsByTrade: () => records.jobs({ ...years, trade: '0601', limit: 50 }, 'masked').rows,
    jobsByState: () => records.jobs({ ...years, state: 'takenDown', limit: 50 }, 'masked').rows,
    hiresPage: () => records.hires({ ...years, limit: 50 }, 'masked').rows,
    catalogue: () => records.catalogue({ day: today, limit: 100 }, now).items,
    figuresDay: report('day', { from: today, to: today }),
    figuresDayByTrade: report('dayByTrade', { from: today, to: today }),
    figuresMonthByTrade: report('monthByTrade', month),
    figuresMonthByHour: report('monthByHour', month),
    figuresYear: report('month', { from: '2025-11-22', to: today }),
    directory: () => [records.directory(settings, now)],
    evidencePage: () => records.evidence({ figure: 'hires', from: today, to: today, slice: 'trade', key: '0201', limit: 50 }).rows,
    trace: () => records.trace({ day: today, number: hire?.number ?? '' }).rows,
  };
}

function timed(view: View, runs: number): { p50Ms: number; p99Ms: number; rows: number } {
  let rows = 0;
  // Once for pages and plans to be warm, as they are in a hall that runs.
  for (let n = 0; n < 5; n += 1) rows = view().length;
  const samples = Array.from({ length: runs }, () => {
    const began = performance.now();
    view();
    return performance.now() - began;
  });
  return { p50Ms: percentile(samples, 0.5), p99Ms: percentile(samples, 0.99), rows };
}

function floorOf(dir: string): { p50Ms: number; p99Ms: number } {
  const sql = new SqliteDatabase(join(dir, 'hall.db'), { readonly: true });
  const ids = (sql.prepare('SELECT ticket_id AS id FROM ticket LIMIT 2000').all() as { id: string }[]).map((row) => row.id);
  const one = sql.prepare('SELECT ticket_id, number, state FROM ticket WHERE ticket_id = ?');
  const { p50Ms, p99Ms } = timed(() => [one.get(ids[0])], 10);
  const samples = ids.map((id) => {
    const began = performance.now();
    one.get(id);
    return performance.now() - began;
  });
  sql.close();
  return { p50Ms: percentile(samples, 0.5) || p50Ms, p99Ms: percentile(samples, 0.99) || p99Ms };
}
