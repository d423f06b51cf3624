/* How the desk of the city's staff looks and works: the sample city with its real hub and uplinks, at one told moment, in a real browser; and the big screen on a wall. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violations } from '../../display-board/stage/axe.ts';
import { openFace, settled } from '../../display-board/stage/face-page.ts';
import { eventually } from '../../flows/stage/eventually.ts';
import { samplePin, startSampleCity, type SampleCity } from '../../town/sample-city/sample-city.ts';
import { expectPicture } from '../approved.ts';
import { launchBrowser } from '../browser.ts';
import { smallLetters } from './small-letters.ts';

const at = Date.parse('2026-11-21T06:00:00+08:00');
let dir: string;
let sample: SampleCity;
let browser: Browser;
let page: Page;
let troubles: string[];

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'kuaizhao-desk-pictures-'));
  [sample, browser] = await Promise.all([startSampleCity({ dir, operations: 160, days: 3, now: () => at }), launchBrowser()]);
  await eventually('every hall has told all', () => sample.caughtUp());
  ({ page, troubles } = await openFace(browser, { url: `${sample.city.urls.city}/#desk`, width: 1440, height: 900, at }));
}, 120_000);
afterAll(async () => {
  await browser.close();
  await sample.close();
  rmSync(dir, { recursive: true, force: true });
});

const approved = (name: string): string => join(import.meta.dirname, 'approved', `${name}.png`);
const shot = async (of: Page = page): Promise<Buffer> => { await settled(of); return of.screenshot({ animations: 'disabled', caret: 'hide' }); };
const open = (name: string): Promise<void> => page.locator('header nav').getByText(name).click();

test('F24 the map of fifteen halls, each with its queue, and the directory', async () => {
  await page.getByText('主管样例').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByText('主管样例').click();
  await page.keyboard.type(samplePin);
  await page.keyboard.press('Enter');
  await page.locator('.schematic .hall').nth(14).waitFor();
  await page.locator('.alarms li').first().waitFor();
  expect(await violations(page)).toEqual([]);
  expectPicture(await shot(), approved('desk-map'));
});

test('F23 F25 the merged catalogue, monitoring with its trend and tables, and wage clues', async () => {
  await open('岗位目录');
  await page.locator('.grid tbody tr').nth(20).waitFor();
  expect(await violations(page)).toEqual([]);
  expectPicture(await shot(), approved('desk-jobs'));
  await page.getByLabel('编号或地点').fill('经十路');
  await page.keyboard.press('Enter');
  await eventually('only jobs of that road', async () => new Set(await page.locator('.grid tbody td:nth-child(5)').allTextContents()).size === 1);
  expect(await page.locator('.grid tbody td:nth-child(5)').first().textContent()).toBe('经十路');
  await open('运行监测');
  await page.locator('.trend svg').nth(1).waitFor();
  await page.locator('.waits .grid tbody tr').nth(14).waitFor();
  await page.getByRole('region', { name: '市场排名' }).waitFor();
  expect(await violations(page)).toEqual([]);
  expectPicture(await shot(), approved('desk-figures'));
  await page.locator('.kinds').evaluate((kinds) => { kinds.scrollIntoView(); });
  expectPicture(await shot(), approved('desk-report'));
  await open('工资线索');
  await page.locator('.grid tbody tr').first().waitFor();
  expect(await page.locator('.grid').textContent()).toContain('低于最低工资');
  expect(await violations(page)).toEqual([]);
});

test('F25 F26 a figure opens the days it is made of, a figure of a day and a hall the numbers behind it, and the file is in the audit', async () => {
  await open('运行监测');
  const ranking = page.getByRole('region', { name: '市场排名' });
  // Hires of the first hall, over the week.
  await ranking.locator('tbody tr').first().locator('td').nth(3).getByRole('button').click();
  const days = page.getByRole('region', { name: '市场 × 日' });
  await days.locator('tbody tr').first().waitFor();
  const cell = days.locator('tbody tr').first().locator('td').nth(5).getByRole('button');
  const hires = Number(await cell.textContent());
  await cell.click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('tbody tr').first().waitFor();
  expect(await dialog.locator('tbody tr').count()).toBe(hires);
  expect(await violations(page)).toEqual([]);
  expectPicture(await shot(), approved('desk-behind'));
  const [file] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: '导出 CSV' }).click()]);
  const text = readFileSync(await file.path(), 'utf8');
  await page.getByText(`已导出 ${hires} 行`).waitFor();
  await page.getByText(`已导出 ${hires} 行`).waitFor({ state: 'hidden' });
  expect(text.charCodeAt(0)).toBe(0xFEFF);
  expect(text.trimEnd().split('\r\n').length).toBe(hires + 1);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '等候时长' }).click();
  await page.getByRole('region', { name: '等候时长' }).locator('tbody tr').first().waitFor();
  expect(await page.getByRole('region', { name: '等候时长' }).locator('thead').textContent()).toContain('等候（九成以内）');
  await open('操作记录');
  await page.getByText(/^behind hires /).waitFor();
});

test('F24 F33 an edit with its findings, then its version and its line in the audit', async () => {
  await open('登记管理');
  await page.getByRole('button', { name: '修改' }).first().waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: '修改' }).first().click();
  await page.getByLabel('名称').fill('白马山大厅');
  await page.getByText('名称要以').waitFor();
  expect(await page.getByRole('button', { name: '保存并下发' }).isDisabled()).toBe(true);
  expectPicture(await shot(), approved('desk-form'));
  await page.getByLabel('名称').fill('济南市市中区白马山综合零工市场');
  await page.getByRole('button', { name: '保存并下发' }).click();
  await page.getByRole('button', { name: '第 2 版' }).click();
  await page.getByRole('dialog').getByText('济南市市中区白马山零工驿站').waitFor();
  await page.keyboard.press('Escape');
  await open('操作记录');
  await page.getByText('hall jn-baimashan 2').waitFor();
  expect(await violations(page)).toEqual([]);
  expect(troubles).toEqual([]);
});

test('F4 F9 F11 F12 F15 F28 the forms of a trade, a group of help, a rule, a course, a contractor and a text: what stops them is said while they are written', async () => {
  await open('登记管理');
  // What the test before has saved is said for three seconds.
  await page.locator('.ant-message-notice').waitFor({ state: 'detached' });
  for (const [kind, name] of [['工种', 'desk-trade'], ['帮扶类别', 'desk-help-group'], ['公平就业规则', 'desk-filter-rule'], ['培训班', 'desk-course'], ['揽头名单', 'desk-contractor'], ['协议和承诺书', 'desk-template']] as const) {
    await page.locator('.kinds').getByText(kind, { exact: true }).click();
    await page.getByRole('button', { name: '新增' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '保存并下发' }).waitFor();
    const id = page.locator('#entry-courseId, #entry-contractorId');
    if (await id.count() > 0) await id.fill('sample-1');
    if (name === 'desk-trade') { await page.locator('#entry-code').fill('0122'); await page.locator('#entry-nameZh').fill('木工'); await page.locator('#entry-nameEn').fill('Carpenter of roofs'); await page.locator('#entry-loadClass').click(); await page.getByText('3 级 重').click(); }
    if (name === 'desk-help-group') for (const [field, text] of [['groupId', 'fishers'], ['groupZh', '享受最低生活保障人员'], ['groupEn', 'Allowance'], ['source', '样例文号']] as const) await page.locator(`#entry-${field}`).fill(text);
    if (name === 'desk-filter-rule') {
      for (const [field, text] of [['ruleId', 'movers'], ['words', '搬运\n装卸'], ['source', '样例文号']] as const) await page.locator(`#entry-${field}`).fill(text);
      await page.locator('#entry-ruleClass').click();
      await page.getByText('限年龄').click();
    }
    if (name === 'desk-template') await page.getByLabel('正文').fill('承诺人 {{nobody}}');
    expect(await page.getByRole('button', { name: '保存并下发' }).isDisabled()).toBe(true);
    expect(await violations(page)).toEqual([]);
    expectPicture(await shot(), approved(name));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  }
  expect(troubles).toEqual([]);
});

test('F16 §6 the big screen without a sign-in, 1920 × 1080 and 3840 × 2160: fifteen halls on the map with their words, every letter large enough, nothing beyond its edges', async () => {
  for (const [width, height] of [[1920, 1080], [3840, 2160]] as const) {
    const screen = await openFace(browser, { url: sample.city.urls.city, width, height, at, standing: true });
    await screen.page.locator('.schematic .hall .name').nth(14).waitFor();
    await screen.page.locator('.days path').first().waitFor();
    // The staff's threshold is 60 people.
    expect(await screen.page.locator('.schematic .crowded').count()).toBe(2);
    expect(await smallLetters(screen.page)).toEqual([]);
    if (width === 1920) expectPicture(await shot(screen.page), approved('screen-1920'));
    expect(screen.troubles).toEqual([]);
    await screen.page.close();
  }
});
