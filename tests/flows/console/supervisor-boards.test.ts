/* A supervisor and what hangs before everybody, in real pages on a real agent: a plan changed by keyboard, looked at, published, and the board on the wall changes; a notice put up and taken down; a fair with its own tables. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { shippedPlan } from '@kuaizhao/db/domain/boards/shipped.ts';
import { factOf } from '../../fixtures/engine.ts';
import { soundTerms } from '../../fixtures/hall.ts';
import { creditCode, person } from '../../fixtures/people.ts';
import { fromMorning } from '../stage/from-morning.ts';
import { atBoard, atConsole, openStage } from '../stage/stage.ts';
import { openFaces } from './console-pages.ts';

const zoneBox = (page: Page, name: string) => page.locator('.zone-box').filter({ has: page.getByText(name, { exact: true }) });
const yes = (page: Page) => page.locator('.ant-popconfirm-buttons .ant-btn-primary');

test('F16 a plan is changed by keyboard, looked at, published, and the board on the wall changes at once; until then it is as it was', async () => {
  // A board without a plan shows the rush at any hour; with its plan it goes by the clock.
  const town = await openStage({ kiosks: 0, withCity: false, clock: fromMorning('05:30') });
  const faces = await openFaces(town);
  const wall = await faces.board('board-1');
  await wall.locator('.zone-calls').waitFor();
  const page = await faces.console('supervisor-1', 'boards', 'console-lead');
  await page.locator('.board-list').getByText('board-1').first().waitFor();

  // What stands in the rush on a wide board: one zone goes, by Delete.
  const before = await page.locator('.zone-box b').allInnerTexts();
  expect(await wall.locator('.zone').count()).toBe(before.length);
  await zoneBox(page, '公告').focus();
  await page.keyboard.press('Delete');
  await page.getByText('未发布').waitFor();
  expect(await page.locator('.zone-box b').allInnerTexts()).toEqual(before.filter((one) => one !== '公告'));
  expect(await wall.locator('.zone-notices').count()).toBe(1);

  // The board's own page with a made-up morning: the plan as it would hang, and nothing has reached the wall.
  await page.getByRole('button', { name: '预览' }).click();
  const preview = page.frameLocator('.preview-room iframe');
  await preview.locator('.board[data-scene=rush] .job').first().waitFor();
  expect([await preview.locator('.zone-notices').count(), await preview.locator('.zone').count()]).toEqual([0, before.length - 1]);
  await page.keyboard.press('Escape');
  expect(await wall.locator('.zone-notices').count()).toBe(1);

  // One zone over another is not published, and the page says which.
  await zoneBox(page, '叫号').focus();
  await page.keyboard.press('ArrowLeft');
  await page.getByText('叫号和别的重叠').waitFor();
  const publish = page.getByRole('button', { name: '发布', exact: true });
  expect(await publish.isDisabled()).toBe(true);
  await page.keyboard.press('ArrowRight');
  await publish.click();
  await page.getByText('已发布', { exact: false }).first().waitFor();
  await wall.locator('.zone-notices').waitFor({ state: 'detached' });
  expect(await wall.locator('.zone').count()).toBe(before.length - 1);
  expect(town.hall.db.view.board('board-1')?.plan.scenes.rush.map(({ zone }) => zone)).not.toContain('notices');

  // A scene by hand, on the wall at once, and back to the clock.
  await page.getByLabel('现在的场景').click();
  await page.locator('.ant-select-item-option', { hasText: '手动：晚间结钱' }).click();
  await wall.locator('.board[data-scene=evening]').waitFor();
  expect(faces.troubles).toEqual([]);
});

test('F16 a notice is put up by keyboard, stands on the board, is taken down and gone from it', async () => {
  const town = await openStage({ kiosks: 0, withCity: false });
  const text = '今天东门停水，饮水请到二楼';
  const faces = await openFaces(town);
  const [wall, board] = [await faces.board('board-1'), atBoard(town.hall.urls.agent)];
  const page = await faces.console('supervisor-1', 'notices', 'console-lead');
  const field = page.getByRole('textbox', { name: '公告' });

  // Words that no posting may have stand on no board either.
  await field.fill('限男，女勿扰');
  await field.press('Enter');
  await page.locator('.ant-message, [role=alert]').filter({ hasText: /[。]/ }).first().waitFor();
  expect(town.hall.db.journal.read(1, 500).filter(({ kind }) => kind === 'noticePut')).toEqual([]);

  await field.fill(text);
  await page.getByRole('switch', { name: '紧急' }).click();
  await field.press('Enter');
  await page.locator('tbody tr', { hasText: text }).getByText('正在挂').waitFor();
  const hung = wall.locator('.zone-notices .notice.urgent', { hasText: text });
  await hung.waitFor();
  const marks = wall.locator('.zone-notices .pages i');
  const pages = await marks.count();

  await page.locator('tbody tr', { hasText: text }).getByRole('button', { name: '撤下' }).click();
  await yes(page).click();
  await page.locator('tbody tr', { hasText: text }).getByText('已撤').waitFor();
  await board.sees('a picture without it', (state) => !state.notices.includes(text));
  await hung.waitFor({ state: 'detached' });
  // Not on another page of the zone either.
  await expect.poll(() => marks.count()).toBe(pages - 1 < 2 ? 0 : pages - 1);
  expect(faces.troubles).toEqual([]);
});

test('F29 a fair is planned: the boards show it, its table is given its trade alone, and all is as before when it is ended', async () => {
  const clock = fromMorning('08:30');
  const town = await openStage({ kiosks: 0, withCity: false, clock });
  const clerk = await atConsole(town.hall.urls.agent, 'clerk-1');
  const admin = await atConsole(town.hall.urls.agent, 'admin-1');
  factOf(await admin.ask({ type: 'publishBoard', plan: shippedPlan('board-1', '大厅', 'wide') }), 'boardPublished');
  const { employerId } = factOf(await clerk.ask({ type: 'registerEmployer', kind: 'enterprise', name: '样例公司', creditCode: creditCode(3), representatives: [] }), 'employerRegistered');
  const consent = { textVersion: '2026-11', purposes: ['registration'] };
  // The older job is of another trade: without a fair it would be the first that any table gets.
  const [loaders, cleaners] = [
    factOf(await clerk.ask({ type: 'postJob', employerId, terms: soundTerms(clock.now(), { trade: '0201' }) }), 'jobPosted'),
    factOf(await clerk.ask({ type: 'postJob', employerId, terms: soundTerms(clock.now(), { trade: '0301', hazards: ['none'], protection: false }) }), 'jobPosted'),
  ];
  for (const [n, trade] of [[61, '0201'], [62, '0201'], [63, '0301'], [64, '0301']] as const) factOf(await clerk.ask({ type: 'registerWorker', card: person(n), consent, trades: [trade] }), 'ticketIssued');

  const faces = await openFaces(town);
  const wall = await faces.board('board-1');
  await wall.locator('.board:not([data-scene=fair])').waitFor();
  const page = await faces.console('supervisor-1', 'fairs', 'console-lead');
  await page.getByLabel('专场名称').fill('家政专场');
  for (const [label, time] of [['开始', '08:00'], ['结束', '11:00']] as const) {
    await page.getByLabel(label, { exact: true }).fill(time);
    await page.keyboard.press('Enter');
  }
  await page.getByRole('combobox', { name: '工种' }).fill('0301');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: '洽谈桌' }).fill('1号桌');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '安排专场' }).click();
  const row = page.locator('tbody tr', { hasText: '家政专场' });
  await row.getByText('进行中').waitFor();
  expect(await row.innerText()).toContain('1号桌');
  await wall.locator('.board[data-scene=fair]').waitFor();
  await wall.locator('.zone-notices', { hasText: '家政专场' }).waitFor();

  // The hall's own choice, by the host's key: the fair's table takes its trade, the others take the rest.
  const host = await faces.console('host-1', 'table', 'console-host');
  await host.getByLabel('我的桌').last().click();
  await host.locator('.ant-select-item-option', { hasText: '1号桌' }).last().click();
  await host.getByRole('button', { name: '叫下一个活' }).waitFor();
  await host.locator('body').press('F10');
  const atTable = async (id: string): Promise<string> => clerk.sees(`a job at ${id}`, (floor) => floor.tables.find((one) => one.id === id)?.calls[0]?.jobNumber);
  expect(await atTable('t1')).toBe(cleaners.number);
  await host.getByLabel('我的桌').last().click();
  await host.locator('.ant-select-item-option', { hasText: '2号桌' }).last().click();
  await host.locator('body').press('F10');
  expect(await atTable('t2')).toBe(loaders.number);

  await row.getByRole('button', { name: '结束' }).click();
  await yes(page).click();
  await row.getByText('已结束').waitFor();
  await wall.locator('.board:not([data-scene=fair])').waitFor();
  expect(faces.troubles).toEqual([]);
});
