/* Real processes and real disks: hall agents, a hub on PostgreSQL and a wire between them, each ended, cut or made silent at any moment while people register. Nothing that was answered may be lost, and nothing may be there twice. */
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownStamp } from '@kuaizhao/db/city/journal/cursor.ts';
import type { CityDb } from '@kuaizhao/db/city/store/city-db.ts';
import { openPostgres } from '@kuaizhao/db/city/store/postgres.ts';
import { startCuttingProxy, type CuttingProxy } from '../../fixtures/city/cutting-proxy.ts';
import { archiveOf } from '../../fixtures/city/hub.ts';
import { testKey } from '../../fixtures/city/hall.ts';
import { seeded, type Seeded } from '../../fixtures/city/seeded.ts';
import { startPrivatePostgres, type PrivatePostgres } from '../../fixtures/private-postgres.ts';
import { realHall, type RealHall } from './hall.ts';
import { program, type Program } from './process.ts';

export interface RealResult {
  readonly seconds: number; readonly byKind: Readonly<Record<string, number>>; readonly happened: number;
  readonly answered: number; readonly rows: number;
  /** answered with yes and not in a hall's journal; in a journal and not at the hub */
  readonly lost: number; readonly notArrived: number;
  /** a command in a journal under two operations' worth of rows, or a row of the hub twice, or one that no hall made */
  readonly doubled: number; readonly madeUp: number;
  /** how long after the last fault both sides agreed; undefined: they did not in time */
  readonly settledMs: number | undefined;
}

const hallIds = ['h1', 'h2'];
const settleMs = 90_000;
/** the hub took nothing for so long */
const stillMs = 2_000;
const calmBetweenMs = 600;

interface Stage { readonly chance: Seeded; readonly server: PrivatePostgres; readonly hub: Program; readonly halls: readonly RealHall[]; readonly proxy: CuttingProxy }

export async function runReal(seconds: number, seed: number): Promise<RealResult> {
  const dir = mkdtempSync(join(tmpdir(), 'kuaizhao-faults-'));
  const server = await startPrivatePostgres();
  const port = await freePort();
  const hubConfig = join(dir, 'city.json');
  writeFileSync(hubConfig, JSON.stringify({ listen: { host: '127.0.0.1', port }, database: server.url, data: join(dir, 'city'), halls: hallIds.map((hallId) => ({ hallId, name: '测试零工市场', key: testKey(hallId) })) }));
  const hub = program('sync-agent/city/main.ts', hubConfig);
  const proxy = await startCuttingProxy(port);
  const halls = await Promise.all(hallIds.map((hallId) => realHall(dir, hallId, { url: proxy.url, key: testKey(hallId) })));
  try {
    await hub.start();
    await Promise.all(halls.map((hall) => hall.start()));
    let over = false;
    const answering = Promise.all(halls.map((hall) => hall.work(() => over)));
    const byKind = await breakThings({ chance: seeded(seed), server, hub, halls, proxy }, seconds);
    over = true;
    const answered = await answering;
    const settledMs = await settled(server.url, halls, hub);
    await Promise.all(halls.map((hall) => hall.program.stop()));
    await hub.stop();
    return { seconds, byKind, happened: Object.values(byKind).reduce((sum, n) => sum + n, 0), settledMs, ...await compared(server.url, halls, answered) };
  } finally {
    await Promise.all([hub, ...halls.map((hall) => hall.program)].map((one) => one.kill()));
    await proxy.close();
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

const troubles: Readonly<Record<string, (stage: Stage) => Promise<void>>> = {
  'kill -9 hall': async ({ chance, halls }) => {
    const hall = chance.pick(halls);
    await hall.program.kill();
    await hall.start();
  },
  'kill -9 hub': async ({ hub }) => {
    await hub.kill();
    await hub.start();
  },
  'PostgreSQL immediate stop': async ({ server, hub }) => {
    await server.crash();
    await server.start();
    // The hub lives on; should it not, its service manager starts it.
    if (!hub.running()) await hub.start();
  },
  cut: async ({ proxy }) => { await Promise.resolve(); proxy.cut(); },
  'answer lost': async ({ proxy, chance }) => { await Promise.resolve(); proxy.cutAfterBytesDown(1 + chance.below(600)); },
  'half open': async ({ proxy }) => { await Promise.resolve(); proxy.silence(); },
};

async function breakThings(stage: Stage, seconds: number): Promise<Record<string, number>> {
  const byKind: Record<string, number> = {};
  const until = performance.now() + seconds * 1_000;
  while (performance.now() < until) {
    await new Promise((resolve) => { setTimeout(resolve, stage.chance.below(calmBetweenMs)); });
    const kind = stage.chance.pick(Object.keys(troubles));
    byKind[kind] = (byKind[kind] ?? 0) + 1;
    await troubles[kind]?.(stage);
  }
  return byKind;
}

/** Until the hub has every row of both halls; nobody works meanwhile. The halls are stopped when this resolves, because only then their files can be read. */
async function settled(url: string, halls: readonly RealHall[], hub: Program): Promise<number | undefined> {
  const from = performance.now();
  if (!hub.running()) await hub.start();
  const db = await openPostgres(url, () => undefined);
  try {
    while (performance.now() - from < settleMs) {
      const before = await archived(db);
      await new Promise((resolve) => { setTimeout(resolve, stillMs); });
      if (await archived(db) !== before) continue;
      await Promise.all(halls.map((hall) => hall.program.stop()));
      if (halls.reduce((sum, { journal }) => sum + journal().length, 0) <= before) return Math.round(performance.now() - from);
      await Promise.all(halls.map((hall) => hall.start()));
    }
    return undefined;
  } finally {
    await db.close();
  }
}
const archived = async (db: CityDb): Promise<number> => (await db.query<{ n: number }>('SELECT coalesce(sum(own), 0)::int8 AS n FROM hall'))[0]?.n ?? 0;

async function compared(url: string, halls: readonly RealHall[], answered: readonly (readonly string[])[]): Promise<Pick<RealResult, 'answered' | 'rows' | 'lost' | 'notArrived' | 'doubled' | 'madeUp'>> {
  const db = await openPostgres(url, () => undefined);
  const sum = { answered: 0, rows: 0, lost: 0, notArrived: 0, doubled: 0, madeUp: 0 };
  try {
    for (const [index, { hallId, journal }] of halls.entries()) {
      const rows = journal();
      const mine = new Set(rows.map(({ op }) => op));
      const registered = rows.filter(({ kind }) => kind === 'workerRegistered');
      const done = new Set(registered.map(({ commandId }) => commandId));
      const there = (await archiveOf(db, hallId)).map(ownStamp);
      const known = new Set(there);
      const yes = answered[index] ?? [];
      sum.answered += yes.length;
      sum.rows += rows.length;
      sum.lost += yes.filter((commandId) => !done.has(commandId)).length;
      sum.notArrived += rows.filter(({ op }) => !known.has(op)).length;
      sum.doubled += there.length - known.size + (registered.length - done.size);
      sum.madeUp += there.filter((op) => !mine.has(op)).length;
    }
    return sum;
  } finally {
    await db.close();
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
