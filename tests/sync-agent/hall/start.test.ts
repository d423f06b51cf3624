/* The agent as a hall starts it: built to a few files, which answer as their source does and find what they need from where they lie. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { benchSettings } from '../../bench/agent.ts';
import { root } from '../../house/source.ts';

const [, ...asStarted] = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { hall: string } }).scripts.hall.split(' ');
const hall = (args: readonly string[], input = '') => spawnSync(process.execPath, [...asStarted, ...args], { cwd: root, encoding: 'utf8', input });

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'kuaizhao-start-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

test('what is no start of an agent is answered, too; a configuration that is wrong is refused in one line and nothing is made', () => {
  expect(hall(['hash-pin'], '246810\n').stdout).toMatch(/^\S{40,}\n$/);
  const wrong = hall(['--config']);
  expect([wrong.status, wrong.stdout]).toEqual([2, '']);
  const dir = folder();
  const config = join(dir, 'hall.json');
  writeFileSync(config, JSON.stringify({ data: 'data' }));
  const refused = hall(['--config', config]);
  expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('hall.json: hall')]);
  expect(readdirSync(dir)).toEqual(['hall.json']);
});

test('it makes its database from the migrations, serves its pages, and ends when told', async () => {
  const dir = folder();
  const config = join(dir, 'hall.json');
  writeFileSync(config, JSON.stringify({ hall: { ...benchSettings(1, 0), hallId: 'built' }, town: true, listen: { host: '127.0.0.1', port: 0 }, data: 'data', kiosks: [], staff: [{ staffId: 'staff-1', name: '值班员', role: 'supervisor', pin: hall(['hash-pin'], '246810\n').stdout.trim() }] }));
  const agent = spawn(process.execPath, [...asStarted, '--config', config], { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
  onTestFinished(() => { agent.kill('SIGKILL'); });
  const [line] = await Promise.race([once(createInterface({ input: agent.stdout }), 'line'), once(agent, 'exit')]) as [string];
  const { urls } = JSON.parse(line) as { urls: { console: string } };
  const page = await fetch(urls.console);
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<div id=')]);
  agent.kill('SIGTERM');
  expect(await once(agent, 'exit')).toEqual([0, null]);
  expect(hall(['verify', '--config', config, '--json']).stdout).toContain('"ok":true');
});

test('its text holds no letter beyond Latin-1: one such letter doubles what all of it takes in memory', () => {
  const dist = join(root, 'sync-agent/hall/dist');
  const files = readdirSync(dist).filter((name) => name.endsWith('.js'));
  expect(files).toContain('main.js');
  expect(files.filter((name) => /[\u0100-\u{10FFFF}]/u.test(readFileSync(join(dist, name), 'utf8')))).toEqual([]);
});
