/* What the plan tells: who is planned and who is locked at a posting, what a worker gains, and what an agreement leaves. */
import { expect, test } from 'vitest';
import { certify } from '@kuaizhao/db/domain/matching/plan/certificate.ts';
import type { Plan } from '@kuaizhao/db/domain/matching/plan/plan.ts';
import { instanceOf, provenValue, solved } from './random-hall.ts';

const hall = (): Plan => solved(instanceOf(4, [3], [[3, 0, 9], [0, 0, 8], [2, 0, 7], [1, 0, 6]]));

test('matching.md §2: planned and locked at a posting are told apart, each by rising id', () => {
  const plan = hall();
  expect([plan.plannedAt(0), plan.lockedAt(0)]).toEqual([[0, 2, 3], []]);
  plan.apply({ type: 'lock', worker: 3, posting: 0 });
  plan.apply({ type: 'lock', worker: 0, posting: 0 });
  expect([plan.plannedAt(0), plan.lockedAt(0)]).toEqual([[2], [0, 3]]);
  expect([plan.plannedAt(7), plan.lockedAt(7)]).toEqual([[], []]);
});

test('matching.md §2: a worker gains what the pair is worth above the cut-off; nothing is told of the locked and the unknown', () => {
  const plan = hall();
  const cutOff = plan.priceOf(0)!;
  expect([plan.gainOf(3), plan.gainOf(1)]).toEqual([9 - cutOff, 0]);
  plan.apply({ type: 'lock', worker: 3, posting: 0 });
  expect([plan.gainOf(3), plan.gainOf(99)]).toEqual([undefined, undefined]);
});

test('matching.md §2: who agreed is gone with the place, the rest of the plan stays as it stands, and the posting stays without places', () => {
  const plan = hall();
  for (const worker of [3, 0, 2]) {
    plan.apply({ type: 'lock', worker, posting: 0 });
    const waiting = plan.pairs().filter(({ locked }) => !locked);
    expect(plan.apply({ type: 'settle', worker })).toMatchObject({ ok: true });
    expect(plan.pairs()).toEqual(waiting);
    expect(certify(plan.claim()).optimal).toBe(true);
  }
  expect([plan.hasWorker(3), plan.hasPosting(0), plan.freePlaces(0), plan.postingOf(1), plan.workersCount, plan.postingsCount]).toEqual([false, true, 0, undefined, 1, 1]);
  // One place more for the posting, and the one who waited has it.
  expect(plan.apply({ type: 'changeHeadcount', posting: 0, places: 1 }).ok).toBe(true);
  expect([plan.postingOf(1), provenValue(plan)]).toEqual([0, 6n]);
});
