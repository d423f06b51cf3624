/* The scanner driver against a simulated scanner: whole codes or none, however the bytes come. */
import * as fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import type { ScannerPort } from '@kuaizhao/hardware/ports.ts';
import { codeLimits, createCodeLines } from '@kuaizhao/hardware/scanner/code-lines.ts';
import { createScanner, scannerLimits } from '@kuaizhao/hardware/scanner/scanner.ts';
import { createScannerSimulator, type ScannerSimulatorParts } from '@kuaizhao/hardware/scanner/simulator.ts';
import { openSerialLine } from '@kuaizhao/hardware/serial/serial-line.ts';
import { realTimer } from '@kuaizhao/hardware/serial/timer.ts';
import { createManualTimer } from '../manual-timer.ts';
import { openPtyPair } from '../serial/pty-pair.ts';

const open: ScannerPort[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((scanner) => scanner.close()));
});

function bench(parts: Omit<ScannerSimulatorParts, 'timer'> = {}) {
  const timer = createManualTimer();
  const far = createScannerSimulator({ timer, ...parts });
  const logged: string[] = [];
  const scanner = createScanner({ openLine: far.openLine, timer, log: (event, details) => logged.push(JSON.stringify([event, details])) });
  open.push(scanner);
  const told: string[] = [];
  scanner.onEvent((event) => told.push(event.type === 'code' ? event.code : event.type));
  return { timer, far, told, logged, scanner };
}

test.each(['\r', '\n', '\r\n'] as const)('hardware.md §1 codes ended by %j, in pieces of one byte', async (ending) => {
  const { timer, far, told } = bench({ ending, pieceBytes: 1 });
  await timer.advance(100);
  far.scan('KZ:H:J-0007');
  await timer.advance(2_000);
  far.scan('KZ:J:A012');
  await timer.advance(2_000);
  expect(told).toEqual(['ready', 'KZ:H:J-0007', 'KZ:J:A012']);
});

test('noise, letters outside ASCII, over-long codes and stalled ones are dropped whole; the next code is whole again; no code is logged', async () => {
  const { timer, far, told, logged } = bench();
  await timer.advance(100);
  far.setFaults({ noiseBytes: 5 });
  far.scan('NOISY-1');
  far.setFaults({ noiseBytes: 0 });
  await timer.advance(2_000);
  far.scan('姓名张三');
  await timer.advance(2_000);
  far.scan('9'.repeat(codeLimits.characters + 1));
  await timer.advance(2_000);
  far.setFaults({ stalls: true });
  far.scan('STALLED-STALLED-STALLED');
  await timer.advance(scannerLimits.stallMs + 500);
  far.setFaults({ stalls: false });
  far.scan('WHOLE');
  far.scan('8'.repeat(codeLimits.characters));
  await timer.advance(5_000);
  expect(told).toEqual(['ready', 'WHOLE', '8'.repeat(codeLimits.characters)]);
  expect(logged.join()).toMatch(/scannerDropped.*scannerStalled/);
  expect(logged.join()).not.toMatch(/NOISY|姓名|STALLED-|WHOLE/);
});

test('the same paper under a scanner that goes on telling it is one code; shown again later it is another', async () => {
  const { timer, far, told } = bench();
  await timer.advance(100);
  far.setFaults({ times: 20 });
  far.scan('SAME');
  await timer.advance(10_000);
  far.setFaults({ times: 1 });
  far.scan('SAME');
  await timer.advance(2_000);
  expect(told).toEqual(['ready', 'SAME', 'SAME']);
});

test('the cable pulled in the middle of a code: nothing of it is left when it is back', async () => {
  const { timer, far, told } = bench({ bytesPerMs: 1, pieceBytes: 2 });
  await timer.advance(100);
  far.scan('FIRST-FIRST-FIRST');
  await timer.advance(8);
  far.unplug();
  await timer.advance(5_000);
  far.plugIn();
  await timer.advance(10_000);
  far.scan('SECOND');
  await timer.advance(2_000);
  expect(told).toEqual(['ready', 'outOfService', 'ready', 'SECOND']);
});

test('any bytes: only printable ASCII comes out, and no more than a code is held', () => {
  fc.assert(fc.property(fc.array(fc.uint8Array({ maxLength: 900 }), { maxLength: 6 }), (pieces) => {
    const lines = createCodeLines();
    for (const piece of pieces) {
      for (const code of lines.feed(piece).codes) expect(code).toMatch(/^[!-~]([ -~]*[!-~])?$/);
      expect(lines.held()).toBeLessThanOrEqual(codeLimits.characters);
    }
  }), { verbose: 1 });
});

test('over a true tty', async () => {
  const pair = await openPtyPair();
  try {
    const far = createScannerSimulator({ timer: realTimer });
    far.attach(await openSerialLine({ path: pair.far, baud: 9_600 }));
    const scanner = createScanner({ openLine: () => openSerialLine({ path: pair.near, baud: 9_600 }), timer: realTimer });
    open.push(scanner);
    const code = await new Promise<string>((resolve) => scanner.onEvent((event) => {
      if (event.type === 'ready') far.scan('KZ:J:B031');
      if (event.type === 'code') resolve(event.code);
    }));
    expect(code).toBe('KZ:J:B031');
    far.unplug();
  } finally {
    await pair.pull();
  }
});
