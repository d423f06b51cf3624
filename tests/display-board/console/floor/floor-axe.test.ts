/* The pages of windows, tables and the van at the door as people with a screen reader, a keyboard or weak eyes meet them, in both languages: axe-core finds nothing, nothing scrolls sideways. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PageId } from '@kuaizhao/display-board/console/shell/page-ids.ts';
import type { StaffRole } from '@kuaizhao/db/domain/staff/role.ts';
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import { launchBrowser } from '../../../pictures/browser.ts';
import { violations } from '../../stage/axe.ts';
import { openConsole, type Answers } from '../../stage/console-stage.ts';
import { settled } from '../../stage/face-page.ts';
import { atWindow, windowFloor } from '../../stage/floor.ts';
import { atDrawTable, atTable, tableFloor } from '../../stage/floor-table.ts';

let browser: Browser;
beforeAll(async () => { browser = await launchBrowser(); });
afterAll(async () => { await browser.close(); });

interface View { readonly what: string; readonly id: PageId; readonly role: StaffRole; readonly language: string; readonly answers: Answers; readonly floor: Partial<FloorState>; readonly shown: string; readonly open?: (page: Page) => Promise<unknown> }
const views: readonly View[] = ['zh-CN', 'en'].flatMap((language): View[] => [
  { what: 'a window with somebody there', id: 'window', role: 'supervisor', language, answers: atWindow, floor: windowFloor(), shown: '.records' },
  { what: 'a number handed on', id: 'window', role: 'clerk', language, answers: atWindow, floor: windowFloor(), shown: '.records', open: async (page) => { await page.keyboard.press('F9'); await page.locator('.ant-modal .ant-select-focused').waitFor(); } },
  { what: 'a table in the rush', id: 'table', role: 'host', language, answers: atTable, floor: tableFloor(), shown: '.terms' },
  { what: 'a table with lots and sealed prices', id: 'table', role: 'host', language, answers: atDrawTable, floor: tableFloor(), shown: '.lots' },
  { what: 'a refusal', id: 'table', role: 'host', language, answers: atTable, floor: tableFloor(), shown: '.terms', open: async (page) => { await page.keyboard.press('F8'); await page.locator('.ant-modal .reasons').waitFor(); } },
  { what: 'the van at the door', id: 'urgent', role: 'host', language, answers: atTable, floor: tableFloor(), shown: '.find-employer' },
]);

test.each(views)('axe finds nothing: $what, $language', async ({ id, role, language, answers, floor, shown, open }) => {
  const stage = await openConsole(browser, { role, answers, page: id, floor, language });
  const { page, troubles } = stage.face;
  await page.locator(shown).first().waitFor();
  await open?.(page);
  await settled(page);
  const found = await violations(page);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await stage.close();
  expect([...found, ...troubles, wider]).toEqual([0]);
});
