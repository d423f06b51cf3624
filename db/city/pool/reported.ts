/* What a hall says of its leftovers, as far as it must outlive the hub: the places that are over, and the referrals that ended there. */
import type { CityDb, Sql } from '../store/city-db.ts';
import { keepLeftovers } from './leftovers.ts';

export interface ReportedPlaces { readonly jobId: string; readonly places: number }

/**
 * Takes the place of what the hall said before. `over`: referrals that ended in this hall, whichever side it was. A confirmed one that the hall does not hold a place for yet (it has not recorded it) takes
 * one from what it says.
 */
export function takeReported(db: CityDb, hallId: string, { jobs, over, kept }: { readonly jobs: readonly ReportedPlaces[]; readonly over: readonly string[]; /** for the rounds, whichever hub plans them */ readonly kept: { readonly hub: string; readonly body: string } }, now: number): Promise<void> {
  return db.transaction(async (sql) => {
    // Referrals before places, as in a confirmation: both hold locks of both.
    if (over.length > 0) await endedAt(sql, hallId, over, now);
    await keepLeftovers(sql, hallId, kept, now);
    await sql.query('DELETE FROM pool_job WHERE hall_no = (SELECT hall_no FROM hall WHERE hall_id = $1)', [hallId]);
    await sql.query(
      `INSERT INTO pool_job (hall_no, job_id, places)
       SELECT h.hall_no, r.job_id, greatest(0, max(r.places) - (SELECT count(*)::integer FROM referral AS f WHERE f.job_hall = h.hall_no AND f.job_id = r.job_id AND f.state = 'confirmed' AND NOT f.job_told))
       FROM hall AS h, json_to_recordset($2::json) AS r (job_id text, places integer) WHERE h.hall_id = $1 GROUP BY h.hall_no, r.job_id`,
      [hallId, JSON.stringify(jobs.map(({ jobId, places }) => ({ job_id: jobId, places })))],
    );
  });
}

async function endedAt(sql: Sql, hallId: string, over: readonly string[], now: number): Promise<void> {
  await sql.query(
    `UPDATE referral AS f SET state = CASE WHEN f.worker_hall = h.hall_no THEN 'declined' ELSE 'expired' END, settled_at = $3, worker_told = f.worker_hall = h.hall_no, job_told = f.job_hall = h.hall_no
     FROM hall AS h WHERE h.hall_id = $1 AND f.referral_id = ANY ($2::text[]) AND h.hall_no IN (f.worker_hall, f.job_hall) AND f.state IN ('open', 'confirmed')`,
    [hallId, over, now],
  );
}
