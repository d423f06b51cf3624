/* Accepted rows, verbatim: a batch in one piece, and beside it each row that somebody asks for by itself. */
import { shareTable } from '../../../domain/records/chain.ts';
import { bools, int8s, texts } from '../../store/columns.ts';
import type { Transaction } from '../../store/city-db.ts';
import type { JournalRow } from '../cursor.ts';
import type { ArchivedRow, Kept } from '../store.ts';
import { packRows, type PlacedRow } from './pack.ts';
import { escape, storable } from './stored-row.ts';

/** The catalogue and the wage clues read a job's own words by its key. */
const askedForByKey: ReadonlySet<string> = new Set(['jobPosted', 'jobChanged']);
/** What is told of people can be erased: it stands alone, and in no piece. */
const ofPeople = ({ table }: JournalRow): boolean => table === shareTable;

/** At the positions after `own`: the hall is locked, so they have no gap and are committed in their order. */
export function keepRows(sql: Pick<Transaction, 'soon'>, hallNo: number, epoch: string, { rows, own, alone, asTheyCame }: Kept): void {
  const last = rows.at(-1);
  if (last === undefined) return;
  const together: PlacedRow[] = [];
  const single: ArchivedRow[] = [];
  for (const [place, row] of rows.entries()) {
    const personal = ofPeople(row);
    if (!personal) together.push({ row, place });
    if (personal || askedForByKey.has(row.kind) || alone.has(row)) single.push({ ...row, epoch, position: own + 1 + place });
  }
  archiveRows(sql, hallNo, single);
  if (together.length === 0) return;
  const packed = asTheyCame !== undefined && together.length === rows.length ? asTheyCame : packRows(together);
  sql.soon("INSERT INTO archive_batch (hall_no, first, last, epoch, boot, counter, rows) VALUES ($1, $2, $3, $4, decode($5, 'hex'), $6, $7)", [hallNo, own + 1, own + rows.length, epoch, last.boot, last.counter, packed]);
}

/** Each alone. */
export function archiveRows(sql: Pick<Transaction, 'soon'>, hallNo: number, rows: readonly ArchivedRow[]): void {
  if (rows.length === 0) return;
  const odd = rows.map(({ table, key, kind, body }) => ![table, key, kind, body].every(storable));
  const stored = odd.includes(true) ? rows.map((row, at) => (odd[at] === true ? { ...row, table: escape(row.table), key: escape(row.key), kind: escape(row.kind), body: escape(row.body) } : row)) : rows;
  sql.soon(
    `INSERT INTO archive_row (hall_no, epoch, position, seq, boot, counter, ends, table_name, key, kind, clock, version, body, escaped)
     SELECT $1, epoch, position, seq, decode(boot, 'hex'), counter, ends, table_name, key, kind, clock, version, body, escaped
     FROM unnest($2::text[], $3::int8[], $4::int8[], $5::text[], $6::int8[], $7::bool[], $8::text[], $9::text[], $10::text[], $11::int8[], $12::int8[], $13::text[], $14::bool[])
       AS r (epoch, position, seq, boot, counter, ends, table_name, key, kind, clock, version, body, escaped)`,
    [
      hallNo, texts(stored.map(({ epoch }) => epoch)), int8s(stored.map(({ position }) => position)), int8s(stored.map(({ seq }) => seq)), texts(stored.map(({ boot }) => boot)), int8s(stored.map(({ counter }) => counter)),
      bools(stored.map(({ end }) => end)), texts(stored.map(({ table }) => table)), texts(stored.map(({ key }) => key)), texts(stored.map(({ kind }) => kind)), int8s(stored.map(({ clock }) => clock)),
      int8s(stored.map(({ v }) => v)), texts(stored.map(({ body }) => body)), bools(odd),
    ],
  );
}
