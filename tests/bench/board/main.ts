/* The board's own numbers: commit → painted and call → first sound with ten boards in a full hall at 20 commands a second, what one board takes of its machine, and a day without growth. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFloor } from '../floor-commit.ts';
import { openConsole, openKiosk, startAgent } from '../agent.ts';
import { percentile } from '../percentile.ts';
import { fillHall } from './full-hall.ts';
import { openPages, type BoardPages } from './pages.ts';
import { startRush, type Rush } from './rush.ts';
import { soak } from './soak.ts';
import { openWatchers } from './watchers.ts';

type Print = (line: object) => void;

const boards = 10;
const jobs = 1_500;
const commandsPerSecond = 20;
const limits = { paintedMs: 100, soundMs: 1_000 } as const;
/** The first calls of a page find its code uncompiled, and the hall fills up to its pace. */
const warmUpMs = 10_000;
/** Content that a call writes, for the disk's own floor beside it. */
const bytesPerCall = 1_500;
const diskEveryMs = 500;

export async function run({ short, print }: { short: boolean; print: Print }): Promise<void> {
  const seconds = Number(process.env['DURATION_S'] ?? (short ? 40 : 3_600));
  const dir = mkdtempSync(join(tmpdir(), 'kuaizhao-bench-'));
  try {
    await fillHall(join(dir, 'data'), jobs);
    const agent = await startAgent(dir, 1);
    const [kiosk, console] = [await openKiosk(agent.url, 0), await openConsole(agent.url, 0)];
    const pages = await openPages(agent.url, console);
    const watchers = openWatchers(agent.url, boards - pages.count);
    const disk = openFloor(dir, bytesPerCall);
    const diskTimer = setInterval(() => { disk.commit(); }, diskEveryMs);
    const rush = startRush(kiosk, console, commandsPerSecond);
    try {
      await new Promise((resolve) => { setTimeout(resolve, warmUpMs); });
      const usage = await pages.startUsage();
      const from = Date.now();
      await new Promise((resolve) => { setTimeout(resolve, seconds * 1_000); });
      const used = await usage.stop();
      await rush.stop();
      const until = Date.now();
      clearInterval(diskTimer);
      printPainted(await pages.painted(), rush, { from, until, seconds, watching: watchers, pages, disk: disk.samples }, print);
      printSound(await pages.sounds(), rush, from, until, print);
      print({ bench: 'board', what: 'one board', through: 'all processes of a browser with one page, 1920 × 1080, headless, painted without a graphics card', seconds, ...used });
    } finally {
      clearInterval(diskTimer);
      await rush.stop();
      disk.close();
      watchers.close();
      await pages.close();
      for (const socket of [kiosk, console]) socket.close();
      await agent.stop();
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
  print({ bench: 'board', what: 'soak', ...await soak(Number(process.env['CHANGES'] ?? (short ? 3_000 : 30_000))) });
}

const spread = (samples: readonly number[]) => ({ p50Ms: percentile(samples, 0.5), p99Ms: percentile(samples, 0.99) });

interface Span { readonly from: number; readonly until: number; readonly seconds: number; readonly watching: ReturnType<typeof openWatchers>; readonly pages: BoardPages; readonly disk: readonly number[] }

/** From the instant that the agent put on the call to the frame that shows it, on the clock that both share. */
function printPainted(seen: Awaited<ReturnType<BoardPages['painted']>>, rush: Rush, { from, until, seconds, watching, pages, disk }: Span, print: Print): void {
  const made = rush.calls.filter(({ at }) => at >= from && at < until - 1_000);
  const samples = seen.perPage.flatMap((painted) => made.flatMap(({ callId, at }) => { const shown = painted.get(callId); return shown === undefined ? [] : [shown - at]; }));
  const missed = seen.perPage.map((painted) => made.filter(({ callId }) => !painted.has(callId)).length);
  const [p50Ms, p99Ms, floorP50Ms] = [percentile(samples, 0.5), percentile(samples, 0.99), percentile(seen.floor, 0.5)];
  print({
    bench: 'board', what: 'commitToPainted', boards: { pages: pages.count, socketClients: watching.count }, jobs, commandsPerSecond: Math.round((rush.sent() / (seconds + warmUpMs / 1_000)) * 10) / 10, refused: rush.refused(), seconds,
    calls: made.length, notPainted: missed, p50Ms, p99Ms, maxMs: percentile(samples, 1),
    ofIt: { answered: spread(rush.answersMs), rawCommit: spread(disk), toldToSockets: spread(made.flatMap(({ callId, at }) => { const told = watching.told.get(callId); return told === undefined ? [] : [told - at]; })) },
    floor: { what: 'a letter changed in the same page → its frame, between the calls', p50Ms: floorP50Ms, p99Ms: percentile(seen.floor, 0.99) }, ratio: Math.round((p50Ms / floorP50Ms) * 100) / 100,
    limitMs: limits.paintedMs, meets: samples.length > 0 && missed.every((count) => count === 0) && p99Ms <= limits.paintedMs,
  });
}

/** A loudspeaker says one sentence at a time: measured are the calls of a window whose turns leave it time to end. */
function printSound(starts: readonly number[], rush: Rush, from: number, until: number, print: Print): void {
  const made = rush.spokenCalls.filter((at) => at >= from && at < until - 2_000);
  const samples = made.flatMap((at) => { const start = starts.find((one) => one >= at); return start === undefined ? [] : [start - at]; });
  const p99Ms = percentile(samples, 0.99);
  print({ bench: 'board', what: 'callToFirstSound', calls: made.length, p50Ms: percentile(samples, 0.5), p99Ms, maxMs: percentile(samples, 1), limitMs: limits.soundMs, meets: samples.length > 0 && samples.length === made.length && p99Ms <= limits.soundMs });
}
