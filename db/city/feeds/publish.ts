/* The one way to write a feed. Positions come from a counter that is locked until the commit: polling a bigserial instead would skip rows that commit late. */
import { randomBytes } from 'node:crypto';
import { feedKeySchema, feedLimits, type FeedName } from '../../domain/feeds/feed.ts';
import { feedBodyVersion } from '../../domain/feeds/bodies.ts';
import type { Sql } from '../store/city-db.ts';
import { forget } from './forget.ts';

/** The newest word about a key; a body of null takes it back. Bodies are JSON. */
export interface Word { readonly key: string; readonly kind: string; readonly body: string | null; /** `feedBodyVersion` when absent */ readonly v?: number }

interface Placed { readonly key: string; readonly kind: string; readonly v: number; readonly body: string | null; readonly position: number }

/**
 * Publishes inside a transaction and must be its last act, for the feed is locked from here to the commit; a transaction that publishes into several feeds takes them in the order of their names.
 * What is already said so is not said again. Of two words about one key the later counts. Gives the feed's head. Throws on a key or a body that no reader would take: that is a bug of the publisher.
 */
export async function publish(sql: Sql, feed: FeedName, words: readonly Word[], now: number): Promise<number> {
  const newest = [...new Map(words.map((word) => [word.key, word])).values()];
  for (const { key, body } of newest) {
    if (!feedKeySchema.safeParse(key).success) throw new Error(`a row of feed ${feed} has a key that no reader takes`);
    if (body !== null && (body.length > feedLimits.bodyLength || !body.isWellFormed() || body.includes('\0'))) throw new Error(`a row of feed ${feed} has a body that no reader takes`);
  }
  await sql.query('INSERT INTO feed_head (feed, head, floor) VALUES ($1, 0, 0) ON CONFLICT DO NOTHING', [feed]);
  const [locked] = await sql.query<{ head: number }>('SELECT head FROM feed_head WHERE feed = $1 FOR UPDATE', [feed]);
  const before = locked?.head ?? 0;
  const fresh = await unsaid(sql, feed, newest);
  const rows = newest.filter(({ key }) => fresh.has(key)).map(({ key, kind, body, v = feedBodyVersion }, index): Placed => ({ key, kind, v, body, position: before + index + 1 }));
  const last = rows.at(-1);
  if (last === undefined) return before;
  await sql.query(
    `INSERT INTO feed_row (feed, key, position, kind, v, at, body) SELECT $1, key, position, kind, v, $3, body FROM json_to_recordset($2::json) AS r (key text, position bigint, kind text, v integer, body text)
     ON CONFLICT (feed, key) DO UPDATE SET position = excluded.position, kind = excluded.kind, v = excluded.v, at = excluded.at, body = excluded.body`,
    [feed, JSON.stringify(rows), now],
  );
  await sql.query(
    'INSERT INTO feed_mark (feed, position, stamp) SELECT $1, position, stamp FROM json_to_recordset($2::json) AS r (position bigint, stamp text)',
    [feed, JSON.stringify(markEnds(rows).map((position) => ({ position, stamp: randomBytes(8).toString('hex') })))],
  );
  await sql.query('UPDATE feed_head SET head = $2 WHERE feed = $1', [feed, last.position]);
  await forget(sql, feed, before, last.position);
  return last.position;
}

/** The keys about which something new is said. */
async function unsaid(sql: Sql, feed: FeedName, words: readonly Word[]): Promise<ReadonlySet<string>> {
  const found = await sql.query<{ key: string }>(
    `SELECT r.key FROM json_to_recordset($2::json) AS r (key text, kind text, v integer, body text) LEFT JOIN feed_row AS f ON f.feed = $1 AND f.key = r.key
     WHERE CASE WHEN f.key IS NULL THEN r.body IS NOT NULL ELSE (f.kind, f.v, f.body) IS DISTINCT FROM (r.kind, r.v, r.body) END`,
    [feed, JSON.stringify(words.map(({ key, kind, body, v = feedBodyVersion }) => ({ key, kind, v, body })))],
  );
  return new Set(found.map(({ key }) => key));
}

/** A page holds everything between two marks, so these lie no further apart than a page can hold. */
function markEnds(rows: readonly Placed[]): number[] {
  const ends: number[] = [];
  let [count, bytes] = [0, 0];
  for (const [index, { body, position }] of rows.entries()) {
    count += 1;
    bytes += body === null ? 0 : Buffer.byteLength(body);
    const next = rows[index + 1];
    if (next !== undefined && count < feedLimits.rowsPerMark && bytes + Buffer.byteLength(next.body ?? '') <= feedLimits.bytesPerMark) continue;
    ends.push(position);
    [count, bytes] = [0, 0];
  }
  return ends;
}
