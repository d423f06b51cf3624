/* The checker believes nothing: any change of a proved plan is found, by name. */
import { expect, test } from 'vitest';
import { certify, type Claim, type Violation } from '@kuaizhao/db/domain/matching/plan/certificate.ts';
import { randomOf } from '../../../../fixtures/random.ts';
import { instanceOf, provenValue, randomInstance, seed, solved } from './random-hall.ts';

/** Two places, three workers: 0 and 1 are placed, 2 waits. */
const claim = (): Claim => solved(instanceOf(3, [1, 1], [[0, 0, 10], [1, 1, 9], [2, 0, 4], [2, 1, 3]])).claim();
const kinds = (violations: readonly Violation[]): string[] => [...new Set(violations.map(({ kind }) => kind))];

test('a plan that is the best is proved, with its value', () => {
  expect(certify(claim())).toEqual({ optimal: true, value: 19n, bound: 19n, violations: [] });
});

test.each<[string, (plan: Claim) => void, string]>([
  ['a worse pair', (plan) => { plan.at[2] = 0; plan.at[0] = -1; }, 'valueDiffers'],
  ['a pair left out', (plan) => { plan.at[1] = -1; }, 'valueDiffers'],
  ['one more than the places', (plan) => { plan.at[2] = 0; }, 'placesExceeded'],
  ['a pair that may not be', (plan) => { plan.at[0] = 1; }, 'pairWithoutEdge'],
  ['a posting that is not there', (plan) => { plan.at[0] = 7; }, 'pairWithoutEdge'],
  ['a gain too small', (plan) => { plan.gain[0]! -= 1; }, 'edgeUncovered'],
  ['a price too low', (plan) => { plan.price[0]! -= 1; }, 'edgeUncovered'],
  ['a price too high', (plan) => { plan.price[0]! += 1; }, 'valueDiffers'],
  ['a negative gain', (plan) => { plan.gain[2] = -1; }, 'gainNegative'],
  ['a negative price', (plan) => { plan.price[1] = -1; }, 'priceNegative'],
  ['half a gain', (plan) => { plan.gain[2] = 0.5; }, 'gainNotWhole'],
  ['a price that is no number', (plan) => { plan.price[1] = Number.NaN; }, 'priceNotWhole'],
  ['a weight raised afterwards', (plan) => { plan.edgeWeight[2] = 100; }, 'edgeUncovered'],
  ['half a weight', (plan) => { plan.edgeWeight[0] = 9.5; }, 'weightNotWhole'],
  ['a list cut short', (plan) => { Object.assign(plan, { gain: plan.gain.subarray(1) }); }, 'lengthsDiffer'],
])('%s is found', (_, change, kind) => {
  const plan = claim();
  change(plan);
  const certificate = certify(plan);
  expect(certificate.optimal).toBe(false);
  expect(kinds(certificate.violations)).toContain(kind);
});

test('F5 matching §5: a thousand proved plans, each with one mutation: none is believed that is worse', () => {
  const random = randomOf(seed + 1);
  const below = (limit: number): number => Math.floor(random() * limit);
  const believed: number[] = [];
  for (let n = 0; n < 1_000; n += 1) {
    const best = solved(randomInstance(random, 12, 6));
    const plan = best.claim();
    const placed = [...plan.at.keys()].filter((worker) => plan.at[worker] !== -1);
    if (placed.length === 0) continue;
    const worker = placed[below(placed.length)]!;
    const posting = plan.at[worker]!;
    [
      () => { plan.at[worker] = -1; },
      () => { plan.at[worker] = (posting + 1) % plan.places.length; },
      () => { plan.price[posting]! += 1 + below(5); },
      () => { plan.gain[worker]! -= 1 + below(5); },
      () => { plan.gain[worker]! += 1; plan.price[posting]! -= 1; },
      () => { plan.places[posting] = 0; },
    ][below(6)]!();
    // Moving a worker or shifting one unit may by chance give another best plan or another proof: then it must be worth the same.
    const { optimal, value, violations } = certify(plan);
    if (optimal ? value !== provenValue(best) : violations.length === 0) believed.push(n);
  }
  expect({ seed, believed }).toEqual({ seed, believed: [] });
});

test('sums beyond 2^53 are exact', () => {
  const edges = Array.from({ length: 40 }, (_, n) => [n, n, 2 ** 50 - n] as const);
  expect(provenValue(solved(instanceOf(40, edges.map(() => 1), edges)))).toBe(40n * 2n ** 50n - 780n);
});
