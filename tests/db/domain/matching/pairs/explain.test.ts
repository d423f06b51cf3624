/* "Why not me", proved on whole plans: the minutes that are told are exactly the minutes that decide. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crewMinutesNeeded, explain, explanationSchema, minutesNeeded, reachOf, type PricedJob, type TierPrice } from '@kuaizhao/db/domain/matching/pairs/explain.ts';
import type { JobInputs, WorkerInputs } from '@kuaizhao/db/domain/matching/pairs/inputs.ts';
import { whyNoPair } from '@kuaizhao/db/domain/matching/pairs/no-pair.ts';
import { arrivalOf, crewScore, minutesOf, pairScore, placesByTier, type PlaceTier } from '@kuaizhao/db/domain/matching/pairs/pair-score.ts';
import { fitPartsSchema, noPairCodes } from '@kuaizhao/db/domain/matching/pairs/reasons.ts';
import { Plan } from '@kuaizhao/db/domain/matching/plan/plan.ts';
import { mostMinutes, scoreOf, shiftOfHall } from '@kuaizhao/db/domain/matching/score.ts';
import { languageFiles } from '@kuaizhao/kiosk/i18n/languages.ts';
import { anyJob, anyWorker, endOfDay, hour, minute, now, someJob, someone } from './sample-pair.ts';

const day = { now, endOfDay };

/** A hall whose jobs are planned tier by tier, as the living plan does it. */
function planned(workers: readonly WorkerInputs[], jobs: readonly JobInputs[]): { readonly plan: Plan; readonly priced: readonly PricedJob[] } {
  const plan = Plan.empty();
  workers.forEach((_, worker) => plan.apply({ type: 'insertWorker', worker, edges: [] }));
  const priced = jobs.map((job, at) => {
    const divided = placesByTier(job);
    const tiers = (['minimum', 'rest'] as const satisfies readonly PlaceTier[]).filter((tier) => divided[tier] > 0);
    for (const [index, tier] of tiers.entries()) {
      const edges = workers.flatMap((one, worker) => (whyNoPair(one, job, now) === undefined ? [{ worker, weight: pairScore(one, job, { endOfDay, tier }).weight }] : []));
      expect(plan.apply({ type: 'openPosting', posting: at * 2 + index, places: divided[tier], edges }).ok).toBe(true);
    }
    return { job, tiers };
  });
  return { plan, priced: priced.map(({ job, tiers }, at) => ({ job, prices: tiers.map((tier, index): TierPrice => ({ tier, price: plan.priceOf(at * 2 + index) ?? 0 })) })) };
}

/** Everybody another number; everybody would take any trade. */
const hall = (most: number) => fc.array(fc.tuple(fc.integer({ min: 0, max: 120 * 60 }), fc.constantFrom(['0201'], ['0202', '0201'], ['0401', '0201'])), { minLength: 1, maxLength: most })
  .map((people) => people.map(([secondsAgo, trades], order) => someone({ ticketId: `t-${order}`, number: `A${String(order).padStart(3, '0')}`, workerId: `w-${order}`, order, since: now - secondsAgo * 1_000, at: now - secondsAgo * 1_000, trades: [...trades] })));
const jobs = fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 40 })), { minLength: 1, maxLength: 3 })
  .map((list) => list.map(([headcount, ago, km], at) => someJob({ headcount, ...(headcount > 1 ? { minimum: 1 } : {}) }, { jobId: `job-${at}`, postedAt: now - ago * minute, km })));

describe('matching.md §2 cut-offs', () => {
  const score = fc.record({ place: fc.integer({ min: 0, max: 4_095 }), fit: fc.integer({ min: 0, max: 1_000 }), tie: fc.integer({ min: 0, max: 1_023 }) });
  const weight = (minutes: number, rest: { place: number; fit: number; tie: number }): number => { const one = scoreOf({ minutes, ...rest }); return one.ok ? one.value : Number.NaN; };

  test('property: with the minutes needed the weight comes up to the price, with one less it does not', () => {
    fc.assert(fc.property(score, fc.integer({ min: 0, max: weight(4_095, { place: 4_095, fit: 1_000, tie: 1_023 }) }), (one, price) => {
      const needed = minutesNeeded(one, price);
      const worth = (minutes: number): bigint => BigInt(minutes + one.place) * 2n ** BigInt(shiftOfHall) + BigInt(one.fit * 1_024 + one.tie);
      expect(worth(needed) >= BigInt(price)).toBe(true);
      expect(worth(needed - 1) < BigInt(price)).toBe(true);
    }), { numRuns: 2_000 });
  });

  test('§5 property: whoever has no place is told at least the own minutes, and one minute more than needed would have brought one', () => {
    fc.assert(fc.property(hall(12), jobs, (workers, list) => {
      const { plan, priced } = planned(workers, list);
      const left = workers.flatMap((one, worker) => (plan.postingOf(worker) === undefined ? [one] : []));
      for (const one of left) {
        const reaches = priced.map((each) => reachOf(one, each, endOfDay));
        for (const { reaches: kind } of reaches) expect(kind).toBe('until');
        const missing = Math.min(...reaches.map(({ missingMinutes = mostMinutes }) => missingMinutes));
        const placedWith = (more: number): boolean => {
          const since = arrivalOf(minutesOf(one, endOfDay) + more, endOfDay);
          return planned(workers.map((each) => (each === one ? { ...one, since } : each)), list).plan.postingOf(workers.indexOf(one)) !== undefined;
        };
        expect(placedWith(missing + 1), 'now placed').toBe(true);
        expect(missing > 1 && placedWith(missing - 1), 'still not').toBe(false);
      }
    }), { numRuns: 150 });
  });

  test('a crew pays as many prices as it has heads, by the minutes of its latest member', () => {
    const crew = [0, 10].map((later, order) => someone({ ticketId: `t-${order}`, order, since: now - hour + later * minute }));
    const { heads, weight: whole, minutes } = crewScore(crew, someJob(), { endOfDay });
    const price = Math.floor(whole / 2) + 5 * 2 ** shiftOfHall;
    expect(crewMinutesNeeded(heads, price)).toBe(minutes + 5);
    expect(crewMinutesNeeded(heads.slice(0, 1), heads[0]?.weight ?? 0)).toBe(minutes);
  });
});

describe('F5 explanations', () => {
  const job = someJob({ headcount: 1 }, { jobId: 'job-1' });
  const priceFor = (minutesMore: number, worker = someone(), of = job): PricedJob => ({ job: of, prices: [{ tier: 'rest', price: pairScore(worker, of, { endOfDay }).weight + minutesMore * 2 ** shiftOfHall }] });
  const late = someone({ since: now - 30 * minute });

  test('this job now reaches people who came before 05:11; your place counts from 05:30', () => {
    expect(explain(late, priceFor(19, late), [], day)).toMatchObject({ kind: 'pair', countsFrom: now - 30 * minute, reach: { jobId: 'job-1', reaches: 'until', until: now - 49 * minute, missingMinutes: 19 }, next: [] });
  });

  test('a free place reaches everybody, the front only itself, and called places are told as called', () => {
    expect(reachOf(late, { job, prices: [{ tier: 'rest', price: 0 }] }, endOfDay)).toEqual({ jobId: 'job-1', reaches: 'everybody', missingMinutes: 0 });
    expect(reachOf(late, priceFor(5_000, late), endOfDay)).toEqual({ jobId: 'job-1', reaches: 'front' });
    const front = someone({ since: 0 });
    expect(reachOf(front, priceFor(0, front), endOfDay)).toEqual({ jobId: 'job-1', reaches: 'front', missingMinutes: 0 });
    expect(reachOf(late, { job, prices: [] }, endOfDay)).toEqual({ jobId: 'job-1', reaches: 'allCalled' });
  });

  test('of two tiers the cheaper one decides', () => {
    const dear = { tier: 'minimum' as const, price: pairScore(late, job, { endOfDay, tier: 'minimum' }).weight + 9 * 2 ** shiftOfHall };
    expect(reachOf(late, { job, prices: [dear, ...priceFor(3, late).prices] }, endOfDay).missingMinutes).toBe(3);
  });

  test('the failed rule instead of minutes; next best are two other jobs, the nearest first, none that is no pair', () => {
    const other = (jobId: string, more: number, trade = '0201') => priceFor(more, late, someJob({ headcount: 1, trade }, { jobId }));
    expect(explain(late, { job: someJob({ trade: '0107' }), prices: [] }, [], day)).toEqual({ kind: 'noPair', jobId: 'job-1', why: { code: 'notYourTrade' } });
    const told = explain(late, priceFor(19, late), [other('job-2', 12), other('job-3', 40), other('job-4', 2), other('job-5', 1, '0401'), other('job-1', 0)], day);
    expect(told).toMatchObject({ next: [{ jobId: 'job-4', missingMinutes: 2 }, { jobId: 'job-2', missingMinutes: 12 }] });
  });

  test('property: every explanation keeps its shape, and says nothing of the person but the person\'s own', () => {
    fc.assert(fc.property(anyWorker, anyJob, fc.integer({ min: 0, max: 2 ** 46 }), (worker, one, price) => {
      expect(explanationSchema.parse(explain(worker, { job: one, prices: [{ tier: 'rest', price }] }, [priceFor(1, worker)], day)).kind).toBeDefined();
    }));
  });

  test.each(Object.entries(languageFiles))('%s: every code and every part has its sentence', (_, { texts }) => {
    const { noPair, fit } = texts.matching;
    for (const code of noPairCodes) expect(noPair[code].length).toBeGreaterThan(5);
    expect(Object.keys(noPair)).toEqual([...noPairCodes]);
    for (const part of Object.keys(fitPartsSchema.shape)) expect(Object.keys(fit)).toContain(part);
  });
});
