/* Every page of records, boards and management as people with a screen reader, a keyboard or weak eyes meet it: axe-core finds nothing, in Chinese and in English, and the page needs no sideways scroll at 1366 × 768. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../../pictures/browser.ts';
import { violations } from '../../stage/axe.ts';
import { alarmedFloor } from '../../stage/boards.ts';
import { openConsole } from '../../stage/console-stage.ts';
import { settled } from '../../stage/face-page.ts';
import { manageAnswers } from '../../stage/manage.ts';
import { recordsAnswers } from '../../stage/records.ts';

let browser: Browser;
beforeAll(async () => { browser = await launchBrowser(); });
afterAll(async () => { await browser.close(); });

test.each(['live', 'boards', 'notices', 'figures', 'ledger', 'catalogue', 'directory', 'evidence', 'exports', 'audit', 'trail', 'day', 'devices', 'shifts', 'appointments', 'fairs', 'rules', 'trades', 'accounts'] as const)('axe finds nothing on %s', async (id) => {
  const stage = await openConsole(browser, { role: id === 'trail' ? 'auditor' : 'supervisor', answers: { ...recordsAnswers, ...manageAnswers }, page: id, floor: { ...alarmedFloor(), printers: ['printer-1'] }, language: id === 'figures' || id === 'boards' ? 'en' : 'zh-CN' });
  const { page, troubles } = stage.face;
  await page.locator('.page').waitFor();
  await expect.poll(() => page.locator('.waiting').count()).toBe(0);
  await settled(page);
  const found = await violations(page);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await stage.close();
  expect([...found, ...troubles, wider]).toEqual([0]);
});
