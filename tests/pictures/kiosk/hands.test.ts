/* Fingers on the built screens: what a tap says, what a keyboard can reach, and the real local page with its socket. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { servePage } from '@kuaizhao/kiosk/browser/serve-page.ts';
import type { Touch, KioskFace } from '@kuaizhao/kiosk/session/face.ts';
import { launchBrowser } from '../browser.ts';
import { faceOf, portrait, scenes, type Scene } from './faces.ts';
import { openKiosk, serveScreens, show, showScene, touches, type Served } from './stage.ts';

let browser: Browser;
let served: Served;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await launchBrowser();
  served = await serveScreens();
  ({ page, complaints } = await openKiosk(browser, served.url, portrait));
});
afterAll(async () => {
  await browser.close();
  await served.close();
});

const scene = (name: string): Scene => scenes.find((one) => one.name === name)!;
const told = async (name: string, ...labels: (string | RegExp)[]): Promise<Touch[]> => {
  await showScene(page, scene(name), portrait);
  await touches(page);
  for (const label of labels) await page.getByRole('button', { name: label }).first().tap();
  return touches(page);
};

describe('one tap, one touch', () => {
  test.each<[string, (string | RegExp)[], Touch[]]>([
    ['attract', [/我要招人/], [{ type: 'wantToHire' }]],
    ['attract', [/办业务取号/], [{ type: 'wantService' }]],
    ['attract', [/English/, /字大一点/], [{ type: 'language', language: 'en' }, { type: 'textStep', textStep: 1 }]],
    ['consent', ['同意'], [{ type: 'agree' }]],
    ['consent', ['不同意'], [{ type: 'decline' }]],
    ['consent', ['我是来招人的'], [{ type: 'wantToHire' }]],
    ['phone', ['5', '删除', '不留，跳过', '下一步', '返回'], [{ type: 'digit', digit: '5' }, { type: 'erase' }, { type: 'skip' }, { type: 'next' }, { type: 'back' }]],
    ['trades', ['保洁', '小工', /取号/], [{ type: 'toggleTrade', trade: '0301' }, { type: 'toggleTrade', trade: '0101' }, { type: 'next' }]],
    ['trades-none', ['结束'], [{ type: 'end' }]],
    ['services', [/技能培训/], [{ type: 'service', code: 'training' }]],
    ['who-am-i', [/老孙家常菜馆/], [{ type: 'employer', employerId: 'e2' }]],
    ['who-am-i', [/我自己家/], [{ type: 'household' }]],
    ['promise', ['同意，我承诺'], [{ type: 'agree' }]],
    ['number-can-reprint', ['重新打印', '好了'], [{ type: 'reprint' }, { type: 'end' }]],
    ['posted', ['好了'], [{ type: 'end' }]],
    ['minor', ['知道了'], [{ type: 'end' }]],
    ['refused-term', ['返回修改'], [{ type: 'back' }]],
    ['idle-warning', ['继续办理'], [{ type: 'continue' }]],
    ['job-trade', ['瓦工'], [{ type: 'setTerms', terms: { trade: '0102' } }]],
    ['job-headcount', ['8 人', '多招一人', '下一步'], [{ type: 'setTerms', terms: { headcount: 8 } }, { type: 'setTerms', terms: { headcount: 6 } }, { type: 'next' }]],
    ['job-pay', ['¥300', '每小时'], [{ type: 'setTerms', terms: { pay: { kind: 'fixed', amountFen: 30_000, unit: 'day' } } }, { type: 'setTerms', terms: { pay: { kind: 'fixed', amountFen: 30_000, unit: 'hour' } } }]],
    ['job-pay', ['面议'], [{ type: 'setTerms', terms: { pay: { kind: 'negotiable' } } }]],
    ['job-settlement', ['干完就结'], [{ type: 'setTerms', terms: { settlement: 'done' } }, { type: 'next' }]],
    ['job-length', ['10 小时'], [{ type: 'setTerms', terms: { hoursPerDay: 10 } }]],
    ['job-place', ['泺口'], [{ type: 'setTerms', terms: { place: '泺口' } }, { type: 'next' }]],
    ['job-provided', [/给工具/], [{ type: 'setTerms', terms: { tools: true } }]],
    ['job-hazards', ['动火'], [{ type: 'setTerms', terms: { hazards: ['height', 'dust', 'hotWork'] } }]],
    ['job-hazards', ['没有危险'], [{ type: 'setTerms', terms: { hazards: ['none'] } }]],
    ['job-insurance', ['没有保险'], [{ type: 'setTerms', terms: { insurance: 'none' } }, { type: 'next' }]],
    ['job-bay', ['5号车位'], [{ type: 'setTerms', terms: { bay: '5号车位' } }]],
    ['job-bay', ['没有车'], [{ type: 'skip' }]],
    ['job-plate', ['鲁', 'B', '7', '7', '7', '7', '7', '下一步'], [{ type: 'setTerms', terms: { plate: '鲁B77777' } }, { type: 'next' }]],
    ['job-check', [/发布，打印招工单/], [{ type: 'next' }]],
    ['job-check', [/^危险/], [{ type: 'back' }]],
  ])('%s: %s', async (name, labels, expected) => {
    const exact = labels.map((label) => (typeof label === 'string' ? new RegExp(`^${label}$`) : label));
    expect(await told(name, ...exact)).toEqual(expected);
  });
});

test('a button that leads nowhere yet says nothing', async () => {
  await showScene(page, scene('job-check-missing'), portrait);
  expect(await page.getByRole('button', { name: /发布/ }).isDisabled()).toBe(true);
  await showScene(page, scene('phone-empty'), portrait);
  expect(await page.getByRole('button', { name: '下一步' }).isDisabled()).toBe(true);
});

test('a keyboard reaches the way on, and the focus is seen', async () => {
  await showScene(page, scene('consent'), portrait);
  await page.locator('body').click({ position: { x: 5, y: 500 } });
  for (let presses = 0; presses < 12; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement?.textContent === '同意')) break;
  }
  const outline = await page.evaluate(() => (document.activeElement === null ? '' : getComputedStyle(document.activeElement).outlineWidth));
  expect(Number.parseFloat(outline)).toBeGreaterThan(3);
  await touches(page);
  await page.keyboard.press('Enter');
  expect(await touches(page)).toEqual([{ type: 'agree' }]);
});

test('the page says its language and direction', async () => {
  await show(page, faceOf(scene('attract'), portrait, 'en', 0));
  expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual(['en', 'ltr']);
});

test('text of people is text: a name with markup is drawn as it is written', async () => {
  const name = '<img src=x onerror=alert(1)>&amp;{{n}}$t(do.end)';
  await show(page, faceOf({ name: 'x', screen: { at: 'whoAmI', employers: [{ employerId: 'e1', kind: 'enterprise', name }] } }, portrait, 'zh-CN', 0));
  expect(await page.locator('.tile .label').first().textContent()).toBe(name);
  await show(page, faceOf({ name: 'x', screen: { at: 'jobPlace', draft: {}, employerName: name } }, portrait, 'zh-CN', 0));
  expect(await page.locator('.employer').textContent()).toBe(`用工方：${name}`);
});

test('nothing was complained about on the way', () => expect(complaints).toEqual([]));

test('the local page: the first face is drawn, touches arrive, and a lost socket comes back', async () => {
  let face = faceOf(scene('attract'), portrait, 'zh-CN', 0);
  const listeners = new Set<(face: KioskFace) => void>();
  const heard: unknown[] = [];
  const doorkeeper = {
    face: () => face,
    onFace: (listener: (face: KioskFace) => void) => { listeners.add(listener); return () => { listeners.delete(listener); }; },
    touch: (touch: unknown) => { heard.push(touch); },
  };
  const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined } as unknown as Parameters<typeof servePage>[0]['log'];
  const first = await servePage({ open: () => Promise.resolve({ doorkeeper }), listen: { host: '127.0.0.1', port: 0 }, log });
  const local = await browser.newPage({ viewport: { width: portrait.width, height: portrait.height } });
  try {
    await local.goto(first.url);
    await local.getByRole('button', { name: /我要招人/ }).click();
    await expect.poll(() => heard).toEqual([{ type: 'wantToHire' }]);
    face = faceOf(scene('employer-card'), portrait, 'zh-CN', 0);
    for (const listener of listeners) listener(face);
    await local.getByRole('heading', { name: '招人' }).waitFor();
    await first.close();
    face = faceOf(scene('services'), portrait, 'zh-CN', 0);
    const again = await servePage({ open: () => Promise.resolve({ doorkeeper }), listen: { host: '127.0.0.1', port: Number(new URL(first.url).port) }, log });
    await local.getByRole('heading', { name: '您要办什么？' }).waitFor({ timeout: 15_000 });
    await again.close();
  } finally {
    await local.close();
  }
});
