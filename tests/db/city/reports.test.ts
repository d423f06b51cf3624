/* Reports, waits and what stands behind a figure, on both engines: counted from the folded journal, and equal to a plain recount of the same facts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { behindRows, type BehindWhat } from '@kuaizhao/db/city/figures/behind.ts';
import { reportRows, type ReportAsked, type ReportRow } from '@kuaizhao/db/city/figures/reports.ts';
import { waitsNow } from '@kuaizhao/db/city/figures/waits.ts';
import { archiveRows } from '@kuaizhao/db/city/journal/archive/keep.ts';
import { applyBatch } from '@kuaizhao/db/city/journal/apply-batch.ts';
import { greetHall } from '@kuaizhao/db/city/journal/greet-hall.ts';
import { enrolHalls } from '@kuaizhao/db/city/journal/halls.ts';
import { sqlJournal } from '@kuaizhao/db/city/journal/sql-store.ts';
import type { CityDb } from '@kuaizhao/db/city/store/city-db.ts';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import { reportGroups, reportSchema, shippedReports } from '@kuaizhao/db/domain/registry/reports.ts';
import { engineNames, startEngine, type TestEngine } from '../../fixtures/city/databases.ts';
import { archiveOf } from '../../fixtures/city/hub.ts';
import { memoryJournal, type MemoryJournal } from '../../fixtures/city/memory-journal.ts';
import { morning, morningStart } from '../../fixtures/city/morning.ts';
import { seeded } from '../../fixtures/city/seeded.ts';

const token = 'a'.repeat(32);
const stepMs = 20_000;
/** The journal of a hall whose every operation comes 20 s after the one before. */
function told(hall: number, operations: number): MemoryJournal {
  let clock = morningStart;
  const journal = memoryJournal(`00000000000000a${hall}`, () => clock);
  const next = morning(seeded(hall), `h${hall}`);
  for (let n = 0; n < operations; n += 1) {
    journal.append(next());
    clock += stepMs;
  }
  return journal;
}

async function push(db: CityDb, hallId: string, journal: MemoryJournal): Promise<void> {
  const head = journal.head();
  await greetHall(sqlJournal(db), { hallId, install: 'install1', epoch: 'epoch1', seq: head.seq, hash: head.hash, nextToken: token, now: morningStart });
  const ends = journal.rows.filter((row) => row.end).map(({ seq }) => seq);
  let from = 1;
  // In pieces, so that a call and its number come in different batches.
  for (const to of [...ends.filter((_, at) => at % 37 === 36), ends.at(-1) ?? 0]) {
    if (to < from) continue;
    const applied = await applyBatch(sqlJournal(db), { hallId, epoch: 'epoch1', token, previous: journal.hashAt(from - 1)!, rows: journal.rows.slice(from - 1, to), now: morningStart });
    expect(applied).toMatchObject({ kind: 'ack', quarantined: 0 });
    from = to + 1;
  }
}

type Stamped<T extends Fact['type']> = Extract<Fact, { type: T }> & { readonly clock: number };
const of = <T extends Fact['type']>(journal: MemoryJournal, type: T): Stamped<T>[] => journal.rows.filter(({ kind }) => kind === type).map(({ body, clock }) => ({ ...JSON.parse(body) as Extract<Fact, { type: T }>, clock }));

/** The waits of one hall and day, the slow and plain way. */
function waitsOf(journal: MemoryJournal, day: string): number[] {
  const calls = of(journal, 'ticketCalled');
  return of(journal, 'ticketIssued').filter((one) => one.businessDay === day && one.service === 'work').flatMap(({ ticketId, clock, arrival }) => {
    const first = calls.find((call) => call.ticketId === ticketId);
    return first === undefined ? [] : [Math.floor((first.clock - (arrival ?? clock)) / 60_000)];
  }).sort((a, b) => a - b);
}
const rank = (sorted: readonly number[], share: number): number | null => sorted[Math.ceil(sorted.length * share) - 1] ?? null;

describe.each(engineNames)('%s', (name) => {
  let engine: TestEngine | undefined;
  let shared: ReturnType<typeof folded> | undefined;
  afterAll(async () => {
    await (await shared)?.remove();
    await engine?.end();
  });
  const folded = async () => {
    engine ??= await startEngine(name);
    const place = await engine.database();
    const db = await place.open();
    await enrolHalls(db, ['jinan-1', 'jinan-2', 'jinan-3'].map((hallId) => ({ hallId, name: hallId, keyHash: new Uint8Array(32).fill(1) })));
    const journals = [1, 2, 3].map((hall) => told(hall, 700));
    for (const [at, journal] of journals.entries()) await push(db, `jinan-${at + 1}`, journal);
    const days = [...new Set(journals.flatMap((journal) => of(journal, 'dayOpened').map(({ businessDay }) => businessDay)))].sort();
    const span = { from: days[0]!, to: days.at(-1)! };
    const all = async (asked: Omit<ReportAsked, 'limit' | 'from' | 'to'>, limit = 500): Promise<ReportRow[]> => {
      const rows: ReportRow[] = [];
      for (let after: ReportAsked['after']; ;) {
        const page = await reportRows(db, { ...span, ...asked, after, limit });
        rows.push(...page.rows);
        if (page.next === undefined) return rows;
        after = page.next;
      }
    };
    return { db, journals, days, span, all, remove: async () => { await db.close(); await place.remove(); } };
  };
  /** One that the test may change. */
  const fresh = async () => {
    const city = await folded();
    onTestFinished(city.remove);
    return city;
  };
  /** One that whoever has it only reads. */
  const read = () => shared ??= folded();

  test('F25 waits by hall and day: called, median and nine in ten equal a recount; time to fill too', async () => {
    const { journals, all } = await read();
    const rows = await all({ report: shippedReports.find(({ reportId }) => reportId === 'waits')! });
    expect(rows.length).toBeGreaterThan(3);
    for (const { day, hallId, ...row } of rows) {
      const waits = waitsOf(journals[Number(hallId?.at(-1)) - 1]!, day!);
      expect({ called: row.called, waitMedian: row.waitMedian, waitP90: row.waitP90 }, `${hallId} ${day}`).toEqual({ called: waits.length, waitMedian: rank(waits, 0.5), waitP90: rank(waits, 0.9) });
    }
    const fills = await all({ report: { by: 'hall', measures: ['filled', 'fillMedian'] } });
    for (const { hallId, filled, fillMedian } of fills) {
      const journal = journals[Number(hallId?.at(-1)) - 1]!;
      const posted = new Map(of(journal, 'jobPosted').map(({ jobId, clock }) => [jobId, clock]));
      const minutes = of(journal, 'jobFilled').map(({ jobId, clock }) => Math.floor((clock - posted.get(jobId)!) / 60_000)).sort((a, b) => a - b);
      expect({ filled, fillMedian }).toEqual({ filled: minutes.length, fillMedian: rank(minutes, 0.5) });
    }
  });

  test('F25 F26 every report gives the same rows in pages of two as at once, and its sums agree with every other', async () => {
    const { all, days } = await read();
    for (const by of reportGroups) {
      for (const top of ['hires', 'ratio', undefined] as const) {
        const report = { by, measures: ['seekers', 'places', 'hires', 'ratio', 'filled', 'fillMedian', 'waitP90'] as const, ...(top === undefined ? {} : { top }) };
        const whole = await all({ report: { ...report, measures: [...report.measures] } });
        expect(await all({ report: { ...report, measures: [...report.measures] } }, 2), `${by} ${top}`).toEqual(whole);
      }
      const ranked = (await all({ report: { by, measures: ['hires'], top: 'hires' } })).map(({ hires }) => hires ?? 0);
      expect(ranked).toEqual(ranked.toSorted((a, b) => b - a));
      const sums = (rows: readonly ReportRow[], measure: 'places' | 'hires' | 'filled'): number => rows.reduce((sum, row) => sum + (row[measure] ?? 0), 0);
      const [mine, plain] = [await all({ report: { by, measures: ['places', 'hires', 'filled'] } }), await all({ report: { by: 'day', measures: ['places', 'hires', 'filled'] } })];
      for (const measure of ['places', 'hires', 'filled'] as const) expect(sums(mine, measure), `${by} ${measure}`).toBe(sums(plain, measure));
    }
    const byDay = await all({ report: { by: 'day', measures: ['jobs'] } });
    expect(byDay.map(({ day }) => day)).toEqual(days.toReversed());
    // Of one trade nothing is told that has none.
const ofTrade = await all({ report: { by: 'day', measures: ['hires', 'jobs', 'called'] }, trade: '0101' });
    expect(ofTrade.map((row) => Object.keys(row))).toEqual(days.map(() => ['day', 'hires']));
  });

  test('F26 behind every figure stand as many numbers as it says, page by page, and no person', async () => {
    const { db, journals, all } = await read();
    const behind = async (what: BehindWhat, day: string, hallId: string, trade?: string) => {
      const rows: Awaited<ReturnType<typeof behindRows>>['rows'] = [];
      for (let after: readonly [string, string] | undefined; ;) {
        const page = await behindRows(db, { what, day, hallId, trade, after, limit: 7 });
        rows.push(...page.rows);
        if (page.next === undefined) return rows;
        after = page.next;
      }
    };
    for (const { day, hallId, ...row } of await all({ report: { by: 'dayHall', measures: ['seekers', 'places', 'hires', 'filled', 'called'] } })) {
      for (const what of ['seekers', 'hires', 'filled', 'called'] as const) expect((await behind(what, day!, hallId!)).length, `${what} ${hallId} ${day}`).toBe(row[what]);
      expect((await behind('places', day!, hallId!)).reduce((sum, job) => sum + (job.places ?? 0), 0)).toBe(row.places);
    }
    const cells = await all({ report: { by: 'dayHallTrade', measures: ['seekers', 'places', 'hires'] } });
    for (const { day, hallId, trade, ...row } of cells.slice(0, 12)) {
      expect([(await behind('seekers', day!, hallId!, trade)).length, (await behind('hires', day!, hallId!, trade)).length]).toEqual([row.seekers, row.hires]);
    }
    const workers = new Set(journals.flatMap((journal) => of(journal, 'workerRegistered').map(({ workerId }) => workerId)));
    const { day, hallId } = cells[0]!;
    const shown = JSON.stringify([await behind('seekers', day!, hallId!), await behind('hires', day!, hallId!), await behind('called', day!, hallId!)]);
    expect([...workers].filter((worker) => shown.includes(`"${worker}"`))).toEqual([]);
    expect((await behind('hires', day!, hallId!))[0]).toMatchObject({ number: 'H001', about: 'J001' });
  });

  test('F25 a database of the version before gets the same figures out of its archive', async () => {
    const { db } = await fresh();
    const snapshot = async () => Promise.all(['SELECT * FROM ticket ORDER BY hall_no, ticket_id', 'SELECT * FROM visit ORDER BY hall_no, visit_id', 'SELECT * FROM job ORDER BY hall_no, job_id', 'SELECT * FROM hire ORDER BY hall_no, hire_id', 'SELECT * FROM wait_figures WHERE tickets > 0 ORDER BY hall_no, day, minutes'].map((text) => db.query(text)));
    const before = await snapshot();
    // As it kept them: a row each.
    const halls = await db.query<{ hall_no: number; hall_id: string }>('SELECT hall_no, hall_id FROM hall');
    const rows = new Map(await Promise.all(halls.map(async (hall) => [hall.hall_no, await archiveOf(db, hall.hall_id)] as const)));
    await db.script('DELETE FROM archive_row');
    await db.transaction((sql) => { for (const [hallNo, kept] of rows) archiveRows(sql, hallNo, kept); return Promise.resolve(); });
    await db.script(`ALTER TABLE archive_row RENAME TO archive; DROP TABLE hire; DROP TABLE wait_figures; DROP INDEX ticket_day; DROP INDEX visit_day;
      ALTER TABLE ticket DROP COLUMN number, DROP COLUMN issued_at, DROP COLUMN called_at; ALTER TABLE visit DROP COLUMN number; ALTER TABLE job DROP COLUMN number, DROP COLUMN headcount, DROP COLUMN shown_at, DROP COLUMN filled_at`);
    await db.script(readFileSync(join(import.meta.dirname, '../../../db/migrations/city/0019_waits.sql'), 'utf8'));
    expect(await snapshot()).toEqual(before);
  });

  test('F25 who waits now: as many as the day says, the longest first; a day that was closed leaves nobody', async () => {
    const { db, journals, days } = await fresh();
    const now = morningStart + 700 * stepMs;
    const waits = await waitsNow(db, now);
    const counted = await db.query<{ hallId: string; waiting: number }>(`SELECT h.hall_id AS "hallId", f.waiting FROM hall AS h JOIN day_figures AS f ON f.hall_no = h.hall_no AND f.day = h.business_day WHERE f.waiting > 0 ORDER BY 1`);
    expect(waits.map(({ hallId, waiting }) => ({ hallId, waiting })).toSorted((a, b) => (a.hallId < b.hallId ? -1 : 1))).toEqual(counted);
    expect(waits.map(({ longestMinutes }) => longestMinutes)).toEqual(waits.map(({ longestMinutes }) => longestMinutes).toSorted((a, b) => b - a));
    for (const { medianMinutes, longestMinutes } of waits) expect(medianMinutes).toBeLessThanOrEqual(longestMinutes);
    const [busiest] = waits;
    const journal = journals[Number(busiest!.hallId.at(-1)) - 1]!;
    expect(days).toContain(of(journal, 'dayOpened').at(-1)!.businessDay);
    await db.query('UPDATE day_figures SET waiting = 0');
    expect(await waitsNow(db, now)).toEqual([]);
  });
});

test('F25 a report of the city is data: every shipped one fits its own schema, a wrong one is refused', () => {
  for (const report of shippedReports) expect(reportSchema.parse(report)).toEqual(report);
  for (const wrong of [{ measures: [] }, { measures: ['hires', 'hires'] }, { by: 'person' }, { top: 'name' }, { title: 'x'.repeat(21) }, { more: 1 }]) expect(reportSchema.safeParse({ ...shippedReports[0], ...wrong }).success).toBe(false);
});
