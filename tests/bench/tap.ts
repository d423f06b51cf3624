/* Tap → hall number durable and acknowledged: 20 kiosks, 10 boards and 30 consoles on one real agent process, beside the disk's own floor. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { createEngine } from '@kuaizhao/sync-agent/hall/engine.ts';
import { openHallDb } from '@kuaizhao/db/hall/hall-db.ts';
import { hallSettings } from '../fixtures/hall.ts';
import { ask, benchPin, openKiosk, printerOf, startAgent } from './agent.ts';
import { worker } from './behind/people.ts';
import { openFloor } from './floor-commit.ts';
import { percentile } from './percentile.ts';

const kiosks = 20;
const boards = 10;
const consoles = 30;
/** Content that one tap writes, rounded down; the run checks it against what was really written. */
export const bytesPerTap = 1_900;

export async function run({ short, print }: { short: boolean; print: (line: object) => void }): Promise<void> {
  const taps = short ? 400 : 2_000;
  const dir = mkdtempSync(join(tmpdir(), 'kuaizhao-bench-'));
  try {
    await seedWorkers(join(dir, 'data'), taps);
    const agent = await startAgent(dir, kiosks);
    const watchers = fork(join(import.meta.dirname, 'tap-watchers.ts'), [agent.url, String(boards), String(consoles), benchPin]);
    await once(watchers, 'message');
    const floor = openFloor(dir, bytesPerTap);
    const samples = await tapAll(agent.url, taps, () => floor.commit());
    watchers.send('stop');
    const [{ states }] = await once(watchers, 'message') as [{ states: number }];
    await agent.stop();
    floor.close();
    const bytes = contentPerTap(join(dir, 'data'), taps);
    const [p50Ms, p99Ms, floorP50Ms] = [percentile(samples, 0.5), percentile(samples, 0.99), percentile(floor.samples, 0.5)];
    const ratio = Math.round((p50Ms / floorP50Ms) * 100) / 100;
    if (bytes < bytesPerTap) throw new Error(`a tap wrote ${bytes} bytes, the floor ${bytesPerTap}: the floor would be too high`);
    print({
      bench: 'tap', taps, kiosks, boards, consoles, perSecond: Math.round(taps / (samples.wallMs / 1_000)), p50Ms, p99Ms, maxMs: percentile(samples, 1), statesSent: states,
      floor: { what: 'raw better-sqlite3 commit of the same bytes, between the taps', bytes: bytesPerTap, wroteBytes: bytes, p50Ms: floorP50Ms, p99Ms: percentile(floor.samples, 0.99) }, ratio,
      meets: p50Ms <= 3 && p99Ms <= 20 && ratio <= 6,
    });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

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
async function tapAll(url: string, taps: number, between: () => void): Promise<number[] & { wallMs: number }> {
  const samples: number[] = [];
  const numbers = new Set<string>();
  const from = performance.now();
  await Promise.all(Array.from({ length: kiosks }, async (_, kiosk) => {
    const socket = await openKiosk(url, kiosk);
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
