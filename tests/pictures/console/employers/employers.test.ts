/* How the pages about employers look on a small desk screen: the review with the filter’s findings, an employer’s sheet, the checklist, a ban, a contractor’s crews. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ConsoleStage } from '../../../display-board/stage/console-stage.ts';
import { deskAnswers } from '../../../display-board/stage/desk/employers.ts';
import { expectPicture } from '../../approved.ts';
import { consolePictures } from '../console-pictures.ts';

const pictures = consolePictures(join(import.meta.dirname, 'approved'));
const { shot, wrong, approved } = pictures;

const open = (page: string): Promise<ConsoleStage> => pictures.open({ role: 'supervisor', answers: deskAnswers, page, floor: { printers: ['printer-1', 'printer-2'], unheard: [] } });

test('F12 F13 a posting to review, with what the filter found at its place', async () => {
  const { face: { page } } = await open('review');
  await page.locator('.sheet mark').waitFor();
  expectPicture(await shot(), approved('review'));
  expect(await wrong()).toEqual([0]);
});

test('F13 why a posting is rejected', async () => {
  const { face: { page } } = await open('review');
  await page.locator('.sheet mark').waitFor();
  await page.getByRole('button', { name: '不通过' }).click();
  await page.getByLabel('用词不当').check();
  await page.locator('.ant-modal:not([class*="zoom"])').waitFor();
  expectPicture(await shot(), approved('review-reject'));
  expect(await wrong()).toEqual([0]);
});

test('F10 F21 an employer who is banned, with what was decided', async () => {
  const { face: { page } } = await open('employers');
  await page.getByText('禁入', { exact: true }).first().click();
  await page.getByText('样例丙物流有限公司').click();
  await page.locator('.sheet .story .written').waitFor();
  expectPicture(await shot(), approved('employer-banned'));
  expect(await wrong()).toEqual([0]);
});

test('F10 the checklist of papers', async () => {
  const { face: { page } } = await open('employers');
  await page.getByText('济南样例人力资源有限公司').click();
  await page.getByRole('button', { name: '核验通过' }).click();
  await page.getByLabel('营业执照').check();
  await page.locator('.ant-modal:not([class*="zoom"])').waitFor();
  expectPicture(await shot(), approved('employer-checklist'));
  expect(await wrong()).toEqual([0]);
});

test('F11 a contractor’s crews and principals', async () => {
  const { face: { page } } = await open('contractors');
  await page.getByText('样例乙').click();
  await page.getByRole('button', { name: '登记班组' }).click();
  expectPicture(await shot(), approved('contractor'));
  expect(await wrong()).toEqual([0]);
});
