/* The built Electron main and preload, unchanged, on the stand-in: a face arrives, a touch goes up, and the page can do nothing else. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Doorway } from '@kuaizhao/kiosk/session/doorway.ts';
import type { KioskFace, Touch } from '@kuaizhao/kiosk/session/face.ts';

const root = resolve(import.meta.dirname, '../../..');
// Inside kiosk/dist, so that the built main finds its libraries as it does in its own place.
const built = join(root, 'kiosk/dist');
let folder = '';
let main: ChildProcess;
let browser: Browser;
let page: Page;
let errors = '';
let ready: unknown;

type KioskWindow = Window & { kuaizhao: Doorway; seen: KioskFace[] };

const testPage = `<!doctype html><meta charset="utf-8"><title>test</title><h1></h1><script type="module" src="./page.js"></script>`;
const testScript = `window.seen = []; window.end = kuaizhao.onFace((face) => { seen.push(face); document.querySelector('h1').textContent = face.screen.at; });`;

const freePort = (): Promise<number> => new Promise((give) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    server.close(() => give(port));
  });
});

beforeAll(async () => {
  mkdirSync(built, { recursive: true });
  folder = mkdtempSync(join(built, 'test-window-'));
  const vite = spawnSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '-c', 'kiosk/electron/vite.config.ts', '--outDir', join(folder, 'electron'), '--logLevel', 'error'], { cwd: root, encoding: 'utf8' });
  if (vite.status !== 0) throw new Error(vite.stderr);
  mkdirSync(join(folder, 'screens'));
  writeFileSync(join(folder, 'screens/index.html'), testPage);
  writeFileSync(join(folder, 'screens/page.js'), testScript);
  writeFileSync(join(folder, 'kiosk.json'), JSON.stringify({
    deviceId: 'kiosk-1', agent: { url: 'http://127.0.0.1:9', key: 'no-agent-is-here' }, reader: 'simulator', printer: 'simulator', printerId: 'printer-1', data: 'data',
    screen: { width: 540, height: 960, fullScreen: false },
  }));
  const port = await freePort();
  main = spawn(process.execPath, ['--import', join(import.meta.dirname, 'stand-in/register.ts'), join(folder, 'electron/main.js'), '--config', join(folder, 'kiosk.json')], {
    cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, STAND_IN_PORT: String(port) },
  });
  main.stderr?.on('data', (text: Buffer) => { errors += text.toString(); });
  const line = await new Promise<string>((give, fail) => {
    main.stdout?.once('data', (text: Buffer) => give(text.toString()));
    main.once('exit', () => fail(new Error(`main ended: ${errors}`)));
  });
  ready = JSON.parse(line);
  browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  page = browser.contexts().flatMap((context) => context.pages()).find((one) => one.url().endsWith('/index.html'))!;
});
afterAll(async () => {
  await browser?.close();
  main?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const touch = (message: unknown): Promise<void> => page.evaluate((one) => (window as unknown as KioskWindow).kuaizhao.touch(one as Touch), message);

test('a face arrives and a touch goes up', async () => {
  expect(ready).toMatchObject({ ready: true, urls: { dev: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/dev\/$/) as string }, pid: main.pid });
  await page.locator('h1', { hasText: 'attract' }).waitFor();
  const face = await page.evaluate(() => (window as unknown as KioskWindow).seen.at(-1));
  expect(face).toMatchObject({ language: 'zh-CN', agentUp: false, screen: { at: 'attract' } });
  await touch({ type: 'wantToHire' });
  await page.locator('h1', { hasText: 'employerCard' }).waitFor();
  await touch({ type: 'no such touch', agree: true });
  await touch({ type: 'back' });
  await page.locator('h1', { hasText: 'attract' }).waitFor();
  expect(errors).toContain('touchNotUnderstood');
});

test('the page reaches nothing but the doorway', async () => {
  expect(await page.evaluate(() => Object.keys((window as unknown as KioskWindow).kuaizhao).sort())).toEqual(['onFace', 'touch']);
  expect(await page.evaluate(() => [typeof Reflect.get(window, 'require'), typeof Reflect.get(window, 'process'), typeof Reflect.get(window, 'ipcRenderer')])).toEqual(['undefined', 'undefined', 'undefined']);
});

test('the page loads nothing from elsewhere, goes nowhere and opens nothing', async () => {
  const failed = await page.evaluate(async () => Promise.all(['http://127.0.0.1:9/', 'https://example.org/', '/../electron/main.js', '/nothing.js'].map((url) => fetch(url).then(({ ok }) => !ok, () => true))));
  expect(failed).toEqual([true, true, true, true]);
  const before = page.url();
  await page.evaluate(() => { location.href = 'https://example.org/'; });
  await page.evaluate(() => window.open('https://example.org/'));
  await touch({ type: 'wantToHire' });
  await page.locator('h1', { hasText: 'employerCard' }).waitFor();
  expect(page.url()).toBe(before);
  expect(await page.evaluate(() => new Promise((give) => { document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => give(effectiveDirective), { once: true }); const script = document.createElement('script'); script.textContent = 'window.broken = 1'; document.body.append(script); }))).toContain('script-src');
});

test('SIGTERM ends it cleanly', async () => {
  const ended = new Promise((give) => { main.once('exit', give); });
  main.kill('SIGTERM');
  expect(await ended).toBe(0);
});
