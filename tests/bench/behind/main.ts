/* `npm run bench -- behind`: a hall whose city never saw a million rows of its journal; its agent's memory until all are there, and what a tap takes meanwhile, beside the same taps without a city and the disk's own floor. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { hashPin } from '@kuaizhao/sync-agent/hall/staff.ts';
import { startPrivatePostgres } from '../../fixtures/private-postgres.ts';
import { benchPin, benchSettings, benchKey as kioskKey } from '../agent.ts';
import { openFloor } from '../floor-commit.ts';
import { percentile } from '../percentile.ts';
import { benchKey, ended, giveWay, readyUrl, rounded, startHub, used } from '../sync/stage.ts';
import { bytesPerTap, seedWorkers } from '../tap.ts';
import { fillJournal } from './fill.ts';
import type { Tap, Tapped } from './agent-process.ts';
import { tapPrinter } from './people.ts';

const hallId = 'behind';
const everyMs = 50;
/** The first taps of a process find it cold. */
const warmMs = 3_000;
const floorEveryMs = 100;

/** As `npm run hall` starts it. */
const flags = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { hall: string } }).scripts.hall.split(' ').filter((word) => word.startsWith('--'));

interface Size { readonly rows: number; readonly quietMs: number; readonly mostMs: number }

export async function run({ short, print }: { readonly short: boolean; readonly print: (line: object) => void }): Promise<void> {
  print({ bench: 'behind', ...await behind(short) });
}

/** All of it, as one object with what it `meets`. */
export async function behind(short: boolean) {
  const size: Size = short ? { rows: 100_000, quietMs: 5_000, mostMs: 30_000 } : { rows: 1_000_000, quietMs: 30_000, mostMs: 120_000 };
  const dir = mkdtempSync(join(tmpdir(), 'kuaizhao-bench-behind-'));
  const server = await startPrivatePostgres();
  try {
    const rows = fillJournal(join(dir, 'data'), size.rows);
    const taps = Math.ceil((2 * warmMs + size.quietMs + size.mostMs) / everyMs);
    await seedWorkers(join(dir, 'data'), taps + 100);
    const quiet = await measured(dir, undefined, 0, size.quietMs);
    const hub = await startHub(server.url, dir, [hallId]);
    await giveWay(hub, server.url);
    const draining = await measured(dir, hub.url, Math.ceil((warmMs + size.quietMs) / everyMs) + 50, size.mostMs);
    await hub.stop();
    const [ofQuiet, floorOfQuiet] = [draining.tapP99Ms / quiet.tapP99Ms, draining.floorP99Ms / quiet.floorP99Ms];
    return {
      rows, everyMs, quiet, draining, ofQuietP50: rounded(draining.tapP50Ms / quiet.tapP50Ms), ofQuietP99: rounded(ofQuiet), floorOfQuietP99: rounded(floorOfQuiet), ofQuietP99ByFloor: rounded(ofQuiet / floorOfQuiet),
      meets: { agentMb: draining.agentMb <= 150, writeP99: ofQuiet <= 1.1 },
    };
  } finally {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** The agent over this file: taps for so long, with a city until everything is there. */
async function measured(dir: string, city: string | undefined, first: number, mostMs: number) {
  const config = join(dir, 'hall.json');
  writeFileSync(config, JSON.stringify({
    hall: { ...benchSettings(1, 0), hallId }, listen: { host: '127.0.0.1', port: 0 }, data: 'data', kiosks: [{ deviceId: 'kiosk-0', key: kioskKey, printer: tapPrinter }],
    staff: [{ staffId: 'staff-1', name: '值班员', role: 'supervisor', pin: await hashPin(benchPin) }], ...(city === undefined ? {} : { city: { url: city, key: benchKey } }),
  }));
  const agent = spawn(process.execPath, [...flags, 'tests/bench/behind/agent-process.ts', config], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  if (agent.stdout === null || agent.pid === undefined) throw new Error('no agent');
  const asked = async <Told>(message: Tap | 'stop' | 'state'): Promise<Told> => {
    agent.send(message);
    return (await once(agent, 'message') as [Told])[0];
  };
  const floor = openFloor(dir, bytesPerTap);
  try {
    await readyUrl(agent.stdout);
    const from = performance.now();
    const caughtUp = async (): Promise<boolean> => city !== undefined && await asked<string>('state') === 'caughtUp';
    agent.send({ first, everyMs } satisfies Tap);
    while (performance.now() - from < mostMs && !await caughtUp()) {
      await pause(floorEveryMs);
      floor.commit();
    }
    const seconds = rounded((performance.now() - from) / 1_000);
    const { tookMs, refused, state } = await asked<Tapped>('stop');
    if (refused > 0) throw new Error(`${refused} taps of ${tookMs.length} were refused`);
    const [{ mb }, warm] = [used(agent.pid), tookMs.slice(Math.min(warmMs / everyMs, Math.floor(tookMs.length / 3)))];
    return {
      seconds, state, taps: warm.length, tapP50Ms: percentile(warm, 0.5), tapP99Ms: percentile(warm, 0.99), tapMaxMs: percentile(warm, 1), floorP50Ms: percentile(floor.samples, 0.5), floorP99Ms: percentile(floor.samples, 0.99),
      p50OfFloor: rounded(percentile(warm, 0.5) / percentile(floor.samples, 0.5)), agentMb: mb,
    };
  } finally {
    floor.close();
    rmSync(join(dir, 'floor.db'), { force: true });
    await ended(agent);
  }
}
