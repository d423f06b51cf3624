/* The watchdog on a told clock: what is lost comes back, at once the first times, then ever more slowly with a word to the people who wait. */
import { beforeEach, expect, test } from 'vitest';
import { isLong, rowOf, waitAfter, watchLimits } from '@kuaizhao/kiosk/electron/watch/limits.ts';
import { createWatchdog, type Watchdog } from '@kuaizhao/kiosk/electron/watch/watchdog.ts';
import { createManualTimer, type ManualTimer } from '../../hardware/manual-timer.ts';

let timer: ManualTimer;
let watchdog: Watchdog;
let happened: string[] = [];
let alive = 0;
/** how the page behaves now */
let page = { loads: true, answers: true, comesUp: true };

beforeEach(() => {
  timer = createManualTimer();
  happened = [];
  alive = 0;
  page = { loads: true, answers: true, comesUp: true };
  const never = new Promise<void>(() => undefined);
  watchdog = createWatchdog({
    timer,
    load: () => {
      happened.push('load');
      return page.comesUp ? page.loads ? Promise.resolve() : Promise.reject(new Error('no page')) : never;
    },
    recover: () => happened.push('recover'),
    beat: () => (page.answers ? Promise.resolve(0) : never),
    kill: () => happened.push('kill'),
    alive: () => { alive += 1; },
    lost: (loss, waitMs) => happened.push(`${loss} ${waitMs}`),
  });
});

test('a page that lives is left alone, a day long', async () => {
  void watchdog.start();
  await timer.advance(86_400);
  expect(happened).toEqual(['load']);
});

test('a page whose process ends is back at once', async () => {
  void watchdog.start();
  await timer.advance(1_000);
  watchdog.gone();
  await timer.advance(watchLimits.quickMs);
  expect(happened).toEqual(['load', `gone ${watchLimits.quickMs}`, 'load']);
  expect(alive).toBe(2);
});

test('a page that hangs is ended and loaded anew within three seconds', async () => {
  void watchdog.start();
  await timer.advance(5_000);
  page.answers = false;
  await timer.advance(3_000);
  expect(happened.slice(0, 4)).toEqual(['load', `hung ${watchLimits.quickMs}`, 'kill', 'load']);
});

test('a page that answers late has not hung', async () => {
  void watchdog.start();
  await timer.advance(watchLimits.beatMs / 2);
  for (let round = 0; round < 20; round += 1) {
    page.answers = false;
    await timer.advance(watchLimits.beatMs * (watchLimits.missedBeats - 1));
    page.answers = true;
    await timer.advance(watchLimits.beatMs * 2);
  }
  expect(happened).toEqual(['load']);
});

test('a crash loop backs off by named limits and shows the recovery page; nothing is tried more often than told', async () => {
  page.loads = false;
  void watchdog.start();
  await timer.advance(10 * 60_000);
  const waits = happened.filter((one) => one.startsWith('notLoaded')).map((one) => Number(one.split(' ')[1]));
  expect(waits.slice(0, 9)).toEqual([200, 200, 200, 5_000, 10_000, 20_000, 40_000, 60_000, 60_000]);
  expect(happened.filter((one) => one === 'recover').length).toBe(waits.filter((one) => isLong(one)).length);
  expect(happened.filter((one) => one === 'kill')).toEqual([]);
  page.loads = true;
  await timer.advance(watchLimits.longestWaitMs);
  const tries = happened.length;
  await timer.advance(watchLimits.calmMs);
  expect(happened).toHaveLength(tries);
  watchdog.gone();
  expect(happened.at(-1)).toBe(`gone ${watchLimits.quickMs}`);
});

test('a load that never ends is given up and the page ended', async () => {
  page.comesUp = false;
  void watchdog.start();
  await timer.advance(watchLimits.loadMs);
  expect(happened).toEqual(['load', `loadTooSlow ${watchLimits.quickMs}`, 'kill']);
});

test('a page that dies while another is awaited is no second loss; after the end nothing moves', async () => {
  void watchdog.start();
  await timer.advance(1_000);
  watchdog.gone();
  watchdog.gone();
  expect(happened).toEqual(['load', `gone ${watchLimits.quickMs}`]);
  watchdog.stop();
  watchdog.gone();
  await timer.advance(60_000);
  expect(happened).toHaveLength(2);
  expect(timer.pending()).toBe(0);
});

test('what lived long enough begins a new row', () => {
  expect([rowOf(0, 0), rowOf(5, watchLimits.calmMs - 1), rowOf(5, watchLimits.calmMs)]).toEqual([1, 6, 1]);
  expect([1, 4, 500].map(waitAfter)).toEqual([watchLimits.quickMs, watchLimits.firstWaitMs, watchLimits.longestWaitMs]);
  // found in at most two seconds, then mended: three in all
  expect(watchLimits.beatMs * (watchLimits.missedBeats + 1) + watchLimits.quickMs).toBeLessThanOrEqual(3_000);
});
