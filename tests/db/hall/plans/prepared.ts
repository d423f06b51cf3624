/* Every statement that the hall prepares, caught while its database is opened and every ledger is asked for every wish; and the plan that SQLite makes of each. */
import SqliteDatabase from 'better-sqlite3';
import { vi } from 'vitest';
import { openHallDb, type HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import { tempDir } from '../../../fixtures/engine.ts';

export interface Prepared { readonly texts: readonly string[]; readonly plan: (text: string) => readonly string[] }

export function preparedStatements(): Prepared {
  const spy = vi.spyOn(SqliteDatabase.prototype, 'prepare');
  const dir = tempDir();
  let texts: string[] = [];
  try {
    const db = openHallDb(dir, 'a'.repeat(16));
    askEveryLedger(db);
    db.rewritePeople();
    db.close();
  } finally {
    texts = [...new Set(spy.mock.calls.map(([text]) => text))].filter((text) => /^\s*(SELECT|UPDATE|DELETE|WITH|INSERT)/i.test(text));
    spy.mockRestore();
  }
  const sql = new SqliteDatabase(`${dir}/hall.db`);
  sql.function('in_operation', () => 1);
  sql.function('erased_body', (_kind, _key, body) => body);
  return { texts, plan: (text) => planOf(sql, text) };
}

function planOf(sql: SqliteDatabase.Database, text: string): readonly string[] {
  const bare = text.replaceAll(/'[^']*'/g, '');
  const names = [...new Set([...bare.matchAll(/[@$](\w+)|\?(\d+)/g)].map((found) => found[1] ?? found[2] ?? ''))];
  const marks = Array.from({ length: bare.split(/\?(?!\d)/).length - 1 }, () => 1);
  const statement = sql.prepare(`EXPLAIN QUERY PLAN ${text}`);
  const rows = (names.length > 0 ? statement.all(...marks, Object.fromEntries(names.map((name) => [name, 1]))) : statement.all(...marks)) as { detail: string }[];
  return rows.map((row) => row.detail);
}

/** Ledgers prepare a text for each combination of wishes at its first use. */
function askEveryLedger({ faces: { records } }: HallDb): void {
  const days = { from: '2026-01-01', to: '2026-12-31' };
  for (const wish of everyChoice({ workerId: 'x' }, { number: 'A001' }, { trade: '0201' }, { state: 'waiting' }, { hired: true })) records.seekers({ ...days, ...wish }, 'masked');
  for (const wish of everyChoice({ employerId: 'x' }, { number: 'J001' }, { trade: '0201' }, { state: 'open' })) records.jobs({ ...days, ...wish }, 'masked');
  for (const wish of everyChoice({ workerId: 'x' }, { number: 'H001' }, { trade: '0201' }, { jobId: 'x' })) records.hires({ ...days, ...wish }, 'masked');
}

/** Every choice among these wishes, from none to all. */
const everyChoice = (...all: readonly object[]): object[] =>
  Array.from({ length: 2 ** all.length }, (_, bits) => Object.assign({}, ...all.filter((_wish, index) => ((bits >> index) & 1) === 1)) as object);
