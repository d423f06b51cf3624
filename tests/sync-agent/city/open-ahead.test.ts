/* When the hub opens a hall's next batch: while the database works on the one before, and neither earlier, when the database waits for what it is told, nor later. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sqlFeeds } from '@kuaizhao/db/city/feeds/sql-feeds.ts';
import { enrolHalls } from '@kuaizhao/db/city/journal/halls.ts';
import { judgeRow } from '@kuaizhao/db/city/journal/judge-row.ts';
import { sqlJournal } from '@kuaizhao/db/city/journal/sql-store.ts';
import type { JournalStore } from '@kuaizhao/db/city/journal/store.ts';
import type { CityDb } from '@kuaizhao/db/city/store/city-db.ts';
import { openHallSession } from '@kuaizhao/sync-agent/city/hub/hall-session.ts';
import { hubLimits } from '@kuaizhao/sync-agent/city/hub/parts.ts';
import { createPresence } from '@kuaizhao/sync-agent/city/hub/presence.ts';
import { createTurns } from '@kuaizhao/sync-agent/city/hub/turns.ts';
import { chainStart, type Cursor, type Push } from '@kuaizhao/sync-agent/contract/uplink.ts';
import { uplinkVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import { makePush } from '@kuaizhao/sync-agent/hall/uplink/make-push.ts';
import { startEngine, type TestDatabase, type TestEngine } from '../../fixtures/city/databases.ts';
import { quietLog } from '../../fixtures/city/hall.ts';
import { memoryJournal } from '../../fixtures/city/memory-journal.ts';
import { morning, morningStart } from '../../fixtures/city/morning.ts';
import { seeded } from '../../fixtures/city/seeded.ts';

const hallId = 'jinan-1';
const token = 'a'.repeat(32);
const start: Cursor = { seq: 0, hash: chainStart };
let engine: TestEngine;
let place: TestDatabase;
let db: CityDb;
beforeAll(async () => {
  engine = await startEngine('embedded');
});
afterAll(async () => {
  await engine.end();
});

/** A hall that is welcome, two batches of it, and a database whose commits wait for `commit`, or fail by it. `judged`: the batches of which rows were looked at, in this order. */
async function scene() {
  place = await engine.database();
  db = await place.open();
  await enrolHalls(db, [{ hallId, name: '测试零工市场', keyHash: new Uint8Array(32).fill(1) }]);
  const store = sqlJournal(db);
  const commits: ((error?: Error) => void)[] = [];
  let held = false;
  const journal: JournalStore = {
    transaction: (work) => store.transaction(async (tx) => {
      const result = await work(tx);
      if (held) await new Promise<void>((resolve, reject) => { commits.push((error) => { if (error === undefined) resolve(); else reject(error); }); });
      return result;
    }),
  };
  const rows = memoryJournal('00000000000000aa', () => morningStart);
  const next = morning(seeded(1), 'm');
  while (rows.rows.length < 40) rows.append(next());
  const identity = { hall: hallId, install: 'i'.repeat(16), epoch: 'e'.repeat(16), token, seq: 0, hash: chainStart };
  const first = makePush(rows, identity, start, 20)!;
  const second = makePush(rows, identity, first.after, 20)!;
  const judged = new Set<string>();
  const soon: (() => void)[] = [];
  const session = openHallSession(hallId, {
    journal, feeds: sqlFeeds(db), turns: createTurns(hubLimits), presence: createPresence(), closing: () => false, log: quietLog, now: () => morningStart, randomHex: (bytes) => 'a'.repeat(2 * bytes), unit: () => 0.5,
    after: (_, run) => { soon.push(run); return () => undefined; },
    judge: (row) => {
      judged.add(row.seq <= first.after.seq ? 'first' : 'second');
      return judgeRow(row);
    },
  }, () => undefined);
  const { seq, hash } = rows.head();
  expect(await session.hello({ versions: [uplinkVersion], hall: hallId, install: identity.install, epoch: identity.epoch, seq, hash, nonce: 'b'.repeat(32), clock: morningStart, hallName: '测试' })).toMatchObject({ kind: 'welcome', token });
  held = true;
  const until = async (there: () => boolean): Promise<void> => { while (!there()) await new Promise((resolve) => { setImmediate(resolve); }); };
  return {
    first, second, judged, soon, commits, until,
    push: (push: Push) => session.push(push),
    end: async () => {
      await db.close();
      await place.remove();
    },
  };
}

it('a batch is opened as soon as the database has been told all of the one before, whose commit is still waited for', async () => {
  const { first, second, judged, soon, commits, until, push, end } = await scene();
  const answers = [push(first.push), push(second.push)];
  await until(() => commits.length === 1);
  expect([...judged]).toEqual(['first']);
  // What the database is told leaves first.
  expect(soon).toHaveLength(1);
  soon[0]?.();
  await until(() => judged.size === 2);
  expect(commits).toHaveLength(1);
  commits[0]?.();
  await until(() => commits.length === 2);
  commits[1]?.();
  expect(await Promise.all(answers)).toMatchObject([{ kind: 'ack', cursor: first.after }, { kind: 'ack', cursor: second.after }]);
  await end();
});

it('a batch behind one that failed is opened all the same, and answered by where the hall stands', async () => {
  const { first, second, commits, until, push, end } = await scene();
  const answers = [push(first.push), push(second.push)];
  await until(() => commits.length === 1);
  commits[0]?.(new Error('the disk is full'));
  await until(() => commits.length === 2);
  commits[1]?.();
  expect(await Promise.all(answers)).toMatchObject([{ kind: 'busy' }, { kind: 'rewind', cursor: start }]);
  await end();
});
