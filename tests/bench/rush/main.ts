/* `npm run bench -- rush`: a whole morning replayed through a real agent process: 5,000 workers, 1,500 postings, 4,000 hires, declines and no-shows, every paper. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openConsole, openKiosk, startAgent } from '../agent.ts';
import { openFloor } from '../floor-commit.ts';
import { percentile } from '../percentile.ts';
import { checkMorning } from './check.ts';
import { drawMorning, morningMs, type Plan } from './morning.ts';
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

export async function run({ short, print }: { short: boolean; print: (line: object) => void }): Promise<void> {
  const plan: Plan = short ? { seed: 20261121, workers: 500, postings: 150, tables: 12, kiosks: 6 } : { seed: 20261121, workers: 5_000, postings: 1_500, tables: 80, kiosks: 20 };
  const dir = mkdtempSync(join(tmpdir(), 'kuaizhao-rush-'));
  try {
    const agent = await startAgent(dir, plan.kiosks, plan.tables);
    const kiosks = await Promise.all(Array.from({ length: plan.kiosks }, (_, n) => openKiosk(agent.url, n)));
    const consoles = await Promise.all(Array.from({ length: consolesOpen }, (_, n) => openConsole(agent.url, n)));
    const from = performance.now();
    const told = await replay(plan, drawMorning(plan), { kiosks, consoles, newId: () => randomUUID(), now: () => Date.now() });
    const wallMs = performance.now() - from;
    for (const socket of [...kiosks, ...consoles]) socket.close();
    await agent.stop();
    const floorMs = rawMorning(dir, told.latenciesMs.length);
    const checked = checkMorning(join(dir, 'data'), told);
    const timesReal = Math.round(morningMs / wallMs);
    print({
      bench: 'rush', seed: plan.seed, workers: plan.workers, postings: plan.postings, hires: told.hires, commands: told.latenciesMs.length, wallMs: Math.round(wallMs), timesReal,
      perSecond: Math.round(told.latenciesMs.length / (wallMs / 1_000)), p50Ms: percentile(told.latenciesMs, 0.5), p99Ms: percentile(told.latenciesMs, 0.99),
      refusals: Object.fromEntries(told.refusals), papers: told.papers, heldBack: told.heldBack, duplicates: checked.duplicates, errors: told.errors, violations: checked.violations,
      floor: { what: 'one raw better-sqlite3 commit a command, one after the other', wallMs: floorMs }, ratio: Math.round((wallMs / floorMs) * 100) / 100,
      meets: timesReal >= 50 && checked.duplicates === 0 && checked.violations.length === 0 && told.errors === 0 && (short || told.hires >= 4_000),
    });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
