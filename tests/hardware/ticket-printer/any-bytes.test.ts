/* Whatever bytes come, from either side: nothing throws, nothing grows without limit, and nothing is called printed that was not. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linePair } from '@kuaizhao/hardware/serial/line-pair.ts';
import { fullFirmware } from '@kuaizhao/hardware/ticket-printer/simulated/firmware.ts';
import { createInterpreter } from '@kuaizhao/hardware/ticket-printer/simulated/interpreter.ts';
import { bufferLimit } from '@kuaizhao/hardware/ticket-printer/simulated/mechanism.ts';
import { keptBytesLimit } from '@kuaizhao/hardware/ticket-printer/simulated/command-length.ts';
import { printerProfiles } from '@kuaizhao/hardware/ticket-printer/profiles.ts';
import { createPrinterSimulator } from '@kuaizhao/hardware/ticket-printer/simulator.ts';
import { createSayingParser, heldLimit, stateOf, statusOfAnswers, type PrinterSaying } from '@kuaizhao/hardware/ticket-printer/driver/status.ts';
import { createTicketPrinter } from '@kuaizhao/hardware/ticket-printer/ticket-printer.ts';
import { createManualTimer, settle } from '../manual-timer.ts';

/** Bytes that lean towards the beginnings of commands and of answers. */
const wild = fc.uint8Array({ maxLength: 300 }).chain((bytes) =>
  fc.constantFrom<readonly number[]>([], [0x1b, 0x40], [0x1d, 0x28, 0x6b], [0x1d, 0x76, 0x30], [0x10, 0x04], [0x10, 0x14, 0x08], [0x1c, 0x26], [0x1d, 0x28, 0x48], [0x37, 0x22], [0x10, 0x00]).map((lead) => Uint8Array.from([...lead, ...bytes])));

describe('the simulated printer', () => {
  test('any stream, any cuts, any faults: never an exception, buffers bounded', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(wild, { maxLength: 12 }), fc.record({ paperOut: fc.boolean(), coverOpen: fc.boolean(), bytesPerMs: fc.constantFrom(0.5, 5, Infinity) }), async (pieces, faults) => {
        const timer = createManualTimer();
        const simulator = createPrinterSimulator({ timer });
        simulator.set(faults);
        const line = await simulator.openLine();
        for (const piece of pieces) await line.write(piece);
        await timer.advance(200);
        expect(simulator.buffered()).toBeLessThanOrEqual(bufferLimit + keptBytesLimit);
        await simulator.close();
      }),
      { numRuns: 150, verbose: 1 },
    );
  });
  test('a flood against an open cover stays within the buffer', async () => {
    const simulator = createPrinterSimulator({ timer: createManualTimer() });
    simulator.set({ coverOpen: true });
    const line = await simulator.openLine();
    for (let piece = 0; piece < 20; piece++) await line.write(new Uint8Array(16_000).fill(0x41));
    await settle();
    expect(simulator.buffered()).toBe(bufferLimit);
  });
  test('a raster longer than anything kept is counted off, and the line behind it is printed', () => {
    const cut: number[] = [];
    const none = (): void => undefined;
    const interpreter = createInterpreter({ firmware: fullFirmware, characterSet: () => 'gb18030', printed: none, cut: (items) => cut.push(items.length), completed: none, statusPush: none, askedPaper: none, askedName: none });
    const raster = [0x1d, 0x76, 0x30, 0x00, 72, 0, 0x00, 0x02, ...Array.from({ length: 72 * 512 }, () => 0x1d)];
    for (const byte of [...raster, 0x41, 0x0a, 0x1d, 0x56, 0x00]) {
      interpreter.obey(byte);
      expect(interpreter.held()).toBeLessThanOrEqual(keptBytesLimit);
    }
    expect(cut).toEqual([1]);
  });
});

describe('what a printer says', () => {
  const parsed = (pieces: readonly Uint8Array[]): PrinterSaying[] => {
    const parser = createSayingParser();
    return pieces.flatMap((piece) => parser.feed(piece));
  };
  test('answers, pushes and completion are told apart however they are cut', () => {
    const stream = Uint8Array.from([0x12, 0x18, 0x00, 0x0c, 0x00, 0x16, 0x37, 0x22, 0x41, 0x42, 0x20, 0x7e, 0x00, 0x11, 0x13, 0x37, 0x25, 0x00, 0x10, 0x00, 0x00, 0x00]);
    const whole = parsed([stream]);
    expect(whole.map((saying) => saying.type)).toEqual(['answer', 'push', 'answer', 'printed', 'cleared', 'push']);
    expect(whole[3]).toEqual({ type: 'printed', mark: 'AB ~' });
    expect(parsed([...stream].map((byte) => Uint8Array.of(byte)))).toEqual(whole);
  });
  test('any bytes: never an exception, bounded', () => {
    fc.assert(
      fc.property(fc.array(wild, { maxLength: 5 }), (pieces) => {
        const parser = createSayingParser();
        for (const piece of pieces) {
          parser.feed(piece);
          expect(parser.held()).toBeLessThanOrEqual(heldLimit);
        }
      }),
      { verbose: 1 },
    );
  });
  test('every status byte has a state', () => {
    for (let byte = 0; byte < 256; byte++) {
      for (const place of [0, 1, 2, 3]) {
        const answers: [number, number, number, number] = [0x12, 0x12, 0x12, 0x12];
        answers[place] = byte;
        expect(['ready', 'nearEnd', 'paperOut', 'coverOpen', 'cutterError', 'offline']).toContain(stateOf(statusOfAnswers(answers)));
      }
    }
  });
  test('a far end that talks nonsense never gets a job called printed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(wild, { minLength: 1, maxLength: 8 }), async (nonsense) => {
        const timer = createManualTimer();
        const printer = createTicketPrinter({
          timer, profile: printerProfiles['full-80'],
          openLine() {
            const pair = linePair();
            let turn = 0;
            pair.far.onBytes(() => void pair.far.write(nonsense[turn++ % nonsense.length] ?? new Uint8Array()).catch(() => undefined));
            return Promise.resolve(pair.near);
          },
        });
        await timer.advance(1_500);
        let outcome = '';
        void printer.print(Uint8Array.of(0x41, 0x0a)).then((value) => (outcome = value));
        await timer.until(() => outcome !== '');
        expect(outcome).not.toBe('printed');
        const closing = printer.close();
        await timer.advance(4_000);
        await closing;
        expect(timer.pending()).toBe(0);
      }),
      { numRuns: 60, verbose: 1 },
    );
  });
});
