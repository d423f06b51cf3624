/* A plan before it hangs: the console's window opens the page and tells it; nobody else can, and nothing of it reaches the hall. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { previewHash, previewMessageSchema } from '@kuaizhao/sync-agent/contract/boards/preview.ts';
import { shippedPlan } from '@kuaizhao/db/domain/boards/shipped.ts';
import { boardStateSchema } from '@kuaizhao/sync-agent/contract/board.ts';
import { sampleState } from '@kuaizhao/display-board/board/preview/sample.ts';
import { launchBrowser } from '../../pictures/browser.ts';
import { openStage, type Stage } from '../stage/face-stage.ts';
import { at0531 } from '../stage/morning.ts';

let browser: Browser;
let stage: Stage;
beforeAll(async () => {
  browser = await launchBrowser();
  stage = await openStage({ face: 'board', namespace: '/board', onConnect: () => undefined });
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});

test('F16 a plan is seen before it hangs: with a made-up morning, in every scene, without a line to the hall; others cannot tell it anything', async () => {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const opener = await context.newPage();
  // A page of the same origin that is no board: the console's part.
  await opener.goto(`${stage.url}voice/zh-CN-espeak/manifest.json`);
  const tell = (scene: 'rush' | 'quiet' | 'fair') => previewMessageSchema.parse({ boardPreview: { plan: shippedPlan('board-1', '大厅', 'wide'), scene } });
  const [popup] = await Promise.all([
    context.waitForEvent('page'),
    opener.evaluate(([hash, message]) => {
      const shown = window.open(`/${hash}`, '_blank', 'popup,width=1920,height=1080');
      Object.assign(window, { shown });
      window.addEventListener('message', ({ data }) => { if ((data as { boardPreview?: unknown }).boardPreview === 'ready') shown?.postMessage(message, window.location.origin); });
    }, [previewHash, tell('rush')] as const),
  ]);
  await popup.locator('.board[data-scene=rush] .job').first().waitFor();
  expect(await popup.locator('.zone').count()).toBe(tell('rush').boardPreview.plan.scenes.rush.length);
  await popup.evaluate(() => {
    const scenes: (string | null)[] = [];
    Object.assign(window, { scenes });
    new MutationObserver(() => { scenes.push(document.querySelector('.board')?.getAttribute('data-scene') ?? null); }).observe(document.body, { subtree: true, attributes: true, attributeFilter: ['data-scene'] });
  });
  // The page itself, or any other window, is not the one who opened it.
  await popup.evaluate((message) => { window.postMessage(message, window.location.origin); }, tell('fair'));
  await opener.evaluate(() => { (window as unknown as { shown: Window }).shown.postMessage({ boardPreview: { plan: {}, scene: 'fair' } }, window.location.origin); });
  await opener.evaluate((message) => { (window as unknown as { shown: Window }).shown.postMessage(message, window.location.origin); }, tell('quiet'));
  await popup.locator('.board[data-scene=quiet] .zone-policy').waitFor();
  await opener.evaluate((message) => { (window as unknown as { shown: Window }).shown.postMessage(message, window.location.origin); }, tell('fair'));
  await popup.locator('.board[data-scene=fair] .zone-tables').waitFor();
  // Messages are heard in their order: what was refused came before these two, and was never shown.
  expect(await popup.evaluate(() => (window as unknown as { scenes: string[] }).scenes)).toEqual(['quiet', 'fair']);
  expect(stage.heard).toEqual([]);
  expect(stage.sockets.size).toBe(0);
  await context.close();
});

test('the made-up morning is a picture that the contract takes, with the longest place, a full job and four digits in it', () => {
  const state = boardStateSchema.parse(sampleState(at0531));
  expect(Math.max(...state.jobs.map(({ placesLeft }) => placesLeft))).toBeGreaterThan(999);
  expect(state.jobs.some(({ placesLeft }) => placesLeft === 0)).toBe(true);
  expect(Math.max(...state.jobs.map(({ workPlace }) => workPlace.length))).toBeGreaterThan(30);
});

test('F18 minutes until the van leaves while they count, then that it is time, then the time it was', async () => {
  const state = sampleState(at0531);
  const [job] = state.jobs;
  const leaving = (minutes: number) => ({ ...job!, jobId: `van-${String(minutes)}`, placesLeft: 2, bay: '1号车位', leaveBy: at0531 + minutes * 60_000 });
  const told = { ...state, jobs: [90, 29, 8, 0, -20].map(leaving) };
  const vans = await openStage({ face: 'board', namespace: '/board', onConnect: (socket) => { socket.emit('board', boardStateSchema.parse(told)); } });
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await page.clock.install({ time: at0531 });
  await page.goto(vans.url);
  const said = (minutes: number) => page.locator(`[data-job="van-${String(minutes)}"] .when`);
  await said(90).waitFor();
  const texts = await Promise.all([90, 29, 8, 0, -20].map((minutes) => said(minutes).textContent()));
  expect(texts.map((text) => text?.slice(0, 7))).toEqual(['07:01发车', '29分后发车1', '8分后发车1号', '马上发车1号车', '05:11发车'].map((text) => text.slice(0, 7)));
  expect(await page.locator('.leave.soon').count()).toBe(2);
  await page.close();
  await vans.close();
});
