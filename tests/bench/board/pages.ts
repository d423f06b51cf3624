/* Real boards: one Chromium with one page that is measured and speaks, one with a further page of another layout; both show when a call was on their glass. */
import { readFileSync } from 'node:fs';
import type { Browser, CDPSession, Page } from 'playwright-core';
import type { Socket } from 'socket.io-client';
import { randomUUID } from 'node:crypto';
import { shippedPlan } from '@kuaizhao/db/domain/boards/shipped.ts';
import { launchBrowser } from '../../pictures/browser.ts';
import { bringAfterPaint } from '../after-paint.ts';
import { ask } from '../agent.ts';
import { spokenWindow } from './rush.ts';

declare global {
  interface Window { benchBoard?: { painted: [string, number][]; floor: number[]; sounds: number[] } }
}

const floorEveryMs = 700;

async function publish(console: Socket, boardId: string, layout: 'wide' | 'wall', voice: boolean): Promise<void> {
  const plan = {
    ...shippedPlan(boardId, boardId, layout), schedule: [{ from: '00:00', scene: 'rush' }],
    ...(voice ? { voice: { speaker: 'hall', places: [spokenWindow], repeat: 1, volume: [{ from: '00:00', percent: 80 }] } } : {}),
  };
  const answer = await ask(console, { type: 'publishBoard', commandId: randomUUID(), plan });
  if (!answer.ok) throw new Error(`no plan: ${JSON.stringify(answer)}`);
}

async function openBoard(browser: Browser, url: string, boardId: string, size: { readonly width: number; readonly height: number }): Promise<Page> {
  const page = await browser.newPage({ viewport: size });
  await bringAfterPaint(page);
  await page.addInitScript(watchGlass, floorEveryMs);
  await page.goto(`${url}/board/?device=${boardId}`);
  await page.locator('.job').first().waitFor();
  const blocked = page.locator('.sound-button');
  await blocked.click();
  await blocked.waitFor({ state: 'detached' });
  return page;
}

export async function openPages(url: string, console: Socket) {
  await publish(console, 'board-a', 'wide', true);
  await publish(console, 'board-b', 'wall', false);
  const browsers = [await launchBrowser(), await launchBrowser()] as const;
  const measured = await openBoard(browsers[0], url, 'board-a', { width: 1920, height: 1080 });
  const other = await openBoard(browsers[1], url, 'board-b', { width: 3840, height: 1080 });
  const wire = await browsers[0].newBrowserCDPSession();
  const read = (page: Page) => page.evaluate(() => window.benchBoard ?? { painted: [], floor: [], sounds: [] });
  return {
    count: browsers.length,
    async painted() {
      const seen = await Promise.all([read(measured), read(other)]);
      return { perPage: seen.map(({ painted }) => new Map(painted)), floor: seen[0].floor };
    },
    sounds: async (): Promise<readonly number[]> => (await read(measured)).sounds,
    startUsage: () => startUsage(wire),
    async close(): Promise<void> { for (const browser of browsers) await browser.close(); },
  };
}
export type BoardPages = Awaited<ReturnType<typeof openPages>>;

/** CPU of all processes of the browser between now and `stop`, in seconds of one core a second, and the memory that is theirs alone or shared in part. */
async function startUsage(wire: CDPSession) {
  const read = async () => (await wire.send('SystemInfo.getProcessInfo')).processInfo;
  const cpuOf = (processes: Awaited<ReturnType<typeof read>>, type?: string): number => processes.filter((one) => type === undefined || one.type === type).reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  const memoryMB = (processes: Awaited<ReturnType<typeof read>>, type?: string): number => Math.round(processes.filter((one) => type === undefined || one.type === type).reduce((sum, { id }) => sum + proportionalKB(id), 0) / 1_024);
  const [first, began] = [await read(), performance.now()];
  return {
    async stop() {
      const [last, seconds] = [await read(), (performance.now() - began) / 1_000];
      const share = (type?: string): number => Math.round(((cpuOf(last, type) - cpuOf(first, type)) / seconds) * 1_000) / 1_000;
      return { cpuOfOneCore: share(), rendererCpu: share('renderer'), memoryMB: { first: memoryMB(first), last: memoryMB(last), renderer: memoryMB(last, 'renderer') } };
    },
  };
}

/** Of a process, with its share of what it shares. */
function proportionalKB(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${String(pid)}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** Runs in the page before its own scripts: keeps when each call came on the glass, when each sentence began, and what a frame takes by itself. */
function watchGlass(floorEveryMs: number): void {
  const seen: NonNullable<Window['benchBoard']> = { painted: [], floor: [], sounds: [] };
  window.benchBoard = seen;
  const known = new Set<string>();
  const wall = (): number => performance.timeOrigin + performance.now();
  const painted = (done: () => void): void => { window.afterPaint?.(done); };
  new MutationObserver(() => {
    const fresh = [...document.querySelectorAll<HTMLElement>('[data-call]')].map((one) => one.dataset['call'] ?? '').filter((callId) => !known.has(callId));
    if (fresh.length === 0) return;
    for (const callId of fresh) known.add(callId);
    painted(() => { for (const callId of fresh) seen.painted.push([callId, wall()]); });
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-call'] });
  const letter = document.createElement('i');
  letter.style.position = 'fixed';
  setInterval(() => {
    if (document.body === null) return;
    document.body.append(letter);
    const began = performance.now();
    letter.textContent = String(seen.floor.length % 10);
    painted(() => { seen.floor.push(performance.now() - began); });
  }, floorEveryMs);
  const start = Object.getOwnPropertyDescriptor(AudioBufferSourceNode.prototype, 'start')?.value as (this: AudioBufferSourceNode, when?: number, ...rest: number[]) => void;
  let lastMs = -Infinity;
  AudioBufferSourceNode.prototype.start = function begun(this: AudioBufferSourceNode, when = 0, ...rest: number[]): void {
    const audio = this.context as AudioContext;
    // The words of a sentence are laid down at once; the first one is its beginning.
    if (performance.now() - lastMs > 300) seen.sounds.push(wall() + Math.max(0, when - audio.currentTime) * 1_000 + (audio.outputLatency || audio.baseLatency || 0) * 1_000);
    lastMs = performance.now();
    start.call(this, when, ...rest);
  };
}
