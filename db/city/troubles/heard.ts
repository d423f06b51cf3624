/* What a hello tells besides its answer, kept for the city's staff: a second machine, another epoch, a clock that is off. Beside the journal's rules, so that none of them waits for it. */
import { clockOffMs, type HeardAlarmKind } from '../../domain/registry/hall-troubles.ts';
import type { Sql } from '../store/city-db.ts';

/** `aheadMs`: the hall's clock against the hub's, less the way of the message. */
export interface HeardHello { readonly hallId: string; readonly copy: boolean; readonly anew: boolean; readonly aheadMs: number; readonly now: number }

/** A copy's clock is not the hall's. Nothing is written for a hall in order. */
export async function noteHello(sql: Sql, { hallId, copy, anew, aheadMs, now }: HeardHello): Promise<void> {
  if (copy) return noteAlarm(sql, hallId, 'copy', now, null);
  if (anew) await noteAlarm(sql, hallId, 'restored', now, null);
  if (Math.abs(aheadMs) > clockOffMs) await noteAlarm(sql, hallId, 'clock', now, Math.trunc(aheadMs));
  else await sql.query(`DELETE FROM hall_alarm USING hall WHERE hall_alarm.hall_no = hall.hall_no AND hall_id = $1 AND kind = 'clock'`, [hallId]);
}

/** The newest of its kind, and how often. */
export async function noteAlarm(sql: Sql, hallId: string, kind: HeardAlarmKind, now: number, value: number | null): Promise<void> {
  await sql.query(
    `INSERT INTO hall_alarm AS a (hall_no, kind, first_at, at, value) SELECT hall_no, $2, $3, $3, $4 FROM hall WHERE hall_id = $1
     ON CONFLICT (hall_no, kind) DO UPDATE SET at = greatest(a.at, excluded.at), times = a.times + 1, value = excluded.value`,
    [hallId, kind, now, value],
  );
}
