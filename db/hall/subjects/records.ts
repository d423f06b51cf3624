/* Files that left the hall, in SQLite. */
import type { Database } from 'better-sqlite3';
import type { FactOf } from '../../domain/fact.ts';
import type { Instant } from '../../domain/scalars.ts';

export type RecordsStore = ReturnType<typeof openRecords>;

export function openRecords(sql: Database) {
  const insert = sql.prepare('INSERT INTO records_export (export_id, at, what, format, from_day, to_day, personal, rows, digest, by_staff, approved_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  return {
    exported: (fact: FactOf<'recordsExported'>, now: Instant) =>
      insert.run(fact.exportId, now, fact.what, fact.format, fact.from, fact.to, fact.personal ? 1 : 0, fact.rows, fact.digest, fact.by, fact.approvedBy ?? null),
  };
}
