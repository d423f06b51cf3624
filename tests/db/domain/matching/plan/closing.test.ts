/* Postings with many people that close in a crowded hall: all of them find the best places left. */
import { expect, test } from 'vitest';
import { hall } from '../../../../bench/match/instances.ts';
import { certify } from '@kuaizhao/db/domain/matching/plan/certificate.ts';
import { instanceOf, seed, solved, triplesOf } from './random-hall.ts';

test('F5 matching §5: the postings with most people close one after the other, and after each the plan is proved and worth what a fresh one is', () => {
  const instance = hall('threePart', 300, 60, seed);
  const plan = solved(instance);
  const capacity = [...instance.capacity];
  const crowded = capacity.map((_, posting) => posting).sort((a, b) => plan.plannedAt(b).length - plan.plannedAt(a).length || a - b).slice(0, 20);
  const wrong: object[] = [];
  for (const posting of crowded) {
    plan.apply({ type: 'closePosting', posting });
    capacity[posting] = 0;
    const fresh = solved(instanceOf(300, capacity.map((places) => Math.max(1, places)), triplesOf(instance).filter(([, at]) => capacity[at] !== 0)));
    const { optimal, violations } = certify(plan.claim());
    if (!optimal || plan.value() !== fresh.value()) wrong.push({ posting, violations, value: plan.value(), fresh: fresh.value() });
  }
  expect({ seed, wrong }).toEqual({ seed, wrong: [] });
});
