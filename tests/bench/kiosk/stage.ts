/* A whole kiosk for the bench: a real hall agent, a host on a simulated reader and printer, and the built screens behind the local page in a real browser. */
import type { Browser, CDPSession, Page } from 'playwright-core';
import type { Timer } from '@kuaizhao/hardware/ports.ts';
import { realTimer } from '@kuaizhao/hardware/serial/timer.ts';
import { servePage } from '@kuaizhao/kiosk/browser/serve-page.ts';
import { openStand, type Stand } from '../../kiosk/host/stand.ts';
import { launchBrowser } from '../../pictures/browser.ts';
import { bringAfterPaint } from '../after-paint.ts';
import { portrait } from '../../pictures/kiosk/faces.ts';

export interface KioskStage {
  readonly stand: Stand;
  readonly browser: Browser;
  readonly url: string;
  close(): Promise<void>;
}

export interface OpenPage {
  readonly page: Page;
  readonly wire: CDPSession;
}

/** Reader and printer wait so many times shorter than real ones: ten thousand people fit into minutes. Agent, host and page run at their own pace. */
export const devicesFaster = 20;
const devices: Timer = { now: () => realTimer.now() * devicesFaster, after: (delayMs, run) => realTimer.after(delayMs / devicesFaster, run) };

const quiet = { info: () => undefined, warn: () => undefined };

export async function openStage(): Promise<KioskStage> {
  const stand = await openStand(undefined, devices);
  const served = await servePage({ open: () => Promise.resolve({ doorkeeper: stand.host }), listen: { host: '127.0.0.1', port: 0 }, log: quiet });
  const browser = await launchBrowser();
  return {
    stand, browser, url: served.url,
    async close() {
      await browser.close();
      await served.close();
      await stand.close();
    },
  };
}

/** `slower`: how many times slower than this machine the page is to run. */
export async function openPage({ browser, url }: KioskStage, slower: number): Promise<OpenPage> {
  const page = await browser.newPage({ viewport: { width: portrait.width, height: portrait.height }, reducedMotion: 'reduce', hasTouch: true });
  const wire = await page.context().newCDPSession(page);
  await wire.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await bringAfterPaint(page);
  await page.addInitScript(watchPaints);
  await page.goto(url);
  await page.locator('.hero h1').waitFor();
  return { page, wire };
}

/** What was measured since it was last taken; the page forgets it. */
export const takePaints = ({ page }: OpenPage): Promise<{ readonly pressed: readonly number[]; readonly typed: readonly number[] }> => page.evaluate(() => {
  const { pressed, typed } = window.benchPaints ?? { pressed: [], typed: [] };
  if (window.benchPaints !== undefined) Object.assign(window.benchPaints, { pressed: [], typed: [] });
  return { pressed, typed };
});

declare global {
  interface Window {
    /** milliseconds from a finger that goes down to the paint that answers it, and from one that goes up to the digit it typed */
    benchPaints?: { pressed: number[]; typed: number[]; first: number | undefined };
  }
}

/** Runs in the page before its own scripts. */
function watchPaints(): void {
  const paints: NonNullable<Window['benchPaints']> = { pressed: [], typed: [], first: undefined };
  window.benchPaints = paints;
  let [down, up]: (number | undefined)[] = [undefined, undefined];
  addEventListener('pointerdown', (event) => { down = event.timeStamp; }, true);
  addEventListener('pointerup', (event) => { up = event.timeStamp; }, true);
  const painted = (done: () => void): void => { window.afterPaint?.(done); };
  new MutationObserver((changes) => {
    if (paints.first === undefined && document.querySelector('.hero h1') !== null) {
      paints.first = 0;
      painted(() => { paints.first = performance.now(); });
    }
    if (down !== undefined) {
      const from = down;
      down = undefined;
      painted(() => paints.pressed.push(performance.now() - from));
    }
    if (up !== undefined && changes.some(({ target }) => target.parentElement?.closest('.typed') !== null)) {
      const from = up;
      up = undefined;
      painted(() => paints.typed.push(performance.now() - from));
    }
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
}
