/* The one moment when a place of another hall becomes somebody's: the first confirmation wins, whatever else arrives at once. */
import type { CityDb, Sql } from '../store/city-db.ts';
import type { ReferralState, Side } from './referrals.ts';

export type Confirmed =
  | { readonly kind: 'confirmed'; readonly jobHall: string; /** what its hall is told of the offer */ readonly offer: string; /** that hall has recorded it: it was confirmed before */ readonly held: boolean }
  /** the last place went to somebody else; recorded */
  | { readonly kind: 'placeTaken' }
  /** answered, withdrawn or out of time before */
  | { readonly kind: 'over' }
  | { readonly kind: 'unknown' }
  /** the hall of the job says nothing of it now; the offer stands */
  | { readonly kind: 'away' };

/** A yes of a person of `workerHall`: one conditional update of the referral, one of the places. */
export function confirmReferral(db: CityDb, referralId: string, workerHall: string, at: { readonly now: number; readonly heldUntil: number }): Promise<Confirmed> {
  return db.transaction(async (sql): Promise<Confirmed> => {
    const [won] = await sql.query<{ job_hall: number; job_id: string; hall_id: string; for_job: string }>(
      `UPDATE referral AS f SET state = 'confirmed', settled_at = $3, held_until = $4, worker_told = false, job_told = false FROM hall AS w, hall AS j
       WHERE f.referral_id = $1 AND w.hall_no = f.worker_hall AND w.hall_id = $2 AND j.hall_no = f.job_hall AND f.state = 'open' AND f.expires_at > $3 RETURNING f.job_hall, f.job_id, j.hall_id, f.for_job`,
      [referralId, workerHall, at.now, at.heldUntil],
    );
    if (won === undefined) return asItStands(sql, referralId, workerHall, at.now);
    const place = [won.job_hall, won.job_id] as const;
    const took = await sql.query('UPDATE pool_job SET places = places - 1 WHERE hall_no = $1 AND job_id = $2 AND places > 0 RETURNING places', place);
    if (took.length > 0) return { kind: 'confirmed', jobHall: won.hall_id, offer: won.for_job, held: false };
    const spoken = await sql.query('SELECT 1 AS found FROM pool_job WHERE hall_no = $1 AND job_id = $2', place);
    if (spoken.length > 0) {
      await sql.query("UPDATE referral SET state = 'placeTaken', held_until = NULL WHERE referral_id = $1", [referralId]);
      return { kind: 'placeTaken' };
    }
    await sql.query("UPDATE referral SET state = 'open', settled_at = NULL, held_until = NULL WHERE referral_id = $1", [referralId]);
    return { kind: 'away' };
  });
}

async function asItStands(sql: Sql, referralId: string, workerHall: string, now: number): Promise<Confirmed> {
  const [found] = await sql.query<{ state: ReferralState; held_until: number | null; hall_id: string; for_job: string; job_told: boolean }>(
    `SELECT f.state, f.held_until, j.hall_id, f.for_job, f.job_told FROM referral AS f JOIN hall AS w ON w.hall_no = f.worker_hall AND w.hall_id = $2 JOIN hall AS j ON j.hall_no = f.job_hall WHERE f.referral_id = $1`,
    [referralId, workerHall],
  );
  if (found === undefined) return { kind: 'unknown' };
  if (found.state === 'placeTaken') return { kind: 'placeTaken' };
  return found.state === 'confirmed' && (found.held_until ?? 0) > now ? { kind: 'confirmed', jobHall: found.hall_id, offer: found.for_job, held: found.job_told } : { kind: 'over' };
}

/** An end said by one side (`by` has nothing more to be told), or by the hub itself. True when it stood until now. */
export async function endReferral(db: CityDb, referralId: string, end: { readonly outcome: 'declined' | 'expired' | 'placeTaken'; readonly hallId?: string; readonly by?: Side }, now: number): Promise<boolean> {
  const ended = await db.query(
    `UPDATE referral AS f SET state = $2, settled_at = $3, worker_told = $4, job_told = $5
     WHERE f.referral_id = $1 AND f.state IN ('open', 'confirmed') AND ($6::text IS NULL OR EXISTS (SELECT 1 FROM hall AS h WHERE h.hall_id = $6 AND h.hall_no = CASE WHEN $5 THEN f.job_hall ELSE f.worker_hall END)) RETURNING 1 AS found`,
    [referralId, end.outcome, now, end.by === 'worker', end.by === 'job', end.hallId ?? null],
  );
  return ended.length > 0;
}
