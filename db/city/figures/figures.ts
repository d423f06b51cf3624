/* The figures of every hall as they stand in the tables: counts only. */
import type { CityDb } from '../store/city-db.ts';

export interface HallCountsRow {
  readonly hallId: string; readonly name: string;
  /** when the hub last heard of it; null before the first time */
  readonly seenAt: number | null;
  /** the end of its journal, as its last hello said */
  readonly claimedSeq: number;
  readonly seq: number; readonly newestClock: number | null; readonly businessDay: string | null;
  readonly seekers: number; readonly waiting: number; readonly jobs: number; readonly places: number; readonly placesLeft: number; readonly hires: number;
}
export interface TradeCountsRow { readonly trade: string; readonly places: number; readonly hires: number; readonly seekers: number }

/** Enrolled halls by id, each with its own open day; places left are those of all open jobs still valid at `now`, as the hall's own board counts them. */
export function hallCounts(db: CityDb, now: number): Promise<HallCountsRow[]> {
  return db.query<HallCountsRow>(
    `SELECT h.hall_id AS "hallId", h.name, h.seen_at AS "seenAt", h.claimed_seq AS "claimedSeq", coalesce(c.seq, 0) AS seq, h.newest_clock AS "newestClock", h.business_day AS "businessDay",
       coalesce(f.seekers, 0) AS seekers, coalesce(f.waiting, 0) AS waiting, coalesce(f.jobs, 0) AS jobs, coalesce(f.places, 0) AS places,
       coalesce(p.places_left, 0) AS "placesLeft", coalesce(f.hires, 0) AS hires
     FROM hall AS h
     LEFT JOIN uplink_cursor AS c ON c.hall_no = h.hall_no AND c.epoch = h.epoch
     LEFT JOIN day_figures AS f ON f.hall_no = h.hall_no AND f.day = h.business_day
     LEFT JOIN (SELECT hall_no, sum(places_left)::integer AS places_left FROM job WHERE state = 'open' AND valid_until >= $1 GROUP BY hall_no) AS p ON p.hall_no = h.hall_no
     WHERE h.enrolled ORDER BY h.hall_id`,
    [now],
  );
}

/** Over all enrolled halls, for one business day, by trade code. */
export function tradeCounts(db: CityDb, businessDay: string): Promise<TradeCountsRow[]> {
  return db.query<TradeCountsRow>(
    `SELECT t.trade, sum(t.places)::integer AS places, sum(t.hires)::integer AS hires, sum(t.seekers)::integer AS seekers
     FROM trade_figures AS t JOIN hall AS h ON h.hall_no = t.hall_no AND h.enrolled WHERE t.day = $1::date GROUP BY t.trade ORDER BY t.trade`,
    [businessDay],
  );
}
