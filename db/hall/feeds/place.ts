/* Where a hall stands in one feed, and what a page makes of that: pure, so that a simulation may keep it elsewhere than in SQLite. */
import type { FeedName, FeedRow, Mark } from '../../domain/feeds/feed.ts';

/** What to ask the city for next. `seen`: the feed's end as the last page told it. `began`: of a copy that goes on. */
export interface FeedPlace { readonly after?: Mark; readonly seen?: Mark; readonly began?: number }
export interface FeedPage { readonly feed: FeedName; readonly from: number; readonly to: number; readonly stamp?: string | undefined; readonly head: number; readonly headStamp?: string | undefined; readonly rows: readonly FeedRow[] }

/** The copy that counts (`generation`) and the one that is being made unseen (`copy_…`), named as the columns are. */
export interface FeedCursor {
  readonly generation: number | null; readonly position: number | null; readonly stamp: string | null; readonly seen_position: number | null; readonly seen_stamp: string | null;
  readonly copy_generation: number | null; readonly copy_position: number | null; readonly copy_stamp: string | null; readonly copy_began: number | null; readonly copy_seen_position: number | null; readonly copy_seen_stamp: string | null;
}
/** Of a feed that was never read. */
export const noCursor: FeedCursor = {
  generation: null, position: null, stamp: null, seen_position: null, seen_stamp: null, copy_generation: null, copy_position: null, copy_stamp: null, copy_began: null, copy_seen_position: null, copy_seen_stamp: null,
};

/** Where the next page begins. */
export function placeOf(now: FeedCursor): FeedPlace {
  if (now.copy_position !== null && now.copy_began !== null) return { ...markOf('after', now.copy_position, now.copy_stamp), ...markOf('seen', now.copy_seen_position, now.copy_seen_stamp), began: now.copy_began };
  return { ...markOf('after', now.position, now.stamp), ...markOf('seen', now.seen_position, now.seen_stamp) };
}

/** Nothing new is the usual answer, and no reason to wait for the disk. */
export const saysNothing = (now: FeedCursor, { to, head, stamp, rows }: FeedPage): boolean =>
  rows.length === 0 && to === head && now.copy_generation === null && now.position === to && now.stamp === (stamp ?? null);

/** Which copy the page's rows go into, and where the hall stands with them; undefined for a page that is late, doubled or of another place. */
export function takePage(now: FeedCursor, { from, to, stamp: given, head, headStamp }: FeedPage): { readonly generation: number; readonly cursor: FeedCursor } | undefined {
  const next = nextOf(now, from, head);
  if (next === undefined) return undefined;
  const { generation } = next;
  const stamp = given ?? null;
  const [seenAt, seenStamp] = to === head || headStamp === undefined ? [null, null] : [head, headStamp];
  if (!next.copying) return { generation, cursor: { ...now, position: to, stamp, seen_position: seenAt, seen_stamp: seenStamp } };
  // Whole: from now on it is the one that counts, and what it replaces is cleared away bit by bit.
  if (to === head) return { generation, cursor: { ...noCursor, generation, position: to, stamp } };
  return { generation, cursor: { ...now, copy_generation: generation, copy_position: to, copy_stamp: stamp, copy_began: next.began, copy_seen_position: seenAt, copy_seen_stamp: seenStamp } };
}

/** The city does not know where we stand: a copy from the beginning, and until it is whole what we have counts on. */
export const restarted = (now: FeedCursor): FeedCursor => ({ ...now, copy_generation: newest(now) + 1, copy_position: 0, copy_stamp: null, copy_began: 0, copy_seen_position: null, copy_seen_stamp: null });

const newest = ({ generation, copy_generation: copy }: FeedCursor): number => Math.max(generation ?? 0, copy ?? 0);
const markOf = (name: 'after' | 'seen', position: number | null, stamp: string | null): FeedPlace => (position === null || stamp === null ? {} : { [name]: { position, stamp } });

/** Which copy a page that begins at `from` goes into; undefined: none. */
function nextOf(now: FeedCursor, from: number, head: number): { readonly generation: number; readonly copying: boolean; readonly began: number } | undefined {
  // From the beginning: a new copy, whatever there was.
  if (from === 0) return { generation: newest(now) + 1, copying: true, began: head };
  if (now.copy_generation !== null && now.copy_began !== null) return from === now.copy_position ? { generation: now.copy_generation, copying: true, began: now.copy_began } : undefined;
  return now.generation !== null && from === now.position ? { generation: now.generation, copying: false, began: 0 } : undefined;
}
