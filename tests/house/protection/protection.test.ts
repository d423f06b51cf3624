/* What the law and the national standard ask, row by row: its code is there, a test holds it, and the page for people says the same. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, sources } from '../source.ts';
import { titles } from '../titles.ts';
import { electronChecklist } from './electron.ts';
import { levelThree } from './level-three.ts';
import { page, pagePath } from './page.ts';
import { pipl } from './rows.ts';

for (const row of [...pipl, ...levelThree, ...electronChecklist.map((one) => ({ ...one, id: `Electron ${one.id}` }))]) {
  test(`${row.id} ${row.asked}`, () => {
    expect(row.code.filter((path) => !existsSync(join(root, path))), 'code that is not there').toEqual([]);
    expect(row.code.length * row.held.length, 'no code or no test').toBeGreaterThan(0);
    expect(row.held.filter((proof) => !titles.some((title) => title.includes(proof))), 'named, but no test has such a title').toEqual([]);
  });
}

test('Electron’s fifteenth item: nothing opens an address or a file by the system', () => {
  expect(sources.filter(({ path, text }) => path.startsWith('kiosk/') && /\bopenExternal\b|\bopenPath\b/.test(text)).map(({ path }) => path)).toEqual([]);
});

test('the page for people is printed from these rows', () => {
  expect(readFileSync(join(root, pagePath), 'utf8')).toBe(page());
});
