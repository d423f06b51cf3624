/* How a posting is changed and closed at the desk: found by its slip, the form with what is refused at its field, who has to be told, and the question before it is closed. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { factSchema } from '@kuaizhao/db/domain/fact.ts';
import type { ConsoleStage } from '../../../display-board/stage/console-stage.ts';
import { employers, reviews } from '../../../display-board/stage/desk/employers.ts';
import { calledFor, postingAnswers } from '../../../display-board/stage/desk/postings.ts';
import { expectPicture } from '../../approved.ts';
import { consolePictures } from '../console-pictures.ts';

const pictures = consolePictures(join(import.meta.dirname, 'approved'));
const { shot, wrong, approved } = pictures;

const open = (): Promise<ConsoleStage> => pictures.open({ role: 'clerk', answers: postingAnswers, page: 'postings', floor: { printers: ['printer-1', 'printer-2'], unheard: [], tables: calledFor('r2') } });
async function found(): Promise<ConsoleStage> {
  const stage = await open();
  const { page } = stage.face;
  await page.keyboard.type('ｊ034');
  await page.keyboard.press('Enter');
  await page.locator('.sheet .facts').first().waitFor();
  return stage;
}

test('F3 a posting is found by the slip that its employer shows', async () => {
  await found();
  expectPicture(await shot(), approved('posting'));
  expect(await wrong()).toEqual([0]);
});

test('F3 all postings of one employer, the newest first', async () => {
  const { face: { page } } = await open();
  await page.keyboard.type(employers[4]?.name.slice(0, 4) ?? '');
  await page.keyboard.press('Enter');
  await page.locator('.pick-list li').nth(2).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.locator('.sheet .facts').first().waitFor();
  expectPicture(await shot(), approved('postings-of'));
  expect(await wrong()).toEqual([0]);
});

test('F3 F12 the change: what the hall refuses stands at its field', async () => {
  const stage = await found();
  const { page } = stage.face;
  stage.answerCommands((command) => ({ ok: false, commandId: command.commandId, refusal: { code: 'payOnlyUp', field: 'change.pay' } }));
  await page.keyboard.press('F9');
  await page.getByLabel('工钱', { exact: true }).fill('180');
  await page.getByLabel('小时/天').fill('6');
  await page.getByRole('textbox', { name: '说明' }).fill('');
  await page.getByRole('textbox', { name: '干活地点' }).fill('盖家沟货运市场东门');
  await page.keyboard.press('Enter');
  await page.locator('.wrong').first().waitFor();
  expect(stage.commands).toMatchObject([{ type: 'changeJob', jobId: 'r2', seen: 0, shown: { kind: 'slip', number: 'J034' }, change: { pay: { kind: 'fixed', amountFen: 18_000, unit: 'day' }, hoursPerDay: 6, place: '盖家沟货运市场东门', without: ['remark'] } }]);
  expectPicture(await shot(), approved('posting-change'));
  expect(await wrong()).toEqual([0]);
});

test('F3 F17 changed: who is on the way was called again, who sits at a table is named', async () => {
  const stage = await found();
  const { page } = stage.face;
  const job = reviews[1];
  stage.answerCommands((command) => ({ ok: true, commandId: command.commandId, papers: [], facts: [
    factSchema.parse({ type: 'jobChanged', jobId: 'r2', terms: job?.terms, placesLeft: 1, by: 'me', changed: ['hoursPerDay'], askedFor: { employerId: 'e2', showed: 'slip' } }), factSchema.parse({ type: 'callRepeated', callId: 'c6', times: 2 }),
  ] }));
  await page.keyboard.press('F9');
  await page.getByLabel('小时/天').fill('6');
  await page.keyboard.press('Enter');
  await page.locator('.what-followed li').nth(1).waitFor();
  await page.locator('.ant-message-notice').waitFor();
  await page.locator('.ant-message-notice').waitFor({ state: 'detached' });
  expectPicture(await shot(), approved('posting-changed'));
  expect(await wrong()).toEqual([0]);
});

test('F3 closed: why nobody more is wanted, and what the employer showed', async () => {
  const stage = await found();
  const { page } = stage.face;
  await page.keyboard.press('F10');
  await page.locator('.ant-modal:not([class*="zoom"])').waitFor();
  await page.getByLabel('别处找到了').check();
  expectPicture(await shot(), approved('posting-close'));
  await page.keyboard.press('Enter');
  await expect.poll(() => stage.commands).toMatchObject([{ type: 'closeJob', jobId: 'r2', shown: { kind: 'slip', number: 'J034' }, reason: 'foundElsewhere' }]);
  expect(await wrong()).toEqual([0]);
});
