/* The city's feeds in the hall's file: page and mark together or not at all, a copy unseen until it is whole, nothing of it in the journal, people sealed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FeedName, FeedRow } from '@kuaizhao/db/domain/feeds/feed.ts';
import { createFieldCipher } from '@kuaizhao/db/sealing/field-cipher.ts';
import { openFeeds, type Feeds } from '@kuaizhao/db/hall/feeds/feeds.ts';
import type { FeedPage } from '@kuaizhao/db/hall/feeds/place.ts';

const migration = ['0020_feeds', '0028_feed-arrival'].map((name) => readFileSync(join(import.meta.dirname, `../../../../db/migrations/hall/${name}.sql`), 'utf8')).join('');
const feed = 'notices';
const stampOf = (position: number): string => position.toString(16).padStart(16, '0');
const row = (position: number, key = `k${position}`, text: string | null = `text ${position}`): FeedRow => ({ position, key, kind: 'notice', v: 1, at: 1_790_000_000_000 + position, body: text });
const page = (from: number, to: number, head: number, rows: readonly FeedRow[], name: FeedName = feed): FeedPage => ({ feed: name, from, to, head, rows, stamp: to === 0 ? undefined : stampOf(to), headStamp: head === 0 ? undefined : stampOf(head) });

describe('feeds of the city in the hall', () => {
  let sql: SqliteDatabase.Database;
  let feeds: Feeds;
  beforeEach(() => {
    sql = new SqliteDatabase(':memory:');
    sql.exec(migration);
    feeds = openFeeds(sql, createFieldCipher(Buffer.alloc(32, 7)));
  });
  const rowOf = (key: string) => feeds.rows(feed, 1_000).find((one) => one.key === key);
  const keys = (): string[] => feeds.rows(feed, 1_000).map(({ key }) => key);

  it('§11 takes a page and its mark together, and the same page again changes nothing', () => {
    expect(feeds.place(feed)).toEqual({});
    expect(feeds.apply(page(0, 2, 2, [row(1), row(2)]))).toBe(true);
    expect(feeds.place(feed)).toEqual({ after: { position: 2, stamp: stampOf(2) } });
    expect(feeds.apply(page(2, 4, 4, [row(3, 'k1', null), row(4)]))).toBe(true);
    expect(keys()).toEqual(['k2', 'k4']);
    expect(rowOf('k4')).toEqual({ key: 'k4', kind: 'notice', v: 1, at: 1_790_000_000_004, body: 'text 4' });
    expect(feeds.apply(page(2, 4, 4, [row(3, 'k1', null), row(4, 'k4', 'late')]))).toBe(false);
    expect(feeds.apply(page(9, 10, 10, [row(10)]))).toBe(false);
    expect(rowOf('k4')?.body).toBe('text 4');
  });

  it('which lists of the city the hall has whole, how much is in them, and when something new last came', () => {
    feeds.apply(page(0, 2, 2, [row(1), row(2)]), 1_790_000_000_000);
    feeds.apply(page(0, 1, 3, [row(1)], 'rules'), 1_790_000_000_000);
    expect(feeds.lists()).toEqual([{ feed, version: 2, entries: 2, cameAt: 1_790_000_000_000 }]);
    feeds.apply(page(2, 3, 3, [row(3, 'k1', null)]), 1_790_000_060_000);
    // Nothing new is no arrival.
    feeds.apply(page(3, 3, 3, []), 1_790_000_120_000);
    expect(feeds.lists()).toEqual([{ feed, version: 3, entries: 1, cameAt: 1_790_000_060_000 }]);
  });

  it('§11 the machine ends between rows and mark: neither is there', () => {
    feeds.apply(page(0, 2, 2, [row(1), row(2)]));
    sql.exec(`CREATE TEMP TRIGGER ends BEFORE INSERT ON feed_cursor BEGIN SELECT RAISE(ABORT, 'the machine ends'); END`);
    expect(() => feeds.apply(page(2, 3, 3, [row(3)]))).toThrow('the machine ends');
    expect(keys()).toEqual(['k1', 'k2']);
    expect(feeds.place(feed)).toEqual({ after: { position: 2, stamp: stampOf(2) } });
    sql.exec('DROP TRIGGER ends');
    expect(feeds.apply(page(2, 3, 3, [row(3)]))).toBe(true);
    expect(keys()).toEqual(['k1', 'k2', 'k3']);
  });

  it('§15 a first copy is seen when it is whole, and goes on where it was cut', () => {
    expect(feeds.apply(page(0, 2, 6, [row(1), row(2)]))).toBe(true);
    expect(keys()).toEqual([]);
    expect(feeds.place(feed)).toEqual({ after: { position: 2, stamp: stampOf(2) }, seen: { position: 6, stamp: stampOf(6) }, began: 6 });
    // Another process start: nothing but the file is left.
    feeds = openFeeds(sql, createFieldCipher(Buffer.alloc(32, 7)));
    expect(feeds.place(feed)).toEqual({ after: { position: 2, stamp: stampOf(2) }, seen: { position: 6, stamp: stampOf(6) }, began: 6 });
    expect(feeds.apply(page(2, 5, 7, [row(3), row(5, 'k1', null)]))).toBe(true);
    expect(keys()).toEqual([]);
    expect(feeds.apply(page(5, 7, 7, [row(7)]))).toBe(true);
    expect(keys()).toEqual(['k2', 'k3', 'k7']);
    expect(feeds.place(feed)).toEqual({ after: { position: 7, stamp: stampOf(7) } });
  });

  it('§9 a city with another history: what the hall has counts until the new copy is whole, then nothing of it is left', () => {
    feeds.apply(page(0, 3, 3, [row(1), row(2), row(3)]));
    feeds.restart(feed);
    expect(feeds.place(feed)).toEqual({ began: 0 });
    // A late answer to the question before.
    expect(feeds.apply(page(3, 4, 4, [row(4)]))).toBe(false);
    feeds.apply(page(0, 1, 2, [row(1, 'other')]));
    expect(keys()).toEqual(['k1', 'k2', 'k3']);
    // Cut in the middle, and once more from the beginning.
    feeds.restart(feed);
    feeds.apply(page(0, 1, 2, [row(1, 'new')]));
    feeds.apply(page(1, 2, 2, [row(2, 'newer')]));
    expect(keys()).toEqual(['new', 'newer']);
    while (feeds.sweep(feed)) expect(keys()).toEqual(['new', 'newer']);
    expect(sql.prepare('SELECT count(*) AS n FROM city_row').get()).toEqual({ n: 2 });
  });

  it('an empty feed is known to be empty', () => {
    expect(feeds.apply(page(0, 0, 0, []))).toBe(true);
    expect(feeds.place(feed)).toEqual({});
    const before = sql.prepare('SELECT total_changes() AS n').get();
    expect(feeds.apply(page(0, 0, 0, []))).toBe(true);
    expect(sql.prepare('SELECT total_changes() AS n').get()).toEqual(before);
    expect(feeds.apply(page(0, 1, 1, [row(1)]))).toBe(true);
    expect(keys()).toEqual(['k1']);
  });

  it('seals what may be about people, and keeps what it does not understand', () => {
    const body = JSON.stringify({ name: '测试单位', more: ['of a newer city'] });
    feeds.apply(page(0, 1, 1, [{ ...row(1, 'e1', body), kind: 'somethingNew', v: 9 }], 'employers'));
    const kept = feeds.sealedRow('employers', 'e1');
    expect(kept).toMatchObject({ kind: 'somethingNew', v: 9 });
    expect(kept?.body.reveal()).toBe(body);
    expect(feeds.sealedRows('employers', 10).map(({ key }) => key)).toEqual(['e1']);
    const [stored] = sql.prepare('SELECT body FROM city_row').all() as { body: Buffer }[];
    expect(Buffer.isBuffer(stored?.body)).toBe(true);
    expect(stored?.body.includes('测试')).toBe(false);
  });
});
