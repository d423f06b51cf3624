/* What the best plan must be like, whoever finds it: the most placements, the longest waits, the most urgent places; and how it answers small changes. */
import { expect, test } from 'vitest';
import { mostTie, scoreOf } from '@kuaizhao/db/domain/matching/score.ts';
import { randomOf } from '../../../../fixtures/random.ts';
import { instanceOf, provenValue, randomInstance, seed, solved, triplesOf, type Triple } from './random-hall.ts';
import { mostPlaced } from './most-placed.ts';

const halls = 300;

interface Hall { readonly minutes: number[]; readonly place: number[]; readonly capacity: number[]; readonly edges: { worker: number; posting: number; fit: number; tie: number }[] }

function randomHall(random: () => number): Hall {
  const below = (limit: number): number => Math.floor(random() * limit);
  const [workers, postings] = [1 + below(14), 1 + below(7)];
  const density = 0.1 + random() * 0.5;
  const pairs = Array.from({ length: workers * postings }, (_, n) => ({ worker: Math.floor(n / postings), posting: n % postings, fit: below(1_001), tie: below(mostTie + 1) }));
  return {
    minutes: Array.from({ length: workers }, () => 1 + below(600)), place: Array.from({ length: postings }, () => below(600)),
    capacity: Array.from({ length: postings }, () => 1 + below(3)), edges: pairs.filter(() => random() < density),
  };
}

const scored = ({ minutes, place, capacity, edges }: Hall) => instanceOf(minutes.length, capacity, edges.map(({ worker, posting, fit, tie }): Triple => {
  const score = scoreOf({ minutes: minutes[worker]!, place: place[posting]!, fit, tie });
  if (!score.ok) throw new Error(score.error.code);
  return [worker, posting, score.value];
}));
const sumOf = (values: Iterable<number>): number => [...values].reduce((sum, value) => sum + value, 0);
const reweighed = (hall: Hall, weight: (worker: number, posting: number) => number) => instanceOf(hall.minutes.length, hall.capacity, hall.edges.map(({ worker, posting }): Triple => [worker, posting, weight(worker, posting)]));

test(`F5 matching §5: ${halls} halls: as many placements as there can be, ΣP and ΣQ each as large as if only they counted`, () => {
  const random = randomOf(seed + 2);
  for (let n = 0; n < halls; n += 1) {
    const hall = randomHall(random);
    const plan = solved(scored(hall));
    const pairs = plan.pairs();
    const most = mostPlaced(scored(hall));
    const longest = provenValue(solved(reweighed(hall, (worker) => hall.minutes[worker]!)));
    // Q may be 0, a weight may not: one more for each place, as there are the most places filled either way.
    const urgent = provenValue(solved(reweighed(hall, (_, posting) => hall.place[posting]! + 1_000)));
    const seen = { placed: pairs.length, minutes: sumOf(pairs.map(({ worker }) => hall.minutes[worker]!)), places: sumOf(pairs.map(({ posting }) => hall.place[posting]! + 1_000)) };
    expect({ seed, n, ...seen }).toEqual({ seed, n, placed: most, minutes: Number(longest), places: Number(urgent) });
  }
});

test('F5 matching §5: any map of P that keeps its order keeps who is placed', () => {
  const random = randomOf(seed + 3);
  for (let n = 0; n < halls; n += 1) {
    const hall = randomHall(random);
    // Ties of P are another law (fit decides them): here everybody came at another minute.
    hall.minutes.forEach((_, worker) => { hall.minutes[worker] = 10 + worker * 20; });
    const placed = (minutes: number[]): number[] => solved(scored({ ...hall, minutes })).pairs().map(({ worker }) => worker);
    expect({ seed, n, placed: placed(hall.minutes.map((minute) => Math.floor(minute ** 2 / 40) + 1)) }).toEqual({ seed, n, placed: placed(hall.minutes) });
  }
});

test('F5 matching §5: every posting a waiting worker could have has a cut-off at or above what the pair is worth', () => {
  const random = randomOf(seed + 4);
  for (let n = 0; n < halls; n += 1) {
    const instance = scored(randomHall(random));
    const plan = solved(instance);
    const wrong = triplesOf(instance).filter(([worker, posting, weight]) => plan.postingOf(worker) === undefined && (plan.priceOf(posting) ?? 0) < weight);
    expect({ seed, n, wrong }).toEqual({ seed, n, wrong: [] });
  }
});

test('F5 matching §5: other numbers for the same people and postings, the same value', () => {
  const random = randomOf(seed + 5);
  for (let n = 0; n < halls; n += 1) {
    const instance = randomInstance(random, 12, 6);
    const turned = triplesOf(instance).map(([worker, posting, weight]): Triple => [instance.workers - 1 - worker, instance.capacity.length - 1 - posting, weight]).reverse();
    expect(provenValue(solved(instanceOf(instance.workers, [...instance.capacity].reverse(), turned)))).toBe(provenValue(solved(instance)));
  }
});

test('F5 matching §5: one worker more never lowers the value and unplaces one at most; gone again, all is as before', () => {
  const random = randomOf(seed + 6);
  for (let n = 0; n < halls; n += 1) {
    const instance = randomInstance(random, 12, 6);
    const plan = solved(instance);
    const before = plan.pairs().map(({ worker }) => worker);
    const value = provenValue(plan);
    const edges = [...instance.capacity.keys()].filter(() => random() < 0.5).map((posting) => ({ posting, weight: 1 + Math.floor(random() * 2 ** 50) }));
    expect(plan.apply({ type: 'insertWorker', worker: 99, edges }).ok).toBe(true);
    const after = new Set(plan.pairs().map(({ worker }) => worker));
    const seen = { lower: provenValue(plan) < value, tooManyOut: before.filter((worker) => !after.has(worker)).length > 1 };
    expect({ seed, n, ...seen }).toEqual({ seed, n, lower: false, tooManyOut: false });
    plan.apply({ type: 'removeWorker', worker: 99 });
    expect(provenValue(plan)).toBe(value);
  }
});

test('F5 matching §5: who came earlier is never unplaced by that', () => {
  const random = randomOf(seed + 7);
  for (let n = 0; n < halls; n += 1) {
    const hall = randomHall(random);
    hall.minutes.forEach((_, worker) => { hall.minutes[worker] = 10 + worker * 20; });
    const unplaced = solved(scored(hall)).pairs().filter(({ worker }) => {
      const minutes = hall.minutes.with(worker, hall.minutes[worker]! + 1 + Math.floor(random() * 300));
      return solved(scored({ ...hall, minutes })).postingOf(worker) === undefined;
    });
    expect({ seed, n, unplaced }).toEqual({ seed, n, unplaced: [] });
  }
});

test('F5 matching §5: a posting of three places is worth as much as three postings of one', () => {
  const random = randomOf(seed + 8);
  for (let n = 0; n < halls; n += 1) {
    const instance = randomInstance(random, 12, 6);
    const seats = [...instance.capacity].flatMap((places, posting) => Array.from({ length: places }, () => posting));
    const edges = triplesOf(instance).flatMap(([worker, posting, weight]) => [...seats.keys()].filter((seat) => seats[seat] === posting).map((seat): Triple => [worker, seat, weight]));
    expect(provenValue(solved(instanceOf(instance.workers, seats.map(() => 1), edges)))).toBe(provenValue(solved(instance)));
  }
});
