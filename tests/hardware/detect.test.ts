/* Finding devices among ports: each is asked without harm, and a port that cannot be opened hinders nobody. */
import { expect, test } from 'vitest';
import { detectDevices, detectLimits, findReaderPath } from '@kuaizhao/hardware/detect.ts';
import { createReaderSimulator } from '@kuaizhao/hardware/id-card/simulator.ts';
import type { Line } from '@kuaizhao/hardware/ports.ts';
import { linePair } from '@kuaizhao/hardware/serial/line-pair.ts';
import { LineRefusal, refusalOf } from '@kuaizhao/hardware/serial/line-refusal.ts';
import { createPrinterSimulator } from '@kuaizhao/hardware/ticket-printer/simulator.ts';
import { createManualTimer } from './manual-timer.ts';

function stand() {
  const timer = createManualTimer();
  const reader = createReaderSimulator({ timer });
  const printer = createPrinterSimulator({ timer });
  const lines: Record<string, () => Promise<Line>> = {
    reader: reader.openLine, printer: printer.openLine,
    silent: () => Promise.resolve(linePair(timer).near),
    talkative: () => {
      const { near, far } = linePair(timer);
      far.onBytes(() => void far.write(Uint8Array.from(Buffer.from('AT ERROR\r\n'))));
      return Promise.resolve(near);
    },
    taken: () => Promise.reject(new LineRefusal('takenElsewhere', '')),
    stuck: () => new Promise(() => undefined),
  };
  const parts = (names: readonly string[]) => ({ timer, ports: names.map((path) => ({ path })), open: (path: string) => lines[path]?.() ?? Promise.reject(new LineRefusal('notThere', '')) });
  return { timer, reader, printer, parts };
}

test('hardware.md §1 who speaks on which port: reader, printer, something else, nobody, and why a port could not be asked', async () => {
  const { timer, parts, printer } = stand();
  const detecting = detectDevices(parts(['silent', 'printer', 'talkative', 'reader', 'taken', 'stuck', 'gone']));
  await timer.advance(detectLimits.openMs + 3_000);
  expect((await detecting).map(({ port, found }) => `${port.path}: ${found}`)).toEqual(['silent: nobody', 'printer: printer', 'talkative: unknown', 'reader: idReader', 'taken: takenElsewhere', 'stuck: failed', 'gone: notThere']);
  expect(printer.papers()).toEqual([]);
  expect(timer.pending()).toBe(0);
});

test('a module that failed its self-test is a reader too; without any the search says so', async () => {
  const { timer, parts, reader } = stand();
  reader.setFaults({ status: 0x60 });
  const finding = findReaderPath(parts(['silent', 'reader']));
  await timer.advance(5_000);
  expect(await finding).toBe('reader');
  const none = findReaderPath(parts(['silent', 'printer'])).catch(refusalOf);
  await timer.advance(5_000);
  expect(await none).toBe('nobodyAnswered');
});
