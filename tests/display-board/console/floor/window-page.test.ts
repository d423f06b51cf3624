/* The clerk's window in a real browser against a server that speaks the contract: one act a key on its own page and on every other, what was written goes with the end of the visit, and nothing of the person stays behind. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { floorStateSchema } from '@kuaizhao/sync-agent/contract/console.ts';
import { launchBrowser } from '../../../pictures/browser.ts';
import { openConsole, type ConsoleStage } from '../../stage/console-stage.ts';
import { atWindow, windowFloor } from '../../stage/floor.ts';
import { floorState } from '../../stage/morning.ts';

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

async function clerk(page = 'window', idle = false): Promise<ConsoleStage> {
  open = await openConsole(browser, { role: 'clerk', page, answers: atWindow, floor: windowFloor({ idle }) });
  return open;
}

test('F14 one key an act: next, again, not there, aside, handed on by the keyboard alone, taken back', async () => {
  const { face, commands } = await clerk();
  await face.page.getByText('张*').waitFor();
  for (const [key, type] of [['F2', 'callNext'], ['F3', 'recall'], ['F4', 'markNoShow'], ['F8', 'park'], ['F10', 'undo']] as const) {
    await face.page.keyboard.press(key);
    await vi.waitFor(() => { expect(commands.at(-1)?.type).toBe(type); }, patience);
    await face.page.locator('.call-next:not(.ant-btn-loading)').waitFor();
  }
  expect(commands).toMatchObject([{ windowId: 'w1' }, { callId: 'c8' }, { callId: 'c8' }, { callId: 'c8' }, { of: 'step-0001' }]);

  await face.page.keyboard.press('F9');
  await face.page.getByText('B017 号转给谁').waitFor();
  await face.page.locator('.ant-modal .ant-select-focused').waitFor();
  await face.page.keyboard.press('ArrowDown');
  await face.page.locator('.ant-select-item-option-active').waitFor();
  await face.page.keyboard.press('Enter');
  await face.page.getByText('排最前').click();
  await face.page.locator('.ant-modal').getByRole('button', { name: '转给' }).click();
  await vi.waitFor(() => { expect(commands.at(-1)).toMatchObject({ type: 'transfer', ticketId: 'ticket-b017', to: { kind: 'service', service: 'training' }, at: 'first' }); }, patience);
});

test('F14 result and note go with the end of the visit, and are then forgotten', async () => {
  const { face, commands } = await clerk();
  await face.page.getByLabel('备注（随“办完”一起记下）').fill('  已答复，回去等电话  ');
  await face.page.getByLabel('办理结果').click();
  await face.page.getByText('已登记维权').last().click();
  await face.page.keyboard.press('F6');
  await vi.waitFor(() => { expect(commands).toMatchObject([{ type: 'endCall', callId: 'c8', outcome: 'served', result: 'form', note: '已答复，回去等电话' }]); }, patience);
  await vi.waitFor(async () => { expect(await face.page.getByLabel('备注（随“办完”一起记下）').inputValue()).toBe(''); }, patience);
});

const noteField = '备注（随“办完”一起记下）';

test('F14 result and note go with the end that the call of the next one makes', async () => {
  const { face, commands } = await clerk();
  await face.page.getByLabel(noteField).fill('材料齐了');
  await face.page.keyboard.press('F2');
  await vi.waitFor(() => { expect(commands).toMatchObject([{ type: 'endCall', callId: 'c8', outcome: 'served', note: '材料齐了' }, { type: 'callNext', windowId: 'w1', open: null }]); }, patience);
  // Nothing written, nothing to send first.
  await face.page.locator('.call-next:not(.ant-btn-loading)').waitFor();
  await face.page.keyboard.press('F2');
  await vi.waitFor(() => { expect(commands.slice(2)).toMatchObject([{ type: 'callNext', open: 'c8' }]); }, patience);
});

test('F14 what was written about one call is not said of the next, whatever ended the one before', async () => {
  const { face, stage, commands } = await clerk();
  await face.page.getByLabel(noteField).fill('家里有事先走了');
  const floor = floorState(windowFloor());
  // Another console at this window has called the next one.
  stage.tell('floor', floorStateSchema, { ...floor, windows: floor.windows.map((one) => (one.call?.callId === 'c8' ? { ...one, call: { ...one.call, callId: 'c90', number: 'B018' } } : one)) });
  await face.page.locator('.here b', { hasText: 'B018' }).waitFor();
  expect(await face.page.getByLabel(noteField).inputValue()).toBe('');
  await face.page.keyboard.press('F6');
  await vi.waitFor(() => { expect(commands.at(-1)).toMatchObject({ type: 'endCall', callId: 'c90', outcome: 'served' }); }, patience);
  expect(commands.at(-1)).not.toHaveProperty('note');
});

test('§4 before the call no records are asked for, with the end of the call they are gone; no address, title or storage has them', async () => {
  const { face, stage, asked } = await clerk('window', true);
  await face.page.getByText('按 F2 叫下一个').waitFor();
  expect(asked.map((one) => one.name)).not.toContain('atCall');
  stage.tell('floor', floorStateSchema, floorState(windowFloor()));
  await face.page.getByText('张*').waitFor();
  expect(asked.filter((one) => one.name === 'atCall')).toEqual([{ name: 'atCall', asked: { callId: 'c8' } }]);
  const kept = await face.page.evaluate(() => [window.location.href, document.title, JSON.stringify(Object.entries(localStorage)), JSON.stringify(Object.entries(sessionStorage))].join(' '));
  expect(kept).not.toMatch(/张|worker-17|1974/);
  stage.tell('floor', floorStateSchema, floorState(windowFloor({ idle: true })));
  await face.page.getByText('张*').waitFor({ state: 'detached' });
});

test('F14 F33 the next one is called from every other page of the console too, once', async () => {
  const { face, commands } = await clerk('catalogue');
  await face.page.locator('.window-bar').getByText('B017').waitFor();
  await face.page.keyboard.press('F2');
  await vi.waitFor(() => { expect(commands).toMatchObject([{ type: 'callNext', windowId: 'w1' }]); }, patience);
  expect(await face.page.locator('.window-page').count()).toBe(0);
});

test('F14 a number given by hand for several services; a paper that comes back is found by its number', async () => {
  const { face, commands, asked } = await clerk();
  await face.page.getByLabel('办什么业务（可选几项）').click();
  for (const name of ['劳动维权', '政策咨询']) await face.page.locator('.ant-select-item-option', { hasText: name }).last().click();
  await face.page.keyboard.press('Escape');
  await face.page.getByRole('button', { name: '发号' }).click();
  await vi.waitFor(() => { expect(commands).toMatchObject([{ type: 'takeTicket', service: 'rights', more: ['policy'], printer: { printer: 'printer-1', ready: false } }]); }, patience);
  await face.page.getByPlaceholder('查号，例如 F012').fill('b009');
  await face.page.keyboard.press('Enter');
  await face.page.getByRole('button', { name: '重新排队' }).click();
  await vi.waitFor(() => { expect(commands.at(-1)).toMatchObject({ type: 'reinstate', ticketId: 'ticket-B009' }); }, patience);
  expect(asked).toContainEqual({ name: 'ticket', asked: { number: 'B009' } });
  // A clerk cannot pick: nothing on the page offers it.
  expect(await face.page.getByLabel('提前叫，选原因').count()).toBe(0);
});
