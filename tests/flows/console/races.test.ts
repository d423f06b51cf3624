/* Two consoles reach for the same number at the same moment, in two real pages of one agent: one call, and one plain sentence for the other. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { factOf } from '../../fixtures/engine.ts';
import { eventually } from '../stage/eventually.ts';
import { atBoard, atConsole, openStage } from '../stage/stage.ts';
import { openFaces } from './console-pages.ts';

const chooseWindow = async (page: Page, label: string): Promise<void> => {
  await page.getByLabel('我的窗口').last().click();
  await page.locator('.ant-select-item-option', { hasText: label }).last().click();
};

test('F14 §5 the same number out of its turn from two consoles: one call, one clear refusal', async () => {
  const town = await openStage({ withCity: false });
  const clerk = await atConsole(town.hall.urls.agent, 'clerk-1');
  const board = atBoard(town.hall.urls.agent);
  for (const service of ['register', 'register', 'register']) factOf(await clerk.ask({ type: 'takeTicket', service }), 'ticketIssued');
  const faces = await openFaces(town);
  const [one, other] = [await faces.console('admin-1', 'window', 'console-a'), await faces.console('admin-1', 'window', 'console-b')];
  await chooseWindow(other, '2号窗口');
  for (const page of [one, other]) {
    await page.getByPlaceholder('查号，例如 F012').fill('B003');
    await page.keyboard.press('Enter');
    await page.getByLabel('提前叫，选原因').click();
    await page.locator('.ant-select-item-option', { hasText: '身体不便' }).last().waitFor();
  }
  await Promise.all([one, other].map((page) => page.locator('.ant-select-item-option', { hasText: '身体不便' }).last().click()));
  const said = (page: Page): Promise<string> => page.locator('.ant-message').innerText();
  await eventually('both have an answer', async () => (await said(one)) !== '' && (await said(other)) !== '');
  const answers = [await said(one), await said(other)];
  expect(answers.filter((text) => text.includes('已叫 B003'))).toHaveLength(1);
  expect(answers.filter((text) => text.includes('这个号已经叫过了。'))).toHaveLength(1);
  const calls = await board.sees('the call', (state) => (state.calls.length > 0 ? state.calls : undefined));
  expect(calls.map((call) => [call.number, call.open, call.times])).toEqual([['B003', true, 1]]);
  expect(faces.troubles).toEqual([]);
});

test('F14 §5 two consoles press for the next and one person waits: one call, one clear refusal', async () => {
  const town = await openStage({ withCity: false });
  const clerk = await atConsole(town.hall.urls.agent, 'clerk-1');
  const board = atBoard(town.hall.urls.agent);
  const faces = await openFaces(town);
  // Two consoles at one window, as happens when somebody helps out.
  const pages = [await faces.console('clerk-1', 'window', 'console-a'), await faces.console('admin-1', 'window', 'console-b')];
  factOf(await clerk.ask({ type: 'takeTicket', service: 'register' }), 'ticketIssued');
  for (const page of pages) await page.locator('.call-next:not([disabled])').waitFor();
  await Promise.all(pages.map((page) => page.keyboard.press('F2')));
  await eventually('both have an answer', async () => (await Promise.all(pages.map((page) => page.locator('.ant-message').innerText()))).every((text) => text !== ''));
  const answers = await Promise.all(pages.map((page) => page.locator('.ant-message').innerText()));
  expect(answers.filter((text) => text.includes('已叫 B001'))).toHaveLength(1);
  // Whoever comes a moment later is told either that somebody was faster, or that nobody waits any more.
  expect(answers.filter((text) => /这个号已经叫过了。|现在没有人等候。/.test(text))).toHaveLength(1);
  const calls = await board.sees('the call', (state) => (state.calls.length > 0 ? state.calls : undefined));
  expect(calls.map((call) => [call.number, call.open])).toEqual([['B001', true]]);
  expect(faces.troubles).toEqual([]);
});
