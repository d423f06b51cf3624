/* The printer that the configuration names: the true driver always; with "simulator" the far end of the line is software in this process, and the bytes are the same. */
import type { StartChild } from '@kuaizhao/hardware/library-process/child-end.ts';
import type { DeviceLog, OpenLine, TicketPrinter, Timer } from '@kuaizhao/hardware/ports.ts';
import { openSerialLine } from '@kuaizhao/hardware/serial/serial-line.ts';
import { openTcpLine } from '@kuaizhao/hardware/serial/tcp-line.ts';
import { composeTicket } from '@kuaizhao/hardware/ticket-printer/compose/composer.ts';
import { openDeviceFileLine } from '@kuaizhao/hardware/ticket-printer/links/device-file-line.ts';
import { openWindowsQueueLine } from '@kuaizhao/hardware/ticket-printer/links/windows-queue-line.ts';
import type { PaperLine } from '@kuaizhao/hardware/ticket-printer/paper-line.ts';
import { firmwareOf } from '@kuaizhao/hardware/ticket-printer/simulated/firmware.ts';
import { createPrinterSimulator, type PrinterSimulator } from '@kuaizhao/hardware/ticket-printer/simulator.ts';
import { createTicketPrinter } from '@kuaizhao/hardware/ticket-printer/ticket-printer.ts';
import { profileOf, type PrinterConfig } from './printer-config.ts';

export interface OpenedPrinter {
  readonly printer: TicketPrinter;
  readonly columns: number;
  /** the bytes of a paper for this printer */
  readonly compose: (lines: readonly PaperLine[]) => Uint8Array;
  readonly simulator?: PrinterSimulator;
}

/** `start`: how a process of its own is started, where that is not by fork. */
export function openPrinter(config: PrinterConfig, timer: Timer, log: DeviceLog, start?: StartChild): OpenedPrinter {
  const profile = profileOf(config);
  const simulator = config.link === 'simulator' ? createPrinterSimulator({ timer, firmware: firmwareOf(profile) }) : undefined;
  return {
    printer: createTicketPrinter({ openLine: simulator?.openLine ?? lineOf(config, timer, log, start), timer, profile, log }),
    columns: profile.columns,
    compose: (lines) => composeTicket(profile, lines, config.composer),
    ...(simulator === undefined ? {} : { simulator }),
  };
}

function lineOf(config: PrinterConfig, timer: Timer, log: DeviceLog, start: StartChild | undefined): OpenLine {
  switch (config.link) {
    case 'tcp': return () => openTcpLine({ host: config.host, port: config.port });
    case 'serial': return () => openSerialLine({ path: config.path, baud: config.baud });
    case 'file': return () => openDeviceFileLine({ path: config.path });
    case 'windows': return () => openWindowsQueueLine({ name: config.name, timer, log, start });
    case 'simulator': return () => Promise.reject(new Error('a simulator brings its own line'));
  }
}
