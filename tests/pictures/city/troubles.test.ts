/* Halls in trouble on the desk of the city: a real hub at whose door halls knock that are behind, restored, copied, of a wrong clock, with rows that nobody understands or that are gone; in a real browser. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startCity, type City } from '@kuaizhao/sync-agent/city/start-city.ts';
import { cityAnswerSchema, cityDeskNamespace, cityDeskVersion } from '@kuaizhao/sync-agent/contract/city/desk.ts';
import { chainStart, helloReplySchema, uplinkNamespace, type Hello } from '@kuaizhao/sync-agent/contract/uplink.ts';
import { uplinkVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import { violations } from '../../display-board/stage/axe.ts';
import { openFace, settled } from '../../display-board/stage/face-page.ts';
import { newStaff, setOwnPins } from '../../fixtures/city-staff.ts';
import { quietLog, removeTestHalls, testHall, testKey } from '../../fixtures/city/hall.ts';
import { morningStart } from '../../fixtures/city/morning.ts';
import { eventually } from '../../flows/stage/eventually.ts';
import { expectPicture } from '../approved.ts';
import { launchBrowser } from '../browser.ts';

/** The hall with rows of its own has this clock, too. */
const at = morningStart;
const pin = '246810';
const halls = {
  h1: '济南市历下区东关综合零工市场', h2: '济南市市中区兴隆综合零工市场', h3: '济南市天桥区北园综合零工市场', h4: '济南市历城区遥墙综合零工市场', h5: '济南市槐荫区段店装修零工市场', h6: '济南市章丘区双山综合零工市场', h7: '济南市长清区崮山综合零工市场',
};
const lines: Socket[] = [];
let dir: string;
let city: City;
let browser: Browser;
let page: Page;
let troubles: string[];

/** One hello of a hall as it says it itself. */
async function hello(hallId: string, over: Partial<Hello> = {}) {
  const line = io(`${city.urls.uplink}${uplinkNamespace}`, { transports: ['websocket'], auth: { hall: hallId, key: testKey(hallId) }, forceNew: true, reconnection: false });
  lines.push(line);
  return helloReplySchema.parse(await line.timeout(10_000).emitWithAck('hello', { versions: [uplinkVersion], hall: hallId, install: 'i1', epoch: 'e1', seq: 0, hash: chainStart, nonce: 'b'.repeat(32), clock: at, hallName: '测试', ...over }));
}
async function askDesk(staffId: string, name: string): Promise<unknown> {
  const line = io(`${city.urls.city}${cityDeskNamespace}`, { transports: ['websocket'], auth: { version: cityDeskVersion }, forceNew: true, reconnection: false });
  await line.timeout(10_000).emitWithAck('signIn', { staffId, pin });
  const answer = cityAnswerSchema.parse(await line.timeout(10_000).emitWithAck('ask', { name, asked: {} }));
  line.disconnect();
  return answer.ok ? answer.value : answer.refusal;
}

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'kuaizhao-troubles-'));
  const people = ([['viewer', '查看员样例'], ['editor', '编辑员样例']] as const).map(([role, name]) => ({ staffId: `${role}-1`, name, role, pin }));
  city = await startCity({ listen: { host: '127.0.0.1', port: 0 }, database: 'embedded', data: join(dir, 'city'), halls: Object.entries(halls).map(([hallId, name]) => ({ hallId, name, key: testKey(hallId) })), staff: await newStaff(people) }, quietLog, { now: () => at });
  await setOwnPins(city.urls.city, people);
  browser = await launchBrowser();
}, 60_000);
afterAll(async () => {
  for (const line of lines) line.disconnect();
  await browser.close();
  await city.close();
  await removeTestHalls();
  rmSync(dir, { recursive: true, force: true });
});

test('F24 F25 halls in trouble: each with what is wrong, since when and what to do; the alarms beside the map have them, and lead there; a viewer has neither', async () => {
  await hello('h1', { seq: 4_312, hash: 'c'.repeat(64) });
  await hello('h2', { clock: at - 9 * 60_000 });
  await hello('h3');
  for (const _knock of [1, 2, 3]) expect(await hello('h3', { install: 'i2' })).toMatchObject({ kind: 'refuse', reason: 'secondInstall' });
  const first = await hello('h4');
  expect(await hello('h4', { epoch: 'e2', ...(first.kind === 'welcome' ? { token: first.token } : {}) })).toMatchObject({ kind: 'welcome' });
  const base = { seq: 28, hash: 'd'.repeat(64), boot: '0'.repeat(16), counter: 28, clock: at - 86_400_000 };
  expect(await hello('h5', { seq: 28, hash: base.hash, base, past: [[base.boot, 1, 28]] })).toMatchObject({ kind: 'welcome', lacks: true });
  const newer = testHall('h6', 6);
  const day = { type: 'dayOpened' as const, businessDay: '2026-11-21' };
  newer.journal.append([day]);
  newer.journal.append([day], ['{"type":"dayOpened"}'], 99);
  newer.journal.append([day], ['no JSON']);
  newer.start(city.urls.uplink);
  await newer.reaches('caughtUp');
  await hello('h7');
  await eventually('the hub has kept whom it heard', async () => JSON.stringify(await askDesk('editor-1', 'troubles')).includes('4312'));
  ({ page, troubles } = await openFace(browser, { url: `${city.urls.city}/#desk`, width: 1440, height: 900, at }));
  await page.getByText('编辑员样例').click();
  await page.keyboard.type(pin);
  await page.keyboard.press('Enter');
  await page.locator('.alarms li').nth(5).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.locator('.alarms li').getByRole('button').first().click();
  const rows = page.getByRole('region', { name: '市场状况' }).locator('tbody tr');
  await rows.nth(5).waitFor();
  expect(await rows.count()).toBe(6);
  const told = (await rows.allTextContents()).join('\n');
  for (const words of ['4312 条记录', '慢了 9 分钟', '挡住 3 次', '换过机器', '28 条记录再也补不上', '2 条记录平台还不能记进去', '市场程序比平台新']) expect(told).toContain(words);
  expect(told, 'in order').not.toContain('崮山');
  expect(await violations(page)).toEqual([]);
  await settled(page);
  expectPicture(await page.screenshot({ animations: 'disabled', caret: 'hide' }), join(import.meta.dirname, 'approved', 'desk-troubles.png'));
  expect(troubles).toEqual([]);
  await page.getByRole('button', { name: '退出' }).click();
  await page.getByText('查看员样例').click();
  await page.keyboard.type(pin);
  await page.keyboard.press('Enter');
  await page.getByText('现在没有预警').waitFor();
  expect(await page.locator('header nav').textContent()).not.toContain('市场状况');
  expect(await askDesk('viewer-1', 'troubles')).toMatchObject({ code: 'notYourRole' });
  await newer.stop();
}, 90_000);
