/* The voice in a real browser: what a screen plays when it appears, that it can be heard again, and that one screen never talks over the next. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saidBy } from '@kuaizhao/kiosk/voice/said.ts';
import { launchBrowser } from '../browser.ts';
import { faceOf, portrait, scenes, type Scene } from './faces.ts';
import { openKiosk, serveScreens, show, type Served } from './stage.ts';

declare global {
  interface Window { heldSounds?: { started: number; stopped: number } }
}

let browser: Browser;
let served: Served;
let page: Page;
let complaints: string[];
const fetched: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  served = await serveScreens();
  ({ page, complaints } = await openKiosk(browser, served.url, portrait));
  page.on('response', (response) => { if (response.url().includes('/voice/')) fetched.push(`${response.status()} ${new URL(response.url()).pathname.split('/').at(-1) ?? ''}`); });
  await page.evaluate(() => {
    const sounds = { started: 0, stopped: 0 };
    window.heldSounds = sounds;
    // Counted on the way: each clip that begins, and each that is cut off.
    const counted = (name: 'start' | 'stop', count: () => void): void => {
      const real: (when?: number) => void = Reflect.get(AudioBufferSourceNode.prototype, name);
      Reflect.set(AudioBufferSourceNode.prototype, name, function (this: AudioBufferSourceNode, when?: number) {
        count();
        real.call(this, when);
      });
    };
    counted('start', () => { sounds.started += 1; });
    counted('stop', () => { sounds.stopped += 1; });
  });
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

const scene = (name: string): Scene => scenes.find((one) => one.name === name)!;
const sounds = (): Promise<{ started: number; stopped: number } | undefined> => page.evaluate(() => window.heldSounds);
const pieces = (name: string, language: string): number => saidBy(faceOf(scene(name), portrait, language, 0), undefined).flat().length;
const shown = (name: string, language = 'zh-CN', volume = 0.8): Promise<void> => show(page, { ...faceOf(scene(name), portrait, language, 0), volume });

test('§6 every prompt can be heard: it is said when the screen appears, again at a tap, and stops with the screen', async () => {
  await shown('attract');
  expect(await sounds()).toEqual({ started: 0, stopped: 0 });
  // The first touch lets the browser make sound.
  await page.getByRole('button', { name: /再听一遍/ }).tap();
  const attract = pieces('attract', 'zh-CN');
  await expect.poll(sounds).toMatchObject({ started: attract });
  await shown('number-printing');
  const number = pieces('number-printing', 'zh-CN');
  await expect.poll(sounds).toMatchObject({ started: attract + number, stopped: attract });
  await shown('number-printing');
  await page.getByRole('button', { name: /再听一遍/ }).tap();
  await expect.poll(sounds).toMatchObject({ started: attract + 2 * number, stopped: attract + number });
  await shown('number-printing', 'en');
  await expect.poll(sounds).toMatchObject({ started: attract + 2 * number + pieces('number-printing', 'en') });
  expect(fetched.filter((one) => !one.startsWith('200'))).toEqual([]);
  expect(fetched.filter((one) => one.endsWith('manifest.json'))).toHaveLength(2);
});

test('§6 a kiosk set to silent says nothing and offers nothing to hear', async () => {
  await shown('attract');
  const before = await sounds();
  await shown('consent', 'zh-CN', 0);
  expect(await page.getByRole('button', { name: /再听一遍/ }).count()).toBe(0);
  expect((await sounds())?.started).toBe(before?.started);
});

test('a language without a pack, and a clip that does not come, are silence and not a fault', async () => {
  await page.route('**/voice/**', (route) => route.abort());
  await shown('minor');
  await page.unroute('**/voice/**');
  await shown('take-card', 'ug');
  await page.waitForLoadState('networkidle');
  expect(complaints.filter((one) => !one.includes('Failed to load resource'))).toEqual([]);
});
