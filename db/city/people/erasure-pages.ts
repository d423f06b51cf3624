/* Erasures as the desk of the city lists them and prints their receipts: ids, times, halls and counts; nobody's name or number, because the city has neither. */
import type { Sql } from '../store/city-db.ts';

/** `askedHall`: null when somebody asked at the city. `doneAt`: when the city's own tables were through. `done` of `halls` have said that they did it. */
export interface ErasureRow { readonly erasureId: string; readonly at: number; readonly askedHall: string | null; readonly doneAt: number | null; readonly halls: number; readonly done: number }
/** `doneAt` by the hall's own clock and `records` that went: null when it is not done, or of before this was kept. `seenAt`: when the hub heard of the hall last, as far as it was kept. */
export interface ErasureHall { readonly hallId: string; readonly name: string; readonly done: boolean; readonly doneAt: number | null; readonly records: number | null; readonly seenAt: number | null }

const rowsOf = `SELECT e.erasure_id AS "erasureId", e.at, asked.hall_id AS "askedHall", e.done_at AS "doneAt", of.halls, of.done
  FROM erasure AS e LEFT JOIN hall AS asked ON asked.hall_no = e.asked_hall
  CROSS JOIN LATERAL (SELECT count(*)::integer AS halls, count(a.hall_no)::integer AS done FROM hall AS h LEFT JOIN erasure_ack AS a ON a.erasure_id = e.erasure_id AND a.hall_no = h.hall_no WHERE h.enrolled) AS of`;

export interface ErasurePageAsked { /** those that somebody still has to do, or those that are done everywhere */ readonly open: boolean; readonly after?: readonly (string | number)[] | undefined; readonly limit: number }

/** The newest first, a page at a time. A hall is waited for as long as it is enrolled. */
export async function erasurePage(sql: Sql, { open, after, limit }: ErasurePageAsked): Promise<{ readonly erasures: ErasureRow[]; readonly next?: [number, string] }> {
  const [at, id] = after ?? [];
  const sound = typeof at === 'number' && Number.isSafeInteger(at) && typeof id === 'string';
  const found = await sql.query<ErasureRow>(
    `${rowsOf} WHERE (e.done_at IS NULL OR of.done < of.halls) = $1 AND ($2::bigint IS NULL OR (e.at, e.erasure_id) < ($2, $3::text)) ORDER BY e.at DESC, e.erasure_id DESC LIMIT $4`,
    [open, sound ? at : null, sound ? id : null, limit + 1],
  );
  const erasures = found.slice(0, limit);
  const last = found.length > limit ? erasures.at(-1) : undefined;
  return { erasures, ...(last === undefined ? {} : { next: [last.at, last.erasureId] }) };
}

/** One, with every enrolled hall by its id; undefined when there is none of this id. */
export async function erasureTold(sql: Sql, erasureId: string): Promise<(ErasureRow & { readonly of: ErasureHall[] }) | undefined> {
  const [row] = await sql.query<ErasureRow>(`${rowsOf} WHERE e.erasure_id = $1`, [erasureId]);
  if (row === undefined) return undefined;
  const of = await sql.query<ErasureHall>(
    `SELECT h.hall_id AS "hallId", h.name, a.hall_no IS NOT NULL AS done, a.done_at AS "doneAt", a.records, h.seen_at AS "seenAt"
     FROM hall AS h LEFT JOIN erasure_ack AS a ON a.erasure_id = $1 AND a.hall_no = h.hall_no WHERE h.enrolled ORDER BY h.hall_id`,
    [erasureId],
  );
  return { ...row, of };
}
