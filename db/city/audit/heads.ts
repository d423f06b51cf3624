/* Signed heads of the halls' audits, kept longer than the six months that the law asks for: the newest month whole, before that the last of each day, and whatever contradicts another until it is old. */
import type { AuditHead } from '../../domain/audit/head.ts';
import type { CityDb, Sql } from '../store/city-db.ts';
import { noteAlarm } from '../troubles/heard.ts';

export type AuditDoubt = 'key' | 'back' | 'other';
const alarmOf = { key: 'auditKey', back: 'auditBack', other: 'auditOther' } as const satisfies Record<AuditDoubt, string>;

/** `since`: when its key was first seen, or somebody last looked into a doubt. */
interface Known { readonly hallNo: number; readonly key: string; readonly since: number }

const dayMs = 86_400_000;
export const headsWholeMs = 31 * dayMs;
export const headsKeptMs = 400 * dayMs;

/** Keeps a head whose signature was looked at already, and gives what speaks against it: another key than the one first seen, fewer rows than were told earlier in this epoch, or as many but others. Then the city's staff are told. Undefined also for a hall that is not known here. */
export function keepAuditHead(db: CityDb, head: AuditHead, now: number): Promise<AuditDoubt | undefined> {
  return db.transaction(async (sql) => {
    await sql.query('INSERT INTO audit_key (hall_no, key, since) SELECT hall_no, $2, $3 FROM hall WHERE hall_id = $1 ON CONFLICT DO NOTHING', [head.hall, head.key, now]);
    // Whoever keeps a head of this hall at the same time, on another hub, waits here.
    const [hall] = await sql.query<Known>('SELECT k.hall_no AS "hallNo", k.key, k.since FROM audit_key AS k JOIN hall USING (hall_no) WHERE hall_id = $1 FOR UPDATE OF k', [head.hall]);
    if (hall === undefined) return undefined;
    const doubt = await doubtOf(sql, hall, head);
    await sql.query(
      `INSERT INTO audit_head (hall_no, epoch, count, hash, key, at, signature, heard_at, doubt) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
      [hall.hallNo, head.epoch, head.count, head.hash, head.key, head.at, head.signature, now, doubt?.what ?? null],
    );
    if (doubt !== undefined) await noteAlarm(sql, head.hall, alarmOf[doubt.what], now, doubt.value);
    return doubt?.what;
  });
}

/** `value`: how many rows fewer, or at which row. Heads of before somebody looked into a doubt say nothing any more. The order is that in which the city heard them: a hall's clock can be set back, and then a shortened audit would look like a head that is only late. */
async function doubtOf(sql: Sql, { hallNo, key, since }: Known, head: AuditHead): Promise<{ readonly what: AuditDoubt; readonly value: number | null } | undefined> {
  if (head.key !== key) return { what: 'key', value: null };
  const before = 'FROM audit_head WHERE hall_no = $1 AND epoch = $2 AND doubt IS NULL AND heard_at >= $3';
  const [newest] = await sql.query<{ count: number }>(`SELECT count ${before} ORDER BY count DESC LIMIT 1`, [hallNo, head.epoch, since]);
  const same = await sql.query<{ hash: string }>(`SELECT hash ${before} AND count = $4`, [hallNo, head.epoch, since, head.count]);
  if (same.some(({ hash }) => hash !== head.hash)) return { what: 'other', value: head.count };
  return newest !== undefined && head.count < newest.count ? { what: 'back', value: newest.count - head.count } : undefined;
}

export interface KeptHeads { readonly key: string | null; readonly heads: readonly AuditHead[]; readonly doubts: readonly { readonly doubt: AuditDoubt; readonly count: number; readonly at: number; readonly heardAt: number; readonly key: string }[] }

/** Everything that is kept of a hall, the oldest first; undefined when it is not enrolled. What there is a doubt about stands apart: it is no proof of anything. */
export async function auditHeads(sql: Sql, hallId: string): Promise<KeptHeads | undefined> {
  const [hall] = await sql.query<{ key: string | null }>('SELECT key FROM hall LEFT JOIN audit_key USING (hall_no) WHERE hall_id = $1 AND enrolled', [hallId]);
  if (hall === undefined) return undefined;
  const rows = await sql.query<AuditHead & { heardAt: number; doubt: AuditDoubt | null }>('SELECT h.hall_id AS hall, a.epoch, a.count, a.hash, a.at, a.key, a.signature, a.heard_at AS "heardAt", a.doubt FROM audit_head AS a JOIN hall AS h USING (hall_no) WHERE h.hall_id = $1 ORDER BY a.heard_at, a.count', [hallId]);
  return {
    key: hall.key,
    heads: rows.flatMap(({ heardAt: _heardAt, doubt, ...head }) => (doubt === null ? [head] : [])),
    doubts: rows.flatMap(({ doubt, count, at, heardAt, key }) => (doubt === null ? [] : [{ doubt, count, at, heardAt, key }])),
  };
}

/** Somebody has looked into what was doubted: the key that the hall signs with now is its key from here on, its next head is held against nothing that was told before, and the alarms are over; what was doubted stays kept. False when the hall is not enrolled. */
export function settleAudit(db: CityDb, hallId: string, now: number): Promise<boolean> {
  return db.transaction(async (sql) => {
    const [hall] = await sql.query<{ hallNo: number }>('SELECT hall_no AS "hallNo" FROM hall WHERE hall_id = $1 AND enrolled', [hallId]);
    if (hall === undefined) return false;
    await sql.query(`UPDATE audit_key SET key = n.key, since = $2 FROM (SELECT key FROM audit_head WHERE hall_no = $1 ORDER BY heard_at DESC, count DESC LIMIT 1) AS n WHERE audit_key.hall_no = $1`, [hall.hallNo, now]);
    await sql.query(`DELETE FROM hall_alarm WHERE hall_no = $1 AND kind IN ('auditKey', 'auditBack', 'auditOther')`, [hall.hallNo]);
    return true;
  });
}

/** What is over its time goes; gives how many. */
export async function forgetAuditHeads(sql: Sql, now: number): Promise<number> {
  const gone = await sql.query<{ one: 1 }>(
    `DELETE FROM audit_head AS h WHERE heard_at < $1 OR (heard_at < $2 AND doubt IS NULL AND EXISTS (
       SELECT 1 FROM audit_head AS l WHERE l.hall_no = h.hall_no AND l.epoch = h.epoch AND l.count > h.count AND l.doubt IS NULL AND l.heard_at / ${dayMs} = h.heard_at / ${dayMs}))
     RETURNING 1 AS one`, [now - headsKeptMs, now - headsWholeMs]);
  return gone.length;
}
