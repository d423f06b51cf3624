/* A hall's copies of the city's feeds on its simulated disk: a page and its mark in one step, by the same rules of place as in SQLite. */
import { noCursor, placeOf, restarted, saysNothing, takePage, type FeedCursor, type FeedPage } from '@kuaizhao/db/hall/feeds/place.ts';
import type { FeedName } from '@kuaizhao/db/domain/feeds/feed.ts';
import type { PullerParts } from '@kuaizhao/sync-agent/hall/feeds/puller.ts';

/** Never changed, only replaced: a disk that goes back has an older one. */
export interface FeedCopy { readonly cursor: FeedCursor; readonly generations: ReadonlyMap<number, ReadonlyMap<string, string>> }
export type FeedCopies = ReadonlyMap<FeedName, FeedCopy>;
/** `before`: the last few, the newest last. */
export interface FeedsDisk { copies: FeedCopies; before: FeedCopies[] }

const keptCopies = 6;
const none: FeedCopy = { cursor: noCursor, generations: new Map() };
const nobody: ReadonlyMap<string, string> = new Map();

/** What the hall shows of a feed. */
export const shown = (copies: FeedCopies, feed: FeedName): ReadonlyMap<string, string> => {
  const { cursor, generations } = copies.get(feed) ?? none;
  return cursor.generation === null ? nobody : generations.get(cursor.generation) ?? nobody;
};

/** `room` throws when the machine is down or its disk is full; `took` hears of each page that was taken, with what was shown before it. */
export function feedsOn(disk: FeedsDisk, room: () => void, took: (feed: FeedName, before: FeedCopies) => void): PullerParts['feeds'] {
  const put = (feed: FeedName, copy: FeedCopy): void => {
    disk.before = [...disk.before, disk.copies].slice(-keptCopies);
    disk.copies = new Map([...disk.copies, [feed, copy]]);
  };
  const copyOf = (feed: FeedName): FeedCopy => disk.copies.get(feed) ?? none;
  return {
    place: (feed) => placeOf(copyOf(feed).cursor),
    placeAfter(page) {
      const taken = takePage(copyOf(page.feed).cursor, page);
      return taken && placeOf(taken.cursor);
    },
    apply(page: FeedPage) {
      room();
      const { feed, rows } = page;
      const { cursor, generations } = copyOf(feed);
      if (saysNothing(cursor, page)) return true;
      const taken = takePage(cursor, page);
      if (taken === undefined) return false;
      const filled = new Map(generations.get(taken.generation));
      for (const { key, body } of rows) {
        if (body === null) filled.delete(key);
        else filled.set(key, body);
      }
      const before = disk.copies;
      put(feed, { cursor: taken.cursor, generations: new Map([...generations, [taken.generation, filled]]) });
      took(feed, before);
      return true;
    },
    restart(feed) {
      room();
      const { cursor, generations } = copyOf(feed);
      put(feed, { cursor: restarted(cursor), generations });
    },
    sweep(feed) {
      room();
      const { cursor, generations } = copyOf(feed);
      const live = new Map([...generations].filter(([generation]) => generation === cursor.generation || generation === cursor.copy_generation));
      if (live.size === generations.size) return false;
      put(feed, { cursor, generations: live });
      return true;
    },
  };
}
