/* `npm run bench -- behind`: a hall whose city never saw a million rows of its journal; what a tap takes while people come and the backlog goes, and the agent's memory until all is there once nobody comes any more, beside the same taps without a city (in turns, for the machine is another one from minute to minute) and the disk's own floor. */
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openPostgres } from '@kuaizhao/db/city/store/postgres.ts';
import { openHallDb } from '@kuaizhao/db/hall/hall-db.ts';
import { hashPin } from '@kuaizhao/db/sealing/pin-hash.ts';
import { startPrivatePostgres } from '../../fixtures/private-postgres.ts';
import { asStarted, benchPin, benchSettings, benchKey as kioskKey } from '../agent.ts';
import { percentile } from '../percentile.ts';
import { benchKey, ended, giveWay, readyUrl, rounded, startHub, used } from '../sync/stage.ts';
import { seedWorkers } from '../tap.ts';
import { fillJournal } from './fill.ts';
import { tapPrinter } from './people.ts';
import type { Tap, Tapped } from './tapper.ts';

const hallId = 'behind';
const everyMs = 50;
/** The first taps of a process find it cold. */
const warmMs = 3_000;
const lookEveryMs = 500;
/** In life the city's database has disks of its own: here it is kept in memory, so that what the hall's disk does is the hall's. */
const otherDisk = '/dev/shm';

interface Size { readonly rows: number; /** of taps, five times */ readonly turnMs: number; readonly mostMs: number }
interface Phase { readonly dir: string; readonly first: number; readonly tapsMs: number; readonly city?: string; /** true when the city has everything that was there at the start */ readonly done?: () => Promise<boolean>; /** how long that is waited for once the taps are over */ readonly mostMs?: number }
interface Measured { readonly seconds: number; /** that the city was without everything after the last tap */ readonly restS: number; readonly tookMs: readonly number[]; readonly floorMs: readonly number[]; readonly agentMb: number; readonly agentCpuS: number }

export async function run({ short, print }: { readonly short: boolean; readonly print: (line: object) => void }): Promise<void> {
  print({ bench: 'behind', ...await behind(short) });
}

/** All of it, as one object with what it `meets`. */
export async function behind(short: boolean) {
  const size: Size = short ? { rows: 100_000, turnMs: 5_000, mostMs: 60_000 } : { rows: 1_000_000, turnMs: 45_000, mostMs: 180_000 };
  const dir = mkdtempSync(join(tmpdir(), 'kuaizhao-bench-behind-'));
  const server = await startPrivatePostgres([], existsSync(otherDisk) ? otherDisk : undefined);
  try {
    const data = join(dir, 'data');
    fillJournal(data, size.rows);
    const ofTurn = Math.ceil((warmMs + size.turnMs) / everyMs) + 50;
    await seedWorkers(data, 5 * ofTurn);
    let turns = 0;
    const turn = (more: Partial<Phase> = {}): Promise<Measured> => measured({ dir, first: ofTurn * turns++, tapsMs: size.turnMs, ...more });
    const hub = await startHub(server.url, dir, [hallId]);
    await giveWay(hub, server.url);
    const [before, drainedFirst, between] = [await turn(), await turn({ city: hub.url }), await turn()];
    const rows = endOf(data);
    let whileTapped = 0;
    const drainedThen = await turn({ mostMs: size.mostMs, city: hub.url, done: async () => {
      const there = await reached(server.url);
      whileTapped ||= there;
      return there >= rows;
    } });
    const left = rows - await reached(server.url);
    await hub.stop();
    const [quiet, drained] = [told([before, between, await turn()]), told([drainedFirst, drainedThen])];
    const draining = { ...drained, rowsPerS: Math.round(whileTapped / drained.seconds), rowsPerSAlone: Math.round((rows - left - whileTapped) / drainedThen.restS), left: Math.max(0, left) };
    const [ofQuietP99, floorOfQuietP99] = [draining.tapP99Ms / quiet.tapP99Ms, draining.floorP99Ms / quiet.floorP99Ms];
    return {
      rows, everyMs, quiet, draining, ofQuietP50: rounded(draining.tapP50Ms / quiet.tapP50Ms), ofQuietP99: rounded(ofQuietP99), floorOfQuietP99: rounded(floorOfQuietP99),
      meets: { drained: left <= 0, agentMb: draining.agentMb <= 150, writeP99: ofQuietP99 <= 1.1 },
    };
  } finally {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** The last row of this hall's journal. */
function endOf(data: string): number {
  const db = openHallDb(data, 'd'.repeat(16));
  const { seq } = db.journal.head();
  db.close();
  return seq;
}

/** Up to which row the city has it. */
async function reached(database: string): Promise<number> {
  const db = await openPostgres(database, () => undefined);
  const [found] = await db.query<{ seq: string | null }>('SELECT max(seq) AS seq FROM uplink_cursor');
  await db.close();
  return Number(found?.seq ?? 0);
}

/** The agent over this file: taps for so long, with a city until it has everything. */
async function measured({ dir, first, tapsMs, city, done = () => Promise.resolve(true), mostMs = 0 }: Phase): Promise<Measured> {
  const config = join(dir, 'hall.json');
  writeFileSync(config, JSON.stringify({
    hall: { ...benchSettings(1, 0), hallId }, town: true, listen: { host: '127.0.0.1', port: 0 }, data: 'data', kiosks: [{ deviceId: 'kiosk-0', key: kioskKey, printer: tapPrinter }],
    staff: [{ staffId: 'staff-1', name: '值班员', role: 'supervisor', pin: await hashPin(benchPin) }], ...(city === undefined ? {} : { city: { url: city, key: benchKey } }),
  }));
  const agent = spawn(process.execPath, [...asStarted, '--config', config], { stdio: ['ignore', 'pipe', 'ignore'] });
  if (agent.pid === undefined) throw new Error('no agent');
  const tapper = fork(join(import.meta.dirname, 'tapper.ts'));
  try {
    const url = await readyUrl(agent.stdout, 'agent');
    const from = performance.now();
    tapper.send({ url, dir, first, everyMs } satisfies Tap);
    await pause(tapsMs);
    tapper.send('stop');
    const [{ tookMs, floorMs, refused }] = await once(tapper, 'message') as [Tapped];
    const over = performance.now();
    while (!await done() && performance.now() - over < mostMs) await pause(lookEveryMs);
    const [seconds, restS] = [rounded((over - from) / 1_000), rounded((performance.now() - over) / 1_000)];
    if (refused > 0) throw new Error(`${refused} taps of ${tookMs.length} were refused`);
    const cold = Math.min(warmMs / everyMs, Math.floor(tookMs.length / 3));
    const { mb, cpuS } = used(agent.pid);
    return { seconds, restS, tookMs: tookMs.slice(cold), floorMs: floorMs.slice(cold), agentMb: mb, agentCpuS: cpuS };
  } finally {
    tapper.kill();
    rmSync(join(dir, 'floor.db'), { force: true });
    await ended(agent);
  }
}

function told(phases: readonly Measured[]) {
  const [taps, floor] = [phases.flatMap(({ tookMs }) => tookMs), phases.flatMap(({ floorMs }) => floorMs)];
  return {
    seconds: rounded(phases.reduce((sum, { seconds }) => sum + seconds, 0)), taps: taps.length, tapP50Ms: percentile(taps, 0.5), tapP99Ms: percentile(taps, 0.99), tapMaxMs: percentile(taps, 1),
    floorP50Ms: percentile(floor, 0.5), floorP99Ms: percentile(floor, 0.99), agentMb: Math.max(...phases.map(({ agentMb }) => agentMb)), agentCpuS: rounded(phases.reduce((sum, { agentCpuS }) => sum + agentCpuS, 0)),
  };
}
