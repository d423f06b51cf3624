/* The archive read back, by the order in which rows were taken. */
import type { Mark } from '../../../domain/feeds/feed.ts';
import type { Sql } from '../../store/city-db.ts';
import { ownStamp } from '../cursor.ts';
import type { ArchivedRow } from '../store.ts';
import { unpackRows } from './pack.ts';
import { archivedRow, rowColumns, type StoredRow } from './stored-row.ts';

/** Positions `from` to `from + most - 1`, as far as there are any; from pieces and from rows that stand alone, each once. Inside a transaction that sees one moment. */
export async function archivedRows(sql: Sql, hallNo: number, from: number, most: number): Promise<readonly ArchivedRow[]> {
  const [pieces, alone] = await Promise.all([
    // The piece that began last before them, and those that begin among them.
    sql.query<{ first: number; epoch: string; rows: Uint8Array }>(
      `SELECT first, epoch, rows FROM archive_batch WHERE hall_no = $1 AND first >= coalesce((SELECT max(first) FROM archive_batch WHERE hall_no = $1 AND first <= $2::bigint), 0) AND first < $2::bigint + $3::bigint ORDER BY first`,
      [hallNo, from, most]),
    sql.query<StoredRow>(`SELECT ${rowColumns} FROM archive_row AS a WHERE hall_no = $1 AND position >= $2::bigint AND position < $2::bigint + $3::bigint ORDER BY position`, [hallNo, from, most]),
  ]);
  const found = new Map<number, ArchivedRow>();
  for (const { first, epoch, rows } of pieces) {
    for (const { row, place } of unpackRows(rows)) {
      const position = first + place;
      if (position >= from && position < from + most) found.set(position, { ...row, epoch, position });
    }
  }
  for (const row of alone) found.set(row.position, archivedRow(row));
  return [...found.values()].sort((a, b) => a.position - b.position);
}

/** The last accepted row of the hall; undefined when there is none. */
export async function lastArchived(sql: Sql, hallId: string): Promise<Mark | undefined> {
  const [last] = await sql.query<{ position: number; boot: string; counter: number }>(
    `SELECT h.own AS position, encode(e.boot, 'hex') AS boot, e.counter FROM hall AS h CROSS JOIN LATERAL (
       SELECT boot, counter FROM archive_row AS a WHERE a.hall_no = h.hall_no AND a.position = h.own
       UNION ALL SELECT boot, counter FROM (SELECT boot, counter, last FROM archive_batch AS b WHERE b.hall_no = h.hall_no AND b.first <= h.own ORDER BY b.first DESC LIMIT 1) AS newest WHERE last = h.own LIMIT 1) AS e WHERE h.hall_id = $1`, [hallId]);
  return last === undefined ? undefined : { position: last.position, stamp: ownStamp(last) };
}
