/* Which calls stand where on the glass. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { callRows } from '@kuaizhao/display-board/board/calls/call-rows.ts';
import { inOrder } from '@kuaizhao/display-board/board/jobs/job-order.ts';
import { call, jobs, rushCalls } from '../stage/morning.ts';

const numbers = (calls: readonly { readonly number: string }[]): string[] => calls.map((one) => one.number);

test('one large, the last five below, the ended ones only where there is room', () => {
  const { large, pages } = callRows(rushCalls, 5);
  expect(numbers(large)).toEqual(['A128']);
  expect(pages.map(numbers)).toEqual([['B017', 'A119', 'A117', 'C004', 'A104']]);
});

test('called together, shown together, by number', () => {
  const together = ['A131', 'A129', 'A140'].map((number) => call(number, number, 6, { to: { kind: 'table', id: 't6' }, at: 9_000_000_000_000 }));
  expect(numbers(callRows([...together, ...rushCalls], 5).large)).toEqual(['A129', 'A131', 'A140']);
});

test('no calls, no rows', () => {
  expect(callRows([], 5)).toEqual({ large: [], pages: [] });
});

test('every open call is on the glass at some time', () => {
  const arbitrary = fc.array(fc.record({ open: fc.boolean(), at: fc.constantFrom(0, 1_000, 2_000), window: fc.integer({ min: 1, max: 3 }) }), { maxLength: 12 });
  fc.assert(fc.property(arbitrary, fc.integer({ min: 1, max: 9 }), (made, size) => {
    const calls = made.map(({ open, at, window }, one) => call(`c${String(one)}`, `A${String(100 + one)}`, window, { open, at: 1_800_000_000_000 - at })).sort((one, other) => other.at - one.at);
    const { large, pages } = callRows(calls, size);
    const shown = [...large, ...pages.flat()];
    for (const one of calls.filter((each) => each.open)) expect(shown).toContain(one);
    expect(new Set(shown).size).toBe(shown.length);
    expect(large.includes(calls[0]!)).toBe(calls.length > 0);
  }));
});

test('jobs stand by trade, the van that leaves first first, full ones last in their trade', () => {
  const ordered = inOrder(jobs);
  expect(ordered.map((job) => job.trade).filter((trade, at, all) => trade !== all[at - 1])).toHaveLength(new Set(jobs.map((job) => job.trade)).size);
  const labourers = inOrder([{ ...jobs[1]!, placesLeft: 0, leaveBy: 1 }, jobs[1]!, jobs[0]!]);
  expect(labourers.map((job) => job.placesLeft)).toEqual([12, 2, 0]);
});
