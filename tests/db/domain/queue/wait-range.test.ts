/* §5 Waiting time: a range with the number ahead, from what the queue really did; never a promise to the minute. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { learnWait, servicesNeeded, waitRange, type Served } from '@kuaizhao/db/domain/queue/turn/wait-range.ts';

const minute = 60_000;
/** One call every `gap` minutes; each waited for those in front. */
const steady = (n: number, gap: number, ahead = 4): Served[] => Array.from({ length: n }, (_, index) => ({ ahead, issuedAt: (index - ahead - 1) * gap * minute, calledAt: index * gap * minute }));

test('§5 until twenty services are seen, only the wait of whoever stands first is told', () => {
  expect(learnWait(steady(servicesNeeded - 1, 4))).toBeUndefined();
  expect(waitRange(undefined, 3, 12 * minute)).toEqual({ ahead: 3, fromMinutes: 15, toMinutes: 20, basis: 'headOfLine' });
  expect(waitRange(undefined, 3, undefined)).toBeUndefined();
});

test('§5 a steady queue is told its rate, rounded up to five minutes', () => {
  const model = learnWait(steady(80, 4));
  expect(waitRange(model, 4, undefined)).toEqual({ ahead: 4, fromMinutes: 20, toMinutes: 20, basis: 'rate' });
  expect(waitRange(model, 0, undefined)).toMatchObject({ fromMinutes: 5, toMinutes: 5 });
});

test('§5 a queue that was wrong by half tells a range that holds what came', () => {
  const served = steady(120, 2).map((one, index) => (index % 5 === 0 ? { ...one, issuedAt: one.calledAt - 40 * minute } : one));
  const range = waitRange(learnWait(served), 4, undefined);
  expect(range?.fromMinutes).toBe(10);
  expect(range?.toMinutes).toBe(40);
});

test('§5 whatever was recorded, the range is in steps of five, in order, grows with those ahead and ends', () => {
  const served = fc.array(fc.record({ ahead: fc.integer({ min: 0, max: 500 }), issuedAt: fc.integer({ min: -1e9, max: 1e9 }), calledAt: fc.integer({ min: -1e9, max: 1e9 }) }), { maxLength: 60 });
  fc.assert(fc.property(served, fc.integer({ min: 0, max: 3_000 }), fc.option(fc.integer({ min: -1e9, max: 1e9 }), { nil: undefined }), (all, ahead, head) => {
    const model = learnWait(all);
    const [range, further] = [waitRange(model, ahead, head), waitRange(model, ahead + 10, head)];
    if (range === undefined || further === undefined) return;
    expect([range.fromMinutes % 5, range.toMinutes % 5]).toEqual([0, 0]);
    expect(range.fromMinutes).toBeGreaterThanOrEqual(5);
    expect(range.toMinutes).toBeGreaterThanOrEqual(range.fromMinutes);
    expect(range.toMinutes).toBeLessThanOrEqual(600);
    expect(further.toMinutes).toBeGreaterThanOrEqual(range.toMinutes);
  }), { numRuns: 500 });
});
