/* The city's own map under its halls, at the desk and on the wall, with its 审图号: a picture made here, of no place on earth. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violations } from '../../display-board/stage/axe.ts';
import { openFace, settled } from '../../display-board/stage/face-page.ts';
import { eventually } from '../../flows/stage/eventually.ts';
import { samplePin, startSampleCity, type SampleCity } from '../../town/sample-city/sample-city.ts';
import { expectPicture } from '../approved.ts';
import { launchBrowser } from '../browser.ts';
import { smallLetters } from './small-letters.ts';

const at = Date.parse('2026-11-21T06:00:00+08:00');
const approval = '样S(2026)001号';
let dir: string;
let sample: SampleCity;
let browser: Browser;

/** Paper with a river, a lake and two roads, none of which flows or leads anywhere. */
function noPlace(): Buffer {
  const png = new PNG({ width: 1_000, height: 560 });
  const paint = (index: number, [red, green, blue]: readonly [number, number, number]): void => { png.data.set([red, green, blue, 255], index * 4); };
  for (let y = 0; y < png.height; y += 1) {
    for (let x = 0; x < png.width; x += 1) {
      const river = Math.abs(y - 150 - 40 * Math.sin(x / 120)) < 14;
      const lake = ((x - 640) / 90) ** 2 + ((y - 420) / 46) ** 2 < 1;
      const road = Math.abs(y - 330 + x / 9) < 5 || Math.abs(x - 420 - y / 6) < 5;
      paint(y * png.width + x, river || lake ? [190, 214, 235] : road ? [255, 255, 255] : [236, 232, 222]);
    }
  }
  return PNG.sync.write(png);
}

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'kuaizhao-map-pictures-'));
  const file = join(dir, 'map.png');
  writeFileSync(file, noPlace());
  [sample, browser] = await Promise.all([startSampleCity({ dir, operations: 40, days: 3, now: () => at, map: { file, approval } }), launchBrowser()]);
  await eventually('every hall has told all', () => sample.caughtUp());
}, 120_000);
afterAll(async () => {
  await browser.close();
  await sample.close();
  rmSync(dir, { recursive: true, force: true });
});

const approved = (name: string): string => join(import.meta.dirname, 'approved', `${name}.png`);
const drawn = async (page: Page): Promise<Buffer> => {
  await page.getByText(`审图号 ${approval}`).waitFor();
  await page.locator('.schematic image').waitFor({ state: 'attached' });
  await page.evaluate(async () => {
    const map = new Image();
    map.src = '/map';
    await map.decode();
  });
  await settled(page);
  return page.screenshot({ animations: 'disabled', caret: 'hide' });
};

test('F24 the desk’s map page on the city’s own map, with its 审图号', async () => {
  const { page, troubles } = await openFace(browser, { url: `${sample.city.urls.city}/#desk`, width: 1440, height: 900, at });
  await page.getByText('主管样例').click();
  await page.keyboard.type(samplePin);
  await page.keyboard.press('Enter');
  await page.locator('.schematic .hall').nth(14).waitFor();
  const picture = await drawn(page);
  expect([await violations(page), troubles]).toEqual([[], []]);
  expectPicture(picture, approved('desk-own-map'));
  await page.close();
});

test('F16 F24 the big screen on the city’s own map, with its 审图号', async () => {
  const { page, troubles } = await openFace(browser, { url: sample.city.urls.city, width: 1920, height: 1080, at, standing: true });
  await page.locator('.schematic .hall .name').nth(14).waitFor();
  const picture = await drawn(page);
  expect([await smallLetters(page), troubles]).toEqual([[], []]);
  expectPicture(picture, approved('screen-own-map'));
  await page.close();
});
