/* What orders leave behind: ended ones go from the halls' feeds, answers under keys are forgotten after their time. */
import { feedNameSchema } from '../../domain/feeds/feed.ts';
import { publish } from '../feeds/publish.ts';
import type { CityDb } from '../store/city-db.ts';

const dayMs = 24 * 3_600_000;
/** Halls hear of an end by then; one that was away longer copies what still stands. */
export const keptInFeedMs = 7 * dayMs;
const perSweep = 500;

/** Up to 500 orders; gives how many went. A refused or filled order that nobody touches for a week has ended. */
export async function sweepOrders(db: CityDb, now: number, answersKeptMs: number): Promise<number> {
  await db.query('DELETE FROM api_answer WHERE at < $1', [now - answersKeptMs]);
  await db.query(`UPDATE online_order SET ended_at = told_at WHERE ended_at IS NULL AND state IN ('refused', 'filled') AND answered = revision AND told_at < $1`, [now - keptInFeedMs]);
  const over = await db.query<{ key: string; feed: string }>(
    `SELECT o.order_id AS key, f.feed FROM online_order AS o JOIN hall AS h USING (hall_no) JOIN feed_row AS f ON f.feed = 'orders:' || h.hall_id AND f.key = o.order_id AND f.body IS NOT NULL WHERE o.ended_at < $1 LIMIT ${perSweep}`, [now - keptInFeedMs]);
  for (const [name, rows] of Map.groupBy(over, ({ feed }) => feed)) {
    const feed = feedNameSchema.parse(name);
    await db.transaction((sql) => publish(sql, feed, rows.map(({ key }) => ({ key, kind: 'order', body: null })), now));
  }
  return over.length;
}
