/* What the product promises, row by row, and the tests that hold it: a row whose test is gone, renamed or was never written fails here. */
import { expect, test } from 'vitest';
import { rowsOfFunctions, rowsOfLaw, rowsOfCalling, rowsOfHardware, rowsOfKioskSecurity, rowsOfAudit, rowsOfSync } from './promises.ts';
import { titles } from './titles.ts';

const heldBy = (proof: string): string[] => titles.filter((title) => title.includes(proof));

test('titles are found at all', () => {
  expect(titles.length).toBeGreaterThan(600);
});

const rows = [...rowsOfFunctions, ...rowsOfLaw, ...rowsOfCalling, ...rowsOfHardware, ...rowsOfKioskSecurity, ...rowsOfAudit, ...rowsOfSync];
test('every row stands once: F1 to F34, the law, the calling', () => {
  expect(rowsOfFunctions.map((row) => row.id)).toEqual(Array.from({ length: 34 }, (_, index) => `F${index + 1}`));
  expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
});

for (const row of rows) {
  test(`${row.id} ${row.what}`, () => {
    expect(row.held.length, 'no test holds it').toBeGreaterThan(0);
    expect(row.held.filter((proof) => heldBy(proof).length === 0), 'named, but no test has such a title').toEqual([]);
  });
}
