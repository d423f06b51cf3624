/* Titles of the tests of the house, as they stand in the files: `test('…'`, also of `test.each(…)('…'`; without those of the tables that name them. */
import { sources } from './source.ts';

const tables = ['tests/house/promises', 'tests/house/protection/'];

export const titles: readonly string[] = sources
  .filter((source) => /^tests\/.*\.test\.tsx?$/.test(source.path) && !tables.some((table) => source.path.startsWith(table)))
  .flatMap((source) => [...source.text.matchAll(/\btest(?:\.each\([\s\S]{0,2000}?\))?\((['`])((?:(?!\1)[^\\]|\\.)*)\1/g)].map((found) => found[2] ?? ''));
