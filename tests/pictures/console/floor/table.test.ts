/* How the host's table looks at 1366 × 768: the rush, a price being written down, a refusal, and a job that draws lots and takes sealed prices. */
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openConsole, type Answers, type ConsoleStage } from '../../../display-board/stage/console-stage.ts';
import { settled } from '../../../display-board/stage/face-page.ts';
import { atDrawTable, atTable, tableFloor } from '../../../display-board/stage/floor-table.ts';
import { expectPicture } from '../../approved.ts';
import { launchBrowser } from '../../browser.ts';

let browser: Browser;
let open: ConsoleStage | undefined;
beforeAll(async () => { browser = await launchBrowser(); });
afterAll(async () => { await browser.close(); });
afterEach(async () => { await open?.close(); });

async function atHost(answers: Answers = atTable): Promise<ConsoleStage> {
  open = await openConsole(browser, { role: 'host', page: 'table', answers, floor: tableFloor() });
  await open.face.page.getByText('王*').waitFor();
  await open.face.page.locator('.terms').waitFor();
  await open.face.page.locator('.candidates li').first().waitFor();
  return open;
}
const approved = (name: string): string => join(import.meta.dirname, '../approved', `${name}.png`);
async function shot({ face }: ConsoleStage): Promise<Buffer> {
  await face.page.mouse.move(683, 4);
  await settled(face.page);
  return face.page.screenshot({ animations: 'disabled', caret: 'hide' });
}
/** What went wrong in the page, and by how many pixels it would have to be scrolled sideways. */
const wrong = async ({ face }: ConsoleStage): Promise<unknown> => [...face.troubles, await face.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)];

test('F7 F8 the host’s table in the rush', async () => {
  const host = await atHost();
  expectPicture(await shot(host), approved('table'));
  expect(await wrong(host)).toEqual([0]);
});

test('F8 a price is written down at the table', async () => {
  const host = await atHost();
  await host.face.page.keyboard.press('F2');
  await host.face.page.locator('.ant-modal input:focus').waitFor();
  await host.face.page.locator('.ant-modal:not([class*="zoom"])').waitFor();
  expectPicture(await shot(host), approved('table-offer'));
  expect(await wrong(host)).toEqual([0]);
});

test('F7 one side says no, with its reason', async () => {
  const host = await atHost();
  await host.face.page.keyboard.press('F8');
  await host.face.page.locator('.ant-modal:not([class*="zoom"])').getByText('工钱低').waitFor();
  expectPicture(await shot(host), approved('table-refuse'));
  expect(await wrong(host)).toEqual([0]);
});

test('F6 F8 a job that draws lots and takes sealed prices', async () => {
  const host = await atHost(atDrawTable);
  await host.face.page.getByText('还封着 3 份').waitFor();
  expectPicture(await shot(host), approved('table-draw'));
  expect(await wrong(host)).toEqual([0]);
});
