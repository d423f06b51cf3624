/* What the page holds: its heap, nodes and listeners after the garbage is gone, and whether anything of a person is left anywhere. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { takePaints, type OpenPage } from './stage.ts';
import type { Canary } from './visits.ts';

export interface Held { readonly heapKB: number; readonly nodes: number; readonly listeners: number }

export async function heldBy(open: OpenPage): Promise<Held> {
  const { wire } = open;
  // What the bench itself keeps of each touch is no growth of the page.
  await takePaints(open);
  await wire.send('HeapProfiler.enable');
  // Finalizers of the first round free what the second finds.
  for (let round = 0; round < 3; round++) await wire.send('HeapProfiler.collectGarbage');
  await wire.send('Performance.enable');
  const { metrics } = await wire.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
  return { heapKB: Math.round(of('JSHeapUsedSize') / 1024), nodes: of('Nodes'), listeners: of('JSEventListeners') };
}

/** Where a trace of somebody was found, in words without the trace itself. */
export async function tracesOf(open: OpenPage, canaries: readonly Canary[], folder: string): Promise<readonly string[]> {
  const places: Readonly<Record<string, string>> = { heap: await heapOf(open), document: await open.page.content(), storage: await storageOf(open), files: filesUnder(folder) };
  const found = new Set<string>();
  for (const [place, text] of Object.entries(places)) {
    for (const canary of canaries) {
      for (const [what, value] of Object.entries(canary)) if (formsOf(String(value)).some((form) => text.includes(form))) found.add(`${what} in ${place}`);
    }
  }
  return [...found].sort();
}

/** As it is, as JSON escapes it, as a phone number is grouped, and the half of it that somebody may have forgotten to erase. */
const formsOf = (value: string): readonly string[] => [
  value, Array.from(value, (letter) => (letter > '~' ? `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}` : letter)).join(''),
  ...(/^1\d{10}$/.test(value) ? [`${value.slice(0, 3)} ${value.slice(3, 7)} ${value.slice(7)}`] : []), ...(/^\d/.test(value) ? [value.slice(0, 9)] : []),
];

async function heapOf({ wire }: OpenPage): Promise<string> {
  const chunks: string[] = [];
  const take = ({ chunk }: { chunk: string }): void => { chunks.push(chunk); };
  wire.on('HeapProfiler.addHeapSnapshotChunk', take);
  await wire.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  wire.off('HeapProfiler.addHeapSnapshotChunk', take);
  const text = chunks.join('');
  // The strings stand last; what is before them are counts and places that look like anything.
  const from = text.lastIndexOf('"strings":');
  if (from < 0) throw new Error('the heap snapshot has no strings');
  return text.slice(from);
}

const storageOf = ({ page }: OpenPage): Promise<string> => page.evaluate(async () => JSON.stringify([
  Object.entries(localStorage), Object.entries(sessionStorage), document.cookie, await indexedDB.databases(), await caches.keys(), history.state, location.href,
]));

/** Text of every file that the kiosk keeps: spool, leased numbers, what a window would keep. */
const filesUnder = (folder: string): string => {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')).join('\n');
  } catch {
    return '';
  }
};
