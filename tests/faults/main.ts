/* `npm run faults -- --seconds N --seed S`: histories of halls and a hub in which everything goes wrong, checked against what must be true; one JSON line. `--file`: one hall's own file, through sudden ends. `--people`: people told, merged and erased over the line. `--mutants`: every rule broken on purpose, and who noticed. `--real`: the same with real processes that are killed. */
import { parseArgs } from 'node:util';
import { requireNode24 } from '@kuaizhao/sync-agent/contract/node-version.ts';
import { runFileHistory } from './file/file-history.ts';
import { mutants } from './mutants.ts';
import { runPeopleHistory } from './people/people-history.ts';
import { runReal } from './real/run.ts';
import { runWorkers } from './sim/run-workers.ts';
import { runHistory } from './sim/history.ts';

requireNode24();
const usage = 'usage: npm run faults -- [--seconds N] [--faults AT_LEAST] [--seed S] [--workers N] [--file | --people | --mutants | --real]\n';
const options = { seconds: { type: 'string', default: '60' }, faults: { type: 'string', default: '0' }, seed: { type: 'string', default: '1' }, workers: { type: 'string', default: '2' }, file: { type: 'boolean', default: false }, people: { type: 'boolean', default: false }, mutants: { type: 'boolean', default: false }, real: { type: 'boolean', default: false } } as const;

function asked() {
  try {
    const { values } = parseArgs({ options });
    const [seconds, faults, seed, workers] = [Number(values.seconds), Number(values.faults), Number(values.seed), Number(values.workers)];
    if (seconds > 0 && Number.isSafeInteger(faults) && faults >= 0 && Number.isSafeInteger(seed) && Number.isSafeInteger(workers) && workers > 0 && workers <= 64 && [values.file, values.people, values.mutants, values.real].filter(Boolean).length < 2) return { seconds, faults, seed, workers, of: values.file ? 'file' as const : values.people ? 'people' as const : 'line' as const, mutants: values.mutants, real: values.real };
  } catch {
    // an option that is not there: said below
  }
  return undefined;
}
const say = (line: object): void => { process.stdout.write(`${JSON.stringify(line)}\n`); };

const worlds = { line: { name: 'simulation', tell: runHistory }, file: { name: 'hall file', tell: runFileHistory }, people: { name: 'people', tell: runPeopleHistory } } as const;

async function faults({ seconds, faults: least, seed, workers, of }: { seconds: number; faults: number; seed: number; workers: number; of: keyof typeof worlds }): Promise<boolean> {
  const started = performance.now();
  const told = await runWorkers(workers, { of, seed, seconds, faults: Math.ceil(least / workers), first: false, patches: [] });
  const took = (performance.now() - started) / 1_000;
  const first = told.wrong[0]?.seed ?? seed;
  const { name, tell } = worlds[of];
  const sameTwice = (await tell(first)).fingerprint === (await tell(first)).fingerprint;
  const violations = told.wrong.reduce((sum, one) => sum + one.violations.length, 0);
  say({
    faults: name, happened: told.faults, histories: told.histories, seed, seconds: Math.round(took), perSecond: Math.round(told.faults / took), byKind: told.byKind, sameSeedSameStory: sameTwice,
    violations, ...(violations === 0 ? {} : { wrong: told.wrong }), meets: violations === 0 && sameTwice && told.faults >= least,
  });
  return violations === 0 && sameTwice && told.faults >= least;
}

/** Each broken program runs until somebody notices, or its share of the time is over. */
async function breakRules(seconds: number, seed: number, workers: number): Promise<boolean> {
  let missed = 0;
  for (const { rule, what, patches, of = 'line' } of mutants) {
    const started = performance.now();
    const told = await runWorkers(workers, { of, seed, seconds, faults: 0, first: true, patches: [...patches] });
    const seen = told.wrong[0];
    if (seen === undefined) missed += 1;
    say({ faults: 'mutant', rule, what, caught: seen !== undefined, ...(seen === undefined ? {} : { by: [...new Set(seen.violations.map(({ invariant }) => invariant))], seed: seen.seed }), histories: told.histories, ms: Math.round(performance.now() - started) });
  }
  say({ faults: 'mutants', rules: new Set(mutants.map(({ rule }) => rule)).size, mutants: mutants.length, missed, meets: missed === 0 });
  return missed === 0;
}

/** Real processes, killed; real connections, cut. */
async function breakProcesses(seconds: number, seed: number): Promise<boolean> {
  const told = await runReal(seconds, seed);
  const meets = told.lost + told.notArrived + told.doubled + told.madeUp === 0 && told.settledMs !== undefined && told.answered > 0 && told.happened > 0;
  say({ faults: 'processes', seed, ...told, meets });
  return meets;
}

const wish = asked();
if (wish === undefined) {
  process.stderr.write(usage);
  process.exit(2);
}
const fine = wish.mutants ? breakRules(wish.seconds, wish.seed, wish.workers) : wish.real ? breakProcesses(wish.seconds, wish.seed) : faults(wish);
process.exit(await fine ? 0 : 1);
