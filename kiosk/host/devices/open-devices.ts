/* The devices that the configuration names: true drivers always; with "simulator" the far end of the line is software in this process, and the bytes are the same. */
import { createCardReader } from '@kuaizhao/hardware/id-card/card-reader.ts';
import { createReaderSimulator, type ReaderSimulator } from '@kuaizhao/hardware/id-card/simulator.ts';
import type { CardReader, DeviceLog, OpenLine, Timer } from '@kuaizhao/hardware/ports.ts';
import { openSerialLine } from '@kuaizhao/hardware/serial/serial-line.ts';
import type { PrinterSimulator } from '@kuaizhao/hardware/ticket-printer/simulator.ts';
import type { KioskConfig } from '../config.ts';
import type { HostLog } from '../host-log.ts';
import { openPrinter, type OpenedPrinter } from '../printing/open-printer.ts';

export interface Simulators { readonly reader?: ReaderSimulator; readonly printer?: PrinterSimulator }
export interface Devices {
  readonly reader: CardReader;
  readonly printing: OpenedPrinter;
  readonly simulators: Simulators;
}

export function openDevices(config: Pick<KioskConfig, 'reader' | 'printer'>, timer: Timer, hostLog: HostLog): Devices {
  const log: DeviceLog = (event, details = {}) => hostLog.info(details, event);
  const readerSimulator = config.reader === 'simulator' ? createReaderSimulator({ timer }) : undefined;
  const printing = openPrinter(config.printer, timer, log);
  return {
    reader: createCardReader({ openLine: readerSimulator?.openLine ?? lineOf(config.reader), timer, log }),
    printing,
    simulators: { ...(readerSimulator === undefined ? {} : { reader: readerSimulator }), ...(printing.simulator === undefined ? {} : { printer: printing.simulator }) },
  };
}

function lineOf(link: KioskConfig['reader']): OpenLine {
  if (link === 'simulator') return () => Promise.reject(new Error('a simulator brings its own line'));
  return () => openSerialLine({ path: link.path, baud: link.baud });
}
