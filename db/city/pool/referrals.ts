/* Referrals between halls: made by a round of the pool, open until somebody says yes or no or ten minutes are over, and what each hall has still to be told. */
import type { CityDb } from '../store/city-db.ts';

export interface NewReferral {
  readonly referralId: string; readonly workerHall: string; readonly ticketId: string; readonly jobHall: string; readonly jobId: string;
  /** what each side is told of it, as JSON */
  readonly forWorker: string; readonly forJob: string;
}
export interface KnownReferral { readonly workerHall: string; readonly ticketId: string; readonly jobHall: string; readonly jobId: string; readonly state: ReferralState }
export type ReferralState = 'open' | 'confirmed' | 'declined' | 'expired' | 'placeTaken';
export type Side = 'worker' | 'job';
export interface Untold { readonly referralId: string; readonly side: Side; readonly hallId: string; readonly state: ReferralState; readonly offer: string; readonly expiresAt: number }

const keptMs = 90 * 24 * 3_600_000;

/** All that a round must know: whatever was offered since, and whatever stands. */
export function knownReferrals(db: CityDb, since: number): Promise<KnownReferral[]> {
  return db.query<KnownReferral>(
    `SELECT w.hall_id AS "workerHall", f.ticket_id AS "ticketId", j.hall_id AS "jobHall", f.job_id AS "jobId", f.state
     FROM referral AS f JOIN hall AS w ON w.hall_no = f.worker_hall JOIN hall AS j ON j.hall_no = f.job_hall WHERE f.offered_at >= $1 OR f.state = 'open'`,
    [since],
  );
}

/** Places over by job, as the halls said and confirmations have left them. */
export function poolPlaces(db: CityDb): Promise<{ readonly hallId: string; readonly jobId: string; readonly places: number }[]> {
  return db.query('SELECT h.hall_id AS "hallId", p.job_id AS "jobId", p.places FROM pool_job AS p JOIN hall AS h ON h.hall_no = p.hall_no');
}

/** One whose person has another that stands is left out. */
export async function addReferrals(db: CityDb, referrals: readonly NewReferral[], at: { readonly now: number; readonly expiresAt: number }): Promise<void> {
  if (referrals.length === 0) return;
  await db.query(
    `INSERT INTO referral (referral_id, worker_hall, ticket_id, job_hall, job_id, state, offered_at, expires_at, for_worker, for_job)
     SELECT r.referral_id, w.hall_no, r.ticket_id, j.hall_no, r.job_id, 'open', $2, $3, r.for_worker, r.for_job
     FROM json_to_recordset($1::json) AS r (referral_id text, worker_hall text, ticket_id text, job_hall text, job_id text, for_worker text, for_job text)
     JOIN hall AS w ON w.hall_id = r.worker_hall JOIN hall AS j ON j.hall_id = r.job_hall ON CONFLICT DO NOTHING`,
    [JSON.stringify(referrals.map((one) => ({
      referral_id: one.referralId, worker_hall: one.workerHall, ticket_id: one.ticketId, job_hall: one.jobHall, job_id: one.jobId, for_worker: one.forWorker, for_job: one.forJob,
    }))), at.now, at.expiresAt],
  );
}

/** What time has ended; and of a job with fewer places than open offers the youngest, where the hall still speaks (`heard`). */
export async function endReferrals(db: CityDb, heard: readonly string[], now: number): Promise<void> {
  await db.query("UPDATE referral SET state = 'expired', settled_at = $1, worker_told = false, job_told = false WHERE state = 'open' AND expires_at <= $1", [now]);
  await db.query(
    `UPDATE referral SET state = 'placeTaken', settled_at = $2, worker_told = false, job_told = false WHERE state = 'open' AND referral_id IN (
       SELECT referral_id FROM (SELECT f.referral_id, row_number() OVER (PARTITION BY f.job_hall, f.job_id ORDER BY f.offered_at, f.referral_id) AS n, coalesce(p.places, 0) AS places
         FROM referral AS f JOIN hall AS h ON h.hall_no = f.job_hall AND h.hall_id = ANY ($1::text[]) LEFT JOIN pool_job AS p ON p.hall_no = f.job_hall AND p.job_id = f.job_id WHERE f.state = 'open') AS ranked
       WHERE n > places)`,
    [heard, now],
  );
  await db.query("DELETE FROM referral WHERE offered_at < $1 AND state <> 'open'", [now - keptMs]);
}

/** What these halls have not recorded yet, oldest first. Old endings that nobody was told of are nobody's business any more. */
export function untoldReferrals(db: CityDb, hallIds: readonly string[], at: { readonly now: number; readonly since: number; readonly limit: number }): Promise<Untold[]> {
  return db.query<Untold>(
    `SELECT f.referral_id AS "referralId", s.side, h.hall_id AS "hallId", f.state, CASE s.side WHEN 'worker' THEN f.for_worker ELSE f.for_job END AS offer, f.expires_at AS "expiresAt"
     FROM referral AS f CROSS JOIN (VALUES ('worker'), ('job')) AS s (side) JOIN hall AS h ON h.hall_no = CASE s.side WHEN 'worker' THEN f.worker_hall ELSE f.job_hall END
     WHERE h.hall_id = ANY ($1::text[]) AND NOT CASE s.side WHEN 'worker' THEN f.worker_told ELSE f.job_told END AND (f.state <> 'open' OR f.expires_at > $2) AND f.offered_at >= $3
     ORDER BY f.offered_at, f.referral_id LIMIT $4`,
    [hallIds, at.now, at.since, at.limit],
  );
}

/** Recorded there. Nothing when it has become something else meanwhile. */
export async function referralTold(db: CityDb, referralId: string, side: Side, state: ReferralState): Promise<void> {
  await db.query(`UPDATE referral SET ${side}_told = true WHERE referral_id = $1 AND state = $2`, [referralId, state]);
}
