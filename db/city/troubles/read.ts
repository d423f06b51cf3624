/* Which halls are in trouble, out of the hub's tables: for the city's staff, who see no row's content. */
import { hallTroubles, type HallAlarm, type HallTrouble, type HeardAlarmKind } from '../../domain/registry/hall-troubles.ts';
import type { QuarantineReason } from '../journal/judge-row.ts';
import type { Sql } from '../store/city-db.ts';

export interface TroubledHall { readonly hallId: string; readonly name: string; readonly seenAt: number | null; readonly troubles: readonly HallTrouble[]; /** why rows of it wait, the most first */ readonly reasons: readonly { readonly reason: QuarantineReason; readonly n: number }[] }

interface Found {
  hallId: string; name: string; seenAt: number | null; claimedSeq: number; seq: number; newestClock: number | null; waiting: number; waitingSince: number | null; gaps: number; lost: number | null; gapAt: number | null;
  reasons: { reason: QuarantineReason; n: number }[] | null; alarms: { kind: HeardAlarmKind; at: number; times: number; value: number | null }[] | null;
}

/** Enrolled halls by their id, those in order left out. `looked`: how many there are in all. */
export async function troubledHalls(sql: Sql, now: number): Promise<{ readonly looked: number; readonly halls: TroubledHall[] }> {
  const rows = await sql.query<Found>(
    `SELECT h.hall_id AS "hallId", h.name, h.seen_at AS "seenAt", h.claimed_seq AS "claimedSeq", coalesce(c.seq, 0) AS seq, h.newest_clock AS "newestClock", h.quarantined AS waiting, q.since AS "waitingSince", q.reasons, coalesce(g.gaps, 0) AS gaps, g.lost, g.at AS "gapAt", a.alarms
     FROM hall AS h LEFT JOIN uplink_cursor AS c ON c.hall_no = h.hall_no AND c.epoch = h.epoch
     LEFT JOIN (SELECT hall_no, min(since) AS since, json_agg(json_build_object('reason', reason, 'n', n) ORDER BY n DESC, reason) AS reasons FROM (SELECT hall_no, reason, min(at) AS since, count(*)::integer AS n FROM quarantine GROUP BY hall_no, reason) AS by_reason GROUP BY hall_no) AS q ON q.hall_no = h.hall_no
     LEFT JOIN (SELECT hall_no, count(*)::integer AS gaps, (array_agg(rows ORDER BY at DESC))[1] AS lost, max(at) AS at FROM journal_gap GROUP BY hall_no) AS g ON g.hall_no = h.hall_no
     LEFT JOIN (SELECT hall_no, json_agg(json_build_object('kind', kind, 'at', at, 'times', times, 'value', value)) AS alarms FROM hall_alarm GROUP BY hall_no) AS a ON a.hall_no = h.hall_no
     WHERE h.enrolled ORDER BY h.hall_id`,
  );
  const halls = rows.flatMap((row): TroubledHall[] => {
    const { hallId, name, seenAt, lost, reasons, alarms, ...standing } = row;
    const heard: Readonly<Partial<Record<HeardAlarmKind, HallAlarm>>> = Object.fromEntries((alarms ?? []).map(({ kind, ...alarm }) => [kind, alarm]));
    const troubles = hallTroubles({ ...standing, lost: lost ?? undefined, ...heard }, now);
    return troubles.length === 0 ? [] : [{ hallId, name, seenAt, troubles, reasons: reasons ?? [] }];
  });
  return { looked: rows.length, halls };
}
