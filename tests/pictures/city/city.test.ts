/* How the city's live page looks: a morning with a late hall and one that has not come yet, and the hub lost. */
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cityFiguresSchema } from '@kuaizhao/sync-agent/contract/figures.ts';
import { openFace, settled } from '../../display-board/stage/face-page.ts';
import { openStage, type Stage } from '../../display-board/stage/face-stage.ts';
import { at0531, cityFigures } from '../../display-board/stage/morning.ts';
import { expectPicture } from '../approved.ts';
import { launchBrowser } from '../browser.ts';

let browser: Browser;
let stage: Stage;

beforeAll(async () => {
  browser = await launchBrowser();
  stage = await openStage({ face: 'city', namespace: '/city', onConnect: (socket) => { socket.emit('figures', cityFiguresSchema.parse(cityFigures())); } });
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});

const approved = (name: string): string => join(import.meta.dirname, 'approved', `${name}.png`);

test('a morning, then the hub lost', async () => {
  const { page, troubles } = await openFace(browser, { url: stage.url, width: 1440, height: 900, at: at0531 });
  await page.locator('.city').waitFor();
  await settled(page);
  expectPicture(await page.screenshot(), approved('morning'));
  await stage.leave();
  await page.locator('.banner').waitFor();
  await page.clock.pauseAt(at0531 + 95_000);
  expectPicture(await page.screenshot(), approved('hub-lost'));
  expect(troubles).toEqual([]);
  await stage.comeBack();
});
