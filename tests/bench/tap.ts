/* Tap → hall number durable and acknowledged: 20 kiosks, 10 boards and 30 consoles on one real agent process, over mutual TLS and beside it over plain http, beside the disk's own floor. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { createEngine } from '@kuaizhao/sync-agent/hall/engine.ts';
import { openHallDb } from '@kuaizhao/db/hall/hall-db.ts';
import { hallSettings } from '../fixtures/hall.ts';
import { ask, benchPin, benchSettings, openKiosk, printerOf, startAgent } from './agent.ts';
import { worker } from './behind/people.ts';
import { enrolDevices, type Shown, type Wanted } from './enrolled.ts';
import { openFloor } from './floor-commit.ts';
import { percentile } from './percentile.ts';

const kiosks = 20;
const boards = 10;
const consoles = 30;
/** Content that one tap writes, rounded down; the run checks it against what was really written. */
export const bytesPerTap = 1_900;

export async function run({ short, print }: { short: boolean; print: (line: object) => void }): Promise<void> {
  const taps = short ? 400 : 2_000;
  // The hall's own network first, because that is what a hall has; the same over plain http on loopback beside it.
  const tls = await measure(taps, true);
  const plain = await measure(taps, false);
  const { p50Ms, p99Ms, ratio } = tls;
  print({
    bench: 'tap', line: 'mutual TLS 1.3', taps, kiosks, boards, consoles, ...tls,
    plain: { p50Ms: plain.p50Ms, p99Ms: plain.p99Ms, maxMs: plain.maxMs, ratio: plain.ratio, floorP50Ms: plain.floor.p50Ms }, overPlain: twoPlaces(p50Ms / plain.p50Ms),
    meets: p50Ms <= 3 && p99Ms <= 20 && ratio <= 6,
  });
}

const twoPlaces = (value: number): number => Math.round(value * 100) / 100;

/** One agent with everybody on it, and its taps beside the floor of this disk in the same minute. */
async function measure(taps: number, tls: boolean) {
  const dir = mkdtempSync(join(tmpdir(), 'kuaizhao-bench-'));
  try {
    await seedWorkers(join(dir, 'data'), taps);
    const shown = tls ? await enrolDevices(join(dir, 'data'), benchSettings(kiosks, 0), everybody) : {};
    writeFileSync(join(dir, 'certificates.json'), JSON.stringify(shown), { mode: 0o600 });
    const agent = await startAgent(dir, kiosks, 0, false, tls);
    const watchers = fork(join(import.meta.dirname, 'tap-watchers.ts'), [agent.url, String(boards), String(consoles), benchPin, join(dir, 'certificates.json')]);
    await once(watchers, 'message');
    const floor = openFloor(dir, bytesPerTap);
    const samples = await tapAll(agent.url, taps, shown, () => floor.commit());
    watchers.send('stop');
    const [{ states }] = await once(watchers, 'message') as [{ states: number }];
    await agent.stop();
    floor.close();
    const bytes = contentPerTap(join(dir, 'data'), taps);
    const [p50Ms, p99Ms, floorP50Ms] = [percentile(samples, 0.5), percentile(samples, 0.99), percentile(floor.samples, 0.5)];
    if (bytes < bytesPerTap) throw new Error(`a tap wrote ${bytes} bytes, the floor ${bytesPerTap}: the floor would be too high`);
    return {
      perSecond: Math.round(taps / (samples.wallMs / 1_000)), p50Ms, p99Ms, maxMs: percentile(samples, 1), statesSent: states,
      floor: { what: 'raw better-sqlite3 commit of the same bytes, between the taps', bytes: bytesPerTap, wroteBytes: bytes, p50Ms: floorP50Ms, p99Ms: percentile(floor.samples, 0.99) }, ratio: twoPlaces(p50Ms / floorP50Ms),
    };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** All who are on the agent, each with a certificate of the hall's own authority. */
const everybody: readonly Wanted[] = [
  ...Array.from({ length: kiosks }, (_, n) => ({ deviceId: `kiosk-${String(n)}`, role: 'kiosk', printer: printerOf(n) } as const)),
  ...Array.from({ length: boards }, (_, n) => ({ deviceId: `board-${String(n)}`, role: 'board' } as const)), ...Array.from({ length: consoles }, (_, n) => ({ deviceId: `console-${String(n)}`, role: 'console' } as const)),
];

/** Yesterday's workers, so that each tap is the known worker's: one command, one number. */
export async function seedWorkers(data: string, count: number): Promise<void> {
  const db = openHallDb(data, 'b'.repeat(16));
  const yesterday = Date.now() - 24 * 3_600_000;
  const engine = createEngine({ db, settings: hallSettings, now: () => yesterday, newId: () => randomUUID(), soon: (go) => { setImmediate(go); }, committed: () => undefined, failed: (error) => { throw error; } });
  for (let from = 0; from < count; from += 64) {
    await Promise.all(Array.from({ length: Math.min(64, count - from) }, (_, n) => engine.handle({
      type: 'registerWorker', commandId: randomUUID(), card: worker(from + n), consent: { textVersion: '2026-11', purposes: ['registration'] }, trades: ['0101', '0201'],
    }, { role: 'agent' })));
  }
  db.close();
}

/** Every kiosk taps on with an uneven pause between two people: about 35 taps a second, where 5,000 people in two hours are 0.7. */
async function tapAll(url: string, taps: number, shown: Readonly<Record<string, Shown>>, between: () => void): Promise<number[] & { wallMs: number }> {
  const samples: number[] = [];
  const numbers = new Set<string>();
  const from = performance.now();
  await Promise.all(Array.from({ length: kiosks }, async (_, kiosk) => {
    const socket = await openKiosk(url, kiosk, shown[`kiosk-${String(kiosk)}`]);
    for (let n = kiosk; n < taps; n += kiosks) {
      await new Promise((resolve) => { setTimeout(resolve, 350 + ((n * 37) % 400)); });
      between();
      const sent = performance.now();
      const answer = await ask(socket, { type: 'checkIn', commandId: randomUUID(), card: worker(n), printer: { printer: printerOf(kiosk), ready: true } });
      samples.push(performance.now() - sent);
      const issued = answer.ok ? answer.facts.find((fact) => fact.type === 'ticketIssued') : undefined;
      if (issued === undefined) throw new Error(`no number: ${JSON.stringify(answer)}`);
      numbers.add(issued.number);
    }
    socket.close();
  }));
  if (numbers.size !== taps) throw new Error(`${taps} taps gave ${numbers.size} numbers`);
  return Object.assign(samples, { wallMs: performance.now() - from });
}

/** What one tap wrote into the journal and the tables, in bytes of content. */
function contentPerTap(data: string, taps: number): number {
  const db = openHallDb(data, 'c'.repeat(16));
  const head = db.journal.head().seq;
  const rows = db.journal.read(head - taps * 3 + 1, taps * 3);
  db.close();
  const journal = rows.reduce((total, row) => total + row.body.length + row.key.length + row.kind.length + row.hash.length + 60, 0) / taps;
  // The tables hold the same facts once more, as columns, and their keys once more in indexes.
  return Math.round(journal * 2);
}
