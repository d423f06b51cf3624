/* Windows' raw queue by a real shared library with the spooler's functions: papers arrive whole, nothing is claimed that nobody knows, and a spooler that dies takes nothing with it. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { PrinterState, TicketPrinter, Timer } from '@kuaizhao/hardware/ports.ts';
import { realTimer } from '@kuaizhao/hardware/serial/timer.ts';
import { composeTicket } from '@kuaizhao/hardware/ticket-printer/compose/composer.ts';
import { openWindowsQueueLine, windowsQueueLimits } from '@kuaizhao/hardware/ticket-printer/links/windows-queue-line.ts';
import { printerProfiles } from '@kuaizhao/hardware/ticket-printer/profiles.ts';
import { createTicketPrinter } from '@kuaizhao/hardware/ticket-printer/ticket-printer.ts';
import { sampleTicket } from '../sample-ticket.ts';

const profile = printerProfiles['mute-80'];
const ticket = composeTicket(profile, sampleTicket);
let dir: string;
let library: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'kuaizhao-spooler-'));
  library = join(dir, 'libspooler.so');
  execFileSync('gcc', ['-shared', '-fPIC', '-O1', '-Wall', '-Werror', '-o', library, join(import.meta.dirname, '../../../fixtures/spooler-library/spooler.c')]);
  process.env['SPOOLER_LIBRARY_DIR'] = dir;
});
afterAll(() => rmSync(dir, { recursive: true }));
const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0)) await step();
  for (const name of ['queue', 'state']) rmSync(join(dir, name), { force: true });
});

/** R ready, N takes no document, S takes half of it, C crashes, H hangs */
const set = (state: 'R' | 'N' | 'S' | 'C' | 'H'): void => writeFileSync(join(dir, 'state'), state);
const queue = (): Buffer => (existsSync(join(dir, 'queue')) ? readFileSync(join(dir, 'queue')) : Buffer.alloc(0));
/** A spooler that hangs is waited for a tenth as long as in a hall. */
const timer: Timer = { now: () => realTimer.now(), after: (ms, run) => realTimer.after(ms === windowsQueueLimits.writeMs ? ms / 10 : ms, run) };
function open(): TicketPrinter {
  const printer = createTicketPrinter({ openLine: () => openWindowsQueueLine({ name: 'KZ', library, timer, log: () => undefined }), timer: realTimer, profile });
  undo.push(() => printer.close());
  return printer;
}
const becomes = (printer: TicketPrinter, wanted: PrinterState): Promise<void> =>
  new Promise((resolve) => {
    if (printer.state() === wanted) resolve();
    else printer.onState((state) => (state === wanted ? resolve() : undefined));
  });

test('hardware.md §2 Windows raw: the paper is in the queue byte by byte, and nobody claims that it came out', async () => {
  const printer = open();
  await becomes(printer, 'ready');
  expect(printer.canBeAsked).toBe(false);
  expect(await printer.print(ticket)).toBe('unknown');
  expect(await printer.print(ticket)).toBe('unknown');
  expect(queue().equals(Buffer.concat([ticket, ticket]))).toBe(true);
  expect(await printer.clear()).toBe(false);
});

test('a printer that Windows does not know is no line', async () => {
  await expect(openWindowsQueueLine({ name: 'nobody', library, timer: realTimer, log: () => undefined })).rejects.toThrow('printerUnknown');
  await expect(openWindowsQueueLine({ name: 'KZ', library: join(dir, 'absent.so'), timer: realTimer, log: () => undefined })).rejects.toThrow('spoolerNotLoaded');
});

test.each(['N', 'S', 'C', 'H'] as const)('a spooler in trouble (%s): the end is unknown, and the next paper goes out', async (trouble) => {
  const printer = open();
  await becomes(printer, 'ready');
  set(trouble);
  expect(await printer.print(ticket)).toBe('unknown');
  if (trouble === 'C' || trouble === 'H') await becomes(printer, 'unreachable');
  set('R');
  await becomes(printer, 'ready');
  const before = queue().length;
  expect(await printer.print(ticket)).toBe('unknown');
  expect(queue().subarray(before).equals(Buffer.from(ticket))).toBe(true);
});
