/* Operations as ranges are the same set as operations one by one. */
import { array, assert, integer, property } from 'fast-check';
import { expect, it } from 'vitest';
import { extend, type Range } from '@kuaizhao/db/domain/operations/ranges.ts';

const members = (ranges: readonly Range[]): number[] => ranges.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, n) => first + n)).sort((one, other) => one - other);
/** What the table holds after the answer was written into it. */
function write(table: readonly Range[], { written, gone }: ReturnType<typeof extend>): Range[] {
  const rows = new Map(table.map(({ first, last }) => [first, last]));
  for (const first of gone) rows.delete(first);
  for (const { first, last } of written) rows.set(first, last);
  return [...rows].map(([first, last]) => ({ first, last })).sort((one, other) => one.first - other.first);
}

it('§2 rule 5: whatever comes, twice, late or with holes, each operation is new once, and ranges hold exactly those that came, never touching each other', () => {
  assert(property(array(array(integer({ min: 0, max: 40 }), { maxLength: 12 }), { maxLength: 12 }), (batches) => {
    let table: Range[] = [];
    const known = new Set<number>();
    for (const counters of batches) {
      const now = extend(table, counters);
      expect(now.fresh).toEqual([...new Set(counters)].filter((counter) => !known.has(counter)));
      for (const counter of counters) known.add(counter);
      table = write(table, now);
      expect(members(table)).toEqual([...known].sort((one, other) => one - other));
      expect(table.every(({ first }, at) => at === 0 || first > table[at - 1]!.last + 1)).toBe(true);
    }
  }));
});

it('§2 rule 5: a journal that goes on costs one range, however long it is', () => {
  let table: Range[] = [];
  for (let at = 0; at < 50; at++) table = write(table, extend(table, Array.from({ length: 512 }, (_, n) => at * 512 + n)));
  expect(table).toEqual([{ first: 0, last: 50 * 512 - 1 }]);
});
