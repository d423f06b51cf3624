/* A plan that grows one by one in the order of arrival is the best of those who are in it at every moment; and what the next one would have to be worth is told exactly. */
import { expect, test } from 'vitest';
import { Plan } from '@kuaizhao/db/domain/matching/plan/plan.ts';
import { mostTie, scoreOf } from '@kuaizhao/db/domain/matching/score.ts';
import { randomOf } from '../../../../fixtures/random.ts';
import { Book, instanceOf, provenValue, seed, solved, type Triple } from './random-hall.ts';

test('F5 matching.md §2: inserted in the order of P, those inserted so far have their best plan, and nobody loses the place to one who came later: cut off anywhere it is still fair', () => {
  const random = randomOf(seed + 30);
  const below = (limit: number): number => Math.floor(random() * limit);
  for (let n = 0; n < 60; n += 1) {
    const capacity = Array.from({ length: 1 + below(8) }, () => 1 + below(3));
    const place = capacity.map(() => below(600));
    const plan = Plan.empty();
    capacity.forEach((places, posting) => { plan.apply({ type: 'openPosting', posting, places, edges: [] }); });
    const pairs: Triple[] = [];
    let placed: number[] = [];
    for (let worker = 0; worker < 25; worker += 1) {
      for (const posting of capacity.keys()) {
        const score = scoreOf({ minutes: 700 - 7 * worker, place: place[posting]!, fit: below(1_001), tie: below(mostTie + 1) });
        if (score.ok && random() < 0.3) pairs.push([worker, posting, score.value]);
      }
      expect(plan.apply({ type: 'insertWorker', worker, edges: pairs.filter(([one]) => one === worker).map(([, posting, weight]) => ({ posting, weight })) }).ok).toBe(true);
      const seen = { value: provenValue(plan), unplaced: placed.filter((one) => plan.postingOf(one) === undefined) };
      expect({ seed, n, worker, ...seen }).toEqual({ seed, n, worker, value: provenValue(solved(instanceOf(worker + 1, capacity, pairs))), unplaced: [] });
      placed = plan.pairs().map((pair) => pair.worker);
    }
  }
});

test('F5 matching.md §1: the cut-off is exact after any day: worth as much as it somebody waits, worth one more there is a place', () => {
  const random = randomOf(seed + 31);
  const wrong: object[] = [];
  for (let n = 0; n < 150; n += 1) {
    const [plan, book] = [Plan.empty(), new Book()];
    for (let events = 0; events < 60; events += 1) {
      const event = book.draw(random, 2 ** 40);
      if (event === undefined) continue;
      plan.apply(event);
      book.apply(event);
    }
    for (const posting of book.postings.keys()) {
      const cutOff = plan.cutOffOf(posting);
      if (cutOff === undefined) continue;
      const placedWith = (weight: number): boolean => {
        plan.apply({ type: 'insertWorker', worker: 1, edges: [{ posting, weight }] });
        const placed = plan.postingOf(1) !== undefined;
        plan.apply({ type: 'removeWorker', worker: 1 });
        return placed;
      };
      if ((cutOff > 0 && placedWith(cutOff)) || !placedWith(cutOff + 1)) wrong.push({ n, posting, cutOff });
    }
  }
  expect({ seed, wrong }).toEqual({ seed, wrong: [] });
});
