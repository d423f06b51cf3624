/* What stands behind a figure of one hall and day: numbers of tickets, jobs and hire slips, never a person. As many rows as the figure says. */
import type { CityDb } from '../store/city-db.ts';

export const behindWhats = ['seekers', 'places', 'hires', 'filled', 'called', 'waiting'] as const;
export type BehindWhat = (typeof behindWhats)[number];
export interface BehindAsked { readonly what: BehindWhat; readonly day: string; readonly hallId: string; readonly trade?: string | undefined; readonly after?: readonly [number: string, id: string] | undefined; readonly limit: number }
/** `number`: on the paper. `from`, `at`: drawn and called, shown and full, or agreed. `places`, `left`: of a job. `about`: the number of the job. */
export interface BehindRow { readonly id: string; readonly number: string; readonly state: string | null; readonly about: string | null; readonly trade: string | null; readonly places: number | null; readonly left: number | null; readonly from: number | null; readonly at: number | null }
export interface BehindPage { readonly rows: BehindRow[]; readonly next?: [string, string] }

const jobs = (where: string): string => `SELECT x.hall_no, x.day, x.job_id AS id, x.number, x.state, NULL::text AS about, x.trade, x.headcount AS places, x.places_left AS "left", x.shown_at AS "from", x.filled_at AS at FROM job AS x WHERE ${where} AND ($3::text IS NULL OR x.trade = $3)`;
const tickets = (where: string): string => `SELECT x.hall_no, x.day, x.ticket_id AS id, x.number, x.state, NULL::text AS about, NULL::text AS trade, NULL::integer AS places, NULL::integer AS "left", x.issued_at AS "from", x.called_at AS at FROM ticket AS x WHERE x.for_work AND ${where} AND $3::text IS NULL`;
const sources: Readonly<Record<BehindWhat, string>> = {
  seekers: `SELECT x.hall_no, x.day, x.visit_id AS id, x.number, NULL::text AS state, NULL::text AS about, nullif(x.trades, '') AS trade, NULL::integer AS places, NULL::integer AS "left", NULL::bigint AS "from", NULL::bigint AS at FROM visit AS x WHERE $3::text IS NULL OR string_to_array(x.trades, ',') @> ARRAY[$3::text]`,
  places: jobs('x.shown'), filled: jobs('x.filled_at >= x.shown_at'),
  hires: `SELECT x.hall_no, x.day, x.hire_id AS id, x.number, NULL::text AS state, j.number AS about, x.trade, NULL::integer AS places, NULL::integer AS "left", NULL::bigint AS "from", x.at FROM hire AS x LEFT JOIN job AS j ON j.hall_no = x.hall_no AND j.job_id = x.job_id WHERE NOT x.undone AND ($3::text IS NULL OR x.trade = $3)`,
  called: tickets('x.called_at IS NOT NULL AND x.issued_at IS NOT NULL'), waiting: tickets(`x.state = 'waiting'`),
};

/** By number. */
export async function behindRows(db: CityDb, { what, day, hallId, trade, after, limit }: BehindAsked): Promise<BehindPage> {
  const found = await db.query<BehindRow>(
    `SELECT s.id, s.number, s.state, s.about, s.trade, s.places, s."left", s."from", s.at FROM (${sources[what]}) AS s JOIN hall AS h ON h.hall_no = s.hall_no AND h.enrolled
     WHERE s.day = $1::date AND h.hall_id = $2 AND ($4::text IS NULL OR (s.number, s.id) > ($4, $5::text)) ORDER BY s.number, s.id LIMIT $6`,
    [day, hallId, trade ?? null, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
  );
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  return { rows, ...(last === undefined ? {} : { next: [last.number, last.id] }) };
}
