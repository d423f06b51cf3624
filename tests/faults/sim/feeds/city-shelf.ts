/* What the city says in its feeds, on the simulated disk of the hub: positions, marks that are given once, the newest row of each key. True to what PostgreSQL serves in the field. */
import type { FeedAsk, FeedRead } from '@kuaizhao/db/city/feeds/store.ts';
import { cityFeeds, feedOf, type FeedName, type FeedRow, type Mark } from '@kuaizhao/db/domain/feeds/feed.ts';
import type { Seeded } from '../../../fixtures/city/seeded.ts';

export interface FeedShelf {
  head: number;
  /** who stands before it copies anew: deletions up to here are forgotten */
  floor: number;
  readonly marks: Map<number, string>;
  readonly rows: Map<string, FeedRow>;
  /** taken back at some time */
  readonly gone: Set<string>;
}
export type CityShelf = Map<FeedName, FeedShelf>;

const keysAFeed = 12;
/** Small, so that a copy takes several. */
const marksAPage = 2;

export const copyCity = (city: CityShelf): CityShelf => new Map([...city].map(([feed, { head, floor, marks, rows, gone }]) => [feed, { head, floor, marks: new Map(marks), rows: new Map(rows), gone: new Set(gone) }]));

/** One word, with a place and a mark of its own; null takes it back. */
export function say(city: CityShelf, feed: FeedName, word: { readonly key: string; readonly kind: string; readonly body: string | null }, chance: Seeded, now: number): void {
  const shelf = shelfOf(city, feed);
  if (word.body === null) shelf.gone.add(word.key);
  shelf.rows.set(word.key, { position: ++shelf.head, v: 1, at: now, ...word });
  shelf.marks.set(shelf.head, chance.hex(8));
}

function shelfOf(city: CityShelf, feed: FeedName): FeedShelf {
  const shelf = city.get(feed) ?? { head: 0, floor: 0, marks: new Map(), rows: new Map(), gone: new Set() };
  city.set(feed, shelf);
  return shelf;
}

/** Somebody at the city says something new, changes it or takes it back, in one feed; gives the feed. */
export function speak(city: CityShelf, hallIds: readonly string[], chance: Seeded, now: number): FeedName {
  const feed = chance.pick([...cityFeeds, ...hallIds.flatMap((hallId) => [feedOf('orders', hallId), feedOf('workers', hallId)])]);
  const shelf = shelfOf(city, feed);
  for (let words = 1 + chance.below(3); words > 0; words--) {
    const key = `k${chance.below(keysAFeed)}`;
    if (chance.unit() < 0.2) {
      if (typeof shelf.rows.get(key)?.body !== 'string') continue;
      shelf.gone.add(key);
      shelf.rows.set(key, { position: ++shelf.head, key, kind: 'word', v: 1, at: now, body: null });
    } else shelf.rows.set(key, { position: ++shelf.head, key, kind: 'word', v: 1, at: now, body: JSON.stringify({ said: chance.hex(6) }) });
  }
  if (shelf.head > 0) shelf.marks.set(shelf.head, shelf.marks.get(shelf.head) ?? chance.hex(8));
  return feed;
}

/** Deletions that are older than the last few positions are forgotten, and the marks between which nothing is left. */
export function forget(city: CityShelf, chance: Seeded): void {
  for (const shelf of city.values()) {
    const floor = Math.max(shelf.floor, shelf.head - chance.below(8));
    shelf.floor = floor;
    for (const [key, { position, body }] of shelf.rows) if (body === null && position <= floor) shelf.rows.delete(key);
    let before = 0;
    for (const position of [...shelf.marks.keys()].sort((a, b) => a - b)) {
      if (position < floor && ![...shelf.rows.values()].some((row) => row.position > before && row.position <= position)) shelf.marks.delete(position);
      before = position;
    }
  }
}

export function readShelf(city: CityShelf, { feed, after, seen, began, max }: Pick<FeedAsk, 'feed' | 'after' | 'seen' | 'began' | 'max'>): FeedRead {
  const shelf = city.get(feed);
  if (shelf === undefined) return after === undefined ? { kind: 'page', from: 0, to: 0, stamp: undefined, head: 0, headStamp: undefined, rows: [] } : { kind: 'restart', head: 0 };
  const { head, floor, marks, rows } = shelf;
  const ours = (mark: Mark | undefined): boolean => mark === undefined || marks.get(mark.position) === mark.stamp;
  const from = after?.position ?? 0;
  if (!ours(after) || !ours(seen) || (after !== undefined && (began ?? from) < floor)) return { kind: 'restart', head };
  const to = [...marks.keys()].filter((position) => position > from).sort((a, b) => a - b).slice(0, Math.min(max, marksAPage)).at(-1) ?? from;
  const found = [...rows.values()].filter(({ position }) => position > from && position <= to).sort((a, b) => a.position - b.position);
  return { kind: 'page', from, to, stamp: marks.get(to), head, headStamp: marks.get(head), rows: found };
}
