/* The directory of the halls: what the registry and the configuration say of each, with what a day there brings, counted and never typed. */
import type { CityDb } from '../store/city-db.ts';
import { likeText } from '../figures/jobs.ts';

/** `entry`: the body in the halls' feed. Means over the days of the last thirty on which it was open. */
export interface DirectoryRow { readonly hallId: string; readonly name: string; readonly entry: unknown; readonly days: number; readonly meanSeekers: number; readonly meanHires: number }
export interface DirectoryAsked { readonly trade?: string | undefined; readonly district?: string | undefined; readonly text?: string | undefined; readonly after?: readonly (string | number)[] | undefined; readonly today: string; readonly limit: number }

const meanDays = 30;

/** By name, a page at a time; a hall that only the registry knows stands there, too. */
export async function directoryRows(db: CityDb, { trade, district, text, after, today, limit }: DirectoryAsked): Promise<{ readonly halls: DirectoryRow[]; readonly next?: string[] }> {
  const [name, id] = after ?? [];
  const sound = typeof name === 'string' && typeof id === 'string';
  const found = await db.query<Omit<DirectoryRow, 'entry'> & { entry: string | null }>(
    `SELECT d.hall_id AS "hallId", d.name, d.entry, coalesce(m.days, 0) AS days, coalesce(m.seekers, 0) AS "meanSeekers", coalesce(m.hires, 0) AS "meanHires"
     FROM (SELECT coalesce(h.hall_id, f.key) AS hall_id, coalesce(f.body::json ->> 'name', h.name, f.key) AS name, f.body AS entry, h.hall_no
       FROM (SELECT * FROM hall WHERE enrolled) AS h FULL JOIN (SELECT key, body FROM feed_row WHERE feed = 'halls' AND body IS NOT NULL) AS f ON f.key = h.hall_id) AS d
     LEFT JOIN (SELECT hall_no, count(*)::integer AS days, round(avg(seekers))::integer AS seekers, round(avg(hires))::integer AS hires FROM day_figures WHERE day > $1::date - $2::integer AND day < $1::date GROUP BY hall_no) AS m ON m.hall_no = d.hall_no
     WHERE ($3::text IS NULL OR d.entry::jsonb -> 'trades' ? $3) AND ($4::text IS NULL OR d.entry::json ->> 'district' LIKE $4) AND ($5::text IS NULL OR d.name ILIKE $5 OR d.hall_id ILIKE $5 OR d.entry::json ->> 'address' ILIKE $5)
       AND ($6::text IS NULL OR (d.name, d.hall_id) > ($6, $7::text))
     ORDER BY d.name, d.hall_id LIMIT $8`,
    [today, meanDays, trade ?? null, district === undefined ? null : `${district}%`, text === undefined ? null : `%${likeText(text)}%`, sound ? name : null, sound ? id : null, limit + 1],
  );
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  return { halls: page.map(({ entry, ...row }) => ({ ...row, entry: entry === null ? {} : JSON.parse(entry) as unknown })), ...(last === undefined ? {} : { next: [last.name, last.hallId] }) };
}
