/* Accepted rows, verbatim, and which of them wait in quarantine. */
import { z } from 'zod';
import type { Sql } from '../store/city-db.ts';
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
    'INSERT INTO quarantine (hall_no, epoch, seq, key, reason, at) SELECT $1, $2, seq, key, reason, $4 FROM json_to_recordset($3::json) AS r (seq bigint, key text, reason text)',
    [hallNo, epoch, JSON.stringify(rows.map(({ row, reason }) => ({ seq: row.seq, key: storable(row.key) ? row.key : escape(row.key), reason }))), now],
  );
}

interface WaitingRow { epoch: string; seq: number; boot: string; counter: number; ends: boolean; table_name: string; key: string; kind: string; clock: number; version: number; body: string; escaped: boolean }

/** Those that wait, in the order in which they came. */
export async function waitingRows(sql: Sql, hallNo: number, most: number): Promise<readonly ArchivedRow[]> {
  const rows = await sql.query<WaitingRow>(
    `SELECT epoch, seq, encode(boot, 'hex') AS boot, counter, ends, table_name, archive.key, kind, clock, version, body, escaped FROM quarantine JOIN archive USING (hall_no, epoch, seq) WHERE hall_no = $1 ORDER BY arrived LIMIT $2`,
    [hallNo, most],
  );
  return rows.map(({ epoch, seq, boot, counter, ends, table_name, key, kind, clock, version, body, escaped }) => {
    const text = (stored: string): string => (escaped ? z.string().parse(JSON.parse(stored)) : stored);
    return { epoch, seq, boot, counter, end: ends, table: text(table_name), key: text(key), kind: text(kind), clock, v: version, body: text(body) };
  });
}

/** `rows` wait no longer, `others` for another reason; gives nothing, and the hall's count is made anew. */
export async function releaseRows(sql: Sql, hallNo: number, rows: readonly ArchivedRow[], others: readonly Quarantined<ArchivedRow>[]): Promise<void> {
  await sql.query(
    'DELETE FROM quarantine USING json_to_recordset($2::json) AS r (epoch text, seq bigint) WHERE hall_no = $1 AND quarantine.epoch = r.epoch AND quarantine.seq = r.seq',
    [hallNo, JSON.stringify(rows.map(({ epoch, seq }) => ({ epoch, seq })))],
  );
  await sql.query(
    'UPDATE quarantine SET reason = r.reason FROM json_to_recordset($2::json) AS r (epoch text, seq bigint, reason text) WHERE hall_no = $1 AND quarantine.epoch = r.epoch AND quarantine.seq = r.seq AND quarantine.reason <> r.reason',
    [hallNo, JSON.stringify(others.map(({ row: { epoch, seq }, reason }) => ({ epoch, seq, reason })))],
  );
  await sql.query('UPDATE hall SET quarantined = (SELECT count(*) FROM quarantine WHERE quarantine.hall_no = $1) WHERE hall.hall_no = $1', [hallNo]);
}
