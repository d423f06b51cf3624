/* The puller against a city that loses answers, sends spoiled and late ones, is restored from backups and grows meanwhile: in the end the hall has what the city has, and never anything else on the way. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import type { FeedRow } from '@kuaizhao/db/domain/feeds/feed.ts';
import { createFieldCipher } from '@kuaizhao/db/sealing/field-cipher.ts';
import { openFeeds } from '@kuaizhao/db/hall/feeds/feeds.ts';
import { makePage } from '@kuaizhao/sync-agent/city/feeds/make-page.ts';
import type { Pull, PullReply } from '@kuaizhao/sync-agent/contract/feeds.ts';
import { createPuller, type PullerParts } from '@kuaizhao/sync-agent/hall/feeds/puller.ts';
import { createWorld } from '../../faults/sim/world.ts';
import { morningStart } from '../../fixtures/city/morning.ts';
import type { Seeded } from '../../fixtures/city/seeded.ts';

const migration = ['0020_feeds', '0028_feed-arrival'].map((name) => readFileSync(join(import.meta.dirname, `../../../db/migrations/hall/${name}.sql`), 'utf8')).join('');
const silent = pino({ level: 'silent' });
const token = 'a'.repeat(32);
const feed = 'notices';

/** A city with one feed in memory: positions, marks that are given once, backups. */
function modelCity(chance: Seeded) {
  let now = { head: 0, rows: new Map<string, FeedRow>(), marks: new Map<number, string>() };
  let backup = now;
  const copy = () => ({ head: now.head, rows: new Map(now.rows), marks: new Map(now.marks) });
  return {
    publish(rows: number): void {
      for (let n = 0; n < rows; n++) {
        const key = `k${chance.below(40)}`;
        now.head += 1;
        now.rows.set(key, { position: now.head, key, kind: 'notice', v: 1, at: morningStart, body: chance.below(5) === 0 ? null : JSON.stringify({ text: chance.hex(8) }) });
      }
      if (rows > 0) now.marks.set(now.head, chance.hex(8));
    },
    backup(): void { backup = copy(); },
    restore(): void { now = backup; backup = copy(); },
    head: () => now.head,
    rows: (): Record<string, string> => Object.fromEntries([...now.rows.values()].flatMap(({ key, body }) => (body === null ? [] : [[key, body] as const])).sort(([a], [b]) => (a < b ? -1 : 1))),
    answer({ after, seen, feed: asked, max }: Pull): PullReply {
      if (asked !== feed) return makePage(asked, after, { kind: 'page', from: 0, to: 0, stamp: undefined, head: 0, headStamp: undefined, rows: [] });
      if ([after, seen].some((mark) => mark !== undefined && now.marks.get(mark.position) !== mark.stamp)) return { kind: 'restart', feed, head: now.head };
      const from = after?.position ?? 0;
      // Small pages: the next mark or the one after it.
      const to = [...now.marks.keys()].filter((position) => position > from).sort((a, b) => a - b).slice(0, Math.min(max, 2)).at(-1) ?? from;
      const rows = [...now.rows.values()].filter(({ position }) => position > from && position <= to).sort((a, b) => a.position - b.position);
      return makePage(feed, after, { kind: 'page', from, to, stamp: now.marks.get(to), head: now.head, headStamp: now.marks.get(now.head), rows });
    },
  };
}

async function story(seed: number): Promise<{ readonly has: object; readonly city: object; readonly caughtUp: boolean; readonly never: object[]; readonly askedAtOnce: number; readonly askedAhead: number }> {
  const world = createWorld(seed, morningStart);
  const { chance } = world;
  const city = modelCity(chance);
  const sql = new SqliteDatabase(':memory:');
  sql.exec(migration);
  const feeds = openFeeds(sql, createFieldCipher(Buffer.alloc(32, 7)));
  let up = true;
  const answers: unknown[] = [];
  let [asking, askedAtOnce, askedAhead] = [0, 0, 0];
  const oneAnswer = (pull: Pull): Promise<unknown> => new Promise((resolve) => {
    world.after(5 + chance.below(40), () => {
      if (!up || world.bad(0.1)) { resolve(undefined); return; }
      const answer = city.answer(pull);
      answers.push(answer);
      if (world.bad(0.05)) { resolve({ kind: 'busy', retryMs: 10 }); return; }
      if (world.bad(0.05)) { resolve({ kind: 'refuse', reason: 'staleToken' }); return; }
      if (world.bad(0.05)) { resolve(answers[chance.below(answers.length)]); return; }
      if (world.bad(0.05) && answer.kind === 'page') { resolve({ ...answer, checksum: 'f'.repeat(64) }); return; }
      if (world.bad(0.05) && answer.kind === 'page') { resolve({ ...answer, to: answer.to + 1 }); return; }
      resolve(answer);
    });
  });
  const ask = async (pull: Pull): Promise<unknown> => {
    askedAtOnce = Math.max(askedAtOnce, ++asking);
    try {
      return await oneAnswer(pull);
    } finally {
      asking -= 1;
    }
  };
  /** A disk that is full now and then; and what was asked ahead is what follows. */
  const onDisk: PullerParts['feeds'] = {
    ...feeds,
    apply(page) {
      if (asking > 0) askedAhead += 1;
      if (world.bad(0.05)) throw new Error('the disk is full');
      const next = feeds.placeAfter(page);
      const applied = feeds.apply(page);
      expect(next).toEqual(applied ? feeds.place(page.feed) : undefined);
      return applied;
    },
  };
  const seen: Record<string, string>[] = [];
  const everything = (): Record<string, string> => Object.fromEntries(feeds.rows(feed, 1_000).map(({ key, body }) => [key, body]));
  const puller = createPuller({
    hallId: 'h1', feeds: onDisk, ask, token: () => token, changed: () => { seen.push(everything()); }, timer: world, monotonicMs: () => world.now(), unit: () => chance.unit(), breathe: () => Promise.resolve(), log: silent,
    pace: { everyMs: 2_000, answerMs: 200, backoffMinMs: 50, backoffMaxMs: 500 },
  });
  // Each picture that the hall ever showed is one that the city once had.
  const pictures = new Set([JSON.stringify(city.rows())]);
  for (let step = 0; step < 60; step++) {
    city.publish(chance.below(4));
    pictures.add(JSON.stringify(city.rows()));
    if (chance.below(12) === 0) city.backup();
    if (chance.below(15) === 0) { city.restore(); pictures.add(JSON.stringify(city.rows())); }
    if (chance.below(6) === 0) up = !up;
    if (chance.below(3) === 0) puller.news({ feed, head: city.head() });
    await world.pass(chance.below(400));
  }
  world.heal();
  up = true;
  puller.welcomed();
  await world.pass(20_000);
  const told = { has: everything(), city: city.rows(), caughtUp: puller.caughtUp(feed), askedAtOnce, askedAhead, never: seen.filter((picture) => !pictures.has(JSON.stringify(picture))) };
  const closing = puller.close();
  await world.pass(1_000);
  await closing;
  sql.close();
  return told;
}

describe('the puller', () => {
  it.each(Array.from({ length: 40 }, (_, seed) => seed + 1))('§11 §15 §19 ends with what the city has, seed %i', async (seed) => {
    const { has, city, caughtUp, never, askedAtOnce, askedAhead } = await story(seed);
    expect(has).toEqual(city);
    expect(caughtUp).toBe(true);
    expect(never).toEqual([]);
    // The next page is asked for while this one is written, and never two of them.
    expect(askedAtOnce).toBe(1);
    expect(askedAhead).toBeGreaterThan(0);
  });
});
