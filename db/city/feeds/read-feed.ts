/* One page of a feed: from a mark that is ours to another one, with everything between them that still counts. */
import { feedLimits, type FeedRow, type Mark } from '../../domain/feeds/feed.ts';
import type { Sql } from '../store/city-db.ts';
import type { FeedAsk, FeedRead } from './store.ts';

/** Inside a transaction that sees one moment. Asks in two goes: a server far away is waited for twice a page. */
export async function readFeed(sql: Sql, { feed, after, seen, began, max }: FeedAsk): Promise<FeedRead> {
  const from = after?.position ?? 0;
  const atLeast = Math.max(max, feedLimits.rowsPerMark);
  const stampAt = async (position: number): Promise<string | undefined> => (await sql.query<{ stamp: string }>('SELECT stamp FROM feed_mark WHERE feed = $1 AND position = $2', [feed, position]))[0]?.stamp;
  const ours = async (mark: Mark | undefined): Promise<boolean> => mark === undefined || await stampAt(mark.position) === mark.stamp;
  const [[found], afterOurs, seenOurs, rows] = await Promise.all([
    sql.query<{ head: number; floor: number }>('SELECT head, floor FROM feed_head WHERE feed = $1', [feed]),
    ours(after), ours(seen),
    sql.query<FeedRow & { bytes: number }>('SELECT position, key, kind, v, at, body, coalesce(octet_length(body), 0) AS bytes FROM feed_row WHERE feed = $1 AND position > $2 ORDER BY position LIMIT $3', [feed, from, atLeast]),
  ]);
  if (found === undefined) return after === undefined ? { kind: 'page', from: 0, to: 0, stamp: undefined, head: 0, headStamp: undefined, rows: [] } : { kind: 'restart', head: 0 };
  const { head, floor } = found;
  if (!afterOurs || !seenOurs || (after !== undefined && (began ?? from) < floor)) return { kind: 'restart', head };
  // The last mark within reach, or the next one: what lies before that always fits.
  const [[end], stampOfHead] = await Promise.all([
    sql.query<{ position: number; stamp: string }>(
      `SELECT position, stamp FROM feed_mark WHERE feed = $1 AND position = coalesce(
         (SELECT max(position) FROM feed_mark WHERE feed = $1 AND position > $2 AND position <= $3), (SELECT min(position) FROM feed_mark WHERE feed = $1 AND position > $2), $2)`,
      [feed, from, reachOf(rows, head, atLeast)],
    ),
    stampAt(head),
  ]);
  const to = end?.position ?? from;
  return { kind: 'page', from, to, stamp: end?.stamp, head, headStamp: to === head ? end?.stamp : stampOfHead, rows: rows.flatMap(({ position, key, kind, v, at, body }) => (position <= to ? [{ position, key, kind, v, at, body }] : [])) };
}

/** How far these rows bring a reader: to the end when they are all there are and fit. */
function reachOf(rows: readonly { readonly position: number; readonly bytes: number }[], head: number, asked: number): number {
  let bytes = 0;
  let reach = 0;
  for (const row of rows) {
    bytes += row.bytes;
    if (bytes > feedLimits.bytesPerPage) return reach;
    reach = row.position;
  }
  return rows.length < asked ? head : reach;
}
