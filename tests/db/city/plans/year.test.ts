/* A year of 200 halls in PostgreSQL: no statement of the desk's lists and figures reads a whole table that grows, but those that are named here with their reason. Files leave it whole. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { measures, reportGroups, shippedReports } from '@kuaizhao/db/domain/registry/reports.ts';
import { behindRows, behindWhats } from '@kuaizhao/db/city/figures/behind.ts';
import { hallCounts, tradeCounts } from '@kuaizhao/db/city/figures/figures.ts';
import { offeredJobs, openJobs } from '@kuaizhao/db/city/figures/jobs.ts';
import { reportRows } from '@kuaizhao/db/city/figures/reports.ts';
import { trendRows } from '@kuaizhao/db/city/figures/trend.ts';
import { waitsNow } from '@kuaizhao/db/city/figures/waits.ts';
import { hallLines, waitingLines } from '@kuaizhao/db/city/journal/overview.ts';
import { erasurePage, erasureTold } from '@kuaizhao/db/city/people/erasure-pages.ts';
import { peopleCounts } from '@kuaizhao/db/city/people/erasures.ts';
import { directoryRows } from '@kuaizhao/db/city/registry/directory.ts';
import { auditRows, entriesOf, versionsOf } from '@kuaizhao/db/city/registry/read.ts';
import type { CityDb, SqlValue } from '@kuaizhao/db/city/store/city-db.ts';
import { troubledHalls } from '@kuaizhao/db/city/troubles/read.ts';
import { cityQuestionLimits } from '@kuaizhao/sync-agent/contract/city/questions.ts';
import { startEngine, type TestDatabase, type TestEngine } from '../../../fixtures/city/databases.ts';
import { fillYear, lastDay, now } from './year.ts';

let engine: TestEngine;
let place: TestDatabase;
let db: CityDb;
beforeAll(async () => {
  engine = await startEngine('postgres');
  place = await engine.database();
  db = await place.open();
  await fillYear(db);
}, 300_000);
afterAll(async () => {
  await db.close();
  await place.remove();
  await engine.end();
});

/** Tables that stay small, whatever is read of them. */
const small: Readonly<Record<string, string>> = {
  hall: 'a row a hall', uplink_cursor: 'a row for each epoch of a hall', hall_alarm: 'three rows a hall at most', journal_gap: 'a row for each loss', quarantine: 'rows that wait: over one in a hundred is an alarm of its own',
  erasure: 'a row for each person who asked for it', erasure_ack: 'that, times the halls', feed_row: 'what the city keeps for its halls', registry_version: 'what staff have written', city_audit: 'read down its key',
  person: 'counted whole for the operator', person_hall: 'counted whole for the operator', share_unopened: 'boxes that did not open', people_due: 'work of the moment',
};
interface Plan { readonly 'Node Type': string; readonly 'Relation Name'?: string; readonly Plans?: readonly Plan[] }
const wholeTables = (plan: Plan): string[] => [...plan['Node Type'].endsWith('Seq Scan') && plan['Relation Name'] !== undefined ? [plan['Relation Name']] : [], ...(plan.Plans ?? []).flatMap(wholeTables)];

/** What a question says to the database, and which whole tables that reads. */
async function wholeTablesOf(ask: (db: CityDb) => Promise<unknown>): Promise<string[]> {
  const said: { text: string; values: readonly SqlValue[] }[] = [];
  await ask({ ...db, query: (text, values = []) => { said.push({ text, values }); return db.query(text, values); } });
  expect(said.length).toBeGreaterThan(0);
  const plans: Plan[] = [];
  for (const { text, values } of said) {
    const [row] = await db.query<{ 'QUERY PLAN': readonly { Plan: Plan }[] }>(`EXPLAIN (FORMAT JSON) ${text}`, values);
    plans.push(...(row?.['QUERY PLAN'] ?? []).map(({ Plan }) => Plan));
  }
  expect(plans).toHaveLength(said.length);
  return [...new Set(plans.flatMap(wholeTables))].filter((table) => !(table in small)).sort();
}

const hallId = 'hall-077';
const week = { from: '2026-11-14', to: lastDay };
const quarter = { from: '2026-08-21', to: lastDay };
const reports = [...shippedReports, ...reportGroups.map((by) => ({ by, measures: [...measures] }))];
const questions: Readonly<Record<string, (db: CityDb) => Promise<unknown>>> = {
  halls: (on) => hallCounts(on, now), trades: (on) => tradeCounts(on, lastDay), hallLines, waitingLines: (on) => waitingLines(on, undefined, 100), waitingOfOne: (on) => waitingLines(on, hallId, 100), peopleCounts,
  waits: (on) => waitsNow(on, now), trend: (on) => trendRows(on, { to: lastDay }, 30), trendOfHall: (on) => trendRows(on, { to: lastDay, hallId }, 30), trendOfTrade: (on) => trendRows(on, { to: lastDay, trade: '0101' }, 30),
  ...Object.fromEntries(behindWhats.flatMap((what) => [[`behind ${what}`, (on: CityDb) => behindRows(on, { what, day: '2026-05-01', hallId, limit: 50 })], [`behind ${what} of a trade`, (on: CityDb) => behindRows(on, { what, day: '2026-05-01', hallId, trade: '0101', limit: 50 })]])),
  ...Object.fromEntries(reports.flatMap((report, n) => [[`report ${n} ${report.by} of a week`, (on: CityDb) => reportRows(on, { report, ...week, limit: 50 })], [`report ${n} ${report.by} of a hall`, (on: CityDb) => reportRows(on, { report, ...week, hallId, limit: 50 })], [`report ${n} ${report.by} of a trade`, (on: CityDb) => reportRows(on, { report, ...week, trade: '0101', limit: 50 })]])),
  ...Object.fromEntries(reports.flatMap((report, n) => [[`report ${n} ${report.by} of a hall for a quarter`, (on: CityDb) => reportRows(on, { report, ...quarter, hallId, limit: 50 })], [`report ${n} ${report.by} of a quarter`, (on: CityDb) => reportRows(on, { report, ...quarter, limit: 50 })]])),
  catalogue: (on) => openJobs(on, now, { limit: 50 }), catalogueOfHall: (on) => openJobs(on, now, { hallId, trade: '0101', limit: 50 }), catalogueWord: (on) => openJobs(on, now, { text: '经十', district: '3701', limit: 50 }), offered: (on) => offeredJobs(on, week, 20_000),
  directory: (on) => directoryRows(on, { today: lastDay, limit: 50 }), directoryWord: (on) => directoryRows(on, { today: lastDay, text: '样例', trade: '0101', district: '3701', limit: 50 }),
  erasures: (on) => erasurePage(on, { open: true, limit: 50 }), erasure: (on) => erasureTold(on, 'any'), troubles: (on) => troubledHalls(on, now), audit: (on) => auditRows(on, undefined, 100), entries: (on) => entriesOf(on, 'hall', 1_000), versions: (on) => versionsOf(on, 'hall', hallId, 100),
};

test('the year is there: a third of a million rows of the journals that are looked up one by one', async () => {
  const [rows] = await db.query<{ archived: number; jobs: number; figures: number }>('SELECT (SELECT count(*) FROM archive_row) AS archived, (SELECT count(*) FROM job) AS jobs, (SELECT count(*) FROM trade_figures) AS figures');
  expect(rows).toEqual({ archived: 365_000, jobs: 292_000, figures: 219_000 });
  expect((await openJobs(db, now, { limit: 1_000 })).jobs).toHaveLength(200);
});

test('F25 F23 §6 every statement of the desk’s lists and figures over a year of two hundred halls', async () => {
  const found: Record<string, string[]> = {};
  for (const [name, ask] of Object.entries(questions)) {
    const whole = await wholeTablesOf(ask);
    if (whole.length > 0) found[name] = whole;
  }
  expect(found).toEqual({});
});

test('F23 F25 a file of a quarter, fifty-five thousand rows of all halls, days and trades: page by page each once', async () => {
  const seen = new Set<string>();
  let rows = 0;
  for (let after: readonly (string | number)[] | undefined; ;) {
    const page = await reportRows(db, { report: { by: 'dayHallTrade', measures: ['seekers', 'hires'] }, ...quarter, after, limit: cityQuestionLimits.exportPage });
    for (const { day, hallId: hall, trade } of page.rows) seen.add(`${day} ${hall} ${trade}`);
    rows += page.rows.length;
    after = page.next;
    if (after === undefined) break;
  }
  expect([rows, seen.size]).toEqual([92 * 200 * 3, 92 * 200 * 3]);
});

test('§6 a statement whose index is gone is noticed', async () => {
  await db.script('DROP INDEX job_open, job_day');
  expect(await wholeTablesOf((on) => openJobs(on, now, { limit: 50 })), 'another way through all of it').not.toEqual([]);
});
