/* The audit and the tools of whoever runs the machine: what they do while the agent rests has its row as well, and they read rows for somebody else. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { AuditEntry, AuditRow } from '../../domain/audit/row.ts';
import type { Instant } from '../../domain/scalars.ts';
import { openHallDb } from '../hall-db.ts';
import { newestSchema } from '../migrate.ts';
import { auditColumns, rowOf, type FoundRow } from './rows.ts';

const boot = (): string => randomBytes(8).toString('hex');

/** One row in the file of this directory. False for a file of an older program, which a tool does not make a newer one. Throws what SQLite throws, `SQLITE_BUSY` while an agent owns the file. */
export function noteByTool(dir: string, entry: AuditEntry, now: Instant): boolean {
  const sql = new SqliteDatabase(join(dir, 'hall.db'), { fileMustExist: true, timeout: 200 });
  const schema = sql.pragma('user_version', { simple: true });
  sql.close();
  if (schema !== newestSchema()) return false;
  const db = openHallDb(dir, boot(), { tool: true });
  try {
    db.group(() => db.audit.append(entry, now));
  } finally {
    db.close();
  }
  return true;
}

/** The file of this directory comes from a backup: another epoch begins. Brings the file to the newest schema. */
export function noteRestored(dir: string, epoch: string, now: Instant): void {
  const db = openHallDb(dir, boot(), { tool: true });
  try {
    db.group(() => db.audit.restored(epoch, now));
  } finally {
    db.close();
  }
}

/** The rows of these business days, both included, and the chain's value before the first; undefined when there are none. */
export function readDays(path: string, from: string, to: string): { readonly previous: string; readonly rows: readonly AuditRow[] } | undefined {
  const sql = new SqliteDatabase(path, { fileMustExist: true, timeout: 200 });
  try {
    sql.pragma('locking_mode = EXCLUSIVE');
    const rows = sql.prepare<[string, string], FoundRow>(`SELECT ${auditColumns} FROM audit WHERE day BETWEEN ? AND ? ORDER BY seq`).all(from, to).map(rowOf);
    const first = rows[0]?.seq;
    if (first === undefined) return undefined;
    const before = sql.prepare<[number, number], { hash: Buffer }>('SELECT hash FROM audit WHERE seq = ? UNION ALL SELECT hash FROM audit_base WHERE seq = ?').get(first - 1, first - 1);
    return before === undefined ? undefined : { previous: before.hash.toString('hex'), rows };
  } finally {
    sql.close();
  }
}
