/* What a role may not do is no button and no link of its pages; what was put right is seen at once. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { launchBrowser } from '../../pictures/browser.ts';
import { openConsole, type ConsoleParts, type ConsoleStage } from '../stage/console-stage.ts';
import { deskAnswers, workers } from '../stage/desk/employers.ts';
import { peopleAnswers } from '../stage/desk/people.ts';

const patience = { timeout: 5_000, interval: 50 };
let browser: Browser;
beforeAll(async () => { browser = await launchBrowser(); });
afterAll(async () => { await browser.close(); });

async function open(parts: Pick<ConsoleParts, 'role' | 'page'>): Promise<ConsoleStage> {
  const stage = await openConsole(browser, { answers: { ...peopleAnswers, ...deskAnswers }, floor: { printers: ['printer-1'], unheard: [] }, ...parts });
  onTestFinished(() => stage.close());
  return stage;
}

test('F20 F33 an auditor counts disputes and opens none; one who mediates does', async () => {
  const reads = await open({ role: 'auditor', page: 'disputes' });
  await reads.face.page.locator('.pick-list li').first().click();
  expect([await reads.face.page.getByRole('option').count(), reads.asked.some((one) => one.name === 'dispute')]).toEqual([0, false]);
  await reads.face.page.getByText('内容只有调解的人能看').waitFor();
  const mediates = await open({ role: 'clerk', page: 'disputes' });
  await mediates.face.page.getByRole('option').first().click();
  await mediates.face.page.getByRole('button', { name: '看登记内容' }).waitFor();
});

test('F10 F11 F33 an auditor reads who may post, crews and principals, and changes none of them', async () => {
  const { face: { page } } = await open({ role: 'auditor', page: 'contractors' });
  await page.getByText('样例乙').click();
  await page.locator('.story.crews li').first().waitFor();
  expect([await page.locator('.sheet .inline-form').count(), await page.locator('.sheet .story button').count(), await page.getByRole('button', { name: '登记班组' }).count()]).toEqual([0, 0, 0]);
  await page.locator('.sheet-acts').getByText('您的岗位').first().waitFor();
});

test('§4 what was corrected about somebody is asked again', async () => {
  const stage = await open({ role: 'clerk', page: 'people' });
  const { page } = stage.face;
  await page.keyboard.type('王样例');
  await page.keyboard.press('Enter');
  await page.getByRole('option').first().click();
  const count = (): number => stage.asked.filter((one) => one.name === 'findWorkers').length;
  const before = count();
  stage.answer({ findWorkers: { workers: workers.map((one) => (one.workerId === 'p1' ? { ...one, birthYear: '1973' } : one)) } });
  await page.getByRole('button', { name: '改正' }).first().click();
  await page.locator('.ant-modal').getByLabel('姓名', { exact: true }).fill('王样例');
  await page.keyboard.press('Enter');
  await vi.waitFor(() => { expect(count()).toBeGreaterThan(before); }, patience);
  await page.locator('.sheet .who-line').getByText('1973').waitFor();
});
