/* How the pages about people look on a small desk screen: one person with the record, the data held of them, erasing, proposals of merging, crews, training wished for. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { answerSchema } from '@kuaizhao/sync-agent/contract/answer.ts';
import type { ConsoleStage } from '../../../display-board/stage/console-stage.ts';
import { peopleAnswers } from '../../../display-board/stage/desk/people.ts';
import { violations } from '../../../display-board/stage/axe.ts';
import { expectPicture } from '../../approved.ts';
import { consolePictures } from '../console-pictures.ts';

const pictures = consolePictures(join(import.meta.dirname, 'approved'));
const { shot, wrong, approved } = pictures;

const open = (page: string): Promise<ConsoleStage> => pictures.open({ role: 'supervisor', answers: peopleAnswers, page, floor: { printers: ['printer-1', 'printer-2'], unheard: [] } });

async function found(): Promise<Page> {
  const { face: { page } } = await open('people');
  await find(page);
  return page;
}

/** By the keyboard alone, as at a desk. */
async function find(page: Page): Promise<void> {
  await page.keyboard.type('王样例');
  await page.keyboard.press('Enter');
  await page.locator('.pick-list').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.locator('.standing-entries').waitFor();
}

/** The second person in charge types who and the PIN. */
async function beside(page: Page, pin = '4821'): Promise<void> {
  await page.getByLabel('第二位负责人', { exact: true }).click();
  await page.getByText('管理员 · 管理员').last().click();
  await page.getByLabel('第二位负责人的密码').fill(pin);
}

test('F21 §4 one person: what may be done, the record with its way back, a merge that stands', async () => {
  await found();
  expectPicture(await shot(), approved('person'));
  expect(await wrong()).toEqual([0]);
});

test('§4 the data held of somebody, opened with a reason and before four eyes; what people wrote stays text', async () => {
  const page = await found();
  await page.getByRole('button', { name: '看全部资料' }).click();
  await beside(page, '4822');
  await page.getByRole('button', { name: '打开' }).click();
  await page.getByText('密码不对，请再试。').waitFor();
  expectPicture(await shot(), approved('own-data-second'));
  await beside(page);
  await page.getByRole('button', { name: '打开' }).click();
  await page.getByText('<b>左手受过伤</b>，不能登高').waitFor();
  expectPicture(await shot(), approved('own-data'));
  expect(await wrong()).toEqual([0]);
});

test('§4 erasing says what goes and what stays', async () => {
  const page = await found();
  await page.getByRole('button', { name: '删除', exact: true }).click();
  await page.getByLabel('本人要求').check();
  await page.locator('.ant-modal:not([class*="zoom"])').waitFor();
  expectPicture(await shot(), approved('erase'));
  expect(await wrong()).toEqual([0]);
});

test('§4 erased: the receipt goes to the printer of this desk, and it is in order for every reader', async () => {
  const stage = await open('people');
  const { page } = stage.face;
  stage.answerCommands((command) => answerSchema.parse({ ok: true, commandId: command.commandId, papers: [], facts: command.type === 'eraseWorker' ? [{ type: 'workerErased', workerId: 'w-1', receipt: '20261121-003', reason: 'personAsked' }] : [] }));
  await find(page);
  await page.getByRole('button', { name: '删除', exact: true }).click();
  await page.getByLabel('本人要求').check();
  await beside(page);
  await page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click();
  await page.getByText('20261121-003').waitFor();
  await page.getByText('已删除').last().waitFor();
  await page.locator('.ant-message-notice').waitFor({ state: 'hidden' });
  expect(await violations(page)).toEqual([]);
  expectPicture(await shot(), approved('erased'));
  await page.getByRole('button', { name: '打印回执' }).click();
  await page.getByText('printer-1 正在打印回执').waitFor();
  expect(stage.commands.at(-1)).toMatchObject({ type: 'printForm', form: 'erasureReceipt', id: '20261121-003', printer: { printer: 'printer-1' } });
  expect(await wrong()).toEqual([0]);
});

test('§4 a consent taken back: its number stands there, to be handed over before the sheet is shown again', async () => {
  const stage = await open('people');
  const { page } = stage.face;
  stage.answerCommands((command) => answerSchema.parse({ ok: true, commandId: command.commandId, papers: [], facts: command.type === 'withdrawConsent' ? [{ type: 'consentWithdrawn', workerId: 'p1', purpose: 'phoneToEmployer', receipt: '20261121-Q004' }] : [] }));
  await find(page);
  await page.getByRole('button', { name: '同意与收回', exact: true }).click();
  await page.getByRole('dialog').getByText('本人收回', { exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '本人收回', exact: true }).click();
  await page.getByText('20261121-Q004').waitFor();
  await page.locator('.ant-modal:not([class*="zoom"])').waitFor();
  await page.locator('.ant-message-notice').waitFor({ state: 'hidden' });
  expect(await violations(page)).toEqual([]);
  expectPicture(await shot(), approved('right-receipt'));
  expect(stage.commands.at(-1)).toMatchObject({ type: 'withdrawConsent', who: { by: 'worker', workerId: 'p1' }, purposes: ['phoneToEmployer'] });
  await page.getByRole('button', { name: '打印回执' }).click();
  await page.getByText('printer-1 正在打印回执').waitFor();
  expect(stage.commands.at(-1)).toMatchObject({ type: 'printForm', form: 'rightReceipt', id: '20261121-Q004', printer: { printer: 'printer-1' } });
  await page.getByRole('button', { name: '已把回执交给本人' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.locator('.standing-entries').waitFor();
  expect(await wrong()).toEqual([0]);
});

test('F28 the courses of the city on paper, at the printer of this desk', async () => {
  const stage = await open('training');
  const { page } = stage.face;
  stage.answerCommands((command) => answerSchema.parse({ ok: true, commandId: command.commandId, papers: [], facts: [] }));
  await page.getByRole('combobox', { name: '打印机' }).click();
  await page.getByTitle('printer-2').click();
  await page.getByRole('listitem').filter({ hasText: '瓦工提高班' }).getByRole('button', { name: '打印给他' }).click();
  await page.getByText('printer-2 正在打印').waitFor();
  expect(stage.commands.at(-1)).toMatchObject({ type: 'printForm', form: 'leaflet', id: 'course-brick-1', printer: { printer: 'printer-2' } });
  expect(await violations(page)).toEqual([]);
  expect(await wrong()).toEqual([0]);
});

test.each([['merges', '.proposals'], ['crews', '.crew-numbers'], ['referrals', '.meet'], ['training', '.demand']])('F2 F5 F28 %s', async (page, seen) => {
  const { face } = await open(page);
  await face.page.locator(seen).waitFor();
  expectPicture(await shot(), approved(page));
  expect(await wrong()).toEqual([0]);
});
