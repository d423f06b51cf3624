/* What a pair is worth: the parts of fit, the minutes, the order of places, and that the clock changes nothing. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitOf, fitPartsOf } from '@kuaizhao/db/domain/matching/pairs/fit.ts';
import type { WorkerInputs } from '@kuaizhao/db/domain/matching/pairs/inputs.ts';
import { arrivalOf, crewScore, minutesOf, pairScore, placeOf, placesByTier } from '@kuaizhao/db/domain/matching/pairs/pair-score.ts';
import { fitPartsSchema } from '@kuaizhao/db/domain/matching/pairs/reasons.ts';
import { largestWeight } from '@kuaizhao/db/domain/matching/plan/door/event.ts';
import { partsOfValue, shiftOfHall } from '@kuaizhao/db/domain/matching/score.ts';
import { anyJob, anyWorker, endOfDay, hour, minute, now, someJob, someone } from './sample-pair.ts';

const parts = (worker: Partial<WorkerInputs> = {}, job = someJob()) => fitPartsOf(someone(worker), job);
const day = { endOfDay };

test('matching.md §2 fit of a newcomer without wishes: the middle wherever nothing is known', () => {
  expect(parts()).toEqual({ pay: 200, distance: 100, skill: 130, start: 50, together: 0, reliability: 50, named: 0 });
});

test('matching.md §2 the most there is of every part is 1000, and a name is counted once and never above', () => {
  const best = parts({ wishes: { leastPay: { amountFen: 10_000, unit: 'day' } }, goodWith: ['employer-1'], kept: 10_000, applied: ['job-1'] }, someJob({ namedTicket: 'A001' }, { km: 0 }));
  expect(best).toEqual({ pay: 400, distance: 200, skill: 150, start: 50, together: 100, reliability: 99, named: 100 });
  expect(fitOf(best)).toBe(1_000);
});

test('matching.md §2 wage fit grows from the wish to half above it', () => {
  const wage = (amountFen: number): number => parts({ wishes: { leastPay: { amountFen, unit: 'day' } } }).pay;
  expect([20_000, 18_000, 16_000, 13_333, 10_000].map(wage)).toEqual([0, 88, 200, 400, 400]);
});

test('F8 opened prices: the lower the better, who named none stands behind', () => {
  const quotes = [['worker-1', 20_000], ['worker-2', 15_000], ['worker-3', 16_000]].map(([workerId, amountFen]) => ({ workerId: String(workerId), pay: { amountFen: Number(amountFen), unit: 'day' as const } }));
  const job = someJob({ sealedQuotes: true }, { quotes });
  expect(['worker-1', 'worker-2', 'worker-3', 'worker-4'].map((workerId) => parts({ workerId }, job).pay)).toEqual([0, 400, 320, 0]);
  expect(parts({}, someJob({}, { quotes: quotes.slice(0, 1) })).pay, 'one price alone').toBe(200);
});

test('matching.md §2 distance, order of trades, start, work done well together, reliability', () => {
  expect([0, 10, 40, 90].map((km) => parts({}, someJob({}, { km })).distance)).toEqual([200, 150, 0, 0]);
  expect([['0201'], ['0202', '0201'], ['0101', '0102', '0103', '0104', '0105', '0201']].map((trades) => parts({ trades }).skill)).toEqual([130, 110, 40]);
  expect([-1, 0, 1, 2, 12].map((hours) => parts({}, someJob({ startAt: now + hours * hour })).start)).toEqual([25, 50, 50, 44, 0]);
  expect([parts({ goodWith: ['employer-1'] }).together, parts({ goodWith: ['owner'] }, someJob({ onBehalfOf: 'owner' })).together]).toEqual([100, 100]);
  expect([[0, 0], [1, 0], [0, 1], [20, 0], [0, 20]].map(([kept = 0, broken = 0]) => parts({ kept, broken }).reliability)).toEqual([50, 60, 40, 91, 8]);
});

test('matching.md §2 P: whole minutes from virtual arrival; in front of everybody all of them', () => {
  expect([endOfDay, endOfDay - minute + 1, endOfDay - 90 * minute, endOfDay - 90 * minute - 1, 0, endOfDay + hour, endOfDay - 9_000 * minute].map((since) => minutesOf({ since }, endOfDay))).toEqual([1, 1, 90, 90, 4_095, 1, 4_095]);
  expect(minutesOf({ since: arrivalOf(321, endOfDay) }, endOfDay)).toBe(321);
  expect(minutesOf({ since: arrivalOf(321, endOfDay) + 1 }, endOfDay)).toBe(320);
});

test('matching.md §2 Q: the declared minimum crew first, then who posted first', () => {
  const [early, late] = [someJob({}, { postedAt: now - hour }), someJob({}, { postedAt: now })];
  expect([placeOf(early, endOfDay), placeOf(late, endOfDay), placeOf(late, endOfDay, 'minimum')]).toEqual([22 * 60, 21 * 60, 2_048 + 21 * 60]);
  const job = someJob({ headcount: 5, minimum: 3 }, { placesLeft: 4 });
  expect(placesByTier(job)).toEqual({ minimum: 2, rest: 2 });
  expect(placesByTier({ ...job, placesLeft: 2 })).toEqual({ minimum: 0, rest: 2 });
  expect(placesByTier({ ...job, placesLeft: 5 })).toEqual({ minimum: 3, rest: 2 });
  expect(placesByTier({ ...job, placesLeft: 0 })).toEqual({ minimum: 0, rest: 0 });
});

test('matching.md §2 within a minute and at equal fit who came first has the larger tie', () => {
  const tie = (secondsLater: number): number => pairScore(someone({ since: now - hour + secondsLater * 1_000 + 1 }), someJob(), day).tie >> 4;
  expect([tie(0), tie(20), tie(59)]).toEqual([63, 42, 1]);
});

test('matching.md §2 ties fall the same way on every machine', () => {
  expect([1, 2, 3, 4, 5, 6].map((order) => pairScore(someone({ order }), someJob(), day).tie & 15)).toMatchInlineSnapshot(`
    [
      10,
      12,
      11,
      0,
      6,
      15,
    ]
  `);
  const last = Array.from({ length: 1_600 }, (_, order) => pairScore(someone({ order }), someJob(), day).tie & 15);
  const buckets = Array.from({ length: 16 }, (_, value) => last.filter((one) => one === value).length);
  expect(Math.min(...buckets), 'the hash leans on no side').toBeGreaterThan(60);
});

test('matching.md §2 a crew: the minutes of its latest member, the weight of all its heads', () => {
  const members = [0, 10, 30].map((minutes, order) => someone({ ticketId: `ticket-${order}`, order, since: now - hour + minutes * minute }));
  const crew = crewScore(members, someJob({ headcount: 6 }), day);
  expect(crew.minutes).toBe(minutesOf(members[2] ?? someone(), endOfDay));
  expect(crew.heads.map(({ minutes }) => minutes)).toEqual([crew.minutes, crew.minutes, crew.minutes]);
  expect(crew.weight).toBe(crew.heads.reduce((sum, { weight }) => sum + weight, 0));
  expect(crew.weight).toBeLessThanOrEqual(largestWeight);
});

test('§5 property: every part in its range, every weight whole and exact, earlier is never worth less', () => {
  fc.assert(fc.property(anyWorker, anyJob, fc.constantFrom('minimum' as const, 'rest' as const), fc.integer({ min: 0, max: 40 * minute }), (worker, job, tier, later) => {
    const score = pairScore(worker, job, { endOfDay, tier });
    expect(fitPartsSchema.safeParse(fitPartsOf(worker, job)).success).toBe(true);
    expect(partsOfValue(BigInt(score.weight), shiftOfHall)).toEqual({ minutesAndPlaces: BigInt(score.minutes + score.place), fitAndTie: BigInt(score.fit * 1_024 + score.tie) });
    if (worker.since === 0) return;
    const behind = pairScore({ ...worker, since: worker.since + later }, job, { endOfDay, tier });
    expect(behind.minutes).toBeLessThanOrEqual(score.minutes);
    expect(behind.fit).toBe(score.fit);
    expect(behind.weight).toBeLessThanOrEqual(score.weight);
  }), { numRuns: 500 });
});

test('matching.md §2 property: nobody who did a job badly once more is reckoned more reliable, nor further away nearer', () => {
  fc.assert(fc.property(anyWorker, anyJob, (worker, job) => {
    expect(fitPartsOf({ ...worker, broken: worker.broken + 1 }, job).reliability).toBeLessThanOrEqual(fitPartsOf(worker, job).reliability);
    expect(fitPartsOf(worker, { ...job, km: (job.km ?? 0) + 1 }).distance).toBeLessThanOrEqual(fitPartsOf(worker, { ...job, km: job.km ?? 0 }).distance);
  }));
});

test('§4 matching.md §2 age, help and name are no part of a score: a minor, somebody with a head start and a number without a name fit as anybody does', () => {
  fc.assert(fc.property(anyWorker, anyJob, (worker, job) => {
    const same = fitPartsOf(worker, job);
    expect(fitPartsOf({ ...worker, minor: !worker.minor }, job)).toEqual(same);
    expect(fitPartsOf({ ...worker, since: 0 }, job)).toEqual(same);
    const open = { ...job, quotes: undefined, terms: { ...job.terms, trade: '0201' } };
    const { workerId: _, ...unnamed } = worker;
    expect(fitPartsOf(unnamed, open)).toEqual(fitPartsOf(worker, open));
  }));
});
