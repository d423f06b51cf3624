/* A hall whose disk is gone comes back from the city's rows alone: the same queue, talks and hires as before; only the names are missing, which the city never had. And what no longer fits is kept and told. */
import { expect, onTestFinished, test } from 'vitest';
import { openHallDb } from '@kuaizhao/db/hall/hall-db.ts';
import { workDay } from '../../db/hall/records/worked-day.ts';
import { openEngine, tempDir } from '../../fixtures/engine.ts';
import { tablesOf } from '../../fixtures/queue-hall.ts';

type Hall = Awaited<ReturnType<typeof openEngine>>;
const told = (hall: Hall) => hall.db.journal.read(1, 100_000).map(({ ends, table_name: table, version: v, ...row }) => ({ ...row, table, v, end: ends === 1 }));

test('§10 I7 a day of work, read back into an empty hall: the tables are the same', async () => {
  const hall = openEngine();
  await workDay(hall, 0, 5);
  const rows = told(hall);
  const dir = tempDir();
  const other = openHallDb(dir, 'bbbbbbbbbbbbbbbb');
  onTestFinished(() => other.close());
  const taken = other.readBack.take(rows, { position: rows.length, stamp: 'a0a0a0a0-1' }, Date.now());
  expect(taken).toMatchObject({ rows: rows.length, conflicts: 0 });
  expect(taken.facts).toEqual(hall.db.journal.facts(1, rows.length));
  expect(other.journal.head().seq).toBe(rows.length);
  const [before, after] = [tablesOf(hall), tablesOf({ ...hall, dir })];
  const of = (tables: Record<string, unknown[]>): unknown[] => ['business_day', 'visit', 'ticket', 'ticket_trade', 'call', 'hire'].map((table) => [table, tables[table]]);
  expect(of(after)).toEqual(of(before));
});

test('§10 a number that was given out again meanwhile: both stay, and staff are told', async () => {
  const hall = openEngine();
  await hall.ask('takeTicket', { service: 'policy' });
  const lost = told(hall);
  const dir = tempDir();
  const now = openEngine(dir, 'bbbbbbbbbbbbbbbb');
  // The disk went back, and the first number of the day was given out once more.
  await now.ask('takeTicket', { service: 'policy' });
  const tickets = tablesOf(now)['ticket'];
  const taken = now.db.readBack.take(lost, undefined, 1_790_000_000_000);
  expect(taken.conflicts).toBeGreaterThan(0);
  expect(tablesOf(now)['ticket'], 'what people hold in their hands stays true').toEqual(tickets);
  expect(now.db.faces.readBackConflicts(1_789_999_999_999).rows).toBeGreaterThan(0);
  expect(now.db.journal.read(1, 100).map(({ boot, counter }) => `${boot}-${counter}`)).toEqual(expect.arrayContaining(lost.map(({ boot, counter }) => `${boot}-${counter}`)));
  // The same again is known by its name.
  expect(now.db.readBack.take(lost, undefined, 1_790_000_000_000)).toEqual({ rows: 0, conflicts: 0, facts: [] });
});

test('§16 what a newer program wrote is kept word by word, and not half understood', () => {
  const hall = openHallDb(tempDir(), 'cccccccccccccccc');
  onTestFinished(() => hall.close());
  const row = { boot: 'dddddddddddddddd', counter: 1, end: true, table: 'fact', key: 'k', kind: 'somethingNew', clock: 1_790_000_000_000, v: 99, body: '{"type":"somethingNew","more":1}' };
  expect(hall.readBack.take([row], { position: 1, stamp: 'dddddddddddddddd-1' }, 1_790_000_000_000)).toEqual({ rows: 1, conflicts: 1, facts: [] });
  expect(hall.journal.head().seq).toBe(0);
  expect(hall.uplinkCursor.own()).toEqual({ position: 1, stamp: 'dddddddddddddddd-1' });
});

test('§10 rule 14 an erasure that another life of the hall did is done again here: this disk may know people whom that one did not', () => {
  const hall = openHallDb(tempDir(), 'eeeeeeeeeeeeeeee');
  onTestFinished(() => hall.close());
  const [erasure, at] = [{ erasureId: 'erasure-1', quick: '0ab', mark: 'f'.repeat(64) }, 1_790_000_000_000];
  hall.feeds.apply({ feed: 'erasures', from: 0, to: 1, stamp: 'aaaaaaaaaaaaaaaa', head: 1, headStamp: undefined, rows: [{ position: 1, key: erasure.erasureId, kind: 'erasure', v: 1, at, body: JSON.stringify({ erasure, at }) }] });
  const body = JSON.stringify({ type: 'erasureHeard', erasure, at, records: 0 });
  const row = { boot: 'ffffffffffffffff', counter: 1, end: true, table: 'fact', key: erasure.erasureId, kind: 'erasureHeard', clock: at, v: 1, body };
  expect(hall.readBack.take([row], { position: 1, stamp: 'ffffffffffffffff-1' }, at)).toMatchObject({ rows: 1, conflicts: 0 });
  expect(hall.faces.people.erasuresToHear().erasures.map((word) => word.erasure.erasureId)).toEqual(['erasure-1']);
});
