/* The staff console in a real browser against a server that speaks the contract: a morning of one clerk and host, with wrong PINs and a broken line. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { commandSchema, type Command } from '@kuaizhao/db/domain/command.ts';
import { answerSchema, type Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import { deskSchema, floorStateSchema, signInSchema, type SignInReply } from '@kuaizhao/sync-agent/contract/console.ts';
import { launchBrowser } from '../../pictures/browser.ts';
import { openFace, type FacePage } from '../stage/face-page.ts';
import { openStage, type Stage } from '../stage/face-stage.ts';
import { at0531, desk, floorState } from '../stage/morning.ts';

const patience = { timeout: 20_000, interval: 50 };
const rightPin = '4821';

let browser: Browser;
let stage: Stage;
let face: FacePage;
let commands: Command[];
/** what the agent says to the next command; undefined is silence */
let answerNext: (command: Command) => Answer | undefined;

const done = (command: Command): Answer => answerSchema.parse({ ok: true, commandId: command.commandId, facts: [], papers: [] });
const refused = (code: string) => (command: Command): Answer => answerSchema.parse({ ok: false, commandId: command.commandId, refusal: { code } });

beforeAll(async () => { browser = await launchBrowser(); });
afterAll(async () => { await browser.close(); });
beforeEach(async () => {
  commands = [];
  answerNext = done;
  let wrong = 0;
  stage = await openStage({
    face: 'console', namespace: '/console',
    onConnect: (socket) => {
      socket.emit('desk', deskSchema.parse(desk));
      socket.on('signIn', (attempt: unknown, reply: (reply: SignInReply) => void) => {
        const { pin } = signInSchema.parse(attempt);
        if (pin !== rightPin) {
          wrong += 1;
          reply({ ok: false, waitMs: wrong >= 5 ? 15_000 : 0 });
          return;
        }
        reply({ ok: true, staffName: '值班主管', role: 'supervisor' });
        socket.emit('floor', floorStateSchema.parse(floorState()));
      });
      socket.on('signOut', (...parts: unknown[]) => { (parts.at(-1) as () => void)(); });
      socket.on('command', (message: unknown, reply: (answer: Answer) => void) => {
        const command = commandSchema.parse(message);
        commands.push(command);
        const answer = answerNext(command);
        if (answer !== undefined) reply(answer);
      });
    },
  });
  face = await openFace(browser, { url: stage.url, width: 1366, height: 768, at: at0531 });
});
afterEach(async () => {
  await face.page.close();
  await stage.close();
  if (face.troubles.length > 0) throw new Error(face.troubles.join('\n'));
});

async function signIn(): Promise<void> {
  await face.page.getByText('值班主管').click();
  await face.page.keyboard.type(rightPin);
  await face.page.keyboard.press('Enter');
  await face.page.locator('.floor').waitFor();
}
const sentence = (text: string) => face.page.getByText(text).first().waitFor();
async function atTableFive(): Promise<void> {
  await signIn();
  await face.page.getByLabel('我的桌').click();
  await face.page.getByText('5号洽谈桌').last().click();
  await face.page.locator('.at-table .number').first().waitFor();
}

test('wrong PINs: said at once, after the fifth a wait that counts down and takes no digit', async () => {
  await face.page.getByText('窗口一').click();
  for (let tried = 0; tried < 5; tried++) {
    await face.page.keyboard.type('0000');
    await face.page.keyboard.press('Enter');
    await vi.waitFor(() => { expect(stage.heard.filter((one) => one.event === 'signIn')).toHaveLength(tried + 1); }, patience);
    await sentence(tried < 4 ? '密码不对' : '输错次数太多');
  }
  await face.page.keyboard.type(rightPin);
  expect(await face.page.locator('.dots .on').count()).toBe(0);
  await face.page.clock.fastForward(16_000);
  await face.page.getByText('输错次数太多').waitFor({ state: 'detached' });
  await face.page.keyboard.type(rightPin);
  await face.page.keyboard.press('Enter');
  await face.page.locator('.floor').waitFor();
});

test('a window by keyboard: next, again, not there, done', async () => {
  await signIn();
  for (const [key, expected] of [['F2', 'callNext'], ['F3', 'recall'], ['F4', 'markNoShow'], ['F6', 'endCall']] as const) {
    await face.page.keyboard.press(key);
    await vi.waitFor(() => { expect(commands.at(-1)?.type).toBe(expected); }, patience);
    await face.page.locator('.call-next:not(.ant-btn-loading)').waitFor();
  }
  expect(commands).toMatchObject([{ windowId: 'w1' }, { callId: 'c8' }, { callId: 'c8' }, { callId: 'c8', outcome: 'served' }]);
  expect(new Set(commands.map((one) => one.commandId)).size).toBe(4);
});

test('no answer: the same command again under the same id, never a second one; then the refusal in a sentence', async () => {
  await signIn();
  answerNext = () => undefined;
  await face.page.keyboard.press('F2');
  await face.page.keyboard.press('F2');
  await vi.waitFor(() => { expect(commands).toHaveLength(1); }, patience);
  answerNext = refused('nobodyWaiting');
  await face.page.clock.fastForward(3_100);
  await sentence('现在没有人等候。');
  expect(commands).toHaveLength(2);
  expect(commands[1]).toEqual(commands[0]);
});

test('a table: choose a job, call so many, hire one with the agreed pay, the other did not agree', async () => {
  await atTableFive();
  await face.page.getByLabel('选招工单').click();
  await face.page.keyboard.type('J006');
  await face.page.keyboard.press('Enter');
  await face.page.keyboard.press('F9');
  await vi.waitFor(() => { expect(commands).toMatchObject([{ type: 'callForJob', tableId: 't5', jobId: 'job-6', count: 7 }]); }, patience);

  await face.page.getByRole('button', { name: '成交' }).first().click();
  await face.page.locator('.hire-form').waitFor();
  expect(await face.page.locator('.hire-form input').first().inputValue()).toBe('220.00');
  answerNext = refused('payNotAgreed');
  await face.page.locator('.hire-form input').first().fill('');
  await face.page.keyboard.press('Enter');
  await sentence('请先写清双方谈好的工钱。');
  answerNext = done;
  await face.page.locator('.hire-form input').first().fill('235.5');
  await face.page.keyboard.press('Enter');
  await sentence('A117 号已成交');
  expect(commands.slice(1)).toMatchObject([{ type: 'confirmHire', callId: 'c6', settlement: 'atOnce' }, { type: 'confirmHire', callId: 'c6', agreedPay: { amountFen: 23_550, unit: 'day' }, settlement: 'atOnce' }]);
  expect(commands[1]).not.toHaveProperty('agreedPay');

  await face.page.locator('.hire-form').waitFor({ state: 'detached' });
  await face.page.getByRole('button', { name: '没谈成' }).last().click();
  await vi.waitFor(() => { expect(commands.at(-1)).toMatchObject({ type: 'endCall', callId: 'c7', outcome: 'noAgreement' }); }, patience);
});

test('the offered pay is what was agreed: one click and Enter', async () => {
  await atTableFive();
  await face.page.getByRole('button', { name: '成交' }).first().click();
  await vi.waitFor(async () => { expect(await face.page.evaluate(() => document.activeElement?.closest('.hire-form') !== null)).toBe(true); }, patience);
  await face.page.keyboard.press('Enter');
  await sentence('A117 号已成交');
  expect(commands).toMatchObject([{ type: 'confirmHire', callId: 'c6', agreedPay: { amountFen: 22_000, unit: 'day' }, settlement: 'atOnce' }]);
});

test('a bad posting is taken down with its reason', async () => {
  await signIn();
  await face.page.getByRole('button', { name: '下架' }).nth(1).click();
  await face.page.getByText('内容不实').click();
  await face.page.locator('.ant-modal').getByRole('button', { name: '下架' }).click();
  await sentence('招工单 J002 已下架');
  expect(commands).toMatchObject([{ type: 'takeDownJob', jobId: 'job-2', reason: 'falseTerms' }]);
});

test('what cannot wait is on top: unheard calls, a machine away, a paper that may not have come out', async () => {
  await signIn();
  await sentence('大屏未响应，请喊号：A117、A119');
  await sentence('不知道打没打出');
  await face.page.locator('.devices-panel li', { hasText: 'kiosk-3' }).getByText('离线').waitFor();
  stage.tell('floor', floorStateSchema, floorState({ unheard: [], papers: [] }));
  await face.page.locator('.unheard').waitFor({ state: 'detached' });
  expect(await face.page.getByText('不知道打没打出').count()).toBe(0);
});

test('the line breaks: the floor stays, nothing can be pressed; back: one PIN away, the name is remembered', async () => {
  await signIn();
  await stage.leave();
  await sentence('和主机的连接断了，数据停在 05:31');
  expect(await face.page.locator('.call-next').isDisabled()).toBe(true);
  await face.page.keyboard.press('F2');
  await stage.comeBack();
  await face.page.locator('.pin-card', { hasText: '值班主管' }).waitFor();
  await face.page.keyboard.type(rightPin);
  await face.page.keyboard.press('Enter');
  await face.page.locator('.floor').waitFor();
  expect(commands).toEqual([]);
});

test('signed out, nothing of the floor is left on screen', async () => {
  await signIn();
  await face.page.getByRole('button', { name: '退出' }).click();
  await sentence('请选您的名字');
  expect(await face.page.locator('.floor').count()).toBe(0);
});
