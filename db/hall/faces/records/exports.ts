/* What left the hall as files. */
import type { Database } from 'better-sqlite3';
import type { RecordsExported } from '../../../domain/records/facts.ts';
import type { Instant } from '../../../domain/scalars.ts';

interface Found { export_id: string; at: number; what: RecordsExported['what']; format: RecordsExported['format']; from_day: string; to_day: string; personal: 0 | 1; rows: number; digest: string; by_staff: string; approved_by: string | null }

export type ExportNote = Omit<RecordsExported, 'type'> & { readonly at: Instant };

export function openExports(sql: Database) {
  // Ids begin with the time, so the newest are the largest.
  const newest = sql.prepare<[number], Found>('SELECT export_id, at, what, format, from_day, to_day, personal, rows, digest, by_staff, approved_by FROM records_export ORDER BY export_id DESC LIMIT ?');
  return (limit: number): ExportNote[] => newest.all(limit).map((row) => ({
    exportId: row.export_id, at: row.at, what: row.what, format: row.format, from: row.from_day, to: row.to_day, personal: row.personal === 1,
    rows: row.rows, digest: row.digest, by: row.by_staff, ...(row.approved_by === null ? {} : { approvedBy: row.approved_by }),
  }));
}
