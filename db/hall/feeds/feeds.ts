/* The city's feeds as this hall has them: a page and its mark in one transaction, a copy from the beginning unseen until it is whole. */
import type { Database } from 'better-sqlite3';
import type { FeedName, FeedRow, Mark } from '../../domain/feeds/feed.ts';
import type { Personal } from '../../domain/people/personal.ts';
import type { FieldCipher } from '../field-cipher.ts';

/** What to ask the city for next. `seen`: the feed's end as the last page told it. `began`: of a copy that goes on. */
export interface FeedPlace { readonly after?: Mark; readonly seen?: Mark; readonly began?: number }
export interface FeedPage { readonly feed: FeedName; readonly from: number; readonly to: number; readonly stamp?: string | undefined; readonly head: number; readonly headStamp?: string | undefined; readonly rows: readonly FeedRow[] }
/** Feeds that say nothing about people; all others are sealed. */
const openNames = ['codes', 'rules', 'notices', 'halls'] as const;
export type OpenFeed = (typeof openNames)[number];
export interface CityRow<Body> { readonly key: string; readonly kind: string; readonly v: number; readonly at: number; readonly body: Body }

interface Found {
  generation: number | null; position: number | null; stamp: string | null; seen_position: number | null; seen_stamp: string | null;
  copy_generation: number | null; copy_position: number | null; copy_stamp: string | null; copy_began: number | null; copy_seen_position: number | null; copy_seen_stamp: string | null;
}
interface RowFound { key: string; kind: string; v: number; at: number; body: string | Buffer }

const open = new Set<string>(openNames);

export type Feeds = ReturnType<typeof openFeeds>;

export function openFeeds(sql: Database, cipher: Pick<FieldCipher, 'seal' | 'open'>) {
  const find = sql.prepare<[string], Found>(`SELECT ${columns} FROM feed_cursor WHERE feed = ?`);
  const save = sql.prepare(`INSERT OR REPLACE INTO feed_cursor (feed, ${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const put = sql.prepare('INSERT OR REPLACE INTO city_row (feed, generation, key, kind, v, at, body) VALUES (?, ?, ?, ?, ?, ?, ?)');
  const remove = sql.prepare('DELETE FROM city_row WHERE feed = ? AND generation = ? AND key = ?');
  const leftOver = sql.prepare<[string, number, number, number], { generation: number; key: string }>('SELECT generation, key FROM city_row WHERE feed = ? AND (generation < ? OR (generation > ? AND generation < ?)) LIMIT 2000');
  const write = (feed: string, now: Found): void => {
    save.run(feed, now.generation, now.position, now.stamp, now.seen_position, now.seen_stamp, now.copy_generation, now.copy_position, now.copy_stamp, now.copy_began, now.copy_seen_position, now.copy_seen_stamp);
  };
  const fill = (feed: string, generation: number, rows: readonly FeedRow[]): void => {
    const seals = !open.has(feed);
    for (const { key, kind, v, at, body } of rows) {
      if (body === null) remove.run(feed, generation, key);
      else put.run(feed, generation, key, kind, v, at, seals ? cipher.seal(body, where(feed, key)) : body);
    }
  };
  /** of what counts, since this process began */
  const changed = new Map<string, number>();
  const apply = sql.transaction(({ feed, from, to, stamp: given, head, headStamp, rows }: FeedPage): boolean => {
    const stamp = given ?? null;
    const now = find.get(feed) ?? nothing;
    // Nothing new is the usual answer, and no reason to wait for the disk.
    if (rows.length === 0 && to === head && now.copy_generation === null && now.position === to && now.stamp === stamp) return true;
    const next = nextOf(now, from, head);
    if (next === undefined) return false;
    fill(feed, next.generation, rows);
    changed.set(feed, (changed.get(feed) ?? 0) + 1);
    const [seenAt, seenStamp] = to === head || headStamp === undefined ? [null, null] : [head, headStamp];
    if (!next.copying) write(feed, { ...now, position: to, stamp, seen_position: seenAt, seen_stamp: seenStamp });
    // Whole: from now on it is the one that counts, and what it replaces is cleared away bit by bit.
    else if (to === head) write(feed, { ...nothing, generation: next.generation, position: to, stamp });
    else write(feed, { ...now, copy_generation: next.generation, copy_position: to, copy_stamp: stamp, copy_began: next.began, copy_seen_position: seenAt, copy_seen_stamp: seenStamp });
    return true;
  });
  return {
    /** Where the next page begins. */
    place(feed: FeedName): FeedPlace {
      const now = find.get(feed) ?? nothing;
      if (now.copy_position !== null && now.copy_began !== null) return { ...markOf('after', now.copy_position, now.copy_stamp), ...markOf('seen', now.copy_seen_position, now.copy_seen_stamp), began: now.copy_began };
      return { ...markOf('after', now.position, now.stamp), ...markOf('seen', now.seen_position, now.seen_stamp) };
    },
    /** True when the page went on from where the hall stands, and is durable now; false for one that is late, doubled or of another place: nothing was changed. */
    apply: (page: FeedPage): boolean => apply.immediate(page),
    /** The city does not know where we stand: a copy from the beginning, and until it is whole what we have counts on. */
    restart(feed: FeedName): void {
      const now = find.get(feed) ?? nothing;
      write(feed, { ...now, copy_generation: newest(now) + 1, copy_position: 0, copy_stamp: null, copy_began: 0, copy_seen_position: null, copy_seen_stamp: null });
    },
    /** Grows whenever the city may say something else in this feed. */
    changes: (feed: FeedName): number => changed.get(feed) ?? 0,
    /** Clears away up to 2,000 rows that count no more; false when there are none. */
    sweep(feed: FeedName): boolean {
      const { generation, copy_generation: copy } = find.get(feed) ?? nothing;
      const found = leftOver.all(feed, generation ?? copy ?? 0, generation ?? 0, copy ?? newestPossible);
      if (found.length > 0) sql.transaction(() => { for (const row of found) remove.run(feed, row.generation, row.key); }).immediate();
      return found.length > 0;
    },
    ...openReading(sql, cipher),
  };
}

/** Of the copy that counts. */
function openReading(sql: Database, cipher: Pick<FieldCipher, 'open'>) {
  const live = 'FROM city_row JOIN feed_cursor USING (feed, generation) WHERE feed = ?';
  const all = sql.prepare<[string, number], RowFound>(`SELECT key, kind, v, at, body ${live} ORDER BY key LIMIT ?`);
  const one = sql.prepare<[string, string], RowFound>(`SELECT key, kind, v, at, body ${live} AND key = ?`);
  const unsealed = (feed: string, { body, ...row }: RowFound): CityRow<Personal>[] => (typeof body === 'string' ? [] : [{ ...row, body: cipher.open(body, where(feed, row.key)) }]);
  return {
    /** What the city says now, by key; a body that is not understood is the reader's to leave out. */
    rows: (feed: OpenFeed, limit: number): CityRow<string>[] => all.all(feed, limit).flatMap(({ body, ...row }) => (typeof body === 'string' ? [{ ...row, body }] : [])),
    /** The same of a feed that may be about people: JSON inside a box. */
    sealedRows: (feed: Exclude<FeedName, OpenFeed>, limit: number): CityRow<Personal>[] => all.all(feed, limit).flatMap((row) => unsealed(feed, row)),
    sealedRow(feed: Exclude<FeedName, OpenFeed>, key: string): CityRow<Personal> | undefined {
      const row = one.get(feed, key);
      return row && unsealed(feed, row)[0];
    },
  };
}

/** A box opens for its own feed and key only. */
const where = (feed: string, key: string): string => `city_row|${feed}|${key}`;

const columns = 'generation, position, stamp, seen_position, seen_stamp, copy_generation, copy_position, copy_stamp, copy_began, copy_seen_position, copy_seen_stamp';
const nothing: Found = {
  generation: null, position: null, stamp: null, seen_position: null, seen_stamp: null, copy_generation: null, copy_position: null, copy_stamp: null, copy_began: null, copy_seen_position: null, copy_seen_stamp: null,
};
const newestPossible = Number.MAX_SAFE_INTEGER;
const newest = ({ generation, copy_generation: copy }: Found): number => Math.max(generation ?? 0, copy ?? 0);
const markOf = (name: 'after' | 'seen', position: number | null, stamp: string | null): FeedPlace => (position === null || stamp === null ? {} : { [name]: { position, stamp } });

/** Which copy a page that begins at `from` goes into; undefined: none. */
function nextOf(now: Found, from: number, head: number): { readonly generation: number; readonly copying: boolean; readonly began: number } | undefined {
  // From the beginning: a new copy, whatever there was.
  if (from === 0) return { generation: newest(now) + 1, copying: true, began: head };
  if (now.copy_generation !== null && now.copy_began !== null) return from === now.copy_position ? { generation: now.copy_generation, copying: true, began: now.copy_began } : undefined;
  return now.generation !== null && from === now.position ? { generation: now.generation, copying: false, began: 0 } : undefined;
}
