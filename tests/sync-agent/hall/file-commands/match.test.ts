/* `npm run match -- FILE` as a process: value, pairs and proof, or complaints by line number and code 2. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const entry = join(import.meta.dirname, '../../../../sync-agent/hall/file-commands/match.ts');

function run(args: readonly string[], input = ''): { out: string; err: string[]; code: number | null } {
  const { stdout, stderr, status } = spawnSync(process.execPath, [entry, ...args], { input, encoding: 'utf8' });
  return { out: stdout, err: stderr.split('\n').filter((line) => line !== ''), code: status };
}

test('F5: the best plan, its value and its proof, ids as given', () => {
  const { out, err, code } = run(['-'], 'c three people\np 3 2 4\ns 1 1\ns 2 1\n\ne 1 1 10\r\ne 2 2 9\ne 3 1 4\ne 3 2 3\n');
  expect([err, code]).toEqual([[], 0]);
  expect(JSON.parse(out)).toMatchObject({
    value: 19, pairs: [{ worker: 1, seat: 1, weight: 10 }, { worker: 2, seat: 2, weight: 9 }],
    certificate: { optimal: true, value: 19, bound: 19, violations: [] },
  });
});

test('a value beyond 2^53 keeps all its digits', () => {
  const edges = Array.from({ length: 20 }, (_, n) => `s ${n} 1\ne ${n} ${n} ${2 ** 50 - 1}`).join('\n');
  const { out, code } = run(['-'], `p 20 20 20\n${edges}\n`);
  expect([out.startsWith(`{"value":${20n * (2n ** 50n - 1n)},`), code]).toEqual([true, 0]);
});

test('bad lines are named by number, nothing is solved, and the code is 2', () => {
  const lines = ['p 3 2 4', 's 1 0', 's 2 x', 's 3 1', 's 3 1', 'e 1 3 0', 'e 1 3 1125899906842625', 'e 1 3 1.5', 'e 1', 'z', 'e 1 9 4', 'e 2 3 4', 'e 2 3 4', 'p 1 1 1', 'e -1 3 4'];
  const { out, err, code } = run(['-'], lines.join('\n'));
  expect([out, code]).toEqual(['', 2]);
  expect(err.map((line) => Number(/^line (\d+): /.exec(line)?.[1])).sort((a, b) => a - b)).toEqual([2, 3, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15]);
});

test.each([
  ['s 1 1\n', ['line 1: needs "p W S E" first', 'line 1: before "p W S E"']],
  ['p 1 1 2\ns 1 1\ne 1 1 1', ['line 1: says 2 edges, there are 1 e lines']],
  ['p 1 2 2\ns 1 1\ne 1 1 1\ne 2 1 1', ['line 1: says 1 workers, there are 2', 'line 1: says 2 seats, there are 1 s lines']],
])('counts that do not fit: %j', (input, complaints) => {
  const { err, code } = run(['-'], input);
  expect([err, code]).toEqual([complaints, 2]);
});

test.each([[[], 'usage'], [['a', 'b'], 'usage'], [['/nowhere/at-all'], 'no such file'], [['/tmp'], 'a folder']])('%j: one plain line and code 2', (args, says) => {
  const { out, err, code } = run(args);
  expect([out, err.length, code]).toEqual(['', 1, 2]);
  expect(err[0]).toContain(says);
});
