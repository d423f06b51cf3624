/* A whole day in two halls that do the very same: one has the city all the time, the other not once until the evening. What the city knows of both is the same to the last row. */
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import type { CityDb } from '@kuaizhao/db/city/store/city-db.ts';
import { openIdentityFile } from '@kuaizhao/sync-agent/hall/uplink/identity-file.ts';
import { uplinkJournal } from '@kuaizhao/sync-agent/hall/start-uplink.ts';
import { createUplink, type Uplink } from '@kuaizhao/sync-agent/hall/uplink/uplink.ts';
import { startEngine, type TestEngine as Database } from '../../fixtures/city/databases.ts';
import { quickPace, quietLog, testKey } from '../../fixtures/city/hall.ts';
import { archiveOf, testHub } from '../../fixtures/city/hub.ts';
import { seeded } from '../../fixtures/city/seeded.ts';
import { kioskActor, openEngine, staffActor, tempDir, type TestEngine } from '../../fixtures/engine.ts';
import { person } from '../../fixtures/people.ts';
import { seedMorning } from '../../town/seed.ts';
import { eventually } from '../../flows/stage/eventually.ts';

let engine: Database;
beforeAll(async () => { engine = await startEngine('postgres'); });
afterAll(async () => { await engine.end(); });

const hours = 14;
/** What is a connection's or a machine's own, not the hall's day. */
const ownColumns = new Set(['hall_no', 'hall_id', 'epoch', 'install', 'token', 'handed', 'key_hash', 'seen_at', 'at', 'claimed_seq']);
const ownTables = new Set(['retired_token', 'uplink_cursor', 'hall_lease', 'archive_batch', 'hall_alarm']);

test('sync.md §2 a hall that works a whole day without the city ends with the same tables at the city as one that had it', async () => {
  const hub = await testHub(await engine.database(), ['h1', 'h2']);
  onTestFinished(() => hub.remove());
  // The same process start, the same clock and the same chance: two halls that cannot be told apart.
  const [with_, without] = [openEngine(tempDir()), openEngine(tempDir())];
  const first = connect('h1', with_, hub.port());
  await day(with_, () => eventually('the city has it all', () => first.uplinkState() === 'caughtUp', 20_000));
  await day(without, () => Promise.resolve());
  expect(without.db.journal.head()).toEqual(with_.db.journal.head());
  expect(without.db.uplinkCursor.get().seq).toBe(0);
  const second = connect('h2', without, hub.port());
  for (const [uplink, { db }] of [[first, with_], [second, without]] as const) {
    uplink.wake();
    await eventually('the city has the whole day', () => uplink.uplinkState() === 'caughtUp' && db.uplinkCursor.get().seq === db.journal.head().seq, 30_000);
    await uplink.close();
  }
  await hub.stop();
  const [had, hadNot] = await hub.look(async (db) => [await tablesOf(db, 'h1'), await tablesOf(db, 'h2')] as const);
  expect(Object.keys(had).length).toBeGreaterThan(8);
  expect(had['archive']?.length).toBe(with_.db.journal.head().seq);
  expect(had['day_figures']?.length).toBe(1);
  expect(hadNot).toEqual(had);
}, 240_000);

function connect(hallId: string, hall: TestEngine, port: number): Uplink {
  const chance = seeded(hallId === 'h1' ? 11 : 12);
  const uplink = createUplink({
    url: `http://127.0.0.1:${port}`, key: testKey(hallId), hallName: '测试零工市场', journal: uplinkJournal(hall.db, () => hall.clock.now, () => undefined),
    identity: openIdentityFile(hall.dir, hallId, (bytes) => chance.hex(bytes)), clock: () => hall.clock.now, random: chance, log: quietLog, pace: quickPace,
    timer: { after: (delayMs, run) => { const timer = setTimeout(run, delayMs); return () => clearTimeout(timer); } },
  });
  onTestFinished(() => uplink.close());
  return uplink;
}

/** From the first employer to the evening; `noon` is waited for once in the middle. */
async function day(hall: TestEngine, noon: () => Promise<unknown>): Promise<void> {
  const chance = seeded(5);
  const say = (n: number, content: object, actor: Actor): Promise<unknown> => hall.engine.handle({ commandId: `day-${n}`, ...content }, actor);
  await seedMorning(hall.engine, hall.clock.now);
  for (let n = 0; n < hours * 20; n++) {
    hall.clock.now += 3 * 60_000;
    if (n === hours * 10) await noon();
    const card = person(chance.below(80), 1970);
    await chance.pick([
      () => say(n, { type: 'registerWorker', card, consent: { textVersion: '2026-11', purposes: ['registration'] }, trades: [chance.pick(['0101', '0201', '0301'])] }, kioskActor),
      () => say(n, { type: 'checkIn', card }, kioskActor),
      () => say(n, { type: 'takeTicket', service: chance.pick(['register', 'train', 'rights', 'policy']) }, kioskActor),
      () => say(n, { type: 'callNext', windowId: chance.pick(['w1', 'w2', 'w3']) }, staffActor),
      () => say(n, { type: 'tendCalls' }, { role: 'agent' }),
    ])();
  }
  await say(-1, { type: 'closeDay' }, staffActor);
}

/** Everything that the city keeps of a hall, row by row. */
async function tablesOf(db: CityDb, hallId: string): Promise<Record<string, readonly unknown[]>> {
  const named = await db.query<{ name: string }>(`SELECT table_name AS name FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name) WHERE table_schema = current_schema() AND column_name = 'hall_no' AND table_type = 'BASE TABLE' ORDER BY 1`, []);
  const tables: Record<string, readonly unknown[]> = {};
  for (const { name } of named) {
    if (ownTables.has(name)) continue;
    const rows = await db.query<{ row: Record<string, unknown> }>(`SELECT to_jsonb(t) AS row FROM ${name} AS t JOIN hall AS of_hall USING (hall_no) WHERE of_hall.hall_id = $1`, [hallId]);
    tables[name] = rows.map(({ row }) => JSON.stringify(Object.entries(row).filter(([column]) => !ownColumns.has(column)))).sort();
  }
  // The same rows, in however many pieces they came.
  tables['archive'] = (await archiveOf(db, hallId)).map((row) => JSON.stringify({ ...row, epoch: '' }));
  return tables;
}
