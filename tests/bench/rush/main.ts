/* `npm run bench -- rush`: a whole day replayed through a real agent process: 5,000 workers alone and in crews, 1,500 postings of every manner, 4,000 hires, refusals, no-shows, lapsed calls, releases, every paper, and the evening with its disputes. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHallDb } from '@kuaizhao/db/hall/hall-db.ts';
import type { MeterReading } from '@kuaizhao/db/hall/subjects/matching/meter.ts';
import { openConsole, openKiosk, startAgent } from '../agent.ts';
import { openFloor } from '../floor-commit.ts';
import { percentile } from '../percentile.ts';
import { checkDay } from './check.ts';
import { drawMorning, evening, morningMs, type Plan } from './morning.ts';
import { replay } from './replay.ts';

/** Staff at work, each at a console. */
const consolesOpen = 30;
/** Bytes of one command's rows, as the tap benchmark counts them. */
const bytesPerCommand = 1_900;
const floorCommits = 2_000;

/** What the disk alone would need for as many commits, in milliseconds; measured on a part of them. */
function rawMorning(dir: string, commands: number): number {
  const floor = openFloor(dir, bytesPerCommand);
  for (let n = 0; n < floorCommits; n += 1) floor.commit();
  floor.close();
  return Math.round((floor.samples.reduce((sum, ms) => sum + ms, 0) / floorCommits) * commands);
}

/** The agent after a power cut in the middle of the day: how long until the plan stands again, and whether it proves itself. */
function restarted(data: string): { readonly planMs: number; readonly proved: boolean; readonly remade: number } {
  const from = performance.now();
  const db = openHallDb(data, 'f'.repeat(16));
  db.matching.plan();
  const planMs = Math.round(performance.now() - from);
  const told = { planMs, proved: db.matching.prove() === undefined, remade: db.matching.reading().remade };
  db.close();
  return told;
}

export async function run({ short, print }: { short: boolean; print: (line: object) => void }): Promise<void> {
  const plan: Plan = short ? { seed: 20261121, workers: 500, postings: 150, tables: 12, kiosks: 6 } : { seed: 20261121, workers: 5_000, postings: 1_500, tables: 80, kiosks: 20 };
  const dir = mkdtempSync(join(tmpdir(), 'kuaizhao-rush-'));
  try {
    const agent = await startAgent(dir, plan.kiosks, plan.tables, true);
    const kiosks = await Promise.all(Array.from({ length: plan.kiosks }, (_, n) => openKiosk(agent.url, n)));
    const consoles = await Promise.all(Array.from({ length: consolesOpen }, (_, n) => openConsole(agent.url, n)));
    const { told, ...walls } = await replay(plan, drawMorning(plan), { kiosks, consoles, newId: () => randomUUID(), tell: (now) => agent.tell(now) });
    for (const socket of [...kiosks, ...consoles]) socket.close();
    const { matching } = JSON.parse(await agent.stop()) as { matching: MeterReading & { remade: number } };
    const restart = restarted(join(dir, 'data'));
    const floorMs = rawMorning(dir, walls.morningCommands);
    const checked = checkDay(join(dir, 'data'), told);
    const timesReal = Math.round(morningMs / walls.morningWallMs);
    const hires = checked.facts.hireConfirmed ?? 0;
    print({
      bench: 'rush', seed: plan.seed, workers: plan.workers, postings: plan.postings, hires, facts: checked.facts, commands: told.latenciesMs.length, wallMs: Math.round(walls.morningWallMs + walls.eveningWallMs),
      morning: { commands: walls.morningCommands, wallMs: Math.round(walls.morningWallMs), timesReal }, evening: { wallMs: Math.round(walls.eveningWallMs), timesReal: Math.round((evening.toMs - evening.fromMs) / walls.eveningWallMs) }, timesReal,
      perSecond: Math.round(walls.morningCommands / (walls.morningWallMs / 1_000)), p50Ms: percentile(told.latenciesMs, 0.5), p99Ms: percentile(told.latenciesMs, 0.99),
      refusals: Object.fromEntries([...told.refusals].sort(([, a], [, b]) => b - a)), papers: told.papers, heldBack: told.heldBack, duplicates: checked.duplicates, errors: told.errors, violations: checked.violations,
      restart, matching: { ...matching, shareOfMorning: Math.round((matching.totalMs / walls.morningWallMs) * 1_000) / 1_000 },
      floor: { what: 'one raw better-sqlite3 commit a command of the morning, one after the other', wallMs: floorMs }, ratio: Math.round((walls.morningWallMs / floorMs) * 100) / 100,
      meets: timesReal >= 50 && matching.remade === 0 && restart.proved && restart.remade === 0 && matching.p99Ms <= 5 && matching.totalMs <= 0.05 * (walls.morningWallMs + walls.eveningWallMs) && checked.duplicates === 0 && checked.violations.length === 0 && told.errors === 0 && (short || hires >= 4_000),
    });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
