/* What slips leave behind: answered marks go from the halls' feeds after a week, everything goes with the slip's time. */
import { feedNameSchema } from '../../domain/feeds/feed.ts';
import { publish } from '../feeds/publish.ts';
import type { CityDb } from '../store/city-db.ts';
import { slipsSince } from './read.ts';

const keptInFeedMs = 7 * 24 * 3_600_000;
const perSweep = 500;

/** Up to 500 marks out of the feeds and 500 pages that are over their time; gives how many in all. */
export async function sweepSlips(db: CityDb, now: number): Promise<number> {
  const answered = await db.query<{ key: string; feed: string }>(
    `SELECT m.mark_id AS key, f.feed FROM slip_mark AS m JOIN hall AS h USING (hall_no) JOIN feed_row AS f ON f.feed = 'slips:' || h.hall_id AND f.key = m.mark_id AND f.body IS NOT NULL WHERE m.state <> 'sent' AND m.at < $1 LIMIT ${perSweep}`, [now - keptInFeedMs]);
  for (const [name, rows] of Map.groupBy(answered, ({ feed }) => feed)) {
    const feed = feedNameSchema.parse(name);
    await db.transaction((sql) => publish(sql, feed, rows.map(({ key }) => ({ key, kind: 'slipMark', body: null })), now));
  }
  const over = await db.query<{ hallNo: number; about: string }>(`DELETE FROM slip_page WHERE digest IN (SELECT digest FROM slip_page WHERE opened_at < $1 LIMIT ${perSweep}) RETURNING hall_no AS "hallNo", about`, [slipsSince(now)]);
  for (const [hallNo, pages] of Map.groupBy(over, (page) => page.hallNo)) {
    const abouts = pages.map(({ about }) => about);
    await db.query('DELETE FROM slip_mark WHERE hall_no = $1 AND hire_id = ANY ($2::text[])', [hallNo, abouts]);
    await db.query('DELETE FROM slip_hire WHERE hall_no = $1 AND hire_id = ANY ($2::text[])', [hallNo, abouts]);
  }
  return answered.length + over.length;
}
