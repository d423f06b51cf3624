/* The devices that know who comes, as the configuration names them: true drivers always; with "simulator" the far end is software in this process, and the bytes are the same. */
import { findReaderPath } from '@kuaizhao/hardware/detect.ts';
import { createCardReader } from '@kuaizhao/hardware/id-card/card-reader.ts';
import { createLibraryReader } from '@kuaizhao/hardware/id-card/library/library-reader.ts';
import { createReaderSimulator, type ReaderSimulator } from '@kuaizhao/hardware/id-card/simulator.ts';
import type { StartChild } from '@kuaizhao/hardware/library-process/child-end.ts';
import type { CardReader, DeviceLog, ScannerPort, SocialCardReader, Timer } from '@kuaizhao/hardware/ports.ts';
import { createScanner } from '@kuaizhao/hardware/scanner/scanner.ts';
import { createScannerSimulator, type ScannerSimulator } from '@kuaizhao/hardware/scanner/simulator.ts';
import { listSerialPorts } from '@kuaizhao/hardware/serial/ports/list-ports.ts';
import { openSerialLine } from '@kuaizhao/hardware/serial/serial-line.ts';
import { openPcsc } from '@kuaizhao/hardware/social-card/pcsc/pcsc.ts';
import { createSocialCardSimulator, type SocialCardSimulator } from '@kuaizhao/hardware/social-card/simulated/simulator.ts';
import { createSocialCardReader } from '@kuaizhao/hardware/social-card/social-card-reader.ts';
import type { ReaderConfig, ScannerConfig, SocialCardConfig } from './reader-config.ts';

export interface DeviceMeans {
  readonly timer: Timer;
  readonly log: DeviceLog;
  /** how a process is started that holds a foreign library; Node's own way unless told (Electron has another) */
  readonly startChild?: StartChild | undefined;
  /** ports that are other devices': a reader is not looked for there */
  readonly reserved: readonly string[];
}

type Opened<Port, Simulator> = { readonly port: Port; readonly simulator?: Simulator };

export function openReader(config: ReaderConfig, { timer, log, startChild, reserved }: DeviceMeans): Opened<CardReader, ReaderSimulator> {
  if (config === 'simulator') {
    const simulator = createReaderSimulator({ timer });
    return { port: createCardReader({ openLine: simulator.openLine, timer, log }), simulator };
  }
  if (config.link === 'library') return { port: createLibraryReader({ address: config, timer, log, start: startChild }) };
  const { path, baud } = config;
  const open = (one: string) => openSerialLine({ path: one, baud });
  const find = async (): Promise<string> => findReaderPath({ ports: (await listSerialPorts(timer)).filter((port) => !reserved.includes(port.path)), open, timer });
  const openLine = path === 'auto' ? async () => open(await find()) : () => open(path);
  return { port: createCardReader({ openLine, timer, log }) };
}

export function openScanner(config: ScannerConfig, { timer, log }: DeviceMeans): Opened<ScannerPort, ScannerSimulator> {
  if (config === 'simulator') {
    const simulator = createScannerSimulator({ timer });
    return { port: createScanner({ openLine: simulator.openLine, timer, log }), simulator };
  }
  return { port: createScanner({ openLine: () => openSerialLine(config), timer, log }) };
}

export function openSocialCard(config: SocialCardConfig, { timer, log, startChild }: DeviceMeans): Opened<SocialCardReader, SocialCardSimulator> {
  if (config === 'simulator') {
    const simulator = createSocialCardSimulator({ timer });
    return { port: createSocialCardReader({ openService: simulator.openService, timer, log }), simulator };
  }
  return { port: createSocialCardReader({ openService: () => openPcsc({ timer, log, start: startChild }), timer, log, slotName: config.slot }) };
}
