/* `npm run kiosk` as a process: the ready line, the end on SIGTERM, and one clear line with exit code 2 for every mistake. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findElectron, runElectron } from '@kuaizhao/kiosk/run-electron.ts';

const root = resolve(import.meta.dirname, '../../..');
let folder = '';
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'kiosk-main-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const good = { deviceId: 'kiosk-1', agent: { url: 'http://127.0.0.1:9', key: 'no-agent-is-here' }, reader: 'simulator', printer: 'simulator', printerId: 'printer-1', data: 'data' };
function write(config: object | string): string {
  const path = join(folder, 'kiosk.json');
  writeFileSync(path, typeof config === 'string' ? config : JSON.stringify(config));
  return path;
}

interface Run { readonly pid: number | undefined; readonly firstLine: Promise<string>; readonly end: Promise<{ code: number | null; out: string; errors: string }>; kill(): void }
function run(...args: string[]): Run {
  const child = spawn(process.execPath, [join(root, 'kiosk/main.ts'), ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let errors = '';
  child.stderr.on('data', (text: Buffer) => { errors += text.toString(); });
  const firstLine = new Promise<string>((give) => {
    child.stdout.on('data', (text: Buffer) => {
      out += text.toString();
      if (out.includes('\n')) give(out.split('\n')[0] ?? '');
    });
  });
  const end = new Promise<{ code: number | null; out: string; errors: string }>((give) => { child.once('close', (code) => give({ code, out, errors })); });
  return { pid: child.pid, firstLine, end, kill: () => { child.kill('SIGTERM'); } };
}

test('serves, says so in one line, logs JSON lines, ends on SIGTERM', async () => {
  const kiosk = run('--config', write(good), '--browser');
  const ready = JSON.parse(await kiosk.firstLine) as { ready: boolean; urls: { kiosk: string; dev: string }; pid: number };
  expect(ready).toMatchObject({ ready: true, pid: kiosk.pid });
  expect((await fetch(ready.urls.kiosk)).headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await (await fetch(`${ready.urls.dev}people`)).json()).toContainEqual({ id: 'worker-1', note: '瓦工', name: '张建国', odd: false });
  const placed = await fetch(`${ready.urls.dev}card`, { method: 'POST', body: JSON.stringify({ person: 'worker-1' }) });
  expect(await placed.json()).toEqual({ ok: true });
  kiosk.kill();
  const { code, out, errors } = await kiosk.end;
  expect(code).toBe(0);
  expect(out.trim().split('\n')).toHaveLength(1);
  expect(errors.trim().split('\n').map((line) => JSON.parse(line) as { process: string }).every((line) => line.process === 'kiosk')).toBe(true);
  expect(errors).not.toContain('张建国');
});

test('mistakes in the configuration', async () => {
  const mistakes: readonly (readonly [string, RegExp])[] = [
    [write({ ...good, colour: 'blue' }), /kiosk\.json: \(top\): unknown key colour/],
    ['/no/such/kiosk.json', /cannot be read/],
  ];
  for (const [path, line] of mistakes) {
    const { code, out, errors } = await run('--config', path, '--browser').end;
    expect([code, out, errors.trim().split('\n')]).toEqual([2, '', [expect.stringMatching(line)]]);
  }
  const notJson = await run('--config', write('{'), '--browser').end;
  expect([notJson.code, notJson.errors.trim().split('\n')]).toEqual([2, [expect.stringContaining('is not JSON')]]);
});

test('a busy port', async () => {
  const busy = createServer();
  await new Promise<void>((done) => { busy.listen(0, '127.0.0.1', done); });
  const { code, errors } = await run('--config', write({ ...good, listen: { host: '127.0.0.1', port: (busy.address() as AddressInfo).port } }), '--browser').end;
  busy.close();
  expect([code, errors.trim().split('\n')]).toEqual([2, [expect.stringContaining('port of listen is busy')]]);
});

test('no arguments; an argument that is none', async () => {
  expect(await run().end).toMatchObject({ code: 2, errors: expect.stringContaining('usage: npm run kiosk') as string });
  expect(await run('--window').end).toMatchObject({ code: 2 });
});

test('the Electron binary is looked for and never fetched', () => {
  expect(findElectron(join(folder, 'nothing'))).toBeUndefined();
  writeFileSync(join(folder, 'path.txt'), 'electron');
  expect(findElectron(folder)).toBeUndefined();
});

test('what failed or was asked to begin anew is started again with its count; the end is the end', async () => {
  const told = join(folder, 'told');
  const binary = join(folder, 'electron');
  // Ends with one code after the other, and writes down how it was called.
  writeFileSync(binary, `#!/bin/sh\necho "$*" >> ${told}\ncase $(wc -l < ${told}) in 1) exit 76;; 2) exit 77;; 3) exit 75;; *) exit 0;; esac\n`, { mode: 0o755 });
  expect(await runElectron(binary, 'kiosk.json', 'main.js')).toBe(0);
  expect(readFileSync(told, 'utf8').trim().split('\n')).toEqual([
    'main.js --config kiosk.json', 'main.js --config kiosk.json --failures=1', 'main.js --config kiosk.json --failures=2 --no-graphics', 'main.js --config kiosk.json',
  ]);
});
