/* The city's feeds as this hall has them: a page and its mark in one transaction, a copy from the beginning unseen until it is whole. */
import type { Database } from 'better-sqlite3';
import { cityFeeds, type FeedName, type FeedRow } from '../../domain/feeds/feed.ts';
import type { Instant } from '../../domain/scalars.ts';
import type { Personal } from '../../domain/people/personal.ts';
import type { FieldCipher } from '../../sealing/field-cipher.ts';
import { noCursor, placeOf, restarted, saysNothing, takePage, type FeedCursor, type FeedPage, type FeedPlace } from './place.ts';

/** Feeds that say nothing about people; all others are sealed. */
const openNames = ['codes', 'rules', 'notices', 'halls'] as const;
export type OpenFeed = (typeof openNames)[number];
export interface CityRow<Body> { readonly key: string; readonly kind: string; readonly v: number; readonly at: number; readonly body: Body }

interface RowFound { key: string; kind: string; v: number; at: number; body: string | Buffer }

const open = new Set<string>(openNames);

export type Feeds = ReturnType<typeof openFeeds>;

export function openFeeds(sql: Database, cipher: Pick<FieldCipher, 'seal' | 'open'>) {
  const find = sql.prepare<[string], FeedCursor>(`SELECT ${columns} FROM feed_cursor WHERE feed = ?`);
  const save = sql.prepare(`INSERT OR REPLACE INTO feed_cursor (feed, ${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const put = sql.prepare('INSERT OR REPLACE INTO city_row (feed, generation, key, kind, v, at, body) VALUES (?, ?, ?, ?, ?, ?, ?)');
  const remove = sql.prepare('DELETE FROM city_row WHERE feed = ? AND generation = ? AND key = ?');
  const leftOver = sql.prepare<[string, number, number, number], { generation: number; key: string }>('SELECT generation, key FROM city_row WHERE feed = ? AND (generation < ? OR (generation > ? AND generation < ?)) LIMIT 2000');
  const write = (feed: string, now: FeedCursor): void => {
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
  const arrived = sql.prepare('INSERT OR REPLACE INTO feed_arrival (feed, at) VALUES (?, ?)');
  const apply = sql.transaction((page: FeedPage, at: Instant | undefined): boolean => {
    const { feed, rows } = page;
    const now = find.get(feed) ?? noCursor;
    if (saysNothing(now, page)) return true;
    const taken = takePage(now, page);
    if (taken === undefined) return false;
    fill(feed, taken.generation, rows);
    write(feed, taken.cursor);
    if (at !== undefined && rows.length > 0) arrived.run(feed, at);
    changed.set(feed, (changed.get(feed) ?? 0) + 1);
    return true;
  });
  return {
    /** Where the next page begins. */
    place: (feed: FeedName): FeedPlace => placeOf(find.get(feed) ?? noCursor),
    /** Where the page after this one will begin, so that it can be asked for while this one is applied; undefined when `apply` would not take it. */
    placeAfter(page: FeedPage): FeedPlace | undefined {
      const taken = takePage(find.get(page.feed) ?? noCursor, page);
      return taken && placeOf(taken.cursor);
    },
    /** True when the page went on from where the hall stands, and is durable now; false for one that is late, doubled or of another place: nothing was changed. `at`: by the hall's clock. */
    apply: (page: FeedPage, at?: Instant): boolean => apply.immediate(page, at),
    /** The city does not know where we stand: a copy from the beginning, and until it is whole what we have counts on. */
    restart(feed: FeedName): void { write(feed, restarted(find.get(feed) ?? noCursor)); },
    /** Grows whenever the city may say something else in this feed. */
    changes: (feed: FeedName): number => changed.get(feed) ?? 0,
    /** Clears away up to 2,000 rows that count no more; false when there are none. */
    sweep(feed: FeedName): boolean {
      const { generation, copy_generation: copy } = find.get(feed) ?? noCursor;
      const found = leftOver.all(feed, generation ?? copy ?? 0, generation ?? 0, copy ?? newestPossible);
      if (found.length > 0) sql.transaction(() => { for (const row of found) remove.run(feed, row.generation, row.key); }).immediate();
      return found.length > 0;
    },
    lists: () => cityLists(sql),
    ...openReading(sql, cipher),
  };
}

export interface CityList { readonly feed: (typeof cityFeeds)[number]; readonly version: number; readonly entries: number; readonly cameAt?: Instant }

/** Each list that the city has for all halls, as this hall has it whole; one that it never got is not among them. */
export function cityLists(sql: Database): CityList[] {
  const one = sql.prepare<[string], { version: number; entries: number; at: number | null }>(`SELECT position AS version, (SELECT count(*) FROM city_row WHERE city_row.feed = feed_cursor.feed AND city_row.generation = feed_cursor.generation) AS entries, feed_arrival.at
    FROM feed_cursor LEFT JOIN feed_arrival USING (feed) WHERE feed_cursor.feed = ? AND position IS NOT NULL`);
  return cityFeeds.flatMap((feed): CityList[] => {
    const found = one.get(feed);
    return found === undefined ? [] : [{ feed, version: found.version, entries: found.entries, ...(found.at === null ? {} : { cameAt: found.at }) }];
  });
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
const newestPossible = Number.MAX_SAFE_INTEGER;
