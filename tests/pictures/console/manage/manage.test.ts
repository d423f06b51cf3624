/* How the pages of management look on a small desk screen, and that the day is closed only when somebody says so twice. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answerSchema } from '@kuaizhao/sync-agent/contract/answer.ts';
import { floorStateSchema } from '@kuaizhao/sync-agent/contract/console.ts';
import type { ConsoleStage } from '../../../display-board/stage/console-stage.ts';
import { manageAnswers } from '../../../display-board/stage/manage.ts';
import { floorState } from '../../../display-board/stage/morning.ts';
import { expectPicture } from '../../approved.ts';
import { consolePictures } from '../console-pictures.ts';

const pictures = consolePictures(join(import.meta.dirname, 'approved'));
const { shot, wrong, approved } = pictures;

async function at(page: string): Promise<ConsoleStage> { return pictures.open({ role: 'supervisor', answers: manageAnswers, page, floor: { unheard: [], printers: ['printer-1', 'printer-2'] } }) }

test.each([
  ['devices', '近7天的故障'], ['shifts', '离岗'], ['appointments', 'D0930-02'], ['fairs', '二楼东区'], ['rules', '墙上公示的规则'], ['trades', '0101'], ['accounts', '洽谈桌叫人'],
])('F33 management: %s', async (page, shown) => {
  const stage = await at(page);
  await stage.face.page.getByText(shown).first().waitFor();
  expectPicture(await shot(), approved(page));
  expect(await wrong()).toEqual([0]);
});

test.each([
  ['enrol-code', { at: 'open', code: '40718265', triesLeft: 5 }, '登记码'], ['enrol-signs', { at: 'proved', signs: '7KQ3M-0ZXDP', fingerprint: 'c'.repeat(64) }, '一样，放行'],
] as const)('F33 management: %s', async (name, step, shown) => {
  const { network } = manageAnswers;
  if (network === undefined || typeof network === 'function') throw new Error('no network');
  const enrolling = { ...step, wanted: { deviceId: 'kiosk-2', role: 'kiosk', name: '二号机', printer: 'printer-2' }, leftMs: 251_000 } as const;
  const stage = await pictures.open({ role: 'supervisor', answers: { ...manageAnswers, network: { ...network, waiting: [], enrolling } }, page: 'devices', floor: { unheard: [], printers: ['printer-1', 'printer-2'] } });
  const { page } = stage.face;
  await page.getByRole('button', { name: '登记自助机' }).click();
  await page.getByRole('dialog').getByText(shown).first().waitFor();
  expectPicture(await shot(), approved(name));
  expect(await wrong()).toEqual([0]);
});

const saidAt = Date.parse('2026-11-21T05:30:00+08:00');
const kiosk = { deviceId: 'kiosk-1', running: '1.1.0', healthy: true, at: saidAt, given: false, off: false, bad: [], wellMinutes: 400 };
const stage = { version: '1.2.0', startedAt: saidAt - 3 * 86_400_000, step: 'share', waits: 'night', has: 1, of: 3 } as const;

test.each([
  ['update', { closed: false, stage, kiosks: [{ ...kiosk, running: '1.2.0', given: true }, { ...kiosk, deviceId: 'kiosk-2', given: true }, { ...kiosk, deviceId: 'kiosk-3', given: true, off: true }] }, '没开机：三号机'],
  ['update-stopped', { closed: false, stage: { ...stage, stopped: { why: 'rolledBack', at: saidAt - 7 * 3_600_000, deviceId: 'kiosk-3' } }, kiosks: [{ ...kiosk, running: '1.2.0', given: true }, { ...kiosk, deviceId: 'kiosk-2' }, { ...kiosk, deviceId: 'kiosk-3', given: true, bad: ['1.2.0'] }] }, '已退回旧版'],
] as const)('F33 management: %s', async (name, updates, shown) => {
  const { network } = manageAnswers;
  if (network === undefined || typeof network === 'function') throw new Error('no network');
  const second = { ...network.devices[1], deviceId: 'kiosk-2', role: 'kiosk', name: '二号机', proof: 'certificate', until: saidAt + 50 * 86_400_000, here: true } as const;
  const { face: { page } } = await pictures.open({ role: 'supervisor', answers: { ...manageAnswers, network: { ...network, devices: [...network.devices.map((one) => (one.deviceId === 'kiosk-3' ? { ...one, since: saidAt - 2 * 86_400_000 } : one)), second] }, updates: { ...updates, kiosks: updates.kiosks.map((one) => ({ ...one, bad: [...one.bad] })) } }, page: 'devices', floor: { unheard: [], printers: ['printer-1', 'printer-2'] } });
  await page.locator('.release-stage').getByText(shown).waitFor();
  await page.locator('.release-stage').evaluate((line) => { line.scrollIntoView({ block: 'center' }); });
  expectPicture(await shot(), approved(name));
  expect(await wrong()).toEqual([0]);
});

test('F33 a version that a kiosk gave up before the one it runs is nobody’s news any more', async () => {
  const { network } = manageAnswers;
  if (network === undefined || typeof network === 'function') throw new Error('no network');
  const kiosks = [{ ...kiosk, deviceId: 'kiosk-1', bad: ['1.0.9'] }, { ...kiosk, deviceId: 'kiosk-3', bad: ['1.0.9', '1.2.0'] }];
  const { face: { page } } = await pictures.open({ role: 'supervisor', answers: { ...manageAnswers, updates: { closed: false, kiosks } }, page: 'devices', floor: { unheard: [], printers: ['printer-1'] } });
  await page.getByText('从 1.2.0 退回来的').waitFor();
  expect(await page.getByText('退回来的').count()).toBe(1);
});

test('F33 the day is closed by a supervisor who says so twice, and by nobody who only looks', async () => {
  const stage = await at('day');
  const { page } = stage.face;
  await page.getByText('到期资料清理').waitFor();
  expectPicture(await shot(), approved('day'));
  await page.getByRole('button', { name: '收市' }).click();
  await page.getByText('现在收市？还在等的 356 个号都会销号。').waitFor();
  expect(stage.commands).toEqual([]);
  await page.locator('.ant-popconfirm-buttons .ant-btn-primary').click();
  await expect.poll(() => stage.commands.map(({ type }) => type)).toEqual(['closeDay']);
  // The question of the button still slides away.
  await expect.poll(() => wrong()).toEqual([0]);
});

test('F33 a day that nobody closed is closed the morning after by its own date, and one that nobody has begun has nothing to close', async () => {
  const day = '2026-11-20';
  const stage = await pictures.open({ role: 'supervisor', answers: manageAnswers, page: 'day', floor: { unheard: [], printers: ['printer-1'], day } });
  const { page } = stage.face;
  await page.getByText(`${day} 还没有收市，今天还没有人来办`).waitFor();
  expectPicture(await shot(), approved('day-left'));
  await page.getByRole('button', { name: '收市' }).click();
  await page.getByText(`现在给 ${day} 收市？那天还在等的 356 个号都会销号。`).waitFor();
  stage.answerCommands(({ commandId }) => answerSchema.parse({ ok: true, commandId, facts: [{ type: 'dayClosed', businessDay: day, by: 'me', work: 342, windows: 14, called: 2, parked: 0 }], papers: [] }));
  await page.locator('.ant-popconfirm-buttons .ant-btn-primary').click();
  await page.getByText(`${day} 已收市`).waitFor();
  expect(stage.commands).toMatchObject([{ type: 'closeDay' }]);
  stage.stage.tell('floor', floorStateSchema, floorState({ day, dayClosed: true }));
  await page.getByText('今天还没有人来办，有人来办就开市').waitFor();
  expect(await page.getByRole('button', { name: /收市|重新开市/ }).count()).toBe(0);
});
