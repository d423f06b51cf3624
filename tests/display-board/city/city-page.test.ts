/* The city's page in a real browser: live figures, a late hall, the hub lost and back, a message of another version. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { cityFiguresSchema, cityNamespace } from '@kuaizhao/sync-agent/contract/figures.ts';
import { launchBrowser } from '../../pictures/browser.ts';
import { openFace, type FacePage } from '../stage/face-page.ts';
import { openStage, type Stage } from '../stage/face-stage.ts';
import { at0531, cityFigures } from '../stage/morning.ts';

let browser: Browser;
let stage: Stage;
let face: FacePage;

beforeAll(async () => { browser = await launchBrowser(); });
afterAll(async () => { await browser.close(); });
beforeEach(async () => {
  stage = await openStage({ face: 'city', namespace: cityNamespace, onConnect: (socket) => { socket.emit('figures', cityFiguresSchema.parse(cityFigures())); } });
  face = await openFace(browser, { url: stage.url, width: 1366, height: 768, at: at0531 });
  await face.page.locator('.city').waitFor();
});
afterEach(async () => {
  await face.page.close();
  await stage.close();
  if (face.troubles.length > 0) throw new Error(face.troubles.join('\n'));
});

test('totals, halls with the age of their data, trades by size', async () => {
  expect(await face.page.locator('.totals .hires b').textContent()).toBe('1,884');
  expect(await face.page.locator('tr.late').textContent()).toContain('13分钟前');
  expect(await face.page.locator('tr.never td.seekers').textContent()).toBe('—');
  expect(await face.page.locator('.trades li b').allTextContents()).toEqual(['小工', '普工', '瓦工', '搬运工', '农活', '保洁', '餐饮帮工', '电焊工', '水电工']);
});

test('new figures are there at once; nobody seeks: no ratio instead of a wrong one', async () => {
  const none = { seekers: 0, waiting: 0, jobs: 1, places: 4, placesLeft: 4, hires: 0 };
  stage.tell('figures', cityFiguresSchema, cityFigures({ version: 8, totals: { ...none, ratio: null }, halls: [], byTrade: [] }));
  await face.page.getByText('还没有市场接入').waitFor();
  expect(await face.page.locator('.totals .ratio b').textContent()).toBe('—');
});

test('the hub lost and back', async () => {
  await stage.leave();
  await face.page.getByText('连接中断，数据停在 05:31').waitFor();
  expect(await face.page.locator('tbody tr').count()).toBe(5);
  await stage.comeBack();
  await face.page.locator('.banner').waitFor({ state: 'detached' });
});

test('a message of another version changes nothing', async () => {
  for (const socket of stage.sockets) socket.emit('figures', { ...cityFigures(), halls: [{ name: 'x' }] });
  await face.page.getByText('页面版本不对').waitFor();
  expect(await face.page.locator('tbody tr').count()).toBe(5);
});
