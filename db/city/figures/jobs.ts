/* Jobs of all halls as their journals tell them: the merged catalogue, and what was offered in a time. The newest terms count; no name of anybody is in them. */
import { jobTermsSchema, type JobTerms } from '../../domain/jobs/terms.ts';
import type { CityDb } from '../store/city-db.ts';
import type { Span } from './trend.ts';

export interface OpenJob { readonly hallId: string; readonly jobId: string; readonly number: string; readonly day: string; readonly employerId: string; readonly placesLeft: number; readonly terms: JobTerms }
export interface OfferedJob { readonly hallId: string; readonly jobId: string; readonly day: string; readonly employerId: string; readonly terms: JobTerms }

interface Found { hallId: string; jobId: string; day: string; placesLeft: number; posted: string; newest: string }

const columns = `h.hall_id AS "hallId", j.job_id AS "jobId", j.day, j.places_left AS "placesLeft", posted.body AS posted, newest.body AS newest
     FROM job AS j JOIN hall AS h ON h.hall_no = j.hall_no AND h.enrolled
     JOIN LATERAL (SELECT body FROM archive_row AS a WHERE a.hall_no = j.hall_no AND a.key = j.job_id AND a.kind = 'jobPosted' AND NOT a.escaped LIMIT 1) AS posted ON true
     JOIN LATERAL (SELECT body FROM archive_row AS a WHERE a.hall_no = j.hall_no AND a.key = j.job_id AND a.kind IN ('jobPosted', 'jobChanged') AND NOT a.escaped ORDER BY a.position DESC LIMIT 1) AS newest ON true`;

export interface OpenJobsAsked extends Hidden { readonly hallId?: string | undefined; readonly trade?: string | undefined; readonly after?: readonly (string | number)[] | undefined; readonly limit: number }
interface Hidden { readonly district?: string | undefined; readonly text?: string | undefined }

/** Jobs with places left that still hold at `now`, the soonest to begin first, a page at a time; of one hall, trade or district, or with a number or place that holds a word. */
export async function openJobs(db: CityDb, now: number, { hallId, trade, district, text, after, limit }: OpenJobsAsked): Promise<{ readonly jobs: OpenJob[]; readonly next?: (string | number)[] }> {
  const [start, hall, job] = after ?? [];
  const sound = typeof start === 'number' && typeof hall === 'string' && typeof job === 'string';
  const rows = await db.query<Found & { startAt: number }>(
    `SELECT ${columns.replace('newest.body AS newest', 'newest.body AS newest, p.start_at AS "startAt"')} JOIN public_job AS p ON p.hall_no = j.hall_no AND p.job_id = j.job_id LEFT JOIN feed_row AS d ON d.feed = 'halls' AND d.key = h.hall_id
     WHERE j.state = 'open' AND j.places_left > 0 AND j.valid_until >= $1 AND ($2::text IS NULL OR h.hall_id = $2) AND ($3::text IS NULL OR j.trade = $3) AND ($4::text IS NULL OR d.body::json ->> 'district' LIKE $4)
       AND ($5::text IS NULL OR p.number ILIKE $5 OR p.terms::json ->> 'place' ILIKE $5) AND ($6::bigint IS NULL OR (p.start_at, h.hall_id, j.job_id) > ($6, $7::text, $8::text))
     ORDER BY p.start_at, h.hall_id, j.job_id LIMIT $9`,
    [now, hallId ?? null, trade ?? null, district === undefined ? null : `${district}%`, text === undefined ? null : `%${likeText(text)}%`, sound ? start : null, sound ? hall : null, sound ? job : null, limit + 1],
  );
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { jobs: page.flatMap((row) => read(row)), ...(last === undefined ? {} : { next: [last.startAt, last.hallId, last.jobId] }) };
}

/** As it stands: no sign of it stands for others. */
export const likeText = (text: string): string => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);

/** Whatever was shown between two days, the newest days first and no further than `limit`; `more`: there were others before. */
export async function offeredJobs(db: CityDb, { from, to, hallId }: Span, limit: number): Promise<{ readonly jobs: OfferedJob[]; readonly more: boolean }> {
  const rows = await db.query<Found>(`SELECT ${columns} WHERE j.shown AND j.day BETWEEN $1::date AND $2::date AND ($3::text IS NULL OR h.hall_id = $3) ORDER BY j.day DESC, h.hall_id, j.job_id LIMIT $4`, [from, to, hallId ?? null, limit + 1]);
  return { jobs: rows.slice(0, limit).flatMap((row) => read(row)), more: rows.length > limit };
}

/** A row that this program does not understand is left out here; it stays in the archive. */
function read({ hallId, jobId, day, placesLeft, posted, newest }: Found): OpenJob[] {
  const first = JSON.parse(posted) as { readonly number?: unknown; readonly employerId?: unknown };
  const terms = jobTermsSchema.safeParse((JSON.parse(newest) as { readonly terms?: unknown }).terms);
  if (!terms.success || typeof first.number !== 'string' || typeof first.employerId !== 'string') return [];
  return [{ hallId, jobId, number: first.number, day, employerId: first.employerId, placesLeft, terms: terms.data }];
}
