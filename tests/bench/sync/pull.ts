/* A feed of so many rows into a hall's own file, over the real line; beside it what the file itself takes for the same rows, page by page. */
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { pino } from 'pino';
import { publish, type Word } from '@kuaizhao/db/city/feeds/publish.ts';
import { openPostgres } from '@kuaizhao/db/city/store/postgres.ts';
import { feedLimits } from '@kuaizhao/db/domain/feeds/feed.ts';
import { openHallDb } from '@kuaizhao/db/hall/hall-db.ts';
import { createPuller } from '@kuaizhao/sync-agent/hall/feeds/puller.ts';
import { keepIdentity, newIdentity } from '@kuaizhao/sync-agent/hall/uplink/identity.ts';
import { createUplink } from '@kuaizhao/sync-agent/hall/uplink/uplink.ts';
import { memoryJournal } from '../../fixtures/city/memory-journal.ts';
import { morningStart } from '../../fixtures/city/morning.ts';
import { seeded } from '../../fixtures/city/seeded.ts';
import { benchKey, rounded, timer, watchMachine, type HubProcess } from './stage.ts';

const quiet = pino({ level: 'silent' });
/** Rows that the floor writes with one commit. */
const floorRows = 512;

const wordOf = (n: number): Word => ({ key: `k${n}`, kind: 'trade', body: JSON.stringify({ code: `${n}`, zh: '普工', en: 'general work', until: '2027-12-31', hours: 8 }) });

export async function pull(hub: HubProcess, hallId: string, database: string, dir: string, rows: number) {
  const db = await openPostgres(database, () => undefined);
  for (let at = 0; at < rows; at += feedLimits.rowsPerPage) await db.transaction((sql) => publish(sql, 'codes', Array.from({ length: Math.min(feedLimits.rowsPerPage, rows - at) }, (_, n) => wordOf(at + n)), morningStart));
  await db.close();
  const hall = openHallDb(join(dir, 'hall'), '00000000000000bb');
  const chance = seeded(3);
  const keeper = keepIdentity(newIdentity(hallId, chance.hex), () => Promise.resolve(), chance.hex);
  const use = await watchMachine(hub, database);
  const { promise: welcome, resolve: welcomed } = Promise.withResolvers<number>();
  const uplink = createUplink({ url: hub.url, key: benchKey, hallName: '测试', journal: memoryJournal('00000000000000cc', () => morningStart), identity: keeper, clock: () => morningStart, timer, random: chance, log: quiet, welcomed: () => { welcomed(performance.now()); puller.welcomed(); } });
  const puller = createPuller({ hallId, feeds: hall.feeds, ask: (message, withinMs) => uplink.ask('pull', message, withinMs), token: () => keeper.get().token, changed: () => undefined, timer, monotonicMs: () => performance.now(), unit: () => chance.unit(), breathe: () => new Promise((resolve) => { setImmediate(resolve); }), log: quiet });
  while (!puller.caughtUp('codes')) await new Promise((resolve) => { setTimeout(resolve, 2); });
  const seconds = (performance.now() - await welcome) / 1_000;
  const { hubCpuS, hallCpuS, databaseCpuS } = await use();
  const pulling = puller.close();
  await uplink.close();
  await pulling;
  const count = hall.feeds.rows('codes', rows * 2).length;
  hall.close();
  // The city's own key is a row of this feed, too.
  if (count < rows) throw new Error(`${count} rows of ${rows} arrived`);
  const [pullRowsPerS, floor] = [Math.round(rows / seconds), rawRowsPerS(dir, rows)];
  return { pullRows: count, pullRowsPerS, pullHubCpuS: hubCpuS, pullHallCpuS: hallCpuS, pullDatabaseCpuS: databaseCpuS, pullFloorRowsPerS: floor, pullOfFloor: rounded(pullRowsPerS / floor) };
}

/** Raw better-sqlite3: one prepared statement, a table of the same shape, a commit a page, as durable as the hall's file. */
function rawRowsPerS(dir: string, rows: number): number {
  const sql = new SqliteDatabase(join(dir, 'pull-floor.db'));
  sql.pragma('locking_mode = EXCLUSIVE');
  sql.pragma('journal_mode = WAL');
  sql.pragma('synchronous = FULL');
  sql.exec('CREATE TABLE raw (feed TEXT, generation INTEGER, key TEXT, kind TEXT, v INTEGER, at INTEGER, body TEXT, PRIMARY KEY (feed, generation, key)) STRICT, WITHOUT ROWID');
  const put = sql.prepare('INSERT OR REPLACE INTO raw VALUES (?, ?, ?, ?, ?, ?, ?)');
  const words = Array.from({ length: rows }, (_, n) => wordOf(n));
  const page = sql.transaction((some: readonly Word[]) => { for (const { key, kind, body } of some) put.run('codes', 1, key, kind, 1, morningStart, body); });
  const from = performance.now();
  for (let at = 0; at < rows; at += floorRows) page.immediate(words.slice(at, at + floorRows));
  const seconds = (performance.now() - from) / 1_000;
  sql.close();
  return Math.round(rows / seconds);
}
