/* How the pages of rights and help look on a small desk screen: a late dispute, taking one down, an appeal, a help case, the opinion box. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ConsoleStage } from '../../../display-board/stage/console-stage.ts';
import { peopleAnswers } from '../../../display-board/stage/desk/people.ts';
import { expectPicture } from '../../approved.ts';
import { consolePictures } from '../console-pictures.ts';

const pictures = consolePictures(join(import.meta.dirname, 'approved'));
const { shot, wrong, approved } = pictures;

const open = (page: string): Promise<ConsoleStage> => pictures.open({ role: 'supervisor', answers: peopleAnswers, page, floor: { printers: ['printer-1', 'printer-2'], unheard: [] } });

test('F20 a late dispute with its facts, steps and the way on', async () => {
  const { face: { page } } = await open('disputes');
  await page.getByText('W261118-02').click();
  await page.locator('.sheet .story').waitFor();
  expectPicture(await shot(), approved('dispute'));
  expect(await wrong()).toEqual([0]);
});

test('F20 a complaint begins with the paper in the hand', async () => {
  const stage = await open('disputes');
  const { page } = stage.face;
  stage.answer({ paperNumber: { about: { kind: 'hire', hireId: 'h31', state: 'done', agreedPay: { amountFen: 26_000, unit: 'day' }, startsAt: 1_795_000_000_000, jobId: 'job-1', jobNumber: 'J012', trade: '0201', employerId: 'e5', employerName: '盖家沟样例搬运队' } } });
  await page.keyboard.press('F9');
  await page.keyboard.type('h031');
  await page.getByText('盖家沟样例搬运队').first().waitFor();
  expectPicture(await shot(), approved('dispute-new'));
  expect(await wrong()).toEqual([0]);
});

test('F21 an appeal to decide', async () => {
  const { face: { page } } = await open('appeals');
  await page.locator('.sheet .written').waitFor();
  expectPicture(await shot(), approved('appeal'));
  expect(await wrong()).toEqual([0]);
});

test('F15 F30 a help case with its grounds and visits', async () => {
  const { face: { page } } = await open('help');
  await page.getByText('起', { exact: false }).first().waitFor();
  await page.locator('.pick-list li').first().click();
  await page.getByText('孩子上小学', { exact: false }).waitFor();
  expectPicture(await shot(), approved('help'));
  expect(await wrong()).toEqual([0]);
});

test('F32 the opinion box', async () => {
  const { face: { page } } = await open('opinions');
  await page.locator('.opinions').waitFor();
  expectPicture(await shot(), approved('opinions'));
  expect(await wrong()).toEqual([0]);
});
