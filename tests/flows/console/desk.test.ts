/* The desk beside the kiosk, in a real page on a real agent: somebody who cannot use the kiosk is registered by keyboard and holds a number; a household is registered and posts; a pasted list is done line by line. */
import { expect, test } from 'vitest';
import { factOf } from '../../fixtures/engine.ts';
import { person } from '../../fixtures/people.ts';
import { eventually } from '../stage/eventually.ts';
import { atBoard, atConsole, atKiosk, openStage } from '../stage/stage.ts';
import { openFaces } from './console-pages.ts';

test('F2 F3 the desk by keyboard: told, consented, numbered, printed; a household registered and its job on the board', async () => {
  const town = await openStage({ withCity: false });
  const { papers } = await atKiosk(town);
  const faces = await openFaces(town);
  const page = await faces.console('clerk-1', 'worker', 'console-desk');
  const { number } = person(21);

  // Looked for, not found, registered: the number that was typed is not typed again, and says birthday and sex.
  await page.keyboard.type(number);
  await page.keyboard.press('Enter');
  await page.getByText('没有查到').waitFor();
  await page.keyboard.press('F9');
  await page.getByRole('textbox', { name: '姓名', exact: true }).and(page.locator(':focus')).waitFor();
  await page.keyboard.type('样例甲');
  expect(await page.getByRole('textbox', { name: '身份证号' }).inputValue()).toBe(number);
  await page.getByLabel('想干的工种（最多 6 个）').focus();
  await page.keyboard.type('0201');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  // Without consent nothing is sent.
  await page.getByRole('textbox', { name: '姓名', exact: true }).press('Enter');
  await page.getByText('本人还没有同意登记。').waitFor();
  await page.getByLabel('已念给本人，本人同意登记').focus();
  await page.keyboard.press('Space');
  await page.getByRole('textbox', { name: '姓名', exact: true }).press('Enter');
  await page.locator('.given-number', { hasText: 'A001' }).waitFor();
  await eventually('the paper with the number', () => papers().find((paper) => paper.includes('A001')));
  expect(town.hall.db.view.workerByNumber(number)).toMatchObject({ trades: ['0201'], consented: true, document: 'witnessed' });
  await page.keyboard.press('Enter');

  // A household: card in the hand, promise read out, and at once to its posting.
  await page.getByRole('button', { name: '用工登记' }).click();
  await page.getByRole('textbox', { name: '姓名（照身份证）' }).fill('样例乙');
  await page.getByRole('textbox', { name: '身份证号' }).fill(person(22).number);
  await page.getByLabel('已念给本人，本人承诺做到').check();
  await page.getByRole('button', { name: '登记', exact: true }).and(page.locator('[type=submit]')).click();
  await page.getByRole('button', { name: '现在发布招工' }).click();
  await page.locator('.post-form').getByText('样例乙').waitFor();
  await page.getByLabel('工种', { exact: true }).focus();
  await page.keyboard.type('0203');
  await page.keyboard.press('Enter');
  await page.getByRole('spinbutton', { name: '招几人' }).fill('2');
  await page.getByRole('spinbutton', { name: '工钱' }).fill('260');
  await page.getByRole('textbox', { name: '干活地点' }).fill('历城区');
  await page.getByRole('textbox', { name: '干活地点' }).press('Enter');
  await page.getByText('招工单 J001 已上大屏').waitFor();
  await atBoard(town.hall.urls.agent).sees('the job on the board', (state) => state.jobs.find((one) => one.number === 'J001' && one.headcount === 2 && one.workPlace === '历城区'));
  expect(faces.troubles).toEqual([]);
});

test('F2 a pasted list: looked up without a change, done line by line, and what fails stays with its reason', async () => {
  const town = await openStage({ withCity: false });
  const clerk = await atConsole(town.hall.urls.agent, 'clerk-1');
  const consent = { textVersion: '2026-11', purposes: ['registration'] };
  for (const n of [31, 32]) factOf(await clerk.ask({ type: 'registerWorker', card: person(n), consent, trades: ['0201'] }), 'ticketIssued');
  const [held] = factOf(await clerk.ask({ type: 'takeWorkNumber', trades: ['0301'] }), 'ticketIssued').number.split(' ');
  const faces = await openFaces(town);
  const page = await faces.console('admin-1', 'bulk', 'console-list');
  const head = town.hall.db.journal.head().seq;

  await page.getByText('离场销号', { exact: true }).click();
  await page.getByRole('textbox').first().fill(`A001\n${held ?? ''}\nA099\nH001\na001`);
  await page.getByRole('button', { name: '核对' }).click();
  await page.getByText('可办 2 行，已办 0 行，办不成 3 行').waitFor();
  expect(town.hall.db.journal.head().seq).toBe(head);
  // Somebody else is faster at one of them.
  factOf(await clerk.ask({ type: 'closeTicket', ticketId: town.hall.db.view.workTicket('A001')?.ticketId ?? '', reason: 'left' }), 'ticketClosed');
  await page.getByRole('button', { name: '办理 2 行' }).click();
  await page.getByText('可办 0 行，已办 1 行，办不成 4 行').waitFor();
  expect(town.hall.db.view.workTicket(held ?? '')?.state).toBe('closed');
  await page.getByRole('button', { name: '只留没办的，重新改' }).click();
  expect(await page.getByRole('textbox').first().inputValue()).toBe('A001\nA099\nH001\na001');
  expect(faces.troubles).toEqual([]);
});
