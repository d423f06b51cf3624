/* How the pages of management look on a small desk screen, and that the day is closed only when somebody says so twice. */
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openConsole, type ConsoleStage } from '../../../display-board/stage/console-stage.ts';
import { settled } from '../../../display-board/stage/face-page.ts';
import { manageAnswers } from '../../../display-board/stage/manage.ts';
import { expectPicture } from '../../approved.ts';
import { launchBrowser } from '../../browser.ts';

let browser: Browser;
let open: ConsoleStage | undefined;
beforeAll(async () => { browser = await launchBrowser(); });
afterAll(async () => { await browser.close(); });
afterEach(async () => { await open?.close(); });

async function at(page: string): Promise<ConsoleStage> { open = await openConsole(browser, { role: 'supervisor', answers: manageAnswers, page, floor: { unheard: [], printers: ['printer-1', 'printer-2'] } }); return open; }
async function shot({ face }: ConsoleStage): Promise<Buffer> {
  await face.page.mouse.move(683, 4);
  await settled(face.page);
  return face.page.screenshot({ animations: 'disabled', caret: 'hide' });
}
const approved = (name: string): string => join(import.meta.dirname, 'approved', `${name}.png`);
const wrong = async ({ face }: ConsoleStage): Promise<unknown> => [...face.troubles, await face.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)];

test.each([
  ['devices', '近7天的故障'], ['shifts', '离岗'], ['appointments', 'D0930-02'], ['fairs', '二楼东区'], ['rules', '墙上公示的规则'], ['trades', '0101'], ['accounts', '洽谈桌叫人'],
])('F33 management: %s', async (page, shown) => {
  const stage = await at(page);
  await stage.face.page.getByText(shown).first().waitFor();
  expectPicture(await shot(stage), approved(page));
  expect(await wrong(stage)).toEqual([0]);
});

test('F33 the day is closed by a supervisor who says so twice, and by nobody who only looks', async () => {
  const stage = await at('day');
  const { page } = stage.face;
  await page.getByText('到期资料清理').waitFor();
  expectPicture(await shot(stage), approved('day'));
  await page.getByRole('button', { name: '收市' }).click();
  await page.getByText('现在收市？还在等的 356 个号都会销号。').waitFor();
  expect(stage.commands).toEqual([]);
  await page.locator('.ant-popconfirm-buttons .ant-btn-primary').click();
  await expect.poll(() => stage.commands.map(({ type }) => type)).toEqual(['closeDay']);
  // The question of the button still slides away.
  await expect.poll(() => wrong(stage)).toEqual([0]);
});
