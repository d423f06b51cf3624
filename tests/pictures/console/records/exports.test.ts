/* Files that leave the hall and the journal, as a supervisor sees them: people in the open only after the second PIN, the bytes whole on this desk. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportPieceBytes } from '@kuaizhao/sync-agent/contract/queries/records.ts';
import type { ConsoleStage } from '../../../display-board/stage/console-stage.ts';
import { recordsAnswers } from '../../../display-board/stage/records.ts';
import { expectPicture } from '../../approved.ts';
import { consolePictures } from '../console-pictures.ts';

const pictures = consolePictures(join(import.meta.dirname, 'approved'));
const { shot, wrong, approved } = pictures;

/** Longer than one piece, and no text. */
const content = Buffer.from(Array.from({ length: exportPieceBytes * 2 + 777 }, (_, at) => (at * 31) % 251));
const digest = createHash('sha256').update(content).digest('hex');

async function at(page: string, role: 'supervisor' | 'auditor' = 'supervisor'): Promise<ConsoleStage> {
  const stage = await pictures.open({
    role, page, floor: { unheard: [] }, answers: {
      ...recordsAnswers, exportRecords: { exportId: 'x4', fileName: 'seekers_2026-11-15_2026-11-21_x4.xlsx', rows: 8_120, bytes: content.length, digest },
      exportPiece: ({ at: from }: { readonly at: number }) => ({ fileName: 'seekers_2026-11-15_2026-11-21_x4.xlsx', size: content.length, piece: content.subarray(from, from + exportPieceBytes).toString('base64') }),
    },
  });
  return stage;
}

test('§4 F22 people in the open: a second name and the right PIN first, asked anew for each file; then the whole file is on this desk', async () => {
  const stage = await at('exports');
  const { page } = stage.face;
  const take = page.getByRole('button', { name: '导出并下载' });
  const pin = page.getByLabel('第二位负责人的密码');
  await page.getByRole('switch').click();
  expect(await take.isDisabled()).toBe(true);
  await page.getByLabel('第二位负责人', { exact: true }).click();
  await page.getByText('管理员 · 管理员').last().click();
  await pin.fill('0000');
  expectPicture(await shot(), approved('exports'));
  await take.click();
  await page.getByText('密码不对，请再试。').waitFor();
  expect([await pin.inputValue(), stage.asked.some(({ name }) => name === 'exportRecords')]).toEqual(['', false]);
  await pin.fill('4821');
  const [download] = await Promise.all([page.waitForEvent('download'), take.click()]);
  expect(download.suggestedFilename()).toBe('seekers_2026-11-15_2026-11-21_x4.xlsx');
  expect(createHash('sha256').update(readFileSync(await download.path())).digest('hex')).toBe(digest);
  await page.getByText('已导出 8,120 行').waitFor();
  expect(await pin.inputValue()).toBe('');
  expect(stage.asked.find(({ name }) => name === 'exportRecords')?.asked).toEqual({ what: 'seekers', format: 'xlsx', from: '2026-11-15', to: '2026-11-21', personal: true, approvedBy: 's6' });
  expect(await wrong()).toEqual([0]);
});

test('F26 the journal by number, with its chain', async () => {
  const stage = await at('audit');
  await stage.face.page.getByText('流水连续').waitFor();
  await stage.face.page.locator('.ant-table-row').first().waitFor();
  expectPicture(await shot(), approved('audit'));
  await stage.face.page.locator('.ant-table-row .drill').nth(2).click();
  await expect.poll(() => stage.asked.at(-1)?.asked).toMatchObject({ about: '019aa4c1-7074-7c1f' });
  expect(await wrong()).toEqual([0]);
});

test('architecture §4 the audit as the auditor reads it, by act and by machine, with its chain', async () => {
  const stage = await at('trail', 'auditor');
  const { page } = stage.face;
  await page.getByText('首尾相接').waitFor();
  await page.locator('.ant-table-row').first().waitFor();
  expectPicture(await shot(), approved('trail'));
  await page.getByLabel('设备', { exact: true }).fill('kiosk-2');
  await expect.poll(() => stage.asked.at(-1)?.asked).toMatchObject({ who: 'kiosk-2' });
  await page.getByLabel('做了什么', { exact: true }).click();
  await page.getByTitle('登录失败').last().click();
  await expect.poll(() => stage.asked.at(-1)?.asked).toMatchObject({ acts: ['signInFailed'], who: 'kiosk-2' });
  expect(await wrong()).toEqual([0]);
});
