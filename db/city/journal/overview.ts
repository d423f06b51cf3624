/* What a person who runs the hub asks of it: halls and how far they are, what waits and why. Never a body: those may be about people. */
import type { Sql } from '../store/city-db.ts';

export interface HallLine { readonly hallId: string; readonly name: string; readonly enrolled: boolean; readonly seenAt: number | null; readonly epoch: string | null; readonly seq: number; readonly rows: number; readonly quarantined: number; readonly admitted: boolean; /** how often rows were gone for good when they were missed here: a hub that was restored from a backup older than what halls keep */ readonly gaps: number; /** how many rows, as of the last time that somebody counted */ readonly lost: number }
export interface WaitingLine { readonly hallId: string; readonly epoch: string; readonly seq: number; readonly kind: string; readonly reason: string; readonly at: number }

export function hallLines(sql: Sql): Promise<HallLine[]> {
  return sql.query<HallLine>(
    `SELECT hall_id AS "hallId", name, enrolled, seen_at AS "seenAt", h.epoch, coalesce(seq, 0) AS seq, own AS rows, quarantined, install IS NOT NULL AS admitted,
       (SELECT count(*)::int FROM journal_gap AS g WHERE g.hall_no = h.hall_no) AS gaps,
       coalesce((SELECT g.rows FROM journal_gap AS g WHERE g.hall_no = h.hall_no ORDER BY at DESC LIMIT 1), 0) AS lost
     FROM hall AS h LEFT JOIN uplink_cursor AS c ON c.hall_no = h.hall_no AND c.epoch = h.epoch ORDER BY hall_id`,
  );
}

/** The oldest first; of one hall, or of all. */
export function waitingLines(sql: Sql, hallId: string | undefined, most: number): Promise<WaitingLine[]> {
  return sql.query<WaitingLine>(
    `SELECT hall_id AS "hallId", epoch, seq, kind, reason, at FROM (
       SELECT h.hall_id, a.epoch, a.seq, a.kind, q.reason, q.at, q.position FROM quarantine AS q JOIN hall AS h ON h.hall_no = q.hall_no JOIN archive_row AS a ON a.hall_no = q.hall_no AND a.position = q.position WHERE $1::text IS NULL OR h.hall_id = $1
     ) AS waiting ORDER BY at, hall_id, position LIMIT $2`,
    [hallId ?? null, most],
  );
}
