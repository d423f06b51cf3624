/* The sessions that go on at the tables, as staff see them. */
import type { Database } from 'better-sqlite3';
import type { SessionWhy } from '../../../domain/matching/sessions/facts.ts';
import type { Instant } from '../../../domain/scalars.ts';

export interface LiveSession {
  readonly sessionId: string; readonly tableId: string; readonly jobId: string; readonly jobNumber: string; readonly why: SessionWhy; readonly scarce: boolean; readonly openedAt: Instant; /** heads called there now */ readonly called: number;
}

/** As many as a hall has tables. */
const limit = 200;

export function openSessionsFace(sql: Database) {
  const live = sql.prepare<[], { session_id: string; table_id: string; job_id: string; number: string; why: SessionWhy; scarce: 0 | 1; opened_at: number; called: number }>(`SELECT session_id, table_id, table_session.job_id, job.number, why, scarce, opened_at,
      (SELECT count(*) FROM call WHERE call.state = 'open' AND call.place_kind = 'table' AND call.place_id = table_session.table_id) AS called
    FROM table_session JOIN job USING (job_id) WHERE table_session.day = (SELECT max(day) FROM business_day) AND table_session.ended_at IS NULL ORDER BY table_id LIMIT ${limit}`);
  return (): LiveSession[] => live.all().map((row) => ({
    sessionId: row.session_id, tableId: row.table_id, jobId: row.job_id, jobNumber: row.number, why: row.why, scarce: row.scarce === 1, openedAt: row.opened_at, called: row.called,
  }));
}
