/* A supervisor and the records, in real pages on a real agent: a figure opened to its rows and to one number's whole story; a file with people in the open only before a second person, and whole when it arrives. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { factOf } from '../../fixtures/engine.ts';
import { soundTerms } from '../../fixtures/hall.ts';
import { creditCode, person } from '../../fixtures/people.ts';
import { demoPin, type Town } from '../../town/town.ts';
import { eventually } from '../stage/eventually.ts';
import { fromMorning } from '../stage/from-morning.ts';
import { atConsole, openStage } from '../stage/stage.ts';
import { openFaces } from './console-pages.ts';

const consent = { textVersion: '2026-11', purposes: ['registration'] };
const morning = fromMorning('08:30');

/** Three people, a job for two, one of them called and hired. */
async function oneHire(town: Town): Promise<{ readonly job: string; readonly hire: string; readonly day: string }> {
  const clerk = await atConsole(town.hall.urls.agent, 'clerk-1');
  const { employerId } = factOf(await clerk.ask({ type: 'registerEmployer', kind: 'enterprise', name: '样例搬家公司', creditCode: creditCode(1), representatives: [] }), 'employerRegistered');
  const posted = factOf(await clerk.ask({ type: 'postJob', employerId, terms: soundTerms(morning.now(), { headcount: 2 }) }), 'jobPosted');
  for (const n of [41, 42, 43]) factOf(await clerk.ask({ type: 'registerWorker', card: person(n), consent, trades: ['0201'] }), 'ticketIssued');
  const { callId } = factOf(await clerk.ask({ type: 'callForJob', tableId: 't1', jobId: posted.jobId, count: 1 }), 'ticketCalled');
  const hire = factOf(await clerk.ask({ type: 'confirmHire', callId, agreedPay: { amountFen: 22_000, unit: 'day' }, settlement: 'atOnce' }), 'hireConfirmed');
  return { job: posted.number, hire: hire.number, day: posted.businessDay };
}

test('F25 F26 a figure is opened to the rows of the journal behind it, and from there to one number and back', async () => {
  const town = await openStage({ kiosks: 0, withCity: false, clock: morning });
  const { job, hire } = await oneHire(town);
  const faces = await openFaces(town);
  const page = await faces.console('supervisor-1', 'figures', 'console-lead');
  const today = page.locator('.figures-table tbody tr.ant-table-row').first();
  const column = async (name: string): Promise<number> => (await page.locator('.figures-table thead th').allInnerTexts()).indexOf(name);
  const figure = async (name: string): Promise<string> => today.locator('td').nth(await column(name)).innerText();
  expect([await figure('求职人次'), await figure('达成用工人次')]).toEqual(['3', '1']);

  // The number is a door to what it was counted from, by keyboard as well.
  await today.locator('td').nth(await column('达成用工人次')).locator('.drill').focus();
  await page.keyboard.press('Enter');
  const drawer = page.locator('.ant-drawer');
  const rows = drawer.locator('tbody tr.ant-table-row');
  await rows.first().waitFor();
  expect(await rows.count()).toBe(1);
  await rows.locator('.drill').click();
  await drawer.getByText(`${hire} 号的来龙去脉`).waitFor();
  // The whole chain hangs on it: the posting, the call, the confirmation.
  for (const thing of [`招工单 ${job}`, `用工确认 ${hire}`]) await drawer.locator('.things').getByText(thing, { exact: true }).waitFor();
  await drawer.getByRole('button', { name: '返回' }).click();
  await rows.first().waitFor();
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'detached' });
  expect(faces.troubles).toEqual([]);
});

const fileOf = async (page: Page, press: () => Promise<void>): Promise<{ readonly name: string; readonly text: string }> => {
  const [file] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
};

test('F22 §4 people leave the hall in the open only before a second person: a wrong PIN gives no file, the right one gives it whole, once', async () => {
  const town = await openStage({ kiosks: 0, withCity: false, clock: morning });
  const { day } = await oneHire(town);
  const faces = await openFaces(town);
  const page = await faces.console('supervisor-1', 'exports', 'console-lead');
  const take = page.getByRole('button', { name: '导出并下载' }).and(page.locator('[type=submit]'));
  await page.getByText('CSV', { exact: true }).click();

  // Masked, it is taken alone.
  const masked = await fileOf(page, () => take.click());
  expect(masked.text).not.toContain(person(41).number);
  expect(masked.text.split('\r\n').filter((line) => line !== '')).toHaveLength(4);

  await page.getByRole('switch', { name: '带完整个人信息' }).click();
  expect(await take.isDisabled()).toBe(true);
  await page.getByLabel('第二位负责人', { exact: true }).click();
  // Oneself is no second person.
  await page.locator('.ant-select-item-option', { hasText: '站长' }).waitFor();
  expect(await page.locator('.ant-select-item-option', { hasText: '值班主管' }).count()).toBe(0);
  await page.locator('.ant-select-item-option', { hasText: '站长' }).click();
  const pin = page.getByLabel('第二位负责人的密码');
  await pin.fill('135791');
  await pin.press('Enter');
  await page.getByText('密码不对').waitFor();
  expect(await page.locator('tbody', { hasText: '站长' }).count()).toBe(0);
  expect(await pin.inputValue()).toBe('');

  await pin.fill(demoPin);
  const open = await fileOf(page, () => pin.press('Enter'));
  const lines = open.text.split('\r\n').filter((line) => line !== '');
  expect(lines).toHaveLength(4);
  for (const n of [41, 42, 43]) expect(lines.filter((line) => line.includes(person(n).number))).toHaveLength(1);
  expect(open.name).toContain(day);

  // What was vouched for is that one file: the next one wants the second person again.
  expect(await pin.inputValue()).toBe('');
  expect(await take.isDisabled()).toBe(true);
  const lead = await atConsole(town.hall.urls.agent, 'supervisor-1');
  expect(await lead.question('exportRecords', { what: 'seekers', format: 'csv', from: day, to: day, personal: true, approvedBy: 'admin-1' })).toMatchObject({ ok: false });
  await eventually('both stand in the list, with who stood beside', async () => (await page.locator('section tbody').innerText()).includes('值班主管 + 站长'));
  expect(faces.troubles).toEqual([]);
});
