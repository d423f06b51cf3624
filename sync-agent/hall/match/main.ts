/* `npm run match -- FILE`: the best plan of an instance given as text, with its proof, as JSON. */
import { readFileSync } from 'node:fs';
import { certify, type Claim } from '@kuaizhao/db/domain/matching/plan/certificate.ts';
import { Plan } from '@kuaizhao/db/domain/matching/plan/plan.ts';
import { requireNode24 } from '@kuaizhao/sync-agent/contract/node-version.ts';
import { readInstance, type Read } from './read-instance.ts';

/** Nothing was solved: the file could not be read, or some of its lines are wrong. */
const exitWrong = 2;

const complain = (message: string): void => { process.stderr.write(`${message}\n`); };

/**
 * `{"value","pairs":[{"worker","seat","weight"}],"certificate":{"optimal","value","bound","violations","gains","prices"}}`, all numbers whole and exact:
 * value and bound may have more digits than a double keeps. Gains [worker, u] and prices [seat, p] that are not 0: u + p ≥ weight on every edge, Σu + Σcapacity·p = value.
 */
export function solutionText({ instance, workers, seats }: Read): string {
  const plan = Plan.of(instance);
  // What the reader let through the plan takes too.
  if (!plan.ok) throw new Error(`the plan refused what the reader took: ${plan.error.code}`);
  const claim = plan.value.claim();
  const { optimal, value, bound, violations } = certify(claim);
  const pairs = plan.value.pairs().map(({ worker, posting, weight }) => ({ worker: workers[worker], seat: seats[posting], weight }));
  const proof = `{"optimal":${optimal},"value":${value},"bound":${bound},"violations":${JSON.stringify(violations)},${prices(claim, workers, seats)}}`;
  return `{"value":${value},"pairs":${JSON.stringify(pairs)},"certificate":${proof}}`;
}

function prices({ gain, price }: Claim, workers: readonly number[], seats: readonly number[]): string {
  const some = (numbers: Float64Array, ids: readonly number[]): string => JSON.stringify([...numbers].flatMap((number, at) => (number === 0 ? [] : [[ids[at], number]])));
  return `"gains":${some(gain, workers)},"prices":${some(price, seats)}`;
}

function main(paths: readonly string[]): number {
  const [path] = paths;
  if (path === undefined || paths.length > 1) {
    complain('usage: npm run match -- FILE   (lines "p W S E", "s seat capacity", "e worker seat weight"; - for standard input)');
    return exitWrong;
  }
  const read = readInstance(readFileSync(path === '-' ? process.stdin.fd : path, 'utf8'));
  if (!('instance' in read)) {
    for (const complaint of read) complain(complaint);
    return exitWrong;
  }
  process.stdout.write(`${solutionText(read)}\n`);
  return 0;
}

const explain = (error: unknown): string => {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  if (code === 'ENOENT') return 'no such file';
  if (code === 'EISDIR') return 'that is a folder, not a file';
  return error instanceof Error ? error.message : 'could not read';
};

if (import.meta.main) {
  // A reader that closes early (| head) wants no more: that is no mistake.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : exitWrong));
  try {
    requireNode24();
    process.exitCode = main(process.argv.slice(2));
  } catch (error) {
    complain(explain(error));
    process.exitCode = exitWrong;
  }
}
