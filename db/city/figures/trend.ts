/* Seekers, places and hires day by day, over all halls or of one, over all trades or of one. */
import type { CityDb } from '../store/city-db.ts';

/** First and last business day; of one hall, or of all. */
export interface Span { readonly from: string; readonly to: string; readonly hallId?: string | undefined }
export interface TrendRow { readonly day: string; readonly seekers: number; readonly places: number; readonly hires: number }
export interface TrendAsked { readonly to: string; readonly hallId?: string | undefined; readonly trade?: string | undefined }

/** The `days` days that end with `to`, in their order; days on which no hall was open are left out. */
export function trendRows(db: CityDb, { to, hallId, trade }: TrendAsked, days: number): Promise<TrendRow[]> {
  const ofTrade = trade === undefined ? '' : 'AND f.trade = $4';
  return db.query<TrendRow>(
    `SELECT f.day, sum(f.seekers)::integer AS seekers, sum(f.places)::integer AS places, sum(f.hires)::integer AS hires FROM ${trade === undefined ? 'day_figures' : 'trade_figures'} AS f JOIN hall AS h ON h.hall_no = f.hall_no AND h.enrolled
     WHERE f.day > $1::date - $2::integer AND f.day <= $1::date AND ($3::text IS NULL OR h.hall_id = $3) ${ofTrade} GROUP BY f.day ORDER BY f.day`,
    [to, days, hallId ?? null, ...trade === undefined ? [] : [trade]],
  );
}
