/* Figures of days gone by and of today, by hall and by trade, and how long places took to fill: counted from rows of the journals. */
import type { CityDb } from '../store/city-db.ts';

export interface Span { /** first and last business day */ readonly from: string; readonly to: string; readonly hallId?: string | undefined }
export interface DayRow { readonly day: string; readonly hallId: string; readonly seekers: number; readonly places: number; readonly hires: number; readonly waiting: number; readonly jobs: number }
export interface TradeDayRow { readonly trade: string; readonly seekers: number; readonly places: number; readonly hires: number }
/** Minutes from the posting to the last place filled: half of the filled jobs took no longer; of so many filled jobs. */
export interface FillRow { readonly hallId: string; readonly filled: number; readonly medianMinutes: number }

export function dayRows(db: CityDb, { from, to, hallId }: Span): Promise<DayRow[]> {
  return db.query<DayRow>(
    `SELECT f.day, h.hall_id AS "hallId", f.seekers, f.places, f.hires, f.waiting, f.jobs FROM day_figures AS f JOIN hall AS h ON h.hall_no = f.hall_no AND h.enrolled
     WHERE f.day BETWEEN $1::date AND $2::date AND ($3::text IS NULL OR h.hall_id = $3) ORDER BY f.day, h.hall_id`,
    [from, to, hallId ?? null],
  );
}

export function tradeRows(db: CityDb, { from, to, hallId }: Span): Promise<TradeDayRow[]> {
  return db.query<TradeDayRow>(
    `SELECT f.trade, sum(f.seekers)::integer AS seekers, sum(f.places)::integer AS places, sum(f.hires)::integer AS hires FROM trade_figures AS f JOIN hall AS h ON h.hall_no = f.hall_no AND h.enrolled
     WHERE f.day BETWEEN $1::date AND $2::date AND ($3::text IS NULL OR h.hall_id = $3) GROUP BY f.trade ORDER BY sum(f.places) DESC, f.trade`,
    [from, to, hallId ?? null],
  );
}

/** By the halls' own clocks: both times of one job are of the same hall. */
export function fillRows(db: CityDb, { from, to, hallId }: Span): Promise<FillRow[]> {
  return db.query<FillRow>(
    `SELECT h.hall_id AS "hallId", count(*)::integer AS filled, round(percentile_cont(0.5) WITHIN GROUP (ORDER BY (done.clock - begun.clock) / 60000.0))::integer AS "medianMinutes"
     FROM job AS j JOIN hall AS h ON h.hall_no = j.hall_no AND h.enrolled
     JOIN LATERAL (SELECT min(clock) AS clock FROM archive AS a WHERE a.hall_no = j.hall_no AND a.key = j.job_id AND a.kind = 'jobPosted') AS begun ON true
     JOIN LATERAL (SELECT min(clock) AS clock FROM archive AS a WHERE a.hall_no = j.hall_no AND a.key = j.job_id AND a.kind = 'jobFilled') AS done ON done.clock >= begun.clock
     WHERE j.day BETWEEN $1::date AND $2::date AND ($3::text IS NULL OR h.hall_id = $3) GROUP BY h.hall_id ORDER BY h.hall_id`,
    [from, to, hallId ?? null],
  );
}
