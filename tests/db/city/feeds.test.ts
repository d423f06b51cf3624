/* Feeds as the city keeps them: whoever has seen a position has seen every one before it, however many publish at once, and a mark of another history is found out. On both engines. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { feedLimits, type FeedName, type FeedRow, type Mark } from '@kuaizhao/db/domain/feeds/feed.ts';
import { forget } from '@kuaizhao/db/city/feeds/forget.ts';
import { publish, type Word } from '@kuaizhao/db/city/feeds/publish.ts';
import { sqlFeeds } from '@kuaizhao/db/city/feeds/sql-feeds.ts';
import { enrolHalls } from '@kuaizhao/db/city/journal/halls.ts';
import type { CityDb } from '@kuaizhao/db/city/store/city-db.ts';
import { engineNames, startEngine, type TestDatabase, type TestEngine } from '../../fixtures/city/databases.ts';
import { morningStart } from '../../fixtures/city/morning.ts';
import { seeded } from '../../fixtures/city/seeded.ts';

const token = 'a'.repeat(32);
const word = (key: string, text: string): Word => ({ key, kind: 'notice', body: JSON.stringify({ text }) });
const byKey = ([a]: readonly [string, string], [b]: readonly [string, string]): number => (a < b ? -1 : 1);
const gone = (key: string): Word => ({ key, kind: 'notice', body: null });

describe.each(engineNames)('feeds on %s', (name) => {
  let engine: TestEngine;
  let place: TestDatabase;
  let db: CityDb;
  let feed: FeedName;
  let serial = 0;
  beforeAll(async () => {
    engine = await startEngine(name);
    place = await engine.database();
    db = await place.open();
    await enrolHalls(db, [{ hallId: 'h1', name: '测试零工市场', keyHash: new Uint8Array(32).fill(1) }]);
    await db.query('UPDATE hall SET token = $1', [token]);
  });
  afterAll(async () => {
    await db.close();
    await place.remove();
    await engine.end();
  });
  beforeEach(() => { feed = `orders:h1-${++serial}`; });

  const say = (...words: Word[]): Promise<number> => db.transaction((sql) => publish(sql, feed, words, morningStart));
  const read = (after?: Mark, over: { began?: number; seen?: Mark; max?: number } = {}) => sqlFeeds(db).read({ hallId: 'h1', token, feed, after, max: feedLimits.rowsPerPage, ...over });
  /** Pages from a mark to the end, and what they make of `known`. */
  const follow = async (known: Map<string, string | null>, from: Mark | undefined, max: number = feedLimits.rowsPerPage): Promise<{ mark: Mark | undefined; pages: number; rows: FeedRow[] }> => {
    let [mark, pages] = [from, 0];
    const rows: FeedRow[] = [];
    for (;;) {
      const page = await read(mark, { max });
      if (page.kind !== 'page') throw new Error(page.kind);
      pages += 1;
      rows.push(...page.rows);
      for (const row of page.rows) known.set(row.key, row.body);
      mark = page.stamp === undefined ? undefined : { position: page.to, stamp: page.stamp };
      if (page.to === page.head) return { mark, pages, rows };
    }
  };
  const now = (known: ReadonlyMap<string, string | null>): Record<string, string> => Object.fromEntries([...known].flatMap(([key, body]) => (body === null ? [] : [[key, body] as const])).sort(byKey));
  const truth = async (): Promise<Record<string, string>> => Object.fromEntries((await db.query<{ key: string; body: string }>('SELECT key, body FROM feed_row WHERE feed = $1 AND body IS NOT NULL', [feed])).map(({ key, body }) => [key, body] as const).sort(byKey));

  it('an empty feed is a page of nothing, and a mark in it is not ours', async () => {
    expect(await read()).toEqual({ kind: 'page', from: 0, to: 0, stamp: undefined, head: 0, headStamp: undefined, rows: [] });
    expect(await read({ position: 3, stamp: 'a'.repeat(16) })).toEqual({ kind: 'restart', head: 0 });
  });

  it('tells the newest word about each key, deletions too, and what says the same is no news', async () => {
    expect(await say(word('a', '1'), word('b', '1'), word('a', '2'))).toBe(2);
    expect(await say(word('a', '2'), gone('never'))).toBe(2);
    const known = new Map<string, string | null>();
    const { mark } = await follow(known, undefined);
    expect(await say(gone('b'), word('c', '1'))).toBe(4);
    const second = await follow(known, mark);
    expect(second.rows.map(({ key, position, body }) => [key, position, body === null])).toEqual([['b', 3, true], ['c', 4, false]]);
    expect(now(known)).toEqual(await truth());
  });

  it('§11 sixteen publishers at once leave no gap, and no row behind the back of a reader who polls meanwhile', async () => {
    const chance = seeded(11);
    const known = new Map<string, string | null>();
    const seen: number[] = [];
    let publishing = true;
    const reader = (async () => {
      let mark: Mark | undefined;
      for (;;) {
        const last = !publishing;
        const followed = await follow(known, mark, 1);
        mark = followed.mark;
        seen.push(...followed.rows.map(({ position }) => position));
        if (last) return;
      }
    })();
    const publisher = async (me: number): Promise<void> => {
      for (let n = 0; n < 12; n++) {
        await db.transaction(async (sql) => {
          // What else the transaction does takes its time, or is undone.
          if (db.kind === 'postgres') await sql.query('SELECT pg_sleep($1)', [chance.below(5) / 1_000]);
          await publish(sql, feed, Array.from({ length: 1 + chance.below(4) }, (_, row) => word(`${me}-${n}-${row}`, 'x')), morningStart);
          if (chance.below(6) === 0) throw new Error('undone');
        }).catch((error: unknown) => { if (!(error instanceof Error) || error.message !== 'undone') throw error; });
      }
    };
    await Promise.all(Array.from({ length: db.kind === 'postgres' ? 16 : 4 }, (_, me) => publisher(me)));
    publishing = false;
    await reader;
    const [head] = await db.query<{ head: number }>('SELECT head FROM feed_head WHERE feed = $1', [feed]);
    expect(seen).toEqual(Array.from({ length: head!.head }, (_, index) => index + 1));
    expect(now(known)).toEqual(await truth());
  });

  it('cuts a long feed into pages that end at marks, each within its limits', async () => {
    await say(...Array.from({ length: 3_000 }, (_, n) => word(`k${n}`, 'x'.repeat(n % 900))));
    await say(...Array.from({ length: 60 }, (_, n) => word(`long${n}`, '长'.repeat(10_000))));
    for (let n = 0; n < 40; n++) await say(word(`k${n}`, 'again'));
    for (const max of [1, 600, feedLimits.rowsPerPage]) {
      const known = new Map<string, string | null>();
      const { pages, rows } = await follow(known, undefined, max);
      expect(now(known)).toEqual(await truth());
      expect(rows.length).toBe(3_060);
      expect(pages).toBeGreaterThan(3_060 / Math.max(max, feedLimits.rowsPerMark) - 1);
    }
  });

  it('§9 a city restored from a backup gives positions again, and a hall that read the lost ones is told to begin anew', async () => {
    await say(word('a', '1'), word('b', '1'));
    const { mark } = await follow(new Map(), undefined);
    const kept = await Promise.all(['feed_head', 'feed_row', 'feed_mark'].map((table) => db.query(`SELECT * FROM ${table} WHERE feed = $1`, [feed])));
    await say(word('c', 'lost with the disk'));
    const lost = (await follow(new Map(), mark)).mark!;
    // The backup comes back, and the city goes on beyond the lost position.
    await db.query('DELETE FROM feed_row WHERE feed = $1 AND position > 2', [feed]);
    await db.query('DELETE FROM feed_mark WHERE feed = $1 AND position > 2', [feed]);
    await db.query('UPDATE feed_head SET head = 2 WHERE feed = $1', [feed]);
    expect(await Promise.all(['feed_head', 'feed_row', 'feed_mark'].map((table) => db.query(`SELECT * FROM ${table} WHERE feed = $1`, [feed])))).toEqual(kept);
    expect(await read(lost)).toEqual({ kind: 'restart', head: 2 });
    await say(word('d', 'another word'), word('e', 'and one more'));
    expect(await read(lost)).toEqual({ kind: 'restart', head: 4 });
    expect((await follow(new Map(), mark)).rows.map(({ key }) => key)).toEqual(['d', 'e']);
    // Half of a feed, read when its end was the lost one: what was said anew before that end was left out of it.
    expect(await read(mark, { seen: lost })).toEqual({ kind: 'restart', head: 4 });
  });

  it('§15 forgets old deletions: who stands before them begins anew, a copy that began after them goes on', async () => {
    for (let n = 0; n < 30; n++) await say(word(`k${n}`, 'x'), word(`gone${n}`, 'x'));
    const early = (await follow(new Map(), undefined)).mark!;
    for (let n = 0; n < 30; n++) await say(gone(`gone${n}`));
    const [{ head }] = await db.query<{ head: number }>('SELECT head FROM feed_head WHERE feed = $1', [feed]) as [{ head: number }];
    const late = (await follow(new Map(), early)).mark!;
    await db.transaction((sql) => forget(sql, feed, 0, head + 1_024, 1_024));
    expect(await read(early)).toEqual({ kind: 'restart', head });
    expect(await read(late)).toMatchObject({ kind: 'page', from: head, to: head });
    const first = await read(undefined, { max: 1 });
    if (first.kind !== 'page') throw new Error(first.kind);
    const known = new Map<string, string | null>();
    await follow(known, undefined);
    expect(now(known)).toEqual(await truth());
    expect(Object.keys(await truth()).length).toBe(30);
    const [middle] = await db.query<Mark>('SELECT position, stamp FROM feed_mark WHERE feed = $1 ORDER BY position LIMIT 1', [feed]);
    expect(await read(middle, { began: head })).toMatchObject({ kind: 'page', from: middle!.position });
    expect(await read(middle, { began: middle!.position })).toEqual({ kind: 'restart', head });
  });

  it('reads nothing for a token that is not the hall’s', async () => {
    expect(await sqlFeeds(db).read({ hallId: 'h1', token: 'b'.repeat(32), feed, max: 1 })).toEqual({ kind: 'staleToken' });
    expect(await sqlFeeds(db).read({ hallId: 'nobody', token, feed, max: 1 })).toEqual({ kind: 'staleToken' });
  });

  it('publishes nothing that a reader would not take', async () => {
    await expect(say(word('a b', 'x'))).rejects.toThrow('key');
    await expect(say({ key: 'a', kind: 'notice', body: 'x'.repeat(feedLimits.bodyLength + 1) })).rejects.toThrow('body');
    await expect(say({ key: 'a', kind: 'notice', body: 'half a \ud800' })).rejects.toThrow('body');
  });
});
