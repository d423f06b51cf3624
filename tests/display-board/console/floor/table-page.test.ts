/* The host's table in a real browser against a server that speaks the contract: keys act on the chosen number, reasons and prices go with them, papers come again, nobody is named before the call. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { QueryReply } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import { launchBrowser } from '../../../pictures/browser.ts';
import { openConsole, type Answers, type ConsoleStage } from '../../stage/console-stage.ts';
import { at0531 } from '../../stage/morning.ts';
import { atDrawTable, atTable, tableFloor } from '../../stage/floor-table.ts';

const patience = { timeout: 20_000, interval: 50 };
let browser: Browser;
let open: ConsoleStage | undefined;
beforeAll(async () => { browser = await launchBrowser(); });
afterAll(async () => { await browser.close(); });
afterEach(async () => {
  const troubles = open?.face.troubles ?? [];
  await open?.close();
  open = undefined;
  if (troubles.length > 0) throw new Error(troubles.join('\n'));
});

async function host(answers: Answers = atTable): Promise<ConsoleStage> {
  open = await openConsole(browser, { role: 'host', page: 'table', answers, floor: tableFloor() });
  await open.face.page.getByText('王*').waitFor();
  return open;
}

test('F7 up and down choose a number, the keys act on it: here, again, not there', async () => {
  const { face, commands } = await host();
  await face.page.locator('ul.called').focus();
  await face.page.keyboard.press('ArrowDown');
  await face.page.locator('.called .chosen', { hasText: 'A119' }).waitFor();
  for (const [key, expected] of [['F7', { type: 'answerCall', answer: { kind: 'accept' } }], ['F3', { type: 'recall' }], ['F4', { type: 'markNoShow' }]] as const) {
    await face.page.keyboard.press(key);
    await vi.waitFor(() => { expect(commands.at(-1)).toMatchObject({ ...expected, callId: 'c7' }); }, patience);
    await face.page.locator('.called-acts .ant-btn-primary:not([disabled])').waitFor();
  }
});

test('F8 asked and offered are kept by keyboard, the last price is what the hire begins with', async () => {
  const { face, commands } = await host();
  await face.page.keyboard.press('F2');
  await face.page.locator('.ant-modal input:focus').waitFor();
  await face.page.keyboard.type('250');
  await face.page.keyboard.press('Enter');
  await vi.waitFor(() => { expect(commands).toMatchObject([{ type: 'recordOffer', callId: 'c6', side: 'worker', pay: { amountFen: 25_000, unit: 'day' } }]); }, patience);
  await face.page.locator('.ant-modal').waitFor({ state: 'detached' });
  await face.page.keyboard.press('F6');
  await face.page.locator('.hire-form input:focus').waitFor();
  expect(await face.page.locator('.hire-form input').first().inputValue()).toBe('240.00');
  await face.page.keyboard.press('Enter');
  await vi.waitFor(() => { expect(commands.at(-1)).toMatchObject({ type: 'confirmHire', callId: 'c6', agreedPay: { amountFen: 24_000, unit: 'day' } }); }, patience);
});

test('F7 a refusal needs its side and its reason', async () => {
  const { face, commands } = await host();
  await face.page.keyboard.press('F8');
  await face.page.getByText('老板不要').click();
  expect(await face.page.locator('.ant-modal .ant-btn-primary').isDisabled()).toBe(true);
  await face.page.getByText('不会干').click();
  await face.page.locator('.ant-modal .ant-btn-primary').click();
  await vi.waitFor(() => { expect(commands).toMatchObject([{ type: 'answerCall', callId: 'c6', answer: { kind: 'refuse', by: 'employer', reason: 'skillMissing' } }]); }, patience);
});

test('F6 F9 candidates by number only; by name only on the record; slip again, agreement, undone with a reason, employer absent, end of the table', async () => {
  const { face, commands } = await host();
  const { page } = face;
  await page.locator('.candidates li').first().waitFor();
  expect(await page.locator('.candidates').innerText()).not.toMatch(/\*/);
  await page.getByPlaceholder('号 A012 或旧单 H012').fill('a133');
  await page.keyboard.press('Enter');
  await vi.waitFor(() => { expect(commands.at(-1)).toMatchObject({ type: 'callNamed', tableId: 't5', jobId: 'job-1', wish: { kind: 'number', number: 'A133' } }); }, patience);
  // The slip of an earlier day names the same person, with its day beside it.
  await page.getByPlaceholder('号 A012 或旧单 H012').fill('Ｈ012');
  expect(await page.getByRole('button', { name: '点名叫' }).isDisabled()).toBe(true);
  await page.getByLabel('确认单是哪天的').fill('20261119');
  await page.keyboard.press('Enter');
  await vi.waitFor(() => { expect(commands.at(-1)).toMatchObject({ type: 'callNamed', wish: { kind: 'slip', businessDay: '2026-11-19', number: 'H012' } }); }, patience);
  for (const [button, expected] of [
    ['补打确认单', { type: 'reprint', printJobId: 'print-9', printer: { printer: 'printer-1', ready: false } }], ['打用工协议', { type: 'printForm', form: 'agreement', id: 'hire-3' }],
    ['补打招工单', { type: 'printForm', form: 'jobSlip', id: 'job-1' }], ['老板没来', { type: 'markEmployerAbsent', jobId: 'job-1' }], ['这桌结束', { type: 'endSession', tableId: 't5' }],
  ] as const) {
    await page.getByRole('button', { name: button }).first().click();
    await vi.waitFor(() => { expect(commands.at(-1)).toMatchObject(expected); }, patience);
  }
  await page.getByLabel('撤回成交 H003').click();
  await page.getByText('弄错了').last().click();
  await vi.waitFor(() => { expect(commands.at(-1)).toMatchObject({ type: 'undoHire', hireId: 'hire-3', reason: 'mistake' }); }, patience);
});

test('F3 F7 a posting that another desk changed is told at the table, with the way to it', async () => {
  const job = atTable.job as QueryReply<'job'>;
  const { face } = await host({ ...atTable, job: { ...job, decisions: [{ at: at0531 - 120_000, kind: 'jobChanged', what: 'open place', ruleIds: [], by: 's1' }] } });
  await face.page.getByText('05:29 改过条件').waitFor();
  await face.page.getByRole('button', { name: '改单、收单' }).click();
  await vi.waitFor(() => { expect(new URL(face.page.url()).hash).toBe('#postings'); }, patience);
});

test('F6 F8 lots: the sheet is printed, sealed prices are opened all at once', async () => {
  const { face, commands } = await host(atDrawTable);
  const { page } = face;
  await page.getByRole('button', { name: '打印抽签单' }).click();
  await vi.waitFor(() => { expect(commands.at(-1)).toMatchObject({ type: 'printForm', form: 'draw', id: 'job-1' }); }, patience);
  // Somebody who cannot use the kiosk says a price: it goes once, and is on no screen afterwards.
  await page.getByLabel('他的号，如 A012').fill('a１３３');
  await page.getByLabel('他要多少').fill('237');
  await page.keyboard.press('Enter');
  await vi.waitFor(() => { expect(commands.at(-1)).toMatchObject({ type: 'sealQuote', jobId: 'job-1', number: 'A133', pay: { amountFen: 23_700, unit: 'day' } }); }, patience);
  await vi.waitFor(async () => { expect(await page.getByLabel('他要多少').inputValue()).toBe(''); }, patience);
  await page.getByRole('button', { name: '全部打开' }).click();
  await vi.waitFor(() => { expect(commands.at(-1)).toMatchObject({ type: 'openQuotes', jobId: 'job-1' }); }, patience);
  expect(await page.getByRole('button', { name: '公布名单' }).isDisabled()).toBe(true);
});
