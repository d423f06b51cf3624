/*
 * Card placed → last byte to the printer: kiosk hosts on true drivers, a real agent process, cards of 0.8 s on a wire of 115200 baud, printers at the far end of real sockets.
 *
 * The card's own time ends with the last byte of its answer: searching (a find every 300 ms, as the module's makers ask), selecting, reading, 1,295 bytes on the wire.
 * The printer's own time begins with its first byte. What lies between is ours: number, journal, paper laid out, preflight, bytes handed over.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCardReader } from '@kuaizhao/hardware/id-card/card-reader.ts';
import { createReaderSimulator } from '@kuaizhao/hardware/id-card/simulator.ts';
import type { CardRead, Line } from '@kuaizhao/hardware/ports.ts';
import { realTimer } from '@kuaizhao/hardware/serial/timer.ts';
import { openTcpLine } from '@kuaizhao/hardware/serial/tcp-line.ts';
import { composeTicket } from '@kuaizhao/hardware/ticket-printer/compose/composer.ts';
import { printerProfiles } from '@kuaizhao/hardware/ticket-printer/profiles.ts';
import { createPrinterSimulator } from '@kuaizhao/hardware/ticket-printer/simulator.ts';
import { createTicketPrinter } from '@kuaizhao/hardware/ticket-printer/ticket-printer.ts';
import { systemClock } from '@kuaizhao/kiosk/host/host-clock.ts';
import { createKioskHost } from '@kuaizhao/kiosk/host/kiosk-host.ts';
import { faceWhen, screenWhen } from '../kiosk/host/stand.ts';
import { benchKey, printerOf, startAgent } from './agent.ts';
import { openFloor } from './floor-commit.ts';
import { percentile } from './percentile.ts';
import { worker } from './behind/people.ts';
import { bytesPerTap, seedWorkers } from './tap.ts';

const kiosks = 4;
const limitMs = 200;
const cardReadMs = 800;
/** of the printer's head: 115200 baud */
const printerBytesPerMs = 11.5;
const profile = printerProfiles['full-80'];
const quiet = { info: () => undefined, warn: () => undefined };

function cardOf(n: number): CardRead {
  const { name, sex, birth, number } = worker(n);
  return { layout: 'resident', name, sex, birth, number };
}

interface Sample { readonly cardMs: number; readonly oursMs: number; readonly printerMs: number; readonly bytes: number }

/** One kiosk with its devices. `tap` lays the `n`th worker's card down and gives the times until the knife fell. */
async function openTapped(url: string, kiosk: number, data: string) {
  const reader = createReaderSimulator({ timer: realTimer, cardReadMs });
  const machine = createPrinterSimulator({ timer: realTimer });
  machine.set({ bytesPerMs: printerBytesPerMs });
  const port = await machine.listenTcp(0);
  let [readAt, sentAt, cutAt, bytes] = [0, 0, 0, 0];
  machine.onPaper(() => { cutAt = performance.now(); });
  const watched = async (): Promise<Line> => {
    const line = await openTcpLine({ host: '127.0.0.1', port });
    return {
      ...line,
      async write(job) {
        await line.write(job);
        // Questions have a few bytes, a paper hundreds.
        if (job.length > 100) [sentAt, bytes] = [performance.now(), job.length];
      },
    };
  };
  const cards = createCardReader({ openLine: reader.openLine, timer: realTimer });
  // Told before the host is: it listens after this.
  cards.onEvent(({ type }) => { if (type === 'cardRead') readAt = performance.now(); });
  const host = createKioskHost({
    deviceId: `kiosk-${kiosk}`, printerId: printerOf(kiosk), pxPerMm: 4, data, agent: { url, key: benchKey }, clock: systemClock, reader: cards, log: quiet,
    printing: { printer: createTicketPrinter({ openLine: watched, timer: realTimer, profile }), columns: profile.columns, compose: (lines) => composeTicket(profile, lines) },
  });
  await faceWhen(host, (face) => face.agentUp && face.readerReady && face.printer === 'ready' && face.hall !== undefined);
  return {
    async tap(n: number): Promise<Sample> {
      const before = machine.papers().length;
      const placedAt = performance.now();
      reader.place(cardOf(n));
      await screenWhen(host, 'number', ({ paper }) => paper.kind === 'printed');
      if (machine.papers().length !== before + 1) throw new Error(`${machine.papers().length - before} papers for one tap`);
      const sample = { cardMs: readAt - placedAt, oursMs: sentAt - readAt, printerMs: cutAt - sentAt, bytes };
      reader.lift();
      host.touch({ type: 'end' });
      await screenWhen(host, 'attract');
      await faceWhen(host, ({ readerReady }) => readerReady);
      return sample;
    },
    async close(): Promise<void> {
      await host.close();
      await Promise.all([reader.close(), machine.close()]);
    },
  };
}

export async function run({ short, print }: { short: boolean; print: (line: object) => void }): Promise<void> {
  const taps = short ? 20 : 400;
  const dir = mkdtempSync(join(tmpdir(), 'kuaizhao-bench-'));
  try {
    await seedWorkers(join(dir, 'data'), taps);
    const agent = await startAgent(dir, kiosks);
    const floor = openFloor(dir, bytesPerTap);
    const samples: Sample[] = [];
    /** The very first paper of a process: modules loaded, nothing compiled yet. Told, and not among the others. */
    const first: Sample[] = [];
    await Promise.all(Array.from({ length: kiosks }, async (_, kiosk) => {
      const stand = await openTapped(agent.url, kiosk, join(dir, `kiosk-${kiosk}`));
      for (let n = kiosk; n < taps; n += kiosks) {
        // Long enough for the reader to notice that the card before is gone, and uneven, so that no tap keeps step with the search.
        await new Promise((resolve) => { setTimeout(resolve, 900 + ((n * 37) % 300)); });
        floor.commit();
        (n === kiosk ? first : samples).push(await stand.tap(n));
      }
      await stand.close();
    }));
    await agent.stop();
    floor.close();
    const of = (pick: (sample: Sample) => number, p: number): number => percentile(samples.map(pick), p);
    const ours = (p: number): number => of(({ oursMs }) => oursMs, p);
    const floorP50Ms = percentile(floor.samples, 0.5);
    print({
      bench: 'tap-to-paper', taps: samples.length, kiosks, p50Ms: ours(0.5), p99Ms: ours(0.99), maxMs: ours(1), firstMs: percentile(first.map(({ oursMs }) => oursMs), 1), limitMs,
      card: { what: 'placed → last byte of its answer; the card takes 800 ms, a search comes every 300 ms', p50Ms: of(({ cardMs }) => cardMs, 0.5), p99Ms: of(({ cardMs }) => cardMs, 0.99) },
      printer: { what: 'last byte handed over → the knife fell, at 11.5 bytes a millisecond', bytes: of((sample) => sample.bytes, 0.5), p50Ms: of(({ printerMs }) => printerMs, 0.5), p99Ms: of(({ printerMs }) => printerMs, 0.99) },
      floor: { what: 'raw better-sqlite3 commit of a tap’s bytes, between the taps', bytes: bytesPerTap, p50Ms: floorP50Ms, p99Ms: percentile(floor.samples, 0.99) },
      ratio: Math.round((ours(0.5) / floorP50Ms) * 100) / 100, meets: ours(0.99) <= limitMs,
    });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
