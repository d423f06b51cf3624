/* Who waits for work now, as counts: how many in each hall, and for how long so far. */
import type { CityDb } from '../store/city-db.ts';

/** Whole minutes since the number was drawn, by the hub's clock against the hall's: half wait no longer; the one who waits longest. */
export interface WaitNow { readonly hallId: string; readonly waiting: number; readonly medianMinutes: number; readonly longestMinutes: number }

/** Halls in whose open day somebody waits. A day that was closed leaves nobody waiting, whatever became of the numbers. */
export function waitsNow(db: CityDb, now: number): Promise<WaitNow[]> {
  return db.query<WaitNow>(
    `SELECT h.hall_id AS "hallId", count(*)::integer AS waiting, (percentile_disc(0.5) WITHIN GROUP (ORDER BY greatest(0, $1::bigint - t.issued_at) / 60000))::integer AS "medianMinutes", (max(greatest(0, $1::bigint - t.issued_at)) / 60000)::integer AS "longestMinutes"
     FROM hall AS h JOIN day_figures AS f ON f.hall_no = h.hall_no AND f.day = h.business_day AND f.waiting > 0
     JOIN ticket AS t ON t.hall_no = h.hall_no AND t.day = h.business_day AND t.for_work AND t.state = 'waiting' AND t.issued_at IS NOT NULL
     WHERE h.enrolled GROUP BY h.hall_id ORDER BY max(greatest(0, $1::bigint - t.issued_at)) DESC, h.hall_id`,
    [now],
  );
}
