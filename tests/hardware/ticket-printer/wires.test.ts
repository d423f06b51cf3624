/* The printer driver over true wires: a TCP connection and a tty. No time is handed in here; the tests wait for events, never for the clock. */
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { PrinterState, TicketPrinter } from '@kuaizhao/hardware/ports.ts';
import { openSerialLine } from '@kuaizhao/hardware/serial/serial-line.ts';
import { openTcpLine } from '@kuaizhao/hardware/serial/tcp-line.ts';
import { realTimer } from '@kuaizhao/hardware/serial/timer.ts';
import { composeTicket } from '@kuaizhao/hardware/ticket-printer/compose/composer.ts';
import { paperText } from '@kuaizhao/hardware/ticket-printer/printed-paper.ts';
import { printerProfiles } from '@kuaizhao/hardware/ticket-printer/profiles.ts';
import { createPrinterSimulator } from '@kuaizhao/hardware/ticket-printer/simulator.ts';
import { createTicketPrinter } from '@kuaizhao/hardware/ticket-printer/ticket-printer.ts';
import { openPtyPair } from '../serial/pty-pair.ts';
import { sampleTicket } from './sample-ticket.ts';

const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});
const becomes = (printer: TicketPrinter, wanted: PrinterState): Promise<void> =>
  new Promise((resolve) => {
    if (printer.state() === wanted) resolve();
    else printer.onState((state) => (state === wanted ? resolve() : undefined));
  });
const simulated = () => {
  const simulator = createPrinterSimulator({ timer: realTimer });
  undo.push(() => simulator.close());
  return simulator;
};
const ticket = composeTicket(printerProfiles['full-80'], sampleTicket);

describe('TCP', () => {
  test('prints; out of paper is told; the cable pulled in mid-job is unknown; cleared and reprinted it is one paper more', async () => {
    const simulator = simulated();
    const port = await simulator.listenTcp(0);
    const printer = createTicketPrinter({ openLine: () => openTcpLine({ host: '127.0.0.1', port }), timer: realTimer, profile: printerProfiles['full-80'] });
    undo.push(() => printer.close());
    await becomes(printer, 'ready');
    expect(await printer.print(ticket)).toBe('printed');
    expect(simulator.papers()).toHaveLength(1);

    simulator.set({ paperOut: true });
    await becomes(printer, 'paperOut');
    expect(await printer.print(ticket)).toBe('notSent');
    simulator.set({ paperOut: false, bytesPerMs: 0.5, cutLineAfterBytes: 200 });
    await becomes(printer, 'ready');

    expect(await printer.print(ticket)).toBe('unknown');
    await becomes(printer, 'unreachable');
    await becomes(printer, 'ready');
    expect(await printer.clear()).toBe(true);
    simulator.set({ bytesPerMs: Infinity });
    expect(await printer.print(composeTicket(printerProfiles['full-80'], [{ type: 'text', text: '补打' }, ...sampleTicket]))).toBe('printed');
    expect(simulator.papers()).toHaveLength(2);
    expect(paperText(simulator.papers()[1]!)).toContain('补打');
  });
  test('a busy printer that sent status bytes before the close loses nothing (the reset trap)', async () => {
    const job = new Uint8Array(300_000).fill(0x41);
    let far: Socket | undefined;
    let received = 0;
    let reset = false;
    const server = createServer((socket) => {
      far = socket;
      socket.pause();
      socket.on('error', () => (reset = true));
      socket.write(Uint8Array.from({ length: 500 }, () => 0x12));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    undo.push(() => new Promise((closed) => server.close(closed)));

    const line = await openTcpLine({ host: '127.0.0.1', port: (server.address() as AddressInfo).port });
    const written = line.write(job);
    const closed = line.close();
    // Only now does the printer find time to read, and it goes on talking while it does.
    far!.on('data', (bytes: Buffer) => {
      received += bytes.length;
      if (far!.writable) far!.write(Uint8Array.of(0x12));
    });
    far!.resume();
    await once(far!, 'close');
    await Promise.all([written, closed]);
    expect({ received, reset }).toEqual({ received: job.length, reset: false });
  });
  test('nobody there: rejects; a second client of the printer is turned away and comes in when the first has gone', async () => {
    const simulator = simulated();
    const port = await simulator.listenTcp(0);
    const first = await openTcpLine({ host: '127.0.0.1', port });
    const printer = createTicketPrinter({ openLine: () => openTcpLine({ host: '127.0.0.1', port }), timer: realTimer, profile: printerProfiles['full-80'] });
    undo.push(() => printer.close());
    await becomes(printer, 'unreachable');
    await first.close();
    await becomes(printer, 'ready');
    await printer.close();
    await simulator.close();
    await expect(openTcpLine({ host: '127.0.0.1', port })).rejects.toThrow('ECONNREFUSED');
  });
});

describe('tty', () => {
  test('prints; pulled it is unreachable; on a new tty it prints again', async () => {
    const simulator = simulated();
    const first = await openPtyPair();
    undo.push(() => first.pull());
    let path = first.near;
    simulator.attach(await openSerialLine({ path: first.far, baud: 115_200 }));
    const printer = createTicketPrinter({ openLine: () => openSerialLine({ path, baud: 115_200 }), timer: realTimer, profile: { ...printerProfiles['full-80'], bytesPerMs: 11.5 } });
    undo.push(() => printer.close());
    await becomes(printer, 'ready');
    expect(await printer.print(ticket)).toBe('printed');

    await first.pull();
    await becomes(printer, 'unreachable');
    expect(await printer.print(ticket)).toBe('notSent');
    const second = await openPtyPair();
    undo.push(() => second.pull());
    simulator.attach(await openSerialLine({ path: second.far, baud: 115_200 }));
    path = second.near;
    await becomes(printer, 'ready');
    expect(await printer.print(ticket)).toBe('printed');
    expect(simulator.papers()).toHaveLength(2);
  });
});
