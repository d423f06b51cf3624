/* The devices that the configuration names: true drivers always; with "simulator" the far end of the line is software in this process, and the bytes are the same. */
import { createCardReader } from '@kuaizhao/hardware/id-card/card-reader.ts';
import { createReaderSimulator, type ReaderSimulator } from '@kuaizhao/hardware/id-card/simulator.ts';
import type { CardReader, DeviceLog, OpenLine, TicketPrinter, Timer } from '@kuaizhao/hardware/ports.ts';
import { openSerialLine } from '@kuaizhao/hardware/serial/serial-line.ts';
import { openTcpLine } from '@kuaizhao/hardware/serial/tcp-line.ts';
import { createPrinterSimulator, type PrinterSimulator } from '@kuaizhao/hardware/ticket-printer/simulator.ts';
import { createTicketPrinter } from '@kuaizhao/hardware/ticket-printer/ticket-printer.ts';
import type { KioskConfig } from '../config.ts';
import type { HostLog } from '../host-log.ts';

export interface Simulators { readonly reader?: ReaderSimulator; readonly printer?: PrinterSimulator }
export interface Devices {
  readonly reader: CardReader;
  readonly printer: TicketPrinter;
  /** half-width columns of the printer */
  readonly columns: number;
  readonly simulators: Simulators;
}

const simulatedColumns = 48;

export function openDevices(config: Pick<KioskConfig, 'reader' | 'printer'>, timer: Timer, hostLog: HostLog): Devices {
  const log: DeviceLog = (event, details = {}) => hostLog.info(details, event);
  const readerSimulator = config.reader === 'simulator' ? createReaderSimulator({ timer }) : undefined;
  const printerSimulator = config.printer === 'simulator' ? createPrinterSimulator({ timer, columns: simulatedColumns }) : undefined;
  const columns = config.printer === 'simulator' ? simulatedColumns : config.printer.columns;
  return {
    reader: createCardReader({ openLine: readerSimulator?.openLine ?? lineOf(config.reader), timer, log }),
    printer: createTicketPrinter({ openLine: printerSimulator?.openLine ?? lineOf(config.printer), timer, profile: { columns }, log }),
    columns,
    simulators: { ...(readerSimulator === undefined ? {} : { reader: readerSimulator }), ...(printerSimulator === undefined ? {} : { printer: printerSimulator }) },
  };
}

function lineOf(link: KioskConfig['reader'] | KioskConfig['printer']): OpenLine {
  if (link === 'simulator') return () => Promise.reject(new Error('a simulator brings its own line'));
  return link.link === 'tcp' ? () => openTcpLine({ host: link.host, port: link.port }) : () => openSerialLine({ path: link.path, baud: link.baud });
}
