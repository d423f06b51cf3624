/* Every desk page as people with a screen reader, a keyboard or weak eyes meet it: axe-core finds nothing, and the page needs no sideways scroll at 1366 × 768. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PageId } from '@kuaizhao/display-board/console/shell/page-ids.ts';
import { launchBrowser } from '../../pictures/browser.ts';
import { violations } from '../stage/axe.ts';
import { openConsole } from '../stage/console-stage.ts';
import { deskAnswers } from '../stage/desk/employers.ts';
import { settled } from '../stage/face-page.ts';
import { peopleAnswers } from '../stage/desk/people.ts';

let browser: Browser;
beforeAll(async () => { browser = await launchBrowser(); });
afterAll(async () => { await browser.close(); });

/** What brings each page to where it shows most. */
const steps: { readonly [P in PageId]?: (page: Page) => Promise<unknown> } = {
  worker: (page) => page.keyboard.press('F9'), registerEmployer: (page) => page.locator('.page .ant-segmented-item').nth(3).click(),
  post: (page) => page.getByText('样例乙').click(), review: (page) => page.locator('.sheet mark').waitFor(), employers: (page) => page.getByText('济南样例人力资源有限公司').click(), contractors: (page) => page.getByText('样例乙').click(),
  disputes: (page) => page.getByText('W261118-02').click(), help: (page) => page.locator('.pick-list li').first().click(),
};

const ids = ['worker', 'registerEmployer', 'post', 'postings', 'bulk', 'review', 'employers', 'contractors', 'people', 'merges', 'crews', 'referrals', 'training', 'disputes', 'appeals', 'help', 'opinions'] as const;

test.each(ids.flatMap((id) => [[id, 'zh-CN'], [id, 'en']] as const))('axe finds nothing on %s in %s', async (id, language) => {
  const stage = await openConsole(browser, { role: 'supervisor', answers: { ...peopleAnswers, ...deskAnswers }, page: id, language, floor: { printers: ['printer-1'], unheard: [] } });
  const { page, troubles } = stage.face;
  await page.locator('.page').waitFor();
  await steps[id]?.(page);
  await settled(page);
  const found = await violations(page);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await stage.close();
  expect([...found, ...troubles, wider]).toEqual([0]);
});
