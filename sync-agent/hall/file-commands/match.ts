/* `npm run match -- FILE`: the best plan of an instance given as text, with its proof, as JSON. */
import { readFileSync } from 'node:fs';
import { certify, type Claim } from '@kuaizhao/db/domain/matching/plan/certificate.ts';
import { Plan } from '@kuaizhao/db/domain/matching/plan/plan.ts';
import { complain, exitWrong, fileCommand } from './file-command.ts';
import { readInstance, type Read } from './read-instance.ts';

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

function solveFile(path: string): number {
  const read = readInstance(readFileSync(path === '-' ? process.stdin.fd : path, 'utf8'));
  if (!('instance' in read)) {
    for (const complaint of read) complain(complaint);
    return exitWrong;
  }
  process.stdout.write(`${solutionText(read)}\n`);
  return 0;
}

if (import.meta.main) await fileCommand('npm run match -- FILE, with lines "p W S E", "s seat capacity", "e worker seat weight"', solveFile);
