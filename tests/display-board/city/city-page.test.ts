/* The city's big screen in a real browser: live figures, silent and late halls, the hub lost and back, a message of another version, keys, and the size of a page in a hand. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { cityFiguresSchema, cityNamespace } from '@kuaizhao/sync-agent/contract/figures.ts';
import { cityWallSchema } from '@kuaizhao/sync-agent/contract/city/wall.ts';
import { launchBrowser } from '../../pictures/browser.ts';
import { openFace, type FacePage } from '../stage/face-page.ts';
import { openStage, type Stage } from '../stage/face-stage.ts';
import { at0531, cityFigures, cityWall } from '../stage/morning.ts';

let browser: Browser;
let stage: Stage;
let face: FacePage;

beforeAll(async () => { browser = await launchBrowser(); });
afterAll(async () => { await browser.close(); });
beforeEach(async () => {
  stage = await openStage({ face: 'city', namespace: cityNamespace, onConnect: (socket) => { socket.emit('figures', cityFiguresSchema.parse(cityFigures())); socket.emit('wall', cityWallSchema.parse(cityWall())); } });
  face = await openFace(browser, { url: stage.url, width: 1366, height: 768, at: at0531, standing: true });
  await face.page.locator('.schematic .hall').nth(3).waitFor();
});
afterEach(async () => {
  await face.page.close();
  await stage.close();
  if (face.troubles.length > 0) throw new Error(face.troubles.join('\n'));
});
const toHalls = async (): Promise<void> => {
  await face.page.keyboard.press('ArrowLeft');
  await face.page.locator('table.halls').waitFor();
};

test('F16 totals say whose old figures they hold; a silent hall has its age, one that never came has no figures', async () => {
  const { page } = face;
  expect(await page.locator('.totals .hires b').textContent()).toBe('1,884');
  expect(await page.locator('.old').textContent()).toBe('含 1 个失联市场的旧数，最早 05:18');
  expect(await page.locator('.schematic .silent').textContent()).toBe('西客站失联');
  expect(await page.locator('.schematic .crowded').textContent()).toBe('北园建筑拥挤 702人');
  expect(await page.locator('.map > p').textContent()).toContain('还有 1 个市场没有标在图上');
  await toHalls();
  expect(await page.locator('tr.late .state').textContent()).toBe('失联13分钟');
  expect(await page.locator('tbody tr').nth(1).locator('.state').textContent()).toBe('拥挤 晚3分钟');
  expect(await page.locator('tr.never td.waiting').textContent()).toBe('—');
});

test('F16 a city that began this week says for how many days it has lines, days without records between them too', async () => {
  const { page } = face;
  const title = page.locator('.beside .card').nth(1).locator('h2');
  const told = cityWall();
  const [first, , , last] = told.days.slice(-4);
  for (const [days, said] of [[told.days.slice(-4), '最近 4 天'], [[last], '最近 1 天'], [[first, last], '最近 4 天']] as const) {
    for (const socket of stage.sockets) socket.emit('wall', cityWallSchema.parse({ ...told, days }));
    await expect.poll(() => title.textContent()).toBe(said);
  }
});

test('F16 pages turn by themselves, stand still by the space bar, and are turned by the arrows', async () => {
  const { page } = face;
  const title = (): Promise<string | null> => page.locator('.hall-list h2').textContent();
  const days = page.locator('.beside .card').nth(1).locator('h2');
  expect([await title(), await days.textContent()]).toEqual(['今天成交最多1 / 3', '最近 30 天']);
  await page.clock.runFor(9_000);
  // Lines stand twice as long as rows.
  expect([await title(), await days.textContent()]).toEqual(['今天招满率最高2 / 3', '最近 30 天']);
  await page.clock.runFor(8_000);
  expect([await title(), await days.textContent()]).toEqual(['各市场现在3 / 3', '求人倍率，最近 30 天']);
  await page.keyboard.press('Space');
  await page.clock.runFor(60_000);
  expect(await title()).toBe('各市场现在已停住');
  await page.keyboard.press('ArrowLeft');
  expect(await title()).toBe('今天招满率最高已停住');
  await page.keyboard.press('Space');
  await page.clock.runFor(9_000);
  expect(await title()).toBe('各市场现在3 / 3');
  await page.keyboard.press('ArrowRight');
  // Whoever turned by hand has time to read.
  await page.clock.runFor(20_000);
  expect(await title()).toBe('今天成交最多1 / 3');
});

test('new figures are there at once; nobody seeks: no ratio instead of a wrong one', async () => {
  const none = { seekers: 0, waiting: 0, jobs: 1, places: 4, placesLeft: 4, hires: 0 };
  stage.tell('figures', cityFiguresSchema, cityFigures({ version: 8, totals: { ...none, ratio: null }, halls: [], byTrade: [] }));
  await face.page.getByText('还没有市场接入').waitFor();
  expect(await face.page.locator('.totals .ratio b').textContent()).toBe('—');
});

test('F16 a map with its approval number shows it, and the thresholds of the staff say what is a crowd', async () => {
  await face.page.route('**/map', (route) => route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' }));
  stage.tell('wall', cityWallSchema, cityWall({ mapApproval: '鲁S(2024)001号', crowdedFrom: 300 }));
  await face.page.getByText('审图号 鲁S(2024)001号').waitFor();
  expect(await face.page.locator('.schematic image').getAttribute('href')).toBe('/map');
  expect(await face.page.locator('.schematic .crowded').count()).toBe(2);
});

test('F16 the hub lost and back: the figures stay, with their age', async () => {
  await stage.leave();
  await face.page.getByText('连接中断，数据停在 05:31').waitFor();
  await face.page.clock.runFor(180_000);
  await face.page.getByText('3分钟前').waitFor();
  expect(await face.page.locator('.totals .hires b').textContent()).toBe('1,884');
  expect(await face.page.locator('.schematic .hall').count()).toBe(4);
  await stage.comeBack();
  await face.page.clock.resume();
  await face.page.locator('.banner').waitFor({ state: 'detached' });
});

test('a message of another version changes nothing', async () => {
  for (const socket of stage.sockets) socket.emit('figures', { ...cityFigures(), halls: [{ name: 'x' }] });
  await face.page.getByText('页面版本不对').waitFor();
  await toHalls();
  expect(await face.page.locator('tbody tr').count()).toBe(5);
  for (const socket of stage.sockets) socket.emit('figures', cityFiguresSchema.parse(cityFigures()));
  await face.page.locator('.banner').waitFor({ state: 'detached' });
  for (const socket of stage.sockets) socket.emit('wall', { ...cityWall(), crowdedFrom: 0 });
  await face.page.getByText('页面版本不对').waitFor();
  expect(await face.page.locator('.schematic .hall').count()).toBe(4);
});

test('in a hand the parts stand below each other, and nothing has to be scrolled sideways', async () => {
  await face.page.setViewportSize({ width: 390, height: 844 });
  expect(await face.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(await face.page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('16px');
});
