/* The page of a slip on a phone of 360 px: before the work, in the evening without money, the employer's people, in English, and a code that opens nothing. */
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Slip, SlipHire } from '@kuaizhao/db/city/slips/read.ts';
import { notePage, slipPageOf, wordsOf, type Shown } from '@kuaizhao/sync-agent/city/slips/page.ts';
import { violations } from '../../display-board/stage/axe.ts';
import { morning } from '../../fixtures/engine.ts';
import { soundTerms } from '../../fixtures/hall.ts';
import { expectPicture } from '../approved.ts';
import { launchBrowser } from '../browser.ts';

let browser: Browser;
beforeAll(async () => { browser = await launchBrowser(); });
afterAll(async () => { await browser.close(); });

const hour = 3_600_000;
const hire = (n: number, changes: Partial<SlipHire> = {}): SlipHire => ({
  hireId: `hire-${n}`, number: `H00${n}`, queueNumber: `A01${n}`, surname: null, amountFen: 21_000, unit: 'day', settlement: 'atOnce', startsAt: morning + hour, state: 'agreed', saidPaid: undefined,
  disputeNumber: null, disputeOpen: false, marks: [], ...changes,
});
const slip = (side: Slip['side'], hires: readonly SlipHire[]): Slip => ({
  side, hallName: '济南市历下区东关综合零工市场', hotline: '053112333', jobNumber: 'J004', terms: soundTerms(morning, { headcount: 3, hazards: ['heavyLoad', 'dust'] }), dataAt: morning + 12 * hour, hires,
});
const surnames: Readonly<Record<string, string>> = { H001: '张', H002: '李', H003: '王' };
const shown = (changes: Partial<Shown> = {}): Shown => ({ language: 'zh-CN', now: morning, once: 'x'.repeat(22), surnameOf: ({ number }) => surnames[number], ...changes });
const evening = morning + 14 * hour;

const pages: Readonly<Record<string, string>> = {
  'worker-before': slipPageOf(slip('worker', [hire(1)]), shown()),
  'worker-evening': slipPageOf(slip('worker', [hire(1, { state: 'done', marks: [{ word: 'paid', state: 'refused', refusal: 'hireNotReady', at: evening }] })]), shown({ now: evening, marked: 'sent' })),
  'worker-unpaid-en': slipPageOf(slip('worker', [hire(1, { state: 'unpaid', saidPaid: 'no', disputeNumber: 'W261121-01', disputeOpen: true })]), shown({ now: evening, language: 'en' })),
  employer: slipPageOf(slip('employer', [hire(1, { state: 'arrived' }), hire(2, { marks: [{ word: 'arrived', state: 'sent', refusal: null, at: evening }] }), hire(3, { state: 'unpaid', saidPaid: 'no', disputeNumber: 'W261121-01', disputeOpen: true })]), shown({ now: evening })),
  unknown: notePage('zh-CN', wordsOf('zh-CN').unknownTitle, wordsOf('zh-CN').unknown),
};

test.each(Object.keys(pages))('F19 the page of a slip: %s, with large letters, no sideways scrolling, no script, and nothing that axe finds', async (name) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 780 }, deviceScaleFactor: 1 });
  const page = await context.newPage();
  await page.setContent(pages[name]!.replace(/<meta http-equiv="refresh"[^>]*>/, ''));
  const open = page.locator('details');
  if (await open.count() > 0) await open.first().evaluate((element) => { element.setAttribute('open', ''); });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  const small = await page.locator('button, summary, footer a').evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.textContent));
  expect([...small, ...await violations(page)]).toEqual([]);
  expectPicture(await page.screenshot({ fullPage: true }), join(import.meta.dirname, 'approved', `${name}.png`));
  await context.close();
});

test('F19 the page of a slip is small: 30 KB as it is, and on the line with two hundred people', () => {
  expect(Math.max(...Object.values(pages).map((html) => Buffer.byteLength(html)))).toBeLessThan(30_000);
  expect(gzipSync(slipPageOf(slip('employer', Array.from({ length: 200 }, (_, n) => hire(n))), shown())).byteLength).toBeLessThan(30_000);
});
