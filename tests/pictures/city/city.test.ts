/* How the city's big screen looks: a morning, the hub lost, and two hundred halls; each letter large enough for the wall, and nothing beyond its edges. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { cityFiguresSchema, type CityFigures } from '@kuaizhao/sync-agent/contract/figures.ts';
import { cityWallSchema, type CityWall } from '@kuaizhao/sync-agent/contract/city/wall.ts';
import { violations } from '../../display-board/stage/axe.ts';
import { openFace, settled, type FacePage } from '../../display-board/stage/face-page.ts';
import { openStage, type Stage } from '../../display-board/stage/face-stage.ts';
import { at0531, cityFigures, cityWall, manyHalls } from '../../display-board/stage/morning.ts';
import { expectPicture } from '../approved.ts';
import { launchBrowser } from '../browser.ts';
import { smallLetters } from './small-letters.ts';

let browser: Browser;
let stage: Stage;
let told: { readonly figures: CityFigures; readonly wall: CityWall };

beforeAll(async () => {
  browser = await launchBrowser();
  stage = await openStage({ face: 'city', namespace: '/city', onConnect: (socket) => { socket.emit('figures', cityFiguresSchema.parse(told.figures)); socket.emit('wall', cityWallSchema.parse(told.wall)); } });
});
beforeEach(() => { told = { figures: cityFigures(), wall: cityWall() }; });
afterAll(async () => {
  await browser.close();
  await stage.close();
});

const approved = (name: string): string => join(import.meta.dirname, 'approved', `${name}.png`);
const shot = async (page: Page): Promise<Buffer> => { await settled(page); return page.screenshot({ animations: 'disabled', caret: 'hide' }); };
/** The clock stands, so that no page turns before it is told to. */
const open = async (width = 1920, height = 1080, query = ''): Promise<FacePage> => {
  const face = await openFace(browser, { url: `${stage.url}${query}`, width, height, at: at0531, standing: true });
  const { page } = face;
  await page.locator('.hall-list tbody tr').first().waitFor();
  await page.locator('.days path').first().waitFor();
  return face;
};

test('F16 §6 a morning on the wall, each part of it in its turn, then the hub lost', async () => {
  const { page, troubles } = await open();
  expect(await smallLetters(page)).toEqual([]);
  expectPicture(await shot(page), approved('screen-morning'));
  for (const name of ['screen-filled', 'screen-halls']) {
    await page.keyboard.press('ArrowRight');
    expect(await smallLetters(page)).toEqual([]);
    expectPicture(await shot(page), approved(name));
  }
  await stage.leave();
  await page.locator('.banner').waitFor();
  await page.clock.runFor(90_000);
  expect(await smallLetters(page)).toEqual([]);
  expectPicture(await shot(page), approved('screen-lost'));
  // axe waits by the page's own clock.
  await page.clock.resume();
  expect([await violations(page), troubles]).toEqual([[], []]);
  await stage.comeBack();
  await page.locator('.banner').waitFor({ state: 'detached' });
  await page.close();
});

test('F16 two hundred halls: each mark on the map, no two words over each other, and every hall in the list within its turns', async () => {
  told = manyHalls(200);
  const { page, troubles } = await open();
  expect(await page.locator('.schematic .hall').count()).toBe(200);
  expect(await smallLetters(page)).toEqual([]);
  expectPicture(await shot(page), approved('screen-two-hundred'));
  const seen = new Set<string>();
  for (let turn = 0; turn < 27; turn += 1) {
    await page.keyboard.press('ArrowRight');
    if (await page.locator('table.halls').count() > 0) for (const name of await page.locator('table.halls tbody th').allTextContents()) seen.add(name);
  }
  expect(seen.size).toBe(200);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await page.locator('table.page').evaluate((table) => getComputedStyle(table).animationName)).toBe('none');
  await page.clock.resume();
  expect([await violations(page), troubles]).toEqual([[], []]);
  await page.close();
});

test('F16 the screen in English, and on four times the pixels', async () => {
  const { page } = await open(1920, 1080, '?lang=en');
  expect(await smallLetters(page)).toEqual([]);
  expectPicture(await shot(page), approved('screen-en'));
  await page.close();
  const large = await open(3840, 2160);
  expect(await smallLetters(large.page)).toEqual([]);
  await large.page.close();
});
