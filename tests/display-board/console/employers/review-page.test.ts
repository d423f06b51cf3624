/* Postings to review, in a real browser: whoever reads one keeps it under the eyes and keys while other desks decide others and new ones come. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../../pictures/browser.ts';
import { openConsole } from '../../stage/console-stage.ts';
import { deskAnswers, reviews } from '../../stage/desk/employers.ts';

let browser: Browser;
beforeAll(async () => { browser = await launchBrowser(); });
afterAll(async () => { await browser.close(); });

test('F13 the posting that is being read stays, whatever is decided elsewhere; an older one that comes back does not take its place', async () => {
  const [first, second, third] = reviews;
  const listed = (jobs: readonly (typeof reviews)[number][]) => ({ reviewQueue: { total: jobs.length, jobs: [...jobs], householdOrders: 0 } });
  const stage = await openConsole(browser, { role: 'clerk', page: 'review', answers: { ...deskAnswers, ...listed([second!, third!]) } });
  const { page, troubles } = stage.face;
  const sheet = page.locator('.sheet');
  await sheet.getByText(second!.number).first().waitFor();
  const refresh = page.getByRole('button', { name: '刷新' });

  // One that waits longer comes to the top of the list.
  stage.answer(listed([first!, second!, third!]));
  await refresh.click();
  await page.locator('.pick-list li', { hasText: first!.number }).waitFor();
  expect(await sheet.getByText(second!.number).count()).toBeGreaterThan(0);
  expect(await sheet.getByText(first!.number).count()).toBe(0);

  // Another desk decides the one that is being read: it is gone from the list and still what is read here.
  stage.answer(listed([first!, third!]));
  await refresh.click();
  await page.locator('.pick-list li', { hasText: second!.number }).waitFor({ state: 'detached' });
  expect(await sheet.getByText(second!.number).count()).toBeGreaterThan(0);
  expect(troubles).toEqual([]);
  await stage.close();
});
