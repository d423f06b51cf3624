/* `npm run bench -- views`: every view of board, console and screen on a day of 5,000 visits and 1,500 postings with three years behind it, beside rows by their key from the same file. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { pino } from 'pino';
import { reportById } from '@kuaizhao/db/domain/records/figures/definition.ts';
import { createStaffDoor } from '@kuaizhao/sync-agent/hall/staff.ts';
import { openHallDb, type HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import { staffRoles, type StaffRole } from '@kuaizhao/db/domain/staff/role.ts';
import { mayQuestion } from '@kuaizhao/sync-agent/contract/may/questions.ts';
import { prepareWording } from '@kuaizhao/db/domain/jobs/checks/wording.ts';
import type { HallSettings } from '@kuaizhao/db/domain/hall/settings.ts';
import { papersAtOnce } from '@kuaizhao/sync-agent/hall/doors/kiosk-door.ts';
import { boardPicture } from '@kuaizhao/sync-agent/hall/faces/board-state.ts';
import { createEchoes } from '@kuaizhao/sync-agent/hall/faces/echoes.ts';
import { floorState } from '@kuaizhao/sync-agent/hall/faces/floor-state.ts';
import { openQueries, type AskQuestion } from '@kuaizhao/sync-agent/hall/queries/open-queries.ts';
import { benchSettings } from '../agent.ts';
import { percentile } from '../percentile.ts';
import { apart, askedOf } from './asked.ts';
import { workTheDay, type Day } from './day.ts';
import { layYearsBehind } from './years.ts';

const limitMs = 5;
/** Each view is measured in so many rounds; an odd number has a middle. */
const rounds = 5;
const seed = 20_261_121;
/** Rows of the floor: as many as the longest page tells. */
const floorRows = 100;
/** Saturday 21 November 2026, 04:00 in China. */
const from = Date.UTC(2026, 10, 20, 20);

type View = () => unknown;
interface Timed { readonly name: string; readonly p50Ms: number; readonly p99Ms: number; readonly maxMs: number }

export async function run({ short, print }: { short: boolean; print: (line: object) => void }): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'kuaizhao-bench-'));
  try {
    const settings = benchSettings(4, 80);
    const building = performance.now();
    prepareWording();
    const first = openHallDb(dir, 'a'.repeat(16));
    const day = await workTheDay(first, settings, from, short ? { workers: 500, postings: 150, seed } : { workers: 5_000, postings: 1_500, seed });
    while (first.catchUp(5_000) > 0);
    first.close();
    // An ordinary day is a fifth of the large one: 1,000 visits, 300 postings.
    const behind = layYearsBehind(dir, short ? { days: 110, share: 0.2 } : { days: 1_095, share: 0.2 });
    const builtMs = Math.round(performance.now() - building);
    const db = openHallDb(dir, 'b'.repeat(16));
    const runs = short ? 30 : 200;
    const views: Timed[] = [];
    for (const [name, view] of Object.entries({ ...states(db, settings, day), ...questions(db, settings, day, dir) })) views.push({ name, ...await timed(view, runs) });
    db.close();
    const floor = await floorOf(dir, runs);
    const without = views.filter(({ name }) => isApart(name));
    const limited = views.filter(({ name }) => !isApart(name));
    const worst = limited.toSorted((a, b) => b.p99Ms - a.p99Ms)[0];
    const told = (all: readonly Timed[]) => Object.fromEntries(all.map(({ name, p50Ms, p99Ms, maxMs }) => [name, [p50Ms, p99Ms, maxMs]]));
    print({
      bench: 'views', seed, visits: day.visits, postings: day.postings, hires: day.hires, behind, builtMs, runs, rounds,
      ms: ['p50', 'p99', 'max'], views: told(limited), withoutLimit: told(without),
      floor: { what: `${floorRows} rows, each by its key, from the same file`, p50Ms: floor.p50Ms, p99Ms: floor.p99Ms }, worst, ratio: Math.round(((worst?.p50Ms ?? 0) / floor.p50Ms) * 100) / 100,
      limitMs, over: limited.filter((one) => one.p99Ms > limitMs).map((one) => one.name), meets: limited.every((one) => one.p99Ms <= limitMs),
    });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

const isApart = (name: string): boolean => apart.some((one) => name.startsWith(`${one}.`));

/** What is pushed to boards and consoles, and what a printer asks for when it comes back. */
function states({ faces, view }: HallDb, settings: HallSettings, { now }: Day): Record<string, View> {
  const definition = reportById('day');
  if (!definition.ok) throw new Error('no report of the day');
  const today = view.openDay() ?? '';
  return {
    boardState: () => boardPicture(faces, settings, now),
    floorState: () => floorState({ faces, settings, devices: [], echoes: createEchoes() }, 1, now),
    openCalls: () => faces.floor.openCalls(),
    papersOfPrinter: () => faces.papers.unfinished('kp-0', now - 24 * 3_600_000, papersAtOnce, settings),
    figuresOfToday: () => faces.records.report(definition.value, { from: today, to: today }, settings.hallId, now),
  };
}

/** Through the door of questions, as a console sends them: schema, role, answer. A refusal is a fault of this benchmark. */
function questions(db: HallDb, settings: HallSettings, day: Day, dir: string): Record<string, View> {
  const ask: AskQuestion = openQueries({ boards: { devices: { all: () => [] }, echoes: createEchoes() }, maintenance: { staff: () => [], door: createStaffDoor(() => [], () => 0, { read: () => new Map(), write: () => undefined }), readerReady: () => false, opened: () => Promise.resolve(), denied: () => Promise.resolve() },
    db, engine: { handle: () => Promise.resolve({ ok: true, commandId: 'command-x', facts: [], papers: [] }), audit: () => Promise.resolve(true) }, settings, folder: join(dir, 'exports'), now: () => day.now, newId: () => 'x', breathe: () => Promise.resolve(),
  }, pino({ level: 'silent' }));
  const list = Object.entries(askedOf(day, db.view.openDay() ?? '')).flatMap(([name, wishes]) => Object.entries(wishes ?? {}).map(([wish, asked]) => ({ name, wish, asked: asked as object })));
  return Object.fromEntries(list.map(({ name, wish, asked }) => [`${name}.${wish}`, async () => {
    const answer = await ask({ name, asked }, { role: 'console', staffId: 'staff-1', staffRole: readerOf(name), second: 'admin-1' });
    if (!answer.ok && !(name === 'phoneForEmployer')) throw new Error(`${name}.${wish}: ${answer.refusal.code} ${answer.refusal.field ?? ''}`);
    return answer;
  }]));
}

/** The supervisor, but for what the hall tells to others alone. */
const readerOf = (name: string): StaffRole => (['supervisor', ...staffRoles] as const).find((staffRole) => mayQuestion({ role: 'console', staffId: 'staff-1', staffRole }, name)) ?? 'supervisor';

async function timed(view: View, runs: number): Promise<Omit<Timed, 'name'>> {
  // Some times for pages and plans to be warm, as they are in a hall that runs.
  for (let n = 0; n < 10; n += 1) await view();
  const series: number[][] = [];
  for (let round = 0; round < rounds; round += 1) {
    const samples: number[] = [];
    for (let n = 0; n < runs; n += 1) {
      const began = performance.now();
      await view();
      samples.push(performance.now() - began);
    }
    series.push(samples);
  }
  // Of 200 the p99 is the second slowest: one breath of the machine decides it. The middle one of five rounds is the view's own.
  const middle = (share: number): number => percentile(series.map((samples) => percentile(samples, share)), 0.5);
  return { p50Ms: middle(0.5), p99Ms: middle(0.99), maxMs: percentile(series.flat(), 1) };
}

async function floorOf(dir: string, runs: number): Promise<Omit<Timed, 'name'>> {
  const sql = new SqliteDatabase(join(dir, 'hall.db'), { readonly: true });
  const ids = (sql.prepare(`SELECT ticket_id AS id FROM ticket LIMIT ${floorRows}`).all() as { id: string }[]).map((row) => row.id);
  const one = sql.prepare('SELECT * FROM ticket WHERE ticket_id = ?');
  const floor = await timed(() => ids.map((id) => one.get(id)), runs);
  sql.close();
  return floor;
}
