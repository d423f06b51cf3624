/* Wrong events by name, and the plan afterwards exactly as it was. */
import { expect, test } from 'vitest';
import type { PlanEvent } from '@kuaizhao/db/domain/matching/plan/door/event.ts';
import { Plan } from '@kuaizhao/db/domain/matching/plan/plan.ts';
import { instanceOf, provenValue, solved } from './random-hall.ts';

/** Workers 0–2, postings 0 (1 place) and 1 (2 places); 0 is locked to 0. */
function plan(): Plan {
  const plan = solved(instanceOf(3, [1, 2], [[0, 0, 10], [0, 1, 5], [1, 1, 7], [2, 1, 6]]));
  expect(plan.apply({ type: 'lock', worker: 0, posting: 0 }).ok).toBe(true);
  return plan;
}

test.each<[PlanEvent, string]>([
  [{ type: 'insertWorker', worker: 1, edges: [] }, 'workerKnown'],
  [{ type: 'insertWorker', worker: 9, edges: [{ posting: 5, weight: 1 }] }, 'postingUnknown'],
  [{ type: 'insertWorker', worker: 9, edges: [{ posting: 0, weight: 1 }, { posting: 0, weight: 2 }] }, 'edgeTwice'],
  [{ type: 'insertWorker', worker: -1, edges: [] }, 'idWrong'],
  [{ type: 'insertWorker', worker: 1.5, edges: [] }, 'idWrong'],
  ...[0, -3, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 50 + 1].map((weight): [PlanEvent, string] => [{ type: 'insertWorker', worker: 9, edges: [{ posting: 1, weight }] }, 'weightWrong']),
  [{ type: 'removeWorker', worker: 9 }, 'workerUnknown'],
  [{ type: 'killEdge', worker: 1, posting: 0 }, 'edgeUnknown'],
  [{ type: 'killEdge', worker: 1, posting: 9 }, 'postingUnknown'],
  [{ type: 'addEdge', worker: 1, posting: 1, weight: 3 }, 'edgeKnown'],
  [{ type: 'addEdge', worker: 1, posting: 0, weight: 0 }, 'weightWrong'],
  [{ type: 'openPosting', posting: 1, places: 1, edges: [] }, 'postingKnown'],
  ...[0, -1, 0.5, Number.NaN, 1e9].map((places): [PlanEvent, string] => [{ type: 'openPosting', posting: 9, places, edges: [] }, 'placesWrong']),
  [{ type: 'openPosting', posting: 9, places: 1, edges: [{ worker: 7, weight: 1 }] }, 'workerUnknown'],
  [{ type: 'openPosting', posting: 9, places: 1, edges: [{ worker: 1, weight: 2 ** 51 }] }, 'weightWrong'],
  [{ type: 'openPosting', posting: 9, places: 1, edges: [{ worker: 1, weight: 1 }, { worker: 1, weight: 1 }] }, 'edgeTwice'],
  [{ type: 'closePosting', posting: 9 }, 'postingUnknown'],
  [{ type: 'changeHeadcount', posting: 1, places: 0 }, 'placesWrong'],
  [{ type: 'changeWeights', posting: 0, edges: [{ worker: 1, weight: 4 }] }, 'edgeUnknown'],
  [{ type: 'changeWeights', posting: 1, edges: [{ worker: 1, weight: 4 }, { worker: 1, weight: 4 }] }, 'edgeTwice'],
  [{ type: 'lock', worker: 0, posting: 1 }, 'alreadyLocked'],
  [{ type: 'lock', worker: 1, posting: 0 }, 'edgeUnknown'],
  [{ type: 'unlock', worker: 1 }, 'notLocked'],
  [{ type: 'settle', worker: 1 }, 'notLocked'],
  [{ type: 'settle', worker: 9 }, 'workerUnknown'],
  ...[0, -1, 2.5, 7, Number.NaN].map((size): [PlanEvent, string] => [{ type: 'insertWorker', worker: 9, edges: [], size }, 'sizeWrong']),
  [{ type: 'sing' } as unknown as PlanEvent, 'malformed'],
  [null as unknown as PlanEvent, 'malformed'],
])('%j: %s', (event, code) => {
  const [kept, asked] = [plan(), plan()];
  expect(asked.apply(event)).toMatchObject({ ok: false, error: { code } });
  expect(asked.claim()).toEqual(kept.claim());
  expect(asked.pairs()).toEqual(kept.pairs());
});

test('a place that is locked is nobody else\'s, and headcount does not fall below the locked', () => {
  const both = solved(instanceOf(3, [2], [[0, 0, 3], [1, 0, 2], [2, 0, 1]]));
  both.apply({ type: 'lock', worker: 0, posting: 0 });
  both.apply({ type: 'lock', worker: 2, posting: 0 });
  expect([both.postingOf(1), both.priceOf(0), provenValue(both)]).toEqual([undefined, undefined, 4n]);
  expect(both.apply({ type: 'lock', worker: 1, posting: 0 })).toMatchObject({ error: { code: 'placesLocked' } });
  expect(both.apply({ type: 'changeHeadcount', posting: 0, places: 1 })).toMatchObject({ error: { code: 'placesLocked' } });
  both.apply({ type: 'unlock', worker: 2 });
  expect(both.pairs()).toEqual([{ worker: 0, posting: 0, weight: 3, locked: true }, { worker: 1, posting: 0, weight: 2, locked: false }]);
});

test.each([
  [instanceOf(1, [0], []), 'placesWrong'], [instanceOf(1, [1], [[0, 0, 0]]), 'weightWrong'], [instanceOf(1, [1], [[0, 0, 1.5]]), 'weightWrong'],
  [instanceOf(1, [1], [[1, 0, 1]]), 'workerUnknown'], [instanceOf(1, [1], [[0, 1, 1]]), 'postingUnknown'], [instanceOf(1, [1], [[0, 0, 1], [0, 0, 2]]), 'edgeTwice'],
  [{ ...instanceOf(1, [1], [[0, 0, 1]]), edgeWorker: new Int32Array() }, 'malformed'],
])('an instance that is wrong: %#', (instance, code) => {
  expect(Plan.of(instance)).toMatchObject({ ok: false, error: { code } });
});

test('a worker eligible nowhere waits and is in nobody\'s way', () => {
  const waits = solved(instanceOf(2, [1], [[1, 0, 5]]));
  expect([waits.postingOf(0), waits.postingOf(1), provenValue(waits)]).toEqual([undefined, 0, 5n]);
});
