/* matching.md §3 more than 5 % overdue in 30 minutes: the board asks for windows, with the number needed. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { moreWindows, type WindowLoad } from '@kuaizhao/db/domain/queue/turn/windows-needed.ts';

const load = (changes: Partial<WindowLoad> = {}): WindowLoad => ({ arrived: 20, called: 20, calledLate: 0, waitingLate: 0, waiting: 10, open: 2, ...changes });

test('matching.md §3 at most 5 % overdue: nothing is asked for', () => {
  expect(moreWindows(load(), 40)).toBe(0);
  expect(moreWindows(load({ calledLate: 1 }), 40)).toBe(0);
  expect(moreWindows(load({ arrived: 0, called: 0, waiting: 0, open: 0 }), 40)).toBe(0);
});

test('matching.md §3 more than 5 %: as many windows as serve those who come and, within the limit, those who wait', () => {
  // Ten in half an hour a window; 30 come and 40 wait, of whom 30 are to be served in this half hour: six windows.
  expect(moreWindows(load({ arrived: 30, called: 20, calledLate: 2, waiting: 40 }), 40)).toBe(4);
  expect(moreWindows(load({ called: 0, waitingLate: 5, arrived: 6, waiting: 8, open: 0 }), 40)).toBe(2);
  expect(moreWindows(load({ waitingLate: 2, waiting: 2, arrived: 0 }), 40)).toBe(1);
});

test('matching.md §3 whatever was counted: a whole number, more arrivals never ask for fewer windows', () => {
  const count = fc.integer({ min: 0, max: 3_000 });
  fc.assert(fc.property(fc.record({ arrived: count, called: count, calledLate: count, waitingLate: count, waiting: count, open: fc.integer({ min: 0, max: 60 }) }), fc.integer({ min: 1, max: 600 }), (one, minutes) => {
    const [asked, busier] = [moreWindows(one, minutes), moreWindows({ ...one, arrived: one.arrived + 50 }, minutes)];
    expect(Number.isInteger(asked) && asked >= 0 && asked <= 60).toBe(true);
    expect(busier).toBeGreaterThanOrEqual(asked);
  }));
});
