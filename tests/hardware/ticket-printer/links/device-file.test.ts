/* A printer behind a character device: a tty stands for /dev/usb/lp0, opened as a plain file, with everything that a file can do to a driver. */
import { existsSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import type { PrinterState, TicketPrinter } from '@kuaizhao/hardware/ports.ts';
import { openSerialLine } from '@kuaizhao/hardware/serial/serial-line.ts';
import { realTimer } from '@kuaizhao/hardware/serial/timer.ts';
import { composeTicket } from '@kuaizhao/hardware/ticket-printer/compose/composer.ts';
import { openDeviceFileLine } from '@kuaizhao/hardware/ticket-printer/links/device-file-line.ts';
import { printerProfiles } from '@kuaizhao/hardware/ticket-printer/profiles.ts';
import { createPrinterSimulator } from '@kuaizhao/hardware/ticket-printer/simulator.ts';
import { createTicketPrinter } from '@kuaizhao/hardware/ticket-printer/ticket-printer.ts';
import { openPtyPair } from '../../serial/pty-pair.ts';
import { readPaper } from '../read-paper.ts';
import { sampleTicket } from '../sample-ticket.ts';

const profile = printerProfiles['plain-80'];
const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});
const becomes = (printer: TicketPrinter, wanted: PrinterState): Promise<void> =>
  new Promise((resolve) => {
    if (printer.state() === wanted) resolve();
    else printer.onState((state) => (state === wanted ? resolve() : undefined));
  });

test('hardware.md §2 /dev/usb/lp: prints, tells paper out, survives the cable', async () => {
  const simulator = createPrinterSimulator({ timer: realTimer });
  undo.push(() => simulator.close());
  const first = await openPtyPair();
  undo.push(() => first.pull());
  let path = first.near;
  simulator.attach(await openSerialLine({ path: first.far, baud: 115_200 }));
  const printer = createTicketPrinter({ openLine: () => openDeviceFileLine({ path }), timer: realTimer, profile });
  undo.push(() => printer.close());
  await becomes(printer, 'ready');
  expect(await printer.print(composeTicket(profile, sampleTicket))).toBe('printed');
  simulator.set({ paperOut: true });
  await becomes(printer, 'paperOut');
  expect(await printer.print(composeTicket(profile, sampleTicket))).toBe('notSent');
  simulator.set({ paperOut: false });
  await becomes(printer, 'ready');

  await first.pull();
  await becomes(printer, 'unreachable');
  const second = await openPtyPair();
  undo.push(() => second.pull());
  simulator.attach(await openSerialLine({ path: second.far, baud: 115_200 }));
  path = second.near;
  await becomes(printer, 'ready');
  expect(await printer.print(composeTicket(profile, sampleTicket))).toBe('printed');
  expect(simulator.papers().map((paper) => readPaper(paper).includes('䶮 㼆 𬭸 𠮷'))).toEqual([true, true]);
});

test('a printer that is not there is refused, and no file is made in its place', async () => {
  await expect(openDeviceFileLine({ path: '/tmp/kuaizhao-no-such-printer' })).rejects.toThrow('ENOENT');
  expect(existsSync('/tmp/kuaizhao-no-such-printer')).toBe(false);
});
