/* What a feed need not remember for ever: deletions that every living hall has heard of, and marks between which nothing is left. */
import type { FeedName } from '../../domain/feeds/feed.ts';
import type { Sql } from '../store/city-db.ts';

/** A hall that is further behind than so many positions copies the feed anew. */
export const keptPositions = 100_000;
/** Looked at whenever the head passes a multiple of this. */
const everyPositions = 1_024;

/** Inside `publish`, with the feed locked. */
export async function forget(sql: Sql, feed: FeedName, before: number, head: number, kept: number = keptPositions): Promise<void> {
  const floor = head - kept;
  if (floor <= 0 || Math.floor(before / everyPositions) === Math.floor(head / everyPositions)) return;
  await sql.query('DELETE FROM feed_row WHERE feed = $1 AND position <= $2 AND body IS NULL', [feed, floor]);
  // A mark with rows before it stays: a copy from the beginning ends its pages there.
  await sql.query(
    `DELETE FROM feed_mark AS m USING (SELECT position, lag(position, 1, 0::bigint) OVER (ORDER BY position) AS previous FROM feed_mark WHERE feed = $1 AND position < $2) AS old
     WHERE m.feed = $1 AND m.position = old.position AND NOT EXISTS (SELECT 1 FROM feed_row AS r WHERE r.feed = $1 AND r.position > old.previous AND r.position <= old.position)`,
    [feed, floor],
  );
  await sql.query('UPDATE feed_head SET floor = greatest(floor, $2) WHERE feed = $1', [feed, floor]);
}
