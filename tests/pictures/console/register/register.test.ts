/* How the pages of registration look on a small desk screen: looking for a person, the witness's form, a posting with what the filter found, a pasted list. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ConsoleStage } from '../../../display-board/stage/console-stage.ts';
import { deskAnswers, workers } from '../../../display-board/stage/desk/employers.ts';
import { expectPicture } from '../../approved.ts';
import { consolePictures } from '../console-pictures.ts';

const pictures = consolePictures(join(import.meta.dirname, 'approved'));
const { shot, wrong, approved } = pictures;

const open = (page: string): Promise<ConsoleStage> => pictures.open({ role: 'supervisor', answers: deskAnswers, page, floor: { printers: ['printer-1', 'printer-2'], unheard: [] } });

test('F2 three people of one name, told apart', async () => {
  const { face: { page } } = await open('worker');
  await page.keyboard.type('王样例');
  await page.keyboard.press('Enter');
  await page.locator('.pick-list').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.locator('.who-line').waitFor();
  expectPicture(await shot(), approved('worker-found'));
  expect(await wrong()).toEqual([0]);
});

test('F2 the witness’s form, with what is missing named at its field', async () => {
  const { face: { page } } = await open('worker');
  await page.keyboard.press('F9');
  await page.getByRole('textbox', { name: '姓名', exact: true }).fill('欧阳样例');
  await page.getByRole('textbox', { name: '手机号', exact: true }).fill('138000');
  await page.keyboard.press('Enter');
  await page.locator('.wrong').first().waitFor();
  expectPicture(await shot(), approved('worker-register'));
  expect(await wrong()).toEqual([0]);
});

test('F10 an agency’s registration', async () => {
  const { face: { page } } = await open('registerEmployer');
  await page.getByText('人力资源机构', { exact: true }).click();
  await page.getByRole('textbox', { name: '名称（照营业执照）' }).fill('济南样例人力资源有限公司');
  await page.getByRole('textbox', { name: '统一社会信用代码' }).fill('91370100MA3C000011');
  await page.keyboard.press('Enter');
  await page.locator('.wrong').first().waitFor();
  expectPicture(await shot(), approved('employer-agency'));
  expect(await wrong()).toEqual([0]);
});

test('F3 F12 a posting: blocked words are marked where they stand', async () => {
  const stage = await open('post');
  const { page } = stage.face;
  stage.answerCommands((command) => ({ ok: false, commandId: command.commandId, refusal: { code: 'wordingBlocked', field: 'terms.remark', matched: { from: 5, to: 7 }, ruleId: 'sex.only-men' } }));
  await page.getByText('盖家沟样例搬运队').click();
  await page.getByLabel('工种', { exact: true }).click();
  await page.keyboard.type('搬家');
  await page.keyboard.press('Enter');
  await page.getByLabel('工钱', { exact: true }).fill('260');
  await page.getByRole('textbox', { name: '干活地点' }).fill('盖家沟货运市场');
  await page.getByRole('textbox', { name: '说明' }).fill('楼上没有，限男工，最高六楼，大件两个人抬。');
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await page.locator('mark').waitFor();
  // How far a browser scrolls for a click is its own business.
  await page.locator('.sheet').evaluate((sheet) => { sheet.scrollTo(0, 0); });
  expectPicture(await shot(), approved('post-blocked'));
  expect(await wrong()).toEqual([0]);
});

test('F2 F19 a pasted list: each line looked up, what fails with its reason', async () => {
  const stage = await open('bulk');
  const { page } = stage.face;
  stage.answer({ findWorkers: (asked: { readonly text: string }) => ({ workers: asked.text.startsWith('3701021980040') ? [] : [workers[0]!] }) });
  await page.getByRole('textbox').first().fill('370102198003030036 A017\n370102198004040041\n王样例\n370102198003030036\n370102198005050058');
  await page.getByRole('button', { name: '核对' }).click();
  await page.getByText('没有登记过').waitFor();
  expectPicture(await shot(), approved('bulk-checked'));
  expect(await wrong()).toEqual([0]);
});
