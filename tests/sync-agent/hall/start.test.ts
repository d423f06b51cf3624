/* How a hall starts its agent: whatever is asked of `main.ts` is asked through `start.mjs`, and what an earlier start compiled is used before anything else. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { root } from '../../house/source.ts';

const [, ...asStarted] = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { hall: string } }).scripts.hall.split(' ');
const hall = (args: readonly string[], input = '') => spawnSync(process.execPath, [...asStarted, ...args], { cwd: root, encoding: 'utf8', input });

test('what is no start of an agent goes to main.ts as it is', () => {
  expect(hall(['hash-pin'], '246810\n').stdout).toMatch(/^\S{40,}\n$/);
  const wrong = hall(['--config']);
  expect([wrong.status, wrong.stdout]).toEqual([2, '']);
});

test('a configuration that is wrong is refused by main.ts; what was compiled is taken from beside its data, and where nothing is, nothing is made', () => {
  const dir = mkdtempSync(join(tmpdir(), 'kuaizhao-start-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const config = join(dir, 'hall.json');
  writeFileSync(config, JSON.stringify({ data: 'data' }));
  const first = hall(['--config', config]);
  expect([first.status, first.stderr]).toEqual([2, expect.stringContaining('hall.json: hall')]);
  expect(readdirSync(dir)).toEqual(['hall.json']);
  // An earlier start has made the folder: now each file is kept there, the first of all included.
  mkdirSync(join(dir, 'data/compiled'), { recursive: true });
  expect(hall(['--config', config]).status).toBe(2);
  expect(readdirSync(join(dir, 'data/compiled'))).toHaveLength(1);
});
