/* Which rows wait in quarantine; they are in the archive already, each alone. */
import { int8s, texts } from '../../store/columns.ts';
import type { Sql, Transaction } from '../../store/city-db.ts';
import type { ArchivedRow, Quarantined } from '../store.ts';
import { archivedRow, escape, rowColumns, storable, type StoredRow } from './stored-row.ts';

/** Of these things, those of which a row waits in quarantine. */
export async function waitingKeys(sql: Sql, hallNo: number, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const plain = new Map(keys.map((key) => [storable(key) ? key : escape(key), key]));
  const rows = await sql.query<{ key: string }>('SELECT DISTINCT key FROM quarantine WHERE hall_no = $1 AND key = ANY ($2::text[])', [hallNo, [...plain.keys()]]);
  return new Set(rows.flatMap((row) => plain.get(row.key) ?? []));
}

/** The rows must be in the archive already. */
export function quarantineRows(sql: Pick<Transaction, 'soon'>, hallNo: number, rows: readonly Quarantined<ArchivedRow>[], now: number): void {
  if (rows.length === 0) return;
  sql.soon('INSERT INTO quarantine (hall_no, position, key, reason, at) SELECT $1, position, key, reason, $5 FROM unnest($2::int8[], $3::text[], $4::text[]) AS r (position, key, reason)', [
    hallNo, int8s(rows.map(({ row }) => row.position)), texts(rows.map(({ row: { key } }) => (storable(key) ? key : escape(key)))), texts(rows.map(({ reason }) => reason)), now,
  ]);
}

/** Those that wait, in the order in which they came. */
export async function waitingRows(sql: Sql, hallNo: number, most: number): Promise<readonly ArchivedRow[]> {
  const rows = await sql.query<StoredRow>(`SELECT ${rowColumns} FROM quarantine AS q JOIN archive_row AS a USING (hall_no, position) WHERE hall_no = $1 ORDER BY position LIMIT $2`, [hallNo, most]);
  return rows.map(archivedRow);
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
