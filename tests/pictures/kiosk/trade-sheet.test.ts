/* All trades on one sheet: each with its own drawing and its word, in one style. */
import { join } from 'node:path';
import { createElement, type ComponentProps } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tradeGroups, trades, type Trade } from '@kuaizhao/db/domain/trades/trade.ts';
import { Drawing } from '@kuaizhao/kiosk/kit/pictures/drawing.tsx';
import { tradePictures } from '@kuaizhao/kiosk/kit/pictures/trade-picture.tsx';
import { furtherDrawings } from '@kuaizhao/kiosk/kit/pictures/trades/further.tsx';
import { expectPicture } from '../approved.ts';
import { launchBrowser, requirePictureFont } from '../browser.ts';
import { portrait } from './faces.ts';
import { openKiosk, serveScreens, type Served } from './stage.ts';

let browser: Browser;
let served: Served;

beforeAll(async () => {
  browser = await launchBrowser();
  await requirePictureFont(browser);
  served = await serveScreens();
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

function drawn({ picture }: Trade): string {
  const common = tradePictures[picture];
  const props: ComponentProps<typeof Drawing> = common === undefined ? { className: 'fine', field: 96, children: furtherDrawings[picture] } : { children: common };
  return renderToStaticMarkup(createElement(Drawing, props));
}

test('F4 every trade has a picture of its own, and no two are the same', () => {
  const names = new Set([...Object.keys(tradePictures), ...Object.keys(furtherDrawings)]);
  expect(trades().filter((trade) => !names.has(trade.picture)).map((trade) => trade.zh)).toEqual([]);
  expect(new Set(trades().map(drawn)).size).toBe(trades().length);
  expect([...names].filter((name) => !trades().some((trade) => trade.picture === name))).toEqual([]);
});

test.each([['normal', ''], ['high', '.high']] as const)('F4 the sheet of all trades, contrast %s', async (contrast, suffix) => {
  const { page } = await openKiosk(browser, served.url, portrait);
  await page.setViewportSize({ width: 1400, height: 1640 });
  const tiles = tradeGroups.flatMap((group) => group.trades).map((trade) => `<div class="tile shape-stack">${drawn(trade)}<span class="words"><span class="label">${trade.zh}</span></span></div>`);
  await page.evaluate(({ html, contrast }) => {
    document.documentElement.dataset['contrast'] = contrast;
    document.documentElement.style.setProperty('--mm', '2px');
    document.body.innerHTML = html;
  }, { html: `<div id="sheet">${tiles.join('')}</div>`, contrast });
  await page.locator('#sheet').evaluate((sheet: HTMLElement) => {
    sheet.style.cssText = 'display:grid;grid-template-columns:repeat(11,1fr);grid-auto-rows:150px;gap:12px;padding:16px';
  });
  const sheet = await page.screenshot();
  expect(() => expectPicture(sheet, join(import.meta.dirname, 'approved', `trade-sheet${suffix}.png`))).not.toThrow();
  await page.close();
});
