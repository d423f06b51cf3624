/* Jobs of all halls as their journals tell them: the merged catalogue, and what was offered in a time. The newest terms count; no name of anybody is in them. */
import { jobTermsSchema, type JobTerms } from '../../domain/jobs/terms.ts';
import type { CityDb } from '../store/city-db.ts';
import type { Span } from './days.ts';

export interface OpenJob { readonly hallId: string; readonly jobId: string; readonly number: string; readonly day: string; readonly employerId: string; readonly placesLeft: number; readonly terms: JobTerms }
export interface OfferedJob { readonly hallId: string; readonly jobId: string; readonly day: string; readonly employerId: string; readonly terms: JobTerms }

interface Found { hallId: string; jobId: string; day: string; placesLeft: number; posted: string; newest: string }

const columns = `h.hall_id AS "hallId", j.job_id AS "jobId", j.day, j.places_left AS "placesLeft", posted.body AS posted, newest.body AS newest
     FROM job AS j JOIN hall AS h ON h.hall_no = j.hall_no AND h.enrolled
     JOIN LATERAL (SELECT body FROM archive AS a WHERE a.hall_no = j.hall_no AND a.key = j.job_id AND a.kind = 'jobPosted' AND NOT a.escaped LIMIT 1) AS posted ON true
     JOIN LATERAL (SELECT body FROM archive AS a WHERE a.hall_no = j.hall_no AND a.key = j.job_id AND a.kind IN ('jobPosted', 'jobChanged') AND NOT a.escaped ORDER BY a.position DESC LIMIT 1) AS newest ON true`;

/** Jobs with places left that still hold at `now`, the soonest to begin first; of one hall or one trade where that is asked. */
export async function openJobs(db: CityDb, now: number, { hallId, trade }: { readonly hallId?: string | undefined; readonly trade?: string | undefined }, limit: number): Promise<OpenJob[]> {
  const rows = await db.query<Found>(
    `SELECT ${columns} WHERE j.state = 'open' AND j.places_left > 0 AND j.valid_until >= $1 AND ($2::text IS NULL OR h.hall_id = $2) AND ($3::text IS NULL OR j.trade = $3) ORDER BY j.valid_until, h.hall_id, j.job_id LIMIT $4`,
    [now, hallId ?? null, trade ?? null, limit],
  );
  return rows.flatMap((row) => read(row)).sort((one, other) => one.terms.startAt - other.terms.startAt);
}

/** Whatever was shown between two days. */
export async function offeredJobs(db: CityDb, { from, to, hallId }: Span, limit: number): Promise<OfferedJob[]> {
  const rows = await db.query<Found>(`SELECT ${columns} WHERE j.shown AND j.day BETWEEN $1::date AND $2::date AND ($3::text IS NULL OR h.hall_id = $3) ORDER BY j.day DESC, h.hall_id, j.job_id LIMIT $4`, [from, to, hallId ?? null, limit]);
  return rows.flatMap((row) => read(row));
}

/** A row that this program does not understand is left out here; it stays in the archive. */
function read({ hallId, jobId, day, placesLeft, posted, newest }: Found): OpenJob[] {
  const first = JSON.parse(posted) as { readonly number?: unknown; readonly employerId?: unknown };
  const terms = jobTermsSchema.safeParse((JSON.parse(newest) as { readonly terms?: unknown }).terms);
  if (!terms.success || typeof first.number !== 'string' || typeof first.employerId !== 'string') return [];
  return [{ hallId, jobId, number: first.number, day, employerId: first.employerId, placesLeft, terms: terms.data }];
}
