/* The score of a pair: fill before fairness before fit, whole numbers that lose no digit. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitOfWeight, mostFit, mostMinutes, mostPairs, mostTie, partsOfValue, scoreOf, shiftOfCity, shiftOfHall } from '@kuaizhao/db/domain/matching/score.ts';
import { largestWeight } from '@kuaizhao/db/domain/matching/plan/door/event.ts';
import { instanceOf, provenValue, solved } from './plan/random-hall.ts';

const parts = fc.record({ minutes: fc.integer({ min: 1, max: mostMinutes }), place: fc.integer({ min: 0, max: mostMinutes }), fit: fc.integer({ min: 0, max: mostFit }), tie: fc.integer({ min: 0, max: mostTie }) });

test('F5 matching §2: a minute weighs more than all fit of all pairs of a hall, or of a city', () => {
  for (const shift of [shiftOfHall, shiftOfCity] as const) expect(mostPairs(shift) * (mostFit * 2 ** 10 + mostTie)).toBeLessThan(2 ** shift);
  expect([mostPairs(shiftOfHall), mostPairs(shiftOfCity)]).toEqual([8_192, 131_072]);
});

test('F5 matching §2: every part comes back out of the score, and out of sums beyond 2^53', () => {
  fc.assert(fc.property(parts, fc.constantFrom(shiftOfHall, shiftOfCity), (one, shift) => {
    const score = scoreOf(one, shift);
    if (!score.ok) throw new Error(score.error.code);
    expect(score.value).toBeLessThanOrEqual(largestWeight);
    expect(fitOfWeight(score.value, shift)).toEqual({ fit: one.fit, tie: one.tie });
    const times = BigInt(mostPairs(shift));
    expect(partsOfValue(BigInt(score.value) * times, shift)).toEqual({ minutesAndPlaces: times * BigInt(one.minutes + one.place), fitAndTie: times * BigInt(one.fit * 1_024 + one.tie) });
  }));
});

test.each([[{ minutes: 0 }], [{ minutes: 4_096 }], [{ minutes: 1.5 }], [{ place: -1 }], [{ place: 4_096 }], [{ fit: 1_001 }], [{ fit: Number.NaN }], [{ tie: 1_024 }]])('%j is refused', (wrong) => {
  expect(scoreOf({ minutes: 5, place: 5, fit: 5, tie: 5, ...wrong })).toMatchObject({ ok: false, error: { code: 'weightWrong' } });
});

test('F5 matching §2: the declared minimum crew is filled before anybody else\'s second place', () => {
  // Posting A: two places that must be filled, three more. Posting B: three at 500. Four workers who could take either.
  const tierList = [{ places: 2, place: 900 }, { places: 3, place: 100 }, { places: 3, place: 500 }];
  const weight = (place: number): number => { const score = scoreOf({ minutes: 60, place, fit: 0, tie: 0 }); return score.ok ? score.value : 0; };
  const plan = solved(instanceOf(4, tierList.map(({ places }) => places), [0, 1, 2, 3].flatMap((worker) => tierList.map(({ place }, tier) => [worker, tier, weight(place)] as const))));
  expect([0, 1, 2].map((tier) => plan.pairs().filter(({ posting }) => posting === tier).length)).toEqual([2, 0, 2]);
  expect(partsOfValue(provenValue(plan)).minutesAndPlaces).toBe(4n * 60n + 2n * 900n + 2n * 500n);
});
