/* `npm run attack`: everything that an attacker on the hall's LAN would try, against a real agent that is at work meanwhile. One JSON line; ends with 1 when something got through, when a call was lost, or when calls became slow. `--short` for every commit. `--only WORD` tries the attacks whose name holds it. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireNode24 } from '@kuaizhao/sync-agent/contract/node-version.ts';
import { percentile } from '../bench/percentile.ts';
import { deviceAttacks } from './kinds/devices.ts';
import { lineAttacks } from './kinds/lines.ts';
import { pageAttacks } from './kinds/pages.ts';
import { pins } from './kinds/pins.ts';
import { wordAttacks } from './kinds/words.ts';
import type { Attack } from './outcome.ts';
import { openStage, workingKiosks } from './stage.ts';
import type { Worked } from './work.ts';

/** How long a call of somebody at work may take at most, of a hundred the slowest but one. */
const slowestMs = 1_500;

requireNode24();
const short = process.argv.includes('--short');
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] ?? '' : '';
const dir = mkdtempSync(join(tmpdir(), 'kuaizhao-attack-'));
const stage = await openStage(dir);
try {
  const keysFile = join(dir, 'keys.json');
  writeFileSync(keysFile, JSON.stringify(Object.fromEntries([...workingKiosks, 'board-0', 'console-0'].map((id) => [id, stage.keysOf(id)]))), { mode: 0o600 });
  const work = fork(join(import.meta.dirname, 'work.ts'), [stage.urls().tls, keysFile]);
  await once(work, 'message');
  const through: string[] = [];
  const by: Record<string, object> = {};
  let [attacks, tries, blocked] = [0, 0, 0];
  const run = async (attack: Attack): Promise<void> => {
    const { name } = attack;
    if (!name.includes(only)) return;
    const from = performance.now();
    const said = await attack.run(stage, short);
    [attacks, tries, blocked] = [attacks + 1, tries + said.tries, blocked + said.blocked];
    through.push(...said.through.map((what) => `${name}: ${what}`));
    by[name] = { tries: said.tries, blocked: said.blocked, seconds: Math.round((performance.now() - from) / 1_000), ...said.seen };
    process.stderr.write(`${name}: ${String(said.blocked)} of ${String(said.tries)}\n`);
  };
  for (const attack of [...deviceAttacks, ...wordAttacks, ...pageAttacks, ...lineAttacks]) await run(attack);
  const told = once(work, 'message');
  work.send('stop');
  const [worked] = await told as [Worked];
  await run(pins);
  // An answer of yes is a row, once, and what was refused left none.
  for (const id of worked.kept) stage.owed.set(id, 1);
  const accounts = await stage.accounts();
  const missing = accounts.length;
  through.push(...accounts.slice(0, 20));
  const service = { calls: worked.ms.length, lost: worked.lost, cuts: worked.cuts, missing, serviceP50Ms: percentile(worked.ms, 0.5), serviceP99Ms: percentile(worked.ms, 0.99), serviceMaxMs: percentile(worked.ms, 1), boardStates: worked.boards, refused: worked.refused };
  const meets = through.length === 0 && worked.lost === 0 && worked.cuts === 0 && missing === 0 && worked.kept.length > 0 && worked.boards > 0 && service.serviceP99Ms <= slowestMs;
  process.stdout.write(`${JSON.stringify({ attack: short ? 'short' : 'full', attacks, tries, blocked, ...service, by, through, meets })}\n`);
  process.exitCode = meets ? 0 : 1;
} finally {
  await stage.close();
  rmSync(dir, { recursive: true, force: true });
}
