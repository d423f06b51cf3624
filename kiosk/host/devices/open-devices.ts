/* The devices that the configuration names, opened: whoever comes (card reader, chip-card slot, scanner), and the printer. */
import type { ReaderSimulator } from '@kuaizhao/hardware/id-card/simulator.ts';
import type { StartChild } from '@kuaizhao/hardware/library-process/child-end.ts';
import type { CardReader, DeviceLog, ScannerPort, SocialCardReader, Timer } from '@kuaizhao/hardware/ports.ts';
import type { ScannerSimulator } from '@kuaizhao/hardware/scanner/simulator.ts';
import type { SocialCardSimulator } from '@kuaizhao/hardware/social-card/simulated/simulator.ts';
import type { PrinterSimulator } from '@kuaizhao/hardware/ticket-printer/simulator.ts';
import type { KioskConfig } from '../config.ts';
import type { HostLog } from '../host-log.ts';
import { openPrinter, type OpenedPrinter } from '../printing/open-printer.ts';
import { openReader, openScanner, openSocialCard } from './open-identities.ts';

export interface Simulators {
  readonly reader?: ReaderSimulator;
  readonly socialCard?: SocialCardSimulator;
  readonly scanner?: ScannerSimulator;
  readonly printer?: PrinterSimulator;
}
export interface Devices {
  readonly reader: CardReader;
  readonly socialCard: SocialCardReader | undefined;
  readonly scanner: ScannerPort | undefined;
  readonly printing: OpenedPrinter;
  readonly simulators: Simulators;
}

type DeviceConfig = Pick<KioskConfig, 'reader' | 'printer'> & Partial<Pick<KioskConfig, 'socialCard' | 'scanner'>>;

export function openDevices(config: DeviceConfig, timer: Timer, hostLog: HostLog, startChild?: StartChild): Devices {
  const log: DeviceLog = (event, details = {}) => hostLog.info(details, event);
  const reserved = [config.printer, config.scanner].flatMap((device) => (typeof device === 'object' && 'path' in device ? [device.path] : []));
  const means = { timer, log, startChild, reserved };
  const printing = openPrinter(config.printer, timer, log, startChild);
  const reader = openReader(config.reader, means);
  const socialCard = config.socialCard === undefined ? undefined : openSocialCard(config.socialCard, means);
  const scanner = config.scanner === undefined ? undefined : openScanner(config.scanner, means);
  return {
    reader: reader.port, socialCard: socialCard?.port, scanner: scanner?.port, printing,
    simulators: {
      ...(reader.simulator === undefined ? {} : { reader: reader.simulator }), ...(socialCard?.simulator === undefined ? {} : { socialCard: socialCard.simulator }),
      ...(scanner?.simulator === undefined ? {} : { scanner: scanner.simulator }), ...(printing.simulator === undefined ? {} : { printer: printing.simulator }),
    },
  };
}
