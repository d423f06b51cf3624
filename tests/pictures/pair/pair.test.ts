/* How a screen looks that is not in yet: on a television, on a desk, sent away, refused; and that nothing is cut off or small. */
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enrolmentPaths } from '@kuaizhao/sync-agent/contract/enrolment/messages.ts';
import { settled } from '../../display-board/stage/face-page.ts';
import { openStage, type Stage } from '../../display-board/stage/face-stage.ts';
import { expectPicture } from '../approved.ts';
import { launchBrowser } from '../browser.ts';

let browser: Browser;
let stage: Stage;
beforeAll(async () => {
  browser = await launchBrowser();
  stage = await openStage({ face: 'pair', namespace: '/board', onConnect: () => undefined });
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});

const [television, desk] = [{ width: 1920, height: 1080 }, { width: 1366, height: 768 }];
const waiting = { ok: true, state: 'waiting' };

test.each([
  ['television', '?as=board', television, waiting, '还有 5 分'], ['desk', '?as=console', desk, waiting, '还有 5 分'], ['sent-away', '?as=board&why=sentAway', television, waiting, '还有 5 分'],
  ['other-role', '?as=board&why=otherRole', desk, waiting, '还有 5 分'], ['english', '?as=console&why=copied&lang=en', desk, waiting, '5 min'],
  ['refused', '?as=board', television, { ok: false, refusal: 'notLetIn' }, '没有放行'], ['choose', '', television, waiting, '这台设备用来做什么'],
] as const)('a screen that is not in: %s', async (name, query, size, taken, shown) => {
  const page = await browser.newPage({ viewport: size, locale: 'zh-CN' });
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  await page.clock.install({ time: Date.parse('2026-11-21T05:31:00+08:00') });
  await page.route(`**${enrolmentPaths.pair}`, (route) => route.fulfill({ json: { ok: true, talk: 'sample', signs: '7KQ3M-0ZXDP' } }));
  await page.route(`**${enrolmentPaths.paired}`, (route) => route.fulfill({ json: taken }));
  await page.goto(`${stage.url}${query}`);
  if (name === 'refused') {
    await page.locator('.signs').waitFor();
    await page.clock.runFor(3_000);
  }
  await page.getByText(shown).waitFor();
  await settled(page);
  expectPicture(await page.screenshot({ animations: 'disabled', caret: 'hide' }), join(import.meta.dirname, 'approved', `${name}.png`));
  expect([...troubles, await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)]).toEqual([0]);
  await page.close();
});
