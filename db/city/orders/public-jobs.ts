/* Halls and open jobs as anybody may read them: no employer, no person, no sentence that somebody wrote. */
import { hallEntrySchema } from '../../domain/feeds/bodies.ts';
import type { CityDb } from '../store/city-db.ts';

export interface PublicJob { readonly hallId: string; readonly jobId: string; readonly number: string; readonly placesLeft: number; readonly postedAt: number; readonly terms: unknown; readonly dataAt: number | null }
export interface PublicHall { readonly hallId: string; readonly name: string; readonly address?: string; readonly hotline?: string; readonly jobs: number; readonly placesLeft: number; readonly dataAt: number | null }
export interface JobsWanted { readonly hall?: string | undefined; readonly trade?: string | undefined; readonly limit: number; readonly after?: string | undefined; readonly now: number }

interface Found extends Omit<PublicJob, 'terms'> { readonly terms: string; readonly hallNo: number; readonly startAt: number }

/** Soonest start first; `next` is for `after`. */
export async function publicJobs(db: CityDb, { hall, trade, limit, after, now }: JobsWanted): Promise<{ readonly jobs: PublicJob[]; readonly next?: string }> {
  const [start, hallNo, jobId] = after === undefined ? [0, 0, ''] : place(after);
  const found = await db.query<Found>(
    `SELECT h.hall_id AS "hallId", h.hall_no AS "hallNo", p.job_id AS "jobId", p.number, j.places_left AS "placesLeft", p.posted_at AS "postedAt", p.terms, p.start_at AS "startAt", h.newest_clock AS "dataAt"
     FROM job AS j JOIN public_job AS p USING (hall_no, job_id) JOIN hall AS h USING (hall_no)
     WHERE j.state = 'open' AND j.valid_until >= $1 AND j.places_left > 0 AND h.enrolled AND ($2::text IS NULL OR h.hall_id = $2) AND ($3::text IS NULL OR j.trade = $3) AND (p.start_at, j.hall_no, j.job_id) > ($4, $5, $6)
     ORDER BY p.start_at, j.hall_no, j.job_id LIMIT $7`,
    [now, hall ?? null, trade ?? null, start, hallNo, jobId, limit + 1],
  );
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    jobs: page.map(({ hallNo: _hallNo, startAt: _startAt, terms, ...job }) => ({ ...job, terms: JSON.parse(terms) as unknown })),
    ...(found.length > limit && last !== undefined ? { next: `${last.startAt}.${last.hallNo}.${last.jobId}` } : {}),
  };
}

function place(after: string): readonly [number, number, string] {
  const [start = '0', hallNo = '0', jobId = ''] = after.split('.');
  return [Number(start), Number(hallNo), jobId];
}

/** By name. */
export async function publicHalls(db: CityDb, now: number): Promise<PublicHall[]> {
  const rows = await db.query<{ hallId: string; name: string; jobs: number; placesLeft: number; dataAt: number | null; entry: string | null }>(
    `SELECT h.hall_id AS "hallId", h.name, coalesce(p.jobs, 0) AS jobs, coalesce(p.places, 0) AS "placesLeft", h.newest_clock AS "dataAt", f.body AS entry
     FROM hall AS h LEFT JOIN (SELECT hall_no, count(*)::integer AS jobs, sum(places_left)::integer AS places FROM job WHERE state = 'open' AND valid_until >= $1 AND places_left > 0 GROUP BY hall_no) AS p USING (hall_no)
     LEFT JOIN feed_row AS f ON f.feed = 'halls' AND f.key = h.hall_id WHERE h.enrolled ORDER BY h.name, h.hall_id`, [now]);
  return rows.map(({ entry, ...hall }) => {
    const { address, hotline } = entry === null ? {} : hallEntrySchema.safeParse(JSON.parse(entry)).data ?? {};
    return { ...hall, ...(address === undefined ? {} : { address }), ...(hotline === undefined ? {} : { hotline }) };
  });
}
