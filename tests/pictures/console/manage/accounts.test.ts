/* How accounts look to whoever sees to them, and to whoever has to set a PIN first. */
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Command } from '@kuaizhao/db/domain/command.ts';
import { deskSchema, floorStateSchema, type SignInReply } from '@kuaizhao/sync-agent/contract/console.ts';
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import { openFace, settled } from '../../../display-board/stage/face-page.ts';
import { openStage } from '../../../display-board/stage/face-stage.ts';
import { manageAnswers } from '../../../display-board/stage/manage.ts';
import { at0531, desk, floorState } from '../../../display-board/stage/morning.ts';
import { expectPicture } from '../../approved.ts';
import { launchBrowser } from '../../browser.ts';
import { consolePictures } from '../console-pictures.ts';

const saidBy = (commands: readonly Command[]): object[] => commands.map((command) => ({ ...command, commandId: undefined }));

const pictures = consolePictures(join(import.meta.dirname, 'approved'));
const { shot, wrong, approved } = pictures;

test('F33 accounts as an admin has them: open one, another role, another PIN, close', async () => {
  const stage = await pictures.open({ role: 'admin', answers: manageAnswers, page: 'accounts', floor: { unheard: [] } });
  const { page } = stage.face;
  await page.locator('tbody tr', { hasText: '窗口三' }).waitFor();
  expectPicture(await shot(), approved('accounts-admin'));
  // Chance would make another picture each time.
  await page.evaluate(() => { crypto.getRandomValues = (numbers) => { if (numbers instanceof Uint32Array) numbers[0] = 480_251; return numbers; }; });
  await page.getByRole('button', { name: '开通账号' }).click();
  await page.getByRole('textbox', { name: '姓名' }).fill('窗口四');
  await page.getByRole('textbox', { name: '编号' }).fill('clerk-4');
  await page.locator('.ant-modal:not([class*="zoom"])').waitFor();
  expectPicture(await shot(), approved('account-open'));
  await page.locator('.ant-modal-footer .ant-btn-primary').click();
  await expect.poll(() => saidBy(stage.commands)).toEqual([{ type: 'openAccount', staffId: 'clerk-4', name: '窗口四', role: 'clerk', pin: '480251' }]);
  await page.locator('.ant-modal').waitFor({ state: 'detached' });
  await page.locator('tbody tr', { hasText: '窗口二' }).getByRole('button', { name: '解除等待' }).click();
  await expect.poll(() => stage.commands.at(-1)).toMatchObject({ type: 'unlockAccount', staffId: 's2' });
  expect(await wrong()).toEqual([0]);
});

test('F33 the card that opens a kiosk: who has one, set by its number, a wrong digit told before anything is sent, taken away after a question', async () => {
  const stage = await pictures.open({ role: 'admin', answers: manageAnswers, page: 'accounts', floor: { unheard: [] } });
  const { page } = stage.face;
  await page.locator('tbody tr', { hasText: 's6' }).getByRole('button', { name: '绑卡' }).click();
  await page.locator('.ant-modal:not([class*="zoom"])').waitFor();
  await page.getByRole('textbox', { name: '身份证号' }).fill('110105194912310021');
  await page.locator('.ant-modal-footer .ant-btn-primary').click();
  await page.getByText('身份证号码不对').waitFor();
  expect(stage.commands).toEqual([]);
  await page.getByRole('textbox', { name: '身份证号' }).fill('');
  await page.getByRole('textbox', { name: '身份证号' }).focus();
  expectPicture(await shot(), approved('account-card'));
  await page.getByRole('textbox', { name: '身份证号' }).fill('11010519491231002x');
  await page.locator('.ant-modal-footer .ant-btn-primary').click();
  await expect.poll(() => saidBy(stage.commands)).toEqual([{ type: 'setAccountCard', staffId: 's6', card: '11010519491231002X' }]);
  await page.locator('.ant-modal').waitFor({ state: 'detached' });
  await page.locator('tbody tr', { hasText: 's5' }).getByRole('button', { name: '取消绑卡' }).click();
  expect(stage.commands).toHaveLength(1);
  await page.locator('.ant-popconfirm-buttons .ant-btn-primary').click();
  await expect.poll(() => saidBy(stage.commands.slice(1))).toEqual([{ type: 'setAccountCard', staffId: 's5' }]);
  // Whoever opens no kiosk is asked for no card.
  expect(await page.locator('tbody tr', { hasText: 's3' }).getByRole('button', { name: '绑卡' }).count()).toBe(0);
  expect(await wrong()).toEqual([0]);
});

test('F33 the own PIN from the own name: the present one, a new one, once more; a weak one is told before anything is sent', async () => {
  const stage = await pictures.open({ role: 'clerk', answers: manageAnswers, page: 'rules', floor: { unheard: [] } });
  const { page } = stage.face;
  await page.locator('.top-bar .who').click();
  await page.locator('.ant-modal:not([class*="zoom"])').waitFor();
  await page.getByLabel('现在的密码').fill('4821');
  await page.getByLabel('新密码').fill('123456');
  await page.getByLabel('再输一次').fill('123456');
  await page.locator('.ant-modal-footer .ant-btn-primary').click();
  await page.getByText('密码不能是连着的数字').waitFor();
  expectPicture(await shot(), approved('own-pin'));
  expect(stage.commands).toEqual([]);
  for (const label of ['新密码', '再输一次']) await page.getByLabel(label).fill('905173');
  await page.locator('.ant-modal-footer .ant-btn-primary').click();
  await expect.poll(() => saidBy(stage.commands)).toEqual([{ type: 'setOwnPin', pin: '905173' }]);
  expect(await wrong()).toEqual([0]);
});

test('F33 a PIN that somebody else gave: nothing but the own one, twice the same, and then the hall; locked, nothing of it is seen', async () => {
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  const sent: Command[] = [];
  let lock = (): void => { throw new Error('nobody is signed in'); };
  const stage = await openStage({
    face: 'console', namespace: '/console',
    onConnect: (socket) => {
      socket.emit('desk', deskSchema.parse(desk));
      socket.on('signIn', (_attempt: unknown, reply: (reply: SignInReply) => void) => { reply({ ok: true, staffName: '窗口一', role: 'clerk', mustSetPin: true }); });
      socket.on('command', (command: Command, reply: (answer: Answer) => void) => {
        sent.push(command);
        reply({ ok: true, commandId: command.commandId, facts: [{ type: 'accountPinSet', staffId: 's1', by: 's1' }], papers: [] });
        socket.emit('floor', floorStateSchema.parse(floorState()));
        lock = () => { socket.emit('locked'); };
      });
    },
  });
  onTestFinished(() => stage.close());
  const { page, troubles } = await openFace(browser, { url: stage.url, width: 1366, height: 768, at: at0531 });
  const type = async (pin: string): Promise<void> => { await page.keyboard.type(pin); await page.keyboard.press('Enter'); };
  await page.getByText('窗口一').click();
  await type('4821');
  await page.getByText('窗口一，请设自己的密码').waitFor();
  await settled(page);
  expectPicture(await page.screenshot({ animations: 'disabled', caret: 'hide' }), approved('first-pin'));
  await type('111111');
  await page.getByText('密码不能全是同一个数字。').waitFor();
  await type('905173');
  await page.getByText('再输一次').waitFor();
  await type('905174');
  await page.getByText('两次不一样，请重新设。').waitFor();
  expect(sent).toEqual([]);
  await type('905173');
  await page.getByText('再输一次').waitFor();
  await type('905173');
  await page.locator('.shell').waitFor();
  expect(saidBy(sent)).toEqual([{ type: 'setOwnPin', pin: '905173' }]);
  // The hall says that nobody touched the console: nothing of it is seen any more.
  lock();
  await page.getByText('工作台锁住了').waitFor();
  await settled(page);
  expectPicture(await page.screenshot({ animations: 'disabled', caret: 'hide' }), approved('locked'));
  expect(await page.locator('.shell').isVisible()).toBe(false);
  expect(troubles).toEqual([]);
});
