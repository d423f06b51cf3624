/* Jobs at tables in SQLite. */
import type { Database } from 'better-sqlite3';
import type { FactOf } from '../../../domain/fact.ts';
import type { SessionRow } from '../../../domain/matching/view.ts';
import type { Instant } from '../../../domain/scalars.ts';

export function openSessions(sql: Database) {
  const at = sql.prepare<[string], { session_id: string; table_id: string; job_id: string; opened_at: number }>('SELECT session_id, table_id, job_id, opened_at FROM table_session WHERE table_id = ? AND ended_at IS NULL');
  const insert = sql.prepare('INSERT INTO table_session (session_id, day, table_id, job_id, why, scarce, opened_at) VALUES (?, (SELECT max(day) FROM business_day), ?, ?, ?, ?, ?)');
  const end = sql.prepare('UPDATE table_session SET ended_at = ? WHERE session_id = ?');
  const endAll = sql.prepare('UPDATE table_session SET ended_at = ? WHERE day = (SELECT max(day) FROM business_day) AND ended_at IS NULL');
  const away = sql.prepare('UPDATE job SET employer_away = ? WHERE job_id = ? AND employer_away <> ?');
  return {
    /** The employer was not at the table, or is here again; true when that is news. */
    employerAway: (jobId: string, isAway: 0 | 1): boolean => away.run(isAway, jobId, isAway).changes > 0,
    sessionAt: (tableId: string): SessionRow | undefined => {
      const found = at.get(tableId);
      return found && { sessionId: found.session_id, tableId: found.table_id, jobId: found.job_id, openedAt: found.opened_at };
    },
    opened(fact: FactOf<'sessionOpened'>, now: Instant): void {
      // A table has one job: whatever was left open there by an undone call ends with the next.
      const before = at.get(fact.tableId);
      if (before !== undefined) end.run(now, before.session_id);
      insert.run(fact.sessionId, fact.tableId, fact.jobId, fact.why, fact.scarce ? 1 : 0, now);
    },
    ended: (fact: FactOf<'sessionEnded'>, now: Instant) => end.run(now, fact.sessionId),
    dayClosed: (now: Instant) => endAll.run(now),
  };
}
