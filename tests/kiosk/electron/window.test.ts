/* The built Electron main and preload, unchanged, on the stand-in: a face arrives, a touch goes up, and neither page nor keyboard can do anything else. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Doorway } from '@kuaizhao/kiosk/session/doorway.ts';
import type { KioskFace, Touch } from '@kuaizhao/kiosk/session/face.ts';
import { buildMain, goodConfig, startMain, type Main } from './start-main.ts';

const { folder, remove } = buildMain();
let main: Main;
let page: Page;

type KioskWindow = Window & { kuaizhao: Doorway; seen: KioskFace[] };

beforeAll(async () => {
  writeFileSync(join(folder, 'kiosk.json'), JSON.stringify(goodConfig));
  main = await startMain({ main: join(folder, 'electron/main.js'), config: join(folder, 'kiosk.json') });
  page = await main.page('/index.html');
});
afterAll(async () => {
  main?.process.kill('SIGKILL');
  remove();
});

const touch = (message: unknown): Promise<void> => page.evaluate((one) => (window as unknown as KioskWindow).kuaizhao.touch(one as Touch), message);
const at = (scene: string): Promise<void> => page.locator('h1', { hasText: new RegExp(`^${scene}$`) }).waitFor();

test('a face arrives and a touch goes up', async () => {
  expect(main.ready).toMatchObject({ ready: true, urls: { dev: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/dev\/$/) as string }, pid: main.process.pid });
  await at('attract');
  const face = await page.evaluate(() => (window as unknown as KioskWindow).seen.at(-1));
  expect(face).toMatchObject({ language: 'zh-CN', agentUp: false, screen: { at: 'attract' } });
  await touch({ type: 'wantToHire' });
  await at('cannotNow');
  await touch({ type: 'no such touch', agree: true });
  await touch({ type: 'back' });
  await at('attract');
  expect(main.errors()).toContain('touchNotUnderstood');
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
  await at('cannotNow');
  expect(page.url()).toBe(before);
  expect(await page.evaluate(() => new Promise((give) => { document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => give(effectiveDirective), { once: true }); const script = document.createElement('script'); script.textContent = 'window.broken = 1'; document.body.append(script); }))).toContain('script-src');
  await touch({ type: 'back' });
});

test('a touch from a frame inside the page is refused', async () => {
  await at('attract');
  await page.evaluate(() => new Promise((give) => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    const inside = frame.contentWindow as unknown as KioskWindow;
    inside.kuaizhao.touch({ type: 'wantToHire' });
    frame.remove();
    setTimeout(give);
  }));
  await expect.poll(() => main.errors()).toContain('touchFromElsewhere');
  expect(await page.locator('h1').textContent()).toBe('attract');
});

test('what is dropped on the page is not taken', async () => {
  const taken = await page.evaluate(() => ['dragover', 'drop'].map((type) => document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: new DataTransfer() }))));
  expect(taken).toEqual([false, false]);
});

test('lock-down: the window is the whole screen, keys and Alt+F4 do nothing, the display stays awake', async () => {
  const told = await main.tell();
  expect(told.windows).toEqual([expect.objectContaining({ kiosk: true, visible: true, preload: true, url: 'kuaizhao://screens/index.html' })]);
  expect(told).toMatchObject({ powerSave: 'prevent-display-sleep', graphics: true });
  expect(told.switches).toContain('--disable-pinch');
  await page.evaluate(() => { Reflect.set(window, 'keys', []); addEventListener('keydown', ({ key }) => (Reflect.get(window, 'keys') as string[]).push(key)); });
  const refused = [{ key: 'F5' }, { key: 'r', control: true }, { key: '+', control: true }, { key: 'p', control: true }, { key: 'F4', alt: true }, { key: 'w', control: true }, { key: 'BrowserBack' }];
  for (const key of [...refused, { key: '7' }]) await main.act({ do: 'key', window: 0, ...key });
  await expect.poll(() => page.evaluate(() => Reflect.get(window, 'keys') as string[])).toEqual(['7']);
  await main.act({ do: 'close', window: 0 });
  expect((await main.tell()).windows).toHaveLength(1);
});

test('a second program with the same data is refused, and the first comes to the front', async () => {
  await expect(startMain({ main: join(folder, 'electron/main.js'), config: join(folder, 'kiosk.json') })).rejects.toThrow('another kiosk runs with the same data directory');
  await expect.poll(async () => (await main.tell()).windows[0]?.focused).toBe(1);
});

test('SIGTERM ends it cleanly', async () => {
  main.process.kill('SIGTERM');
  expect(await main.ended).toBe(0);
});

test('a window that is not the whole screen may be closed, and that ends the kiosk', async () => {
  writeFileSync(join(folder, 'kiosk.json'), JSON.stringify({ ...goodConfig, screen: { ...goodConfig.screen, fullScreen: false } }));
  const small = await startMain({ main: join(folder, 'electron/main.js'), config: join(folder, 'kiosk.json') });
  await small.act({ do: 'close', window: 0 });
  expect(await small.ended).toBe(0);
});
