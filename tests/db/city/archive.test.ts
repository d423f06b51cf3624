/* The archive gives back every row as it came, whether what its rows have in common was said once or row by row. On both engines. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archiveRows } from '@kuaizhao/db/city/journal/archive.ts';
import type { JournalRow } from '@kuaizhao/db/city/journal/cursor.ts';
import type { CityDb } from '@kuaizhao/db/city/store/city-db.ts';
import { engineNames, startEngine, type TestDatabase, type TestEngine } from '../../fixtures/city/databases.ts';

const rows = (count: number, change: (at: number) => Partial<JournalRow> = () => ({})): JournalRow[] => Array.from({ length: count }, (_, at) => ({
  seq: 41 + at, boot: '00000000000000aa', counter: 7 + at, end: at % 3 === 2 || at === count - 1, table: 'fact', key: `k${at}`, kind: 'dayOpened', clock: 1_790_000_000_000 + at, v: 1, body: `{"n":${at},"text":"工"}`, ...change(at),
}));
const kinds: readonly (readonly [string, JournalRow[]])[] = [
  ['one row', rows(1)], ['alike and without a gap', rows(20)], ['of two process starts', rows(9, (at) => ({ boot: at < 4 ? '00000000000000aa' : 'ffffffffffffffff', counter: at < 4 ? 90 + at : at }))],
  ['with holes in the counter', rows(9, (at) => ({ counter: at * 2 }))], ['with holes in the numbers, as when some were known', rows(9, (at) => ({ seq: 100 + at * 3 }))], ['backwards', rows(5, (at) => ({ seq: 50 - at, counter: 50 - at }))],
  ['of two versions and tables', rows(9, (at) => ({ v: 1 + at % 2, table: at === 3 ? 'share' : 'fact' }))], ['with what text cannot hold', rows(5, (at) => (at === 2 ? { body: '"\0"', key: '\ud800' } : {}))], ['all of them odd', rows(3, () => ({ table: 'f\0' }))],
];

describe.each(engineNames)('the archive on %s', (name) => {
  let engine: TestEngine;
  let place: TestDatabase;
  let db: CityDb;
  beforeAll(async () => {
    engine = await startEngine(name);
    place = await engine.database();
    db = await place.open();
  });
  afterAll(async () => {
    await db.close();
    await place.remove();
    await engine.end();
  });

  it.each(kinds.map(([what, came], hallNo) => ({ what, came, hallNo })))('rows $what', async ({ came, hallNo }) => {
    await db.transaction((sql) => { archiveRows(sql, hallNo, 'epoch1', came, 11); return Promise.resolve(); });
    const kept: { position: number; escaped: boolean; table: string; key: string; body: string }[] = await db.query(
      `SELECT epoch, position, seq, encode(boot, 'hex') AS boot, counter, ends AS end, table_name AS table, key, kind, clock, version AS v, body, escaped FROM archive WHERE hall_no = $1 ORDER BY position`, [hallNo]);
    const plain = (text: string, escaped: boolean): unknown => (escaped ? JSON.parse(text) : text);
    expect(kept.map(({ escaped, ...row }) => ({ ...row, table: plain(row.table, escaped), key: plain(row.key, escaped), kind: plain('kind' in row ? String(row.kind) : '', escaped), body: plain(row.body, escaped) })))
      .toEqual(came.map((row, at) => ({ ...row, epoch: 'epoch1', position: 12 + at })));
  });
});
