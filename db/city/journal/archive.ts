/* Accepted rows, verbatim, and which of them wait in quarantine. */
import type { Sql } from '../store/city-db.ts';
import type { JournalRow } from './cursor.ts';
import type { Quarantined } from './store.ts';

/** PostgreSQL's text holds neither a zero byte nor half a surrogate; JSON's escapes do. */
const storable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');
const escape = (text: string): string => JSON.stringify(text);

/** Of these things, those of which a row waits in quarantine. */
export async function waitingKeys(sql: Sql, hallNo: number, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const plain = new Map(keys.map((key) => [storable(key) ? key : escape(key), key]));
  const rows = await sql.query<{ key: string }>('SELECT DISTINCT key FROM quarantine JOIN archive USING (hall_no, epoch, seq) WHERE hall_no = $1 AND key = ANY ($2::text[])', [hallNo, [...plain.keys()]]);
  return new Set(rows.flatMap((row) => plain.get(row.key) ?? []));
}

/** At the positions after `own`: the hall is locked, so they have no gap and are committed in their order. */
export async function archiveRows(sql: Sql, hallNo: number, epoch: string, rows: readonly JournalRow[], own: number): Promise<void> {
  if (rows.length === 0) return;
  const stored = rows.map((row, index) => {
    const { seq, boot, counter, end, clock, v } = row;
    const escaped = ![row.table, row.key, row.kind, row.body].every(storable);
    const text = escaped ? escape : (plain: string) => plain;
    return { seq, boot, counter, ends: end, table_name: text(row.table), key: text(row.key), kind: text(row.kind), clock, version: v, body: text(row.body), escaped, position: own + index + 1 };
  });
  await sql.query(
    `INSERT INTO archive (hall_no, epoch, seq, boot, counter, ends, table_name, key, kind, clock, version, body, escaped, position)
     SELECT $1, $2, seq, decode(boot, 'hex'), counter, ends, table_name, key, kind, clock, version, body, escaped, position FROM json_to_recordset($3::json)
       AS r (seq bigint, boot text, counter bigint, ends boolean, table_name text, key text, kind text, clock bigint, version bigint, body text, escaped boolean, position bigint)`,
    [hallNo, epoch, JSON.stringify(stored)],
  );
}

/** The rows must be in the archive already. */
export async function quarantineRows(sql: Sql, hallNo: number, epoch: string, rows: readonly Quarantined[], now: number): Promise<void> {
  if (rows.length === 0) return;
  await sql.query(
    'INSERT INTO quarantine (hall_no, epoch, seq, reason, at) SELECT $1, $2, seq, reason, $4 FROM json_to_recordset($3::json) AS r (seq bigint, reason text)',
    [hallNo, epoch, JSON.stringify(rows.map(({ row, reason }) => ({ seq: row.seq, reason }))), now],
  );
}
