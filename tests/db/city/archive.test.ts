/* The archive gives back every row as it came, whether it stands in the piece in which a hall sent it, in one that was packed here, or alone. On both engines. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zstdCompressSync } from 'node:zlib';
import { archiveRows, keepRows } from '@kuaizhao/db/city/journal/archive/keep.ts';
import { packRows, unpackRows } from '@kuaizhao/db/city/journal/archive/pack.ts';
import { archivedRows, lastArchived } from '@kuaizhao/db/city/journal/archive/read.ts';
import { readOwn } from '@kuaizhao/db/city/feeds/read-own.ts';
import { enrolHalls } from '@kuaizhao/db/city/journal/halls.ts';
import type { JournalRow } from '@kuaizhao/db/city/journal/cursor.ts';
import type { CityDb } from '@kuaizhao/db/city/store/city-db.ts';
import { blankArchive } from '@kuaizhao/db/city/people/persons.ts';
import { engineNames, startEngine, type TestDatabase, type TestEngine } from '../../fixtures/city/databases.ts';

const rows = (count: number, change: (at: number) => Partial<JournalRow> = () => ({})): JournalRow[] => Array.from({ length: count }, (_, at) => ({
  seq: 41 + at, boot: '00000000000000aa', counter: 7 + at, end: at % 3 === 2 || at === count - 1, table: 'fact', key: `k${at}`, kind: 'dayOpened', clock: 1_790_000_000_000 + at, v: 1, body: `{"n":${at},"text":"工"}`, ...change(at),
}));
const kinds: readonly (readonly [string, JournalRow[]])[] = [
  ['one row', rows(1)], ['alike and without a gap', rows(20)], ['of two process starts', rows(9, (at) => ({ boot: at < 4 ? '00000000000000aa' : 'ffffffffffffffff', counter: at < 4 ? 90 + at : at }))],
  ['with holes in the counter', rows(9, (at) => ({ counter: at * 2 }))], ['with holes in the numbers, as when some were known', rows(9, (at) => ({ seq: 100 + at * 3 }))], ['backwards', rows(5, (at) => ({ seq: 50 - at, counter: 50 - at }))],
  ['of two versions and tables', rows(9, (at) => ({ v: 1 + at % 2, table: at === 3 ? 'share' : 'fact' }))], ['with what text cannot hold', rows(5, (at) => (at === 2 ? { body: '"\0"', key: '\ud800' } : {}))], ['all of them odd', rows(3, () => ({ table: 'f\0' }))],
  ['of people only', rows(4, () => ({ table: 'share', kind: 'workerShared' }))], ['with postings among them', rows(9, (at) => ({ kind: at % 4 === 0 ? 'jobPosted' : 'dayOpened' }))], ['with the last one of a person', rows(6, (at) => ({ table: at === 5 ? 'share' : 'fact' }))],
];
/** As a hall packs them. */
const sent = (came: readonly JournalRow[]): Uint8Array => {
  const boots = [...new Set(came.map(({ boot }) => boot))];
  return zstdCompressSync(JSON.stringify({ boots, rows: came.map(({ boot, counter, ...row }) => ({ ...row, op: [boots.indexOf(boot), counter] })) }));
};

describe.each(engineNames)('the archive on %s', (name) => {
  let engine: TestEngine;
  let place: TestDatabase;
  let db: CityDb;
  let halls = 0;
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
  const hall = async (): Promise<{ hallId: string; hallNo: number }> => {
    const hallId = `h${++halls}`;
    await enrolHalls(db, [{ hallId, name: '测试零工市场', keyHash: new Uint8Array(32).fill(1) }]);
    const [found] = await db.query<{ hall_no: number }>('SELECT hall_no FROM hall WHERE hall_id = $1', [hallId]);
    return { hallId, hallNo: found!.hall_no };
  };
  const keep = async (hallNo: number, came: readonly JournalRow[], own: number, asTheyCame?: Uint8Array, alone: readonly JournalRow[] = []): Promise<void> => {
    await db.transaction((sql) => { keepRows(sql, hallNo, 'epoch1', { rows: came, own, alone: new Set(alone), asTheyCame }); return Promise.resolve(); });
    await db.query('UPDATE hall SET own = $2 WHERE hall_no = $1', [hallNo, own + came.length]);
  };
  const all = (hallNo: number) => archivedRows(db, hallNo, 1, 10_000);

  it.each(kinds.flatMap(([what, came]) => ['as it was sent', 'packed here'].map((how) => ({ what, came, how }))))('rows $what, in a piece $how, and what comes after them', async ({ came, how }) => {
    const { hallId, hallNo } = await hall();
    await keep(hallNo, came, 11, how === 'packed here' ? undefined : sent(came));
    const placed = came.map((row, at) => ({ ...row, epoch: 'epoch1', position: 12 + at }));
    expect(await all(hallNo)).toEqual(placed);
    expect(await lastArchived(db, hallId)).toEqual({ position: 11 + came.length, stamp: `${came.at(-1)!.boot}-${came.at(-1)!.counter}` });
    for (const from of [12, 13, 11 + came.length]) expect((await archivedRows(db, hallNo, from, 2)).map(({ position }) => position)).toEqual(placed.map(({ position }) => position).filter((at) => at >= from && at < from + 2));
    await keep(hallNo, rows(3, (at) => ({ counter: 1_000 + at })), 11 + came.length);
    expect((await all(hallNo)).map(({ position }) => position)).toEqual(Array.from({ length: came.length + 3 }, (_, at) => 12 + at));
  });

  it('rows of before that stand each alone, and pieces after them, are one archive: a hall reads it back page by page, from anywhere in it', async () => {
    const { hallNo } = await hall();
    const [old, fresh] = [rows(600), rows(1_000, (at) => ({ counter: 5_000 + at, seq: 641 + at, kind: at % 50 === 0 ? 'jobPosted' : 'dayOpened' }))];
    await db.transaction((sql) => { archiveRows(sql, hallNo, old.map((row, at) => ({ ...row, epoch: 'epoch0', position: 1 + at }))); return Promise.resolve(); });
    for (let at = 0; at < fresh.length; at += 250) await keep(hallNo, fresh.slice(at, at + 250), 600 + at, at === 250 ? sent(fresh.slice(at, at + 250)) : undefined);
    const told = [...old, ...fresh];
    const read: JournalRow[] = [];
    let after: { position: number; stamp: string } | undefined;
    for (;;) {
      const page = await readOwn(db, hallNo, { hallId: '', token: '', feed: 'own', max: 512, after });
      if (page.kind !== 'own') throw new Error(page.kind);
      expect(page.head).toBe(1_600);
      if (page.rows.length === 0) break;
      expect(page.rows.at(-1)!.end).toBe(true);
      read.push(...page.rows);
      after = { position: page.to, stamp: page.stamp! };
    }
    expect(read).toEqual(told.map((row, at) => ({ ...row, seq: 1 + at })));
    const middle = told[700]!;
    expect(await readOwn(db, hallNo, { hallId: '', token: '', feed: 'own', max: 512, after: { position: 701, stamp: `${middle.boot}-${middle.counter}` } })).toMatchObject({ kind: 'own', from: 701 });
    expect(await readOwn(db, hallNo, { hallId: '', token: '', feed: 'own', max: 512, after: { position: 701, stamp: 'another' } })).toEqual({ kind: 'restart', head: 1_600 });
    expect(await readOwn(db, hallNo, { hallId: '', token: '', feed: 'own', max: 512, after: { position: 9_000, stamp: 'later' } })).toEqual({ kind: 'restart', head: 1_600 });
  });

  it('rule 14: what is told of a person is in no piece, not even in the one that the hall sent, and its hash stands in its place after the erasure', async () => {
    const { hallNo } = await hall();
    const came = rows(6, (at) => (at === 2 ? { table: 'share', kind: 'workerShared', key: 'w1', body: '{"type":"workerShared","workerId":"w1","share":{"box":"sealed"}}' } : {}));
    await keep(hallNo, came, 0, sent(came));
    const pieces = await db.query<{ rows: Uint8Array }>('SELECT rows FROM archive_batch WHERE hall_no = $1', [hallNo]);
    expect(pieces.map(({ rows: packed }) => unpackRows(packed).map(({ row }) => row.seq))).toEqual([[41, 42, 44, 45, 46]]);
    await db.transaction((sql) => blankArchive(sql, hallNo, 'w1', true));
    const kept = await all(hallNo);
    expect(kept.map(({ seq }) => seq)).toEqual(came.map(({ seq }) => seq));
    expect(kept[2]!.body).toMatch(/^\{"type":"workerShared","workerId":"w1","erased":"[0-9a-f]{64}"\}$/);
  });

  it('a row that waits stands alone, too, and is there once', async () => {
    const { hallNo } = await hall();
    const came = rows(5);
    await keep(hallNo, came, 0, sent(came), [came[3]!]);
    expect(await db.query('SELECT position FROM archive_row WHERE hall_no = $1', [hallNo])).toEqual([{ position: 4 }]);
    expect((await all(hallNo)).map(({ counter }) => counter)).toEqual(came.map(({ counter }) => counter));
  });
});

it('a piece that nobody packed is refused', () => {
  const packed = (value: unknown): Uint8Array => zstdCompressSync(JSON.stringify(value));
  const row = { seq: 1, op: [0, 1], end: true, table: 'fact', key: 'k', kind: 'dayOpened', clock: 1, v: 1, body: '{}' };
  expect(unpackRows(packed({ boots: ['00000000000000aa'], rows: [row] }))).toHaveLength(1);
  expect(unpackRows(packRows([]))).toEqual([]);
  for (const wrong of ['x', { boots: [], rows: [row] }, { boots: ['00000000000000aa'], rows: [row], at: [] }, { boots: ['00000000000000aa'], rows: [{ ...row, more: 1 }] }, { rows: [] }]) expect(() => unpackRows(packed(wrong))).toThrow(/invalid|expected|unrecognized|fit itself/i);
  expect(() => unpackRows(new Uint8Array([1, 2, 3]))).toThrow(/frame/i);
});
