/* An erasure of the whole city from its desk: a real hub and two real halls of which one does it and one has no line, in a real browser; the list, the form, the receipt on the screen and as it is printed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import { startCity, type City } from '@kuaizhao/sync-agent/city/start-city.ts';
import { systemClock } from '@kuaizhao/sync-agent/hall/clock.ts';
import { startHall, type HallAgent } from '@kuaizhao/sync-agent/hall/hall-agent.ts';
import { hashPin } from '@kuaizhao/db/sealing/pin-hash.ts';
import { violations } from '../../display-board/stage/axe.ts';
import { openFace, settled } from '../../display-board/stage/face-page.ts';
import { testKey } from '../../fixtures/city/hall.ts';
import { newStaff, setOwnPins } from '../../fixtures/city-staff.ts';
import { hallSettings } from '../../fixtures/hall.ts';
import { person } from '../../fixtures/people.ts';
import { eventually } from '../../flows/stage/eventually.ts';
import { expectPicture } from '../approved.ts';
import { launchBrowser } from '../browser.ts';

const at = Date.parse('2026-11-21T09:30:00+08:00');
const pin = '246810';
const theirs = '975310';
const people = [{ staffId: 'supervisor-1', name: '主管样例', role: 'supervisor' as const, pin }, { staffId: 'supervisor-2', name: '另一位主管样例', role: 'supervisor' as const, pin: theirs }, { staffId: 'editor-1', name: '编辑员样例', role: 'editor' as const, pin }];
const halls = { 'jn-dongguan': '济南市历下区东关综合零工市场', 'jn-xinglong': '济南市市中区兴隆综合零工市场' };
const card = person(61);
const clerk: Actor = { role: 'console', staffId: 'clerk-1', staffRole: 'clerk' };
const logged: string[] = [];
const asked: string[] = [];
let dir: string;
let city: City;
let hall: HallAgent;
let browser: Browser;
let page: Page;
let troubles: string[];

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'kuaizhao-erasures-'));
  const log = pino({ level: 'trace' }, { write: (line: string) => { logged.push(line); } });
  city = await startCity({
    listen: { host: '127.0.0.1', port: 0 }, database: 'embedded', data: join(dir, 'city'), halls: Object.entries(halls).map(([hallId, name]) => ({ hallId, name, key: testKey(hallId) })),
    staff: await newStaff(people),
  }, log, { now: () => at });
  await setOwnPins(city.urls.city, people);
  hall = await startHall({
    hall: { ...hallSettings, hallId: 'jn-dongguan' }, listen: { host: '127.0.0.1', port: 0 }, data: join(dir, 'hall'), kiosks: [{ deviceId: 'kiosk-1', key: 'a key of a kiosk in tests', printer: 'printer-1' }],
    staff: [{ staffId: 'supervisor-1', name: '值班主管', role: 'supervisor', pin: await hashPin(pin) }], city: { url: city.urls.uplink, key: testKey('jn-dongguan') },
  }, log, { ...systemClock, now: () => at });
  browser = await launchBrowser();
  ({ page, troubles } = await openFace(browser, { url: `${city.urls.city}/#desk`, width: 1440, height: 900, at }));
  page.on('request', (request) => { asked.push(`${request.url()} ${request.postData() ?? ''}`); });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await hall.close();
  await city.close();
  rmSync(dir, { recursive: true, force: true });
});

const approved = (name: string): string => join(import.meta.dirname, 'approved', `${name}.png`);
/** An erasure's id is drawn anew each time: the picture shows one that is always the same. */
async function shot(): Promise<Buffer> {
  await page.locator('.erasure-id').evaluateAll((all) => { for (const one of all) one.textContent = '00000000-0000-4000-8000-000000000000'; });
  await settled(page);
  return page.screenshot({ animations: 'disabled', caret: 'hide', fullPage: true });
}
async function signIn(name: string): Promise<void> {
  await page.getByText(name, { exact: true }).click();
  await page.keyboard.type(pin);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '退出' }).waitFor();
}
const knows = (): boolean => hall.db.view.workerByNumber(card.number) !== undefined;

test('rule 14 F33 only a supervisor has the page of erasures', async () => {
  await signIn('编辑员样例');
  expect(await page.locator('header nav').textContent()).not.toContain('删除个人信息');
  await page.getByRole('button', { name: '退出' }).click();
  await signIn('主管样例');
  await page.locator('header nav').getByText('删除个人信息').click();
  await page.getByText('现在没有要等的').waitFor();
  expect(await violations(page)).toEqual([]);
});

test('rule 14 I11 the number typed unseen, then what it means, the own PIN and a second supervisor’s: the hall that has a line does it, the other is named as waiting, and the receipt says so', async () => {
  const answer = await hall.engine.handle({ type: 'registerWorker', commandId: 'register-61', card, consent: { textVersion: '2026-11', purposes: ['registration', 'sharing'] }, trades: ['0201'] }, clerk);
  expect(answer).toMatchObject({ ok: true });
  await page.getByRole('button', { name: '办理全市删除' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('身份证号').fill('110101199001011230');
  await dialog.getByText('证号不对').waitFor();
  expect(await dialog.getByRole('button', { name: '下一步' }).isDisabled()).toBe(true);
  await dialog.getByLabel('身份证号').fill(` ${card.number.toLowerCase()} `);
  await dialog.getByText('证号写法正确').waitFor();
  expect(await dialog.getByLabel('身份证号').getAttribute('type'), 'unseen').toBe('password');
  expect(await violations(page)).toEqual([]);
  expectPicture(await shot(), approved('erasure-number'));
  await dialog.getByRole('button', { name: '下一步' }).click();
  await dialog.getByText('删了就找不回来').waitFor();
  await dialog.getByLabel('请再输一次您的口令').fill('135790');
  expect(await dialog.getByRole('button', { name: '确认删除' }).isDisabled(), 'nobody stands beside').toBe(true);
  await dialog.getByLabel('在场的另一位主管').click();
  await page.getByTitle('另一位主管样例').click();
  await dialog.getByLabel('请这位主管本人在这里输口令').fill(theirs);
  await dialog.getByRole('button', { name: '确认删除' }).click();
  await dialog.getByText('口令不对').waitFor();
  expect(knows(), 'nothing has begun').toBe(true);
  expect(await violations(page)).toEqual([]);
  expectPicture(await shot(), approved('erasure-sure'));
  await dialog.getByLabel('请再输一次您的口令').fill(pin);
  await dialog.getByLabel('请这位主管本人在这里输口令').fill('135790');
  await dialog.getByRole('button', { name: '确认删除' }).click();
  await dialog.getByText('另一位主管的口令不对').waitFor();
  expect(knows(), 'the second person has not proved it').toBe(true);
  await dialog.getByLabel('请再输一次您的口令').fill(pin);
  await dialog.getByLabel('请这位主管本人在这里输口令').fill(theirs);
  await dialog.getByRole('button', { name: '确认删除' }).click();
  await page.getByRole('heading', { name: '个人信息删除回执' }).waitFor();
  await eventually('the hall has done it', () => !knows());
  await page.getByText('全市 2 家市场里 1 家已经删完').waitFor();
  const rows = page.locator('.receipt tbody tr');
  expect(await rows.nth(0).textContent()).toMatch(/东关.*2026-11-21 09:30 删完1$/);
  expect(await rows.nth(1).textContent()).toMatch(/兴隆.*还没删：从 2026-11-21 09:30 起等它联网还没有来过消息$/);
  expect(await page.locator('.receipt').textContent()).not.toMatch(new RegExp(`${card.number}|${card.name}`));
  await page.getByText('已经开始删').waitFor({ state: 'hidden' });
  expect(await violations(page)).toEqual([]);
  expectPicture(await shot(), approved('erasure-receipt'));
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button', { name: '返回' }).isVisible(), 'paper has no buttons').toBe(false);
  expectPicture(await shot(), approved('erasure-receipt-print'));
  await page.emulateMedia({ media: null });
});

test('rule 14 the list says how many halls are through; the audit has the erasure by its id; the number went into no address and no log', async () => {
  await page.getByRole('button', { name: '返回' }).click();
  await page.getByText('1 / 2 家已删').waitFor();
  expect(await violations(page)).toEqual([]);
  expectPicture(await shot(), approved('erasure-list'));
  await page.locator('.kinds').getByText('已全部删完').click();
  await page.getByText('还没有全部删完的记录').waitFor();
  await page.locator('header nav').getByText('操作记录').click();
  await page.locator('.grid').getByText('全市删除', { exact: true }).waitFor();
  await page.locator('.grid').getByText('在场同意全市删除').waitFor();
  expect(logged.length).toBeGreaterThan(0);
  expect(asked.length).toBeGreaterThan(0);
  expect([...logged, ...asked, page.url()].filter((line) => line.includes(card.number) || line.includes(card.name))).toEqual([]);
  expect(troubles).toEqual([]);
});
