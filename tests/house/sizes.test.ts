/* Sizes of the house: files ≤ 300 lines, functions ≤ 70 (by the linter), ≤ 12 files a folder, names that can be guessed. */
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { files, sources } from './source.ts';

const linesLimit = 300;
const filesLimit = 12;

test('no file is longer than 300 lines', () => {
  expect(sources.filter((source) => source.lines > linesLimit).map((source) => `${source.path}: ${source.lines}`)).toEqual([]);
});

test('no folder has more than 12 files of code', () => {
  const count = new Map<string, number>();
  for (const path of files.filter((one) => /\.(ts|tsx|css|sql|html)$/.test(one))) count.set(dirname(path), (count.get(dirname(path)) ?? 0) + 1);
  // Migrations are one forward-only list, not a drawer: each new one is one file more.
  expect([...count].filter(([folder, n]) => n > filesLimit && !folder.startsWith('db/migrations/'))).toEqual([]);
});

test('files are kebab-case and no folder is a drawer', () => {
  const odd = files.filter((path) => /\.(ts|tsx|css)$/.test(path)).filter((path) => {
    const parts = path.split('/');
    const name = parts.at(-1) ?? '';
    return !/^[a-z0-9.-]+$/.test(name) || parts.some((part) => ['utils', 'helpers', 'common', 'shared', 'misc', 'lib'].includes(part));
  });
  expect(odd).toEqual([]);
});

test('top-level folders are the fixed ones', () => {
  const allowed = new Set(['db', 'hardware', 'sync-agent', 'kiosk', 'display-board', 'tests', '.ci']);
  expect([...new Set(files.filter((path) => path.includes('/')).map((path) => path.split('/')[0] ?? ''))].filter((folder) => !allowed.has(folder))).toEqual([]);
});

test('every file of code begins by saying what it is', () => {
  expect(sources.filter((source) => !/^(#![^\n]*\n)?(\/\*|\/\/)/.test(source.text)).map((source) => source.path)).toEqual([]);
});

test('migrations are numbered without a gap, each number once', () => {
  for (const folder of ['hall', 'city']) {
    const numbers = files.filter((path) => path.startsWith(`db/migrations/${folder}/`)).map((path) => Number(path.split('/').at(-1)?.slice(0, 4))).sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  }
});
