/* The public job page on a phone of 360 px, served by a real hub: a morning, nothing yet, and the line gone. It keeps nothing, asks nobody else, and is small. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hallsPageSchema, jobsPageSchema } from '@kuaizhao/sync-agent/contract/city/orders-api.ts';
import { startEngine, type TestEngine } from '../../fixtures/city/databases.ts';
import { morning } from '../../fixtures/engine.ts';
import { soundTerms } from '../../fixtures/hall.ts';
import { openHub } from '../../sync-agent/city/api/stage.ts';
import { violations } from '../../display-board/stage/axe.ts';
import { expectPicture } from '../approved.ts';
import { launchBrowser } from '../browser.ts';

let browser: Browser;
let engine: TestEngine;
beforeAll(async () => { [browser, engine] = await Promise.all([launchBrowser(), startEngine('embedded')]); });
afterAll(async () => { await Promise.all([browser.close(), engine.end()]); });

const approved = (name: string): string => join(import.meta.dirname, 'approved', `${name}.png`);
const { plate: _plate, ...terms } = soundTerms(morning);
const job = (n: number, changes: object) => ({ hallId: 'h1', jobId: `job-${n}`, number: `J00${n}`, placesLeft: n, postedAt: morning, dataAt: morning, terms: { ...terms, ...changes } });
const halls = hallsPageSchema.parse({ at: morning, halls: [{ hallId: 'h1', name: '济南市历下区东关综合零工市场', address: '济南市历下区东关大街11号', hotline: '053112333', jobs: 3, placesLeft: 6, dataAt: morning }], trades: [] });
const jobs = jobsPageSchema.parse({
  at: morning, jobs: [job(1, {}), job(2, { trade: '0101', pay: { kind: 'negotiable' }, startAt: morning + 26 * 3_600_000, transport: false }), { ...job(3, { trade: '0401', pay: { kind: 'fixed', amountFen: 2_550, unit: 'hour' }, meals: false, insurance: 'none' }), dataAt: morning - 3_600_000 }],
});

test('F27 the job page on a phone: large letters, no sideways scrolling, nothing kept, nobody else asked', async () => {
  const hub = await openHub(engine);
  const context = await browser.newContext({ viewport: { width: 360, height: 1_000 } });
  const page = await context.newPage();
  const hosts = new Set<string>();
  const troubles: string[] = [];
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  page.on('pageerror', (error) => troubles.push(error.message));
  let answers = 0;
  await page.route('**/api/v1/**', async (route) => {
    answers += 1;
    if (answers > 2) await route.abort();
    else await route.fulfill({ json: route.request().url().includes('/halls') ? halls : jobs });
  });
  await page.goto(`${hub.url}/jobs`);
  await page.locator('article').nth(2).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  expect(await page.locator('article').first().innerText()).toContain('J001');
  expect(await violations(page)).toEqual([]);
  expectPicture(await page.screenshot({ fullPage: true }), approved('morning'));
  await page.getByLabel('市场').selectOption('h1');
  await page.locator('.lost').waitFor();
  expect(await page.locator('article').count(), 'what was known stays').toBe(3);
  expect(await page.evaluate(() => document.cookie.length + localStorage.length + sessionStorage.length)).toBe(0);
  expect([...hosts]).toEqual([new URL(hub.url).host]);
  await page.unroute('**/api/v1/**');
  await page.reload();
  await page.getByText('现在没有招工').waitFor();
  expect(troubles).toEqual([]);
  await context.close();
});

test('F27 the job page in English by its address: every word but what people wrote', async () => {
  const hub = await openHub(engine);
  const context = await browser.newContext({ viewport: { width: 360, height: 1_000 } });
  const page = await context.newPage();
  await page.route('**/api/v1/**', (route) => route.fulfill({ json: route.request().url().includes('/halls') ? halls : jobs }));
  await page.goto(`${hub.url}/jobs/`);
  await page.getByText('English').click();
  await page.locator('article').nth(2).waitFor();
  expect(await page.evaluate(() => [document.documentElement.lang, document.title, document.documentElement.scrollWidth])).toEqual(['en', 'Work today', 360]);
  expect(await violations(page)).toEqual([]);
  expect((await page.locator('article').first().innerText()).replaceAll(/历城区|济南市.*/g, '')).not.toMatch(/\p{Script=Han}/u);
  expectPicture(await page.screenshot({ fullPage: true }), approved('morning-en'));
  await page.getByText('中文').click();
  await page.getByText('今天招工').first().waitFor();
  await context.close();
});

test('F27 the job page is at most 60 KB compressed', () => {
  const folder = join(import.meta.dirname, '../../../display-board/dist/public');
  const bytes = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).reduce((sum, one) => sum + gzipSync(readFileSync(join(one.parentPath, one.name))).length, 0);
  expect(bytes).toBeLessThan(60 * 1024);
});
