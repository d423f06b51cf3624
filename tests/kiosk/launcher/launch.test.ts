/* The launcher itself, under the system's own shell, with small programs as versions. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { tempDir } from '../../fixtures/engine.ts';
import { launcher } from './launcher.ts';


/** Programs note how they were started; what they do then is theirs. */
function machine() {
  const root = tempDir();
  const [folder, log] = [join(root, 'updates'), join(root, 'log')];
  mkdirSync(join(folder, 'versions'), { recursive: true });
  const program = (path: string, name: string, does: string): void => {
    writeFileSync(path, `#!/bin/sh\necho "${name} $KUAIZHAO_LAUNCHED $*" >> "${log}"\n${does}\n`);
    chmodSync(path, 0o755);
  };
  const version = (name: string, does: string): void => {
    mkdirSync(join(folder, 'versions', name), { recursive: true });
    program(join(folder, 'versions', name, 'kuaizhao'), name, does);
  };
  const file = (name: string): string => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '');
  const put = (name: string, text: string): void => { writeFileSync(join(folder, name), text); };
  program(join(root, 'installed'), 'installed', 'exit 0');
  return { root, folder, program, version, file, put, started: () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').map((line) => line.trim()) : []) };
}
type Machine = ReturnType<typeof machine>;

/** Until it ends by itself; gives its exit code. */
async function launch({ root, folder }: Machine, env: Readonly<Record<string, string>> = {}, ...args: readonly string[]): Promise<number | null> {
  const child = begin({ root, folder }, env, ...args);
  const [code] = await once(child, 'exit') as [number | null];
  return code;
}
function begin({ root, folder }: Pick<Machine, 'root' | 'folder'>, env: Readonly<Record<string, string>> = {}, ...args: readonly string[]) {
  const child = spawn('sh', [launcher, folder, join(root, 'installed'), ...args], { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, KUAIZHAO_PAUSE_S: '0', ...env } });
  onTestFinished(() => { child.kill('SIGKILL'); });
  return child;
}

test('starts what the pointer names, with what the kiosk is told; without a pointer what is installed', async () => {
  const here = machine();
  expect(await launch(here, {}, '--config', '/etc/kuaizhao/kiosk.json')).toBe(0);
  here.version('1.2.0', 'exit 0');
  here.put('current', '1.2.0\n');
  expect(await launch(here, {}, '--config', 'a b')).toBe(0);
  expect(here.started()).toEqual(['installed installed --config /etc/kuaizhao/kiosk.json', '1.2.0 1.2.0 --config a b']);
  expect(here.file('starts')).toBe('1.2.0 1\n');
});

test('three starts that never became healthy: back to what was proven before, and never again to the bad one', async () => {
  const here = machine();
  here.version('1.0.0', 'exit 0');
  here.version('1.1.0', 'exit 0');
  here.version('1.2.0', 'exit 1');
  here.put('proven', '1.0.0\n1.1.0\n');
  here.put('current', '1.2.0\n');
  expect(await launch(here)).toBe(0);
  expect(here.started()).toEqual(['1.2.0 1.2.0', '1.2.0 1.2.0 --failures=1', '1.2.0 1.2.0 --failures=2', '1.1.0 1.1.0']);
  expect([here.file('bad'), here.file('current'), here.file('starts')]).toEqual(['1.2.0\n', '1.1.0\n', '1.1.0 1\n']);
  // Somebody, or a hall, points to it once more.
  here.put('current', '1.2.0\n');
  expect(await launch(here)).toBe(0);
  expect(here.started().at(-1)).toBe('1.1.0 1.1.0 --failures=1');
});

test('a power cut at each start counts as well: the count is on the disk before the version runs', async () => {
  const here = machine();
  here.version('1.0.0', 'exit 0');
  here.version('1.2.0', 'kill -9 $PPID; sleep 0.05');
  here.put('proven', '1.0.0\n');
  here.put('current', '1.2.0\n');
  for (const at of [1, 2, 3]) {
    expect(await launch(here)).toBeNull();
    expect(here.file('starts')).toBe(`1.2.0 ${String(at)}\n`);
  }
  expect(await launch(here)).toBe(0);
  expect([here.started().at(-1), here.file('bad')]).toEqual(['1.0.0 1.0.0', '1.2.0\n']);
});

test('nothing proven besides: the installed program; a version that was healthy here is given up only after ten', async () => {
  const here = machine();
  here.version('1.2.0', 'exit 76');
  here.put('current', '1.2.0\n');
  here.put('proven', '1.2.0\n');
  expect(await launch(here)).toBe(0);
  expect(here.started().filter((line) => line.startsWith('1.2.0'))).toHaveLength(10);
  expect(here.started().at(-1)).toBe('installed installed');
  expect(here.file('current')).toBe('installed\n');
});

test('healthy in between: the row begins anew; asked to begin anew is no wait, and the graphics that fail are done without', async () => {
  const here = machine();
  here.version('1.2.0', `n=$(wc -l < "${here.root}/log"); [ "$n" -ge 6 ] && exit 0; printf '1.2.0 0\\n' > "$KUAIZHAO_FOLDER/starts"; [ "$n" -lt 4 ] && exit 75; exit 77`);
  here.put('current', '1.2.0\n');
  expect(await launch(here)).toBe(0);
  expect(here.started()).toEqual(['1.2.0 1.2.0', '1.2.0 1.2.0', '1.2.0 1.2.0', '1.2.0 1.2.0', '1.2.0 1.2.0 --no-graphics', '1.2.0 1.2.0 --no-graphics']);
  expect(here.file('bad')).toBe('');
});

test('a pointer of rubbish, to nowhere, to a version without its program, to one half unpacked: the kiosk starts all the same', async () => {
  const here = machine();
  here.version('1.0.0', 'exit 0');
  mkdirSync(join(here.folder, 'versions/1.3.0'));
  mkdirSync(join(here.folder, 'versions/1.4.0.part'));
  here.put('proven', '1.0.0\n');
  for (const pointer of ['', '\n', '../../../bin/sh\n', '1.3.0\n', '1.4.0.part\n', '9.9.9\n', '$(touch x)\n', '* \n', '-e\n', 'installed/../x\n', '\u0000\u0001\n']) {
    here.put('current', pointer);
    rmSync(join(here.folder, 'starts'), { force: true });
    expect([pointer, await launch(here), here.started().at(-1)]).toEqual([pointer, 0, '1.0.0 1.0.0']);
  }
  for (const starts of ['', 'x', '1.0.0', '1.0.0 x', '1.0.0 -1', '1.0.0 99999999999999999999']) {
    here.put('starts', starts);
    rmSync(join(here.folder, 'bad'), { force: true });
    expect(await launch(here)).toBe(0);
    expect(here.started().at(-1)).toMatch(/^(1\.0\.0 1\.0\.0|installed installed)$/);
  }
  // The whole folder is gone.
  rmSync(here.folder, { recursive: true });
  expect([await launch(here), here.started().at(-1)]).toEqual([0, 'installed installed']);
});

test('a disk that takes nothing: the kiosk starts, and a version that fails is still given up', async () => {
  const here = machine();
  here.version('1.0.0', 'exit 0');
  here.version('1.2.0', 'exit 1');
  here.put('proven', '1.0.0\n');
  here.put('current', '1.2.0\n');
  // Whoever is root writes everywhere: a folder in the place of each file that is written stops everybody.
  for (const name of ['starts', 'bad', 'current']) mkdirSync(join(here.folder, `${name}.launch`));
  expect(await launch(here)).toBe(0);
  expect(here.started()).toEqual(['1.2.0 1.2.0', '1.2.0 1.2.0 --failures=1', '1.2.0 1.2.0 --failures=2', '1.0.0 1.0.0']);
  expect([here.file('current'), here.file('bad')]).toEqual(['1.2.0\n', '']);
});

test('a new version that hangs is ended and counts; one that is well is left alone', async () => {
  const here = machine();
  here.version('1.0.0', 'exit 0');
  here.version('1.2.0', 'exec sleep 60');
  here.put('proven', '1.0.0\n');
  here.put('current', '1.2.0\n');
  expect(await launch(here, { KUAIZHAO_WELL_S: '1' })).toBe(0);
  expect([here.started().filter((line) => line.startsWith('1.2.0')).length, here.file('bad')]).toEqual([3, '1.2.0\n']);
  here.version('1.3.0', 'echo 1.3.0 >> "$KUAIZHAO_FOLDER/proven"; sleep 2.5; exit 0');
  here.put('current', '1.3.0\n');
  expect(await launch(here, { KUAIZHAO_WELL_S: '1' })).toBe(0);
  expect(here.started().filter((line) => line.startsWith('1.3.0'))).toHaveLength(1);
});

test('told to end, it ends its kiosk and then itself, and starts nothing more', async () => {
  const here = machine();
  here.version('1.2.0', `trap 'echo ended >> "${here.root}/ended"; exit 0' TERM; echo up > "${here.root}/up"; while :; do sleep 0.05; done`);
  here.put('current', '1.2.0\n');
  const child = begin(here);
  await expect.poll(() => existsSync(join(here.root, 'up')), { timeout: 10_000 }).toBe(true);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(readFileSync(join(here.root, 'ended'), 'utf8')).toBe('ended\n');
  expect(here.started()).toHaveLength(1);
});

test('called wrongly it says how; its grammar is that of every shell', () => {
  expect(() => execFileSync('sh', [launcher], { stdio: 'pipe' })).toThrow('usage: launch.sh FOLDER INSTALLED');
  expect(execFileSync('sh', ['-n', launcher], { encoding: 'utf8' })).toBe('');
});
