/* How the pages of records look on a small desk screen: figures with their chart, the three ledgers, the list of jobs, the directory entry, evidence. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ConsoleStage } from '../../../display-board/stage/console-stage.ts';
import { recordsAnswers } from '../../../display-board/stage/records.ts';
import { expectPicture } from '../../approved.ts';
import { consolePictures } from '../console-pictures.ts';

const pictures = consolePictures(join(import.meta.dirname, 'approved'));
const { shot, wrong, approved } = pictures;

const open = (page: string): Promise<ConsoleStage> => pictures.open({ role: 'supervisor', answers: recordsAnswers, page });

test('F25 figures over days, drawn and as a table', async () => {
  const { face } = await open('figures');
  await face.page.locator('.chart svg').waitFor();
  expectPicture(await shot(), approved('figures'));
  expect(await wrong()).toEqual([0]);
});

test('F26 from a figure by trade to the rows behind it, and to one number', async () => {
  const { face } = await open('figures');
  await face.page.locator('.chart svg').waitFor();
  await face.page.getByLabel('哪张报表').click();
  await face.page.getByTitle('分工种日报').click();
  await face.page.locator('.ant-table-summary').waitFor();
  expectPicture(await shot(), approved('figures-by-trade'));
  await face.page.locator('.figures-table .drill').nth(3).click();
  await face.page.locator('.ant-drawer .ant-table-row').first().waitFor();
  expectPicture(await shot(), approved('figures-behind'));
  await face.page.locator('.ant-drawer .drill').first().click();
  await face.page.locator('.ant-drawer .things').waitFor();
  expectPicture(await shot(), approved('figures-traced'));
  expect(await wrong()).toEqual([0]);
});

test.each([['seekers', '求职台账'], ['jobs', '用工台账'], ['hires', '用工确认台账']])('F22 the ledger of %s', async (name, label) => {
  const { face } = await open('ledger');
  await face.page.getByText(label, { exact: true }).click();
  await face.page.locator('.ant-table-row').first().waitFor();
  expectPicture(await shot(), approved(`ledger-${name}`));
  expect(await wrong()).toEqual([0]);
});

test('F23 the list of a day’s jobs', async () => {
  const { face } = await open('catalogue');
  await face.page.locator('.ant-table-row').first().waitFor();
  expectPicture(await shot(), approved('catalogue'));
  expect(await wrong()).toEqual([0]);
});

test('F24 the hall’s own entry in the directory', async () => {
  const { face } = await open('directory');
  await face.page.locator('.averages').waitFor();
  expectPicture(await shot(), approved('directory'));
  expect(await wrong()).toEqual([0]);
});

test('F26 evidence: rows of a figure beside the story of one number', async () => {
  const { face } = await open('evidence');
  await face.page.locator('.ant-table-row').first().waitFor();
  await face.page.locator('.evidence-side .drill').first().click();
  await face.page.locator('.things').waitFor();
  expectPicture(await shot(), approved('evidence'));
  expect(await wrong()).toEqual([0]);
});
