/* The kiosk's own numbers: what it loads, first screen, a finger to the paint, and thousands of sessions through the whole chain without growth and without a trace of anybody. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { builtScreens, readScreenFiles } from '@kuaizhao/kiosk/host/screen-files.ts';
import { percentile } from '../percentile.ts';
import { devicesFaster, openPage, openStage, takePaints, type KioskStage, type OpenPage } from './stage.ts';
import { heldBy, tracesOf, type Held } from './traces.ts';
import { canaryOf, firstVisit, knownVisit } from './visits.ts';

type Print = (line: object) => void;

const throttle = 4;
const limits = {
  bundleBytes: 300_000, firstScreenMs: 2_000, paintMs: 100,
  /** of the page at the end of the sessions over the page at their half */
  growth: { heapKB: 256, nodes: 20, listeners: 10 },
} as const;
/** one session in so many is a first visit by hand; the others lay a known card down */
const firstEvery = 20;
const warmUp = 40;

export async function run({ short, print }: { short: boolean; print: Print }): Promise<void> {
  printBundle(print);
  const stage = await openStage();
  try {
    await printFirstScreen(stage, short ? 3 : 10, print);
    await printPaints(stage, short ? 4 : 12, print);
    await printSoak(stage, Number(process.env['SESSIONS'] ?? (short ? 300 : 10_000)), print);
  } finally {
    await stage.close();
  }
}

/** What the first screen loads, packed; the rest comes when it is wanted. */
function printBundle(print: Print): void {
  const page = readFileSync(join(builtScreens, 'index.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map((one) => one[1] ?? '');
  const entries = named.map((name) => readFileSync(join(builtScreens, name), 'utf8'));
  const imported = entries.flatMap((code) => [...code.matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/g)].map((one) => `assets/${one[1] ?? ''}`));
  const names = [...new Set(['index.html', ...named, ...imported])];
  const gzipBytes = names.reduce((sum, name) => sum + gzipSync(readFileSync(join(builtScreens, name))).length, 0);
  const voiceBytes = [...readScreenFiles()].reduce((sum, [path, { bytes }]) => sum + (path.startsWith('/voice/') ? bytes.length : 0), 0);
  print({ bench: 'kiosk', what: 'bundle', files: names.length, gzipBytes, voiceBytes, limitBytes: limits.bundleBytes, meets: gzipBytes <= limits.bundleBytes });
}

async function printFirstScreen(stage: KioskStage, times: number, print: Print): Promise<void> {
  for (const slower of [1, throttle]) {
    const samples: number[] = [];
    for (let n = 0; n < times; n++) {
      const { page } = await openPage(stage, slower);
      await page.waitForFunction(() => (window.benchPaints?.first ?? 0) > 0);
      samples.push(await page.evaluate(() => window.benchPaints?.first ?? Number.NaN));
      await page.close();
    }
    const p50Ms = percentile(samples, 0.5);
    print({ bench: 'kiosk', what: 'firstScreen', cpu: `${slower}x slower`, starts: times, p50Ms, maxMs: percentile(samples, 1), limitMs: limits.firstScreenMs, meets: p50Ms <= limits.firstScreenMs });
  }
}

/** A quick hand: six touches a second. Faster ones would wait for each other and not for the page. */
const fingerMs = 160;

/** Real touches, each answered by the host over the socket. The first visit after a start, beside which the other screens and pictures are fetched and compiled, is told by itself: a kiosk has one such visit in weeks. */
async function printPaints(stage: KioskStage, visits: number, print: Print): Promise<void> {
  const open = await openPage(stage, throttle);
  await firstVisit(stage.stand, open, 0, fingerMs);
  const atStart = await takePaints(open);
  print({ bench: 'kiosk', what: 'firstVisitAfterStart', cpu: `${throttle}x slower`, inputToPaint: spread(atStart.pressed), typedDigitToPaint: spread(atStart.typed) });
  for (let n = 1; n <= visits; n++) await firstVisit(stage.stand, open, n, fingerMs);
  const { pressed, typed } = await takePaints(open);
  await open.page.close();
  for (const [what, samples] of [['inputToPaint', pressed], ['typedDigitToPaint', typed]] as const) {
    const measured = spread(samples);
    print({ bench: 'kiosk', what, cpu: `${throttle}x slower`, ...measured, limitMs: limits.paintMs, meets: measured.touches > 0 && measured.p95Ms <= limits.paintMs });
  }
}

const spread = (samples: readonly number[]) => ({ touches: samples.length, p50Ms: percentile(samples, 0.5), p95Ms: percentile(samples, 0.95), maxMs: percentile(samples, 1) });

/** The whole chain: bytes of a card, host, agent, SQLite, printer, socket, page. What the page holds is taken at the half and at the end: by the half all code has run and is compiled, so what comes after it is growth. */
async function printSoak(stage: KioskStage, sessions: number, print: Print): Promise<void> {
  const open = await openPage(stage, 1);
  const first = 1_000;
  let known = first;
  const started = performance.now();
  const held: Held[] = [];
  for (let n = 0; n < sessions; n++) {
    if (n === warmUp || n === sessions / 2) held.push(await heldBy(open));
    if (n % firstEvery === 0) await firstVisit(stage.stand, open, known++);
    else await knownVisit(stage.stand, open, first + (n % (known - first)));
  }
  const [warm, half] = held;
  const end = await heldBy(open);
  if (warm === undefined || half === undefined) throw new Error(`${sessions} sessions are too few`);
  const grew = { heapKB: end.heapKB - half.heapKB, nodes: end.nodes - half.nodes, listeners: end.listeners - half.listeners };
  print({
    bench: 'kiosk', what: 'soak', through: `whole chain by the browser doorway, waits of the devices ${devicesFaster}x shorter`, sessions, firstVisits: known - first,
    seconds: Math.round((performance.now() - started) / 1_000), warm, half, end, grew, limits: limits.growth,
    meets: grew.heapKB <= limits.growth.heapKB && grew.nodes <= limits.growth.nodes && grew.listeners <= limits.growth.listeners,
  });
  await printTraces(stage, open, Array.from({ length: known - first }, (_, n) => first + n), print);
}

async function printTraces(stage: KioskStage, open: OpenPage, people: readonly number[], print: Print): Promise<void> {
  const traces = await tracesOf(open, people.map(canaryOf), join(stage.stand.data, 'kiosk'));
  print({ bench: 'kiosk', what: 'traces', people: people.length, lookedIn: ['heap snapshot', 'document', 'storage', 'files of the kiosk'], traces, meets: traces.length === 0 });
  await open.page.close();
}
