/* How the clerk's pages look at 1366 × 768: the window with somebody there, the window idle, the bar of the window on another page. */
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openConsole, type ConsoleStage } from '../../../display-board/stage/console-stage.ts';
import { settled } from '../../../display-board/stage/face-page.ts';
import { atWindow, windowFloor } from '../../../display-board/stage/floor.ts';
import { expectPicture } from '../../approved.ts';
import { launchBrowser } from '../../browser.ts';

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

const approved = (name: string): string => join(import.meta.dirname, '../approved', `${name}.png`);
async function shot(): Promise<Buffer> {
  if (open === undefined) throw new Error('no console is open');
  const { page } = open.face;
  await page.mouse.move(683, 4);
  await settled(page);
  return page.screenshot({ animations: 'disabled', caret: 'hide' });
}

/** What went wrong in the page, and by how many pixels it would have to be scrolled sideways. */
const wrong = async (): Promise<unknown> => [...open?.face.troubles ?? [], await open?.face.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)];

test('F14 F33 the clerk’s window with somebody there', async () => {
  open = await openConsole(browser, { role: 'clerk', page: 'window', answers: atWindow, floor: windowFloor() });
  const { page } = open.face;
  await page.getByText('张*').waitFor();
  await page.getByLabel('查号').first().waitFor();
  expectPicture(await shot(), approved('window'));
  expect(await wrong()).toEqual([0]);
});

test('F14 the clerk’s window with nobody called: what to do next', async () => {
  open = await openConsole(browser, { role: 'clerk', page: 'window', answers: atWindow, floor: windowFloor({ idle: true }) });
  await open.face.page.getByText('按 F2 叫下一个').waitFor();
  expectPicture(await shot(), approved('window-idle'));
  expect(await wrong()).toEqual([0]);
});
