/* `npm run filter -- FILE` as a process: one answer a judged line, one complaint a bad one, and an exit code that says so. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const entry = join(import.meta.dirname, '../../../../sync-agent/hall/file-commands/filter.ts');

function run(args: readonly string[], input = ''): { out: unknown[]; err: string[]; code: number | null } {
  const { stdout, stderr, status } = spawnSync(process.execPath, [entry, ...args], { input, encoding: 'utf8' });
  return { out: stdout.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as unknown), err: stderr.split('\n').filter((line) => line !== ''), code: status };
}

test('a file: one line each, in order, ids as given', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'filter-')), 'texts.jsonl');
  writeFileSync(path, '{"id":"a","text":"限男"}\n{"id":7,"text":"男女不限"}\r\n\n{"id":"c","text":"35岁以下"}');
  const { out, err, code } = run([path]);
  expect(out).toMatchObject([{ id: 'a', outcome: 'block' }, { id: 7, outcome: 'pass', rules: [] }, { id: 'c', outcome: 'staff', rules: ['age.years'] }]);
  expect(out.every((one) => Object.keys(one as object).join() === 'id,outcome,rules,version')).toBe(true);
  expect([err, code]).toEqual([[], 0]);
});

test('bad lines are named by number without their text, the others are judged, and the code is 2', () => {
  const { out, err, code } = run(['-'], '\uFEFF{"id":"a","text":"女勿扰"}\nnonsense of 张三\n{"id":"b"}\n{"id":"c","text":"搬\u2028运"}\n');
  expect(out).toMatchObject([{ id: 'a', outcome: 'block' }, { id: 'c', outcome: 'pass' }]);
  expect(err).toEqual(['line 2: not JSON', 'line 3: needs {"id": string or number, "text": string}', '2 lines were not judged']);
  expect(code).toBe(2);
});

test.each([[[], 'usage'], [['a', 'b'], 'usage'], [['/nowhere/at-all'], 'no such file'], [['/tmp'], 'a folder']])('%j: one plain line and code 2', (args, says) => {
  const { out, err, code } = run(args);
  expect([out, err.length, code]).toEqual([[], 1, 2]);
  expect(err[0]).toContain(says);
});
