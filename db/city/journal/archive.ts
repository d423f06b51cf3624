/* Accepted rows, verbatim, and which of them wait in quarantine. */
import { z } from 'zod';
import { bools, int8s, texts } from '../store/columns.ts';
import type { Sql, Transaction } from '../store/city-db.ts';
import type { JournalRow } from './cursor.ts';
import type { ArchivedRow, Quarantined } from './store.ts';

/** PostgreSQL's text holds neither a zero byte nor half a surrogate; JSON's escapes do. */
const storable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');
const escape = (text: string): string => JSON.stringify(text);

/** Of these things, those of which a row waits in quarantine. */
export async function waitingKeys(sql: Sql, hallNo: number, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const plain = new Map(keys.map((key) => [storable(key) ? key : escape(key), key]));
  const rows = await sql.query<{ key: string }>('SELECT DISTINCT key FROM quarantine WHERE hall_no = $1 AND key = ANY ($2::text[])', [hallNo, [...plain.keys()]]);
  return new Set(rows.flatMap((row) => plain.get(row.key) ?? []));
}

/** At the positions after `own`: the hall is locked, so they have no gap and are committed in their order. */
export function archiveRows(sql: Pick<Transaction, 'soon'>, hallNo: number, epoch: string, rows: readonly JournalRow[], own: number): void {
  if (rows.length === 0) return;
  const odd = rows.map(({ table, key, kind, body }) => ![table, key, kind, body].every(storable));
  const stored = odd.includes(true) ? rows.map((row, at) => (odd[at] === true ? { ...row, table: escape(row.table), key: escape(row.key), kind: escape(row.kind), body: escape(row.body) } : row)) : rows;
  const numbers = countedUp(stored.map((row) => row.seq));
  const counters = countedUp(stored.map((row) => row.counter));
  const versions = alike(stored.map((row) => row.v));
  const boots = alike(stored.map((row) => row.boot));
  const tables = alike(stored.map((row) => row.table));
  sql.soon(
    `INSERT INTO archive (hall_no, epoch, seq, boot, counter, ends, table_name, key, kind, clock, version, body, escaped, position)
     SELECT $1, $2, coalesce(seq, $4::bigint + place), coalesce(decode(boot, 'hex'), decode($6, 'hex')), coalesce(counter, $8::bigint + place), ends, coalesce(table_name, $11), key, kind, clock, coalesce(version, $16::bigint), body, coalesce(escaped, false), $3::bigint + place
     FROM unnest($5::int8[], $7::text[], $9::int8[], $10::bool[], $12::text[], $13::text[], $14::text[], $15::int8[], $17::int8[], $18::text[], $19::bool[]) WITH ORDINALITY
       AS r (seq, boot, counter, ends, table_name, key, kind, clock, version, body, escaped, place)`,
    [
      hallNo, epoch, own, numbers.before, int8s(numbers.each), boots.all, texts(boots.each), counters.before, int8s(counters.each), bools(stored.map(({ end }) => end)), tables.all, texts(tables.each),
      texts(stored.map(({ key }) => key)), texts(stored.map(({ kind }) => kind)), int8s(stored.map(({ clock }) => clock)), versions.all, int8s(versions.each), texts(stored.map(({ body }) => body)), bools(odd.includes(true) ? odd : []),
    ],
  );
}

/** Most batches are of one process start and go on where the last one ended: what is the same of every row, or goes up by one with it, is said once. An array that is empty gives `null` for every row. */
function alike<T>(values: readonly T[]): { readonly all: T | null; readonly each: readonly T[] } {
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? { all: first, each: [] } : { all: null, each: values };
}
function countedUp(values: readonly number[]): { readonly before: number; readonly each: readonly number[] } {
  const before = (values[0] ?? 0) - 1;
  return values.every((value, at) => value === before + 1 + at) ? { before, each: [] } : { before: 0, each: values };
}

/** The rows must be in the archive already. */
export function quarantineRows(sql: Pick<Transaction, 'soon'>, hallNo: number, rows: readonly Quarantined<ArchivedRow>[], now: number): void {
  if (rows.length === 0) return;
  sql.soon('INSERT INTO quarantine (hall_no, position, key, reason, at) SELECT $1, position, key, reason, $5 FROM unnest($2::int8[], $3::text[], $4::text[]) AS r (position, key, reason)', [
    hallNo, int8s(rows.map(({ row }) => row.position)), texts(rows.map(({ row: { key } }) => (storable(key) ? key : escape(key)))), texts(rows.map(({ reason }) => reason)), now,
  ]);
}

interface WaitingRow { epoch: string; position: number; seq: number; boot: string; counter: number; ends: boolean; table_name: string; key: string; kind: string; clock: number; version: number; body: string; escaped: boolean }

/** Those that wait, in the order in which they came. */
export async function waitingRows(sql: Sql, hallNo: number, most: number): Promise<readonly ArchivedRow[]> {
  const rows = await sql.query<WaitingRow>(
    `SELECT epoch, position, seq, encode(boot, 'hex') AS boot, counter, ends, table_name, archive.key, kind, clock, version, body, escaped FROM quarantine JOIN archive USING (hall_no, position) WHERE hall_no = $1 ORDER BY position LIMIT $2`,
    [hallNo, most],
  );
  return rows.map(({ epoch, position, seq, boot, counter, ends, table_name, key, kind, clock, version, body, escaped }) => {
    const text = (stored: string): string => (escaped ? z.string().parse(JSON.parse(stored)) : stored);
    return { epoch, position, seq, boot, counter, end: ends, table: text(table_name), key: text(key), kind: text(kind), clock, v: version, body: text(body) };
  });
}

/** `rows` wait no longer, `others` for another reason; and the hall's count is made anew. */
export function releaseRows(sql: Pick<Transaction, 'soon'>, hallNo: number, rows: readonly ArchivedRow[], others: readonly Quarantined<ArchivedRow>[]): void {
  sql.soon('DELETE FROM quarantine WHERE hall_no = $1 AND position = ANY ($2::int8[])', [hallNo, int8s(rows.map(({ position }) => position))]);
  sql.soon(
    'UPDATE quarantine SET reason = r.reason FROM unnest($2::int8[], $3::text[]) AS r (position, reason) WHERE hall_no = $1 AND quarantine.position = r.position AND quarantine.reason <> r.reason',
    [hallNo, int8s(others.map(({ row }) => row.position)), texts(others.map(({ reason }) => reason))],
  );
  sql.soon('UPDATE hall SET quarantined = (SELECT count(*) FROM quarantine WHERE quarantine.hall_no = $1) WHERE hall.hall_no = $1', [hallNo]);
}
