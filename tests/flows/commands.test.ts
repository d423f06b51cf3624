/* Every command says in one clear line what is wrong with its configuration, and ends with code 2. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { cityConfig, hallConfig, kioskConfig } from '../town/town.ts';
import { freePort, mains, runs } from './stage/processes.ts';
import { storyDir } from './stage/stage.ts';

type Name = keyof typeof mains;
const names = Object.keys(mains) as Name[];

async function sound(name: Name, dir: string, port: number): Promise<Record<string, unknown>> {
  if (name === 'hall') return { ...hallConfig(dir, port) };
  if (name === 'city') return { ...cityConfig(dir, port) };
  return { ...kioskConfig(dir, 'http://127.0.0.1:9'), listen: { host: '127.0.0.1', port } };
}

async function refusalOf(name: Name, text: string): Promise<string> {
  const path = join(storyDir(), `${name}.json`);
  writeFileSync(path, text);
  const { code, said } = await runs(name, ['--config', path, ...(name === 'kiosk' ? ['--browser'] : [])]);
  expect(code).toBe(2);
  const lines = said.trimEnd().split('\n');
  expect(lines).toHaveLength(1);
  return lines[0] ?? '';
}

for (const name of names) {
  test(`${name}: unknown key, wrong type, missing part, no JSON, no file, no argument`, async () => {
    const config = await sound(name, storyDir(), 0);
    expect(await refusalOf(name, JSON.stringify({ ...config, colour: 'blue' }))).toContain('colour');
    expect(await refusalOf(name, JSON.stringify({ ...config, data: 7 }))).toContain('data');
    expect(await refusalOf(name, JSON.stringify({ ...config, data: undefined }))).toContain('data');
    expect(await refusalOf(name, JSON.stringify({ ...config, listen: { host: '0.0.0.0', port: 0 } }))).toContain('listen.host');
    expect(await refusalOf(name, '{ "listen": ')).toContain('JSON');
    const absent = await runs(name, ['--config', join(storyDir(), 'absent.json')]);
    expect([absent.code, absent.said.trimEnd().split('\n').length]).toEqual([2, 1]);
    const bare = await runs(name, []);
    expect([bare.code, bare.said.trimEnd().split('\n').length]).toEqual([2, 1]);
  });

  test(`${name}: a busy port`, async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    onTestFinished(() => { other.close(); });
    await once(other, 'listening');
    expect(await refusalOf(name, JSON.stringify(await sound(name, storyDir(), port)))).toMatch(/port/);
  });
}

test('kiosk without --browser and without the Electron binary says what to do', async () => {
  const path = join(storyDir(), 'kiosk.json');
  writeFileSync(path, JSON.stringify(await sound('kiosk', storyDir(), 0)));
  const { findElectron } = await import('@kuaizhao/kiosk/run-electron.ts');
  // Where the binary is installed this would open a window: only its absence can be told here.
  if (findElectron() !== undefined) return;
  const { code, said } = await runs('kiosk', ['--config', path]);
  expect([code, said.trimEnd().split('\n').length]).toEqual([2, 1]);
  expect(said).toContain('--browser');
});

test('hall hash-pin turns a PIN into what the configuration holds', () => {
  const main = resolve(import.meta.dirname, '../..', mains.hall);
  expect(spawnSync(process.execPath, [main, 'hash-pin'], { input: '246810\n', encoding: 'utf8' }).stdout).toMatch(/^scrypt\$[\w-]+\$[\w-]+\n$/);
  expect(spawnSync(process.execPath, [main, 'hash-pin'], { input: 'abc', encoding: 'utf8' }).status).toBe(2);
});
