/* The feeds in PostgreSQL, as the door reads them. */
import { cityFeeds, feedOf } from '../../domain/feeds/feed.ts';
import { lastArchived } from '../journal/archive/read.ts';
import type { CityDb, Sql } from '../store/city-db.ts';
import { readFeed } from './read-feed.ts';
import { readOwn } from './read-own.ts';
import type { FeedStore } from './store.ts';

export const sqlFeeds = (db: CityDb): FeedStore => ({
  read: (ask) => db.transaction(async (sql) => {
    // One picture of the database for all that follows, and nobody waits for a reader.
    sql.soon('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const finding = hallWithToken(sql, ask.hallId, ask.token);
    // Asked together with the token, and told to nobody unless it holds.
    const reading = ask.feed === feedOf('own', ask.hallId) ? undefined : readFeed(sql, ask);
    const [hallNo, read] = await Promise.all([finding, reading]);
    if (hallNo === undefined) return { kind: 'staleToken' };
    return read ?? readOwn(sql, hallNo, ask);
  }),
  async ends(hallId) {
    const rows = await db.query<{ feed: string; head: number }>('SELECT feed, head FROM feed_head WHERE feed = ANY ($1::text[])', [[...cityFeeds, feedOf('orders', hallId), feedOf('workers', hallId), feedOf('slips', hallId)]]);
    const own = await lastArchived(db, hallId);
    return { feeds: Object.fromEntries([...rows.map(({ feed, head }) => [feed, head]), ...own === undefined ? [] : [[feedOf('own', hallId), own.position]]]), own };
  },
});

/** The ends of all feeds, by name. */
export async function feedHeads(sql: Sql): Promise<ReadonlyMap<string, number>> {
  const rows = await sql.query<{ feed: string; head: number }>('SELECT feed, head FROM feed_head');
  return new Map(rows.map(({ feed, head }) => [feed, head]));
}

/** Reading uses up no token: of two machines with one identity the one that writes is the hall. */
async function hallWithToken(sql: Sql, hallId: string, token: string): Promise<number | undefined> {
  const [hall] = await sql.query<{ hall_no: number }>('SELECT hall_no FROM hall WHERE hall_id = $1 AND enrolled AND (token = $2 OR $2 = ANY (handed))', [hallId, token]);
  return hall?.hall_no;
}
