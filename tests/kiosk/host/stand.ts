/* A real hall agent and a kiosk host on simulated devices, in this process: bytes on the lines, SQLite in a directory of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { startHall, type HallAgent } from '@kuaizhao/sync-agent/hall/hall-agent.ts';
import { hallConfigSchema, type HallConfig } from '@kuaizhao/sync-agent/hall/config.ts';
import { createCardReader } from '@kuaizhao/hardware/id-card/card-reader.ts';
import { createReaderSimulator, type ReaderSimulator } from '@kuaizhao/hardware/id-card/simulator.ts';
import type { Timer } from '@kuaizhao/hardware/ports.ts';
import { realTimer } from '@kuaizhao/hardware/serial/timer.ts';
import { paperText } from '@kuaizhao/hardware/ticket-printer/printed-paper.ts';
import { createPrinterSimulator, type PrinterSimulator } from '@kuaizhao/hardware/ticket-printer/simulator.ts';
import { composeTicket } from '@kuaizhao/hardware/ticket-printer/compose/composer.ts';
import { printerProfiles } from '@kuaizhao/hardware/ticket-printer/profiles.ts';
import { createTicketPrinter } from '@kuaizhao/hardware/ticket-printer/ticket-printer.ts';
import { systemClock } from '@kuaizhao/kiosk/host/host-clock.ts';
import type { LogFields } from '@kuaizhao/kiosk/host/host-log.ts';
import { createKioskHost, type KioskHost } from '@kuaizhao/kiosk/host/kiosk-host.ts';
import type { KioskFace, Screen } from '@kuaizhao/kiosk/session/face.ts';
import { hallSettings } from '../../fixtures/hall.ts';

export const key = 'kiosk-key-for-tests-only';

export function hallConfig(data: string, port = 0): HallConfig {
  return hallConfigSchema.parse({
    hall: hallSettings, town: true, listen: { host: '127.0.0.1', port }, data,
    kiosks: [{ deviceId: 'kiosk-1', key, printer: 'printer-1' }],
    staff: [{ staffId: 'staff-1', name: '值班员', role: 'supervisor', pin: 'scrypt$c2FsdHNhbHRzYWx0c2FsdA$aGFzaGhhc2hoYXNoaGFzaA' }],
  });
}

export interface Stand {
  readonly data: string;
  hall: HallAgent;
  host: KioskHost;
  readonly settings: typeof hallSettings;
  /** A kiosk host anew on the same devices and the same directory, after the one before was closed. */
  reopen(): KioskHost;
  readonly reader: ReaderSimulator;
  readonly printer: PrinterSimulator;
  readonly log: { readonly event: string; readonly fields: LogFields }[];
  papers(): string[];
  close(): Promise<void>;
}

const profile = printerProfiles['full-80'];
const quiet = pino({ level: 'silent' });

export const openHall = (data: string, port = 0): Promise<HallAgent> => startHall(hallConfig(data, port), quiet);
export const portOf = (hall: HallAgent): number => Number(new URL(hall.urls.agent).port);

/** `timer`: the one of the devices and of their drivers; a bench lets it run faster. */
export async function openStand(agentUrl?: string, timer: Timer = realTimer): Promise<Stand> {
  const data = mkdtempSync(join(tmpdir(), 'kiosk-host-'));
  const hall = await openHall(data);
  const reader = createReaderSimulator({ timer, cardReadMs: 0, bytesPerMs: Infinity });
  const printer = createPrinterSimulator({ timer });
  const log: Stand['log'] = [];
  const open = (): KioskHost => createKioskHost({
    deviceId: 'kiosk-1', printerId: 'printer-1', pxPerMm: 4, data: join(data, 'kiosk'), agent: { url: agentUrl ?? hall.urls.agent, key }, clock: systemClock,
    reader: createCardReader({ openLine: reader.openLine, timer }),
    printing: { printer: createTicketPrinter({ openLine: printer.openLine, timer, profile }), columns: profile.columns, compose: (lines) => composeTicket(profile, lines) },
    log: { info: (fields, event) => log.push({ event, fields }), warn: (fields, event) => log.push({ event, fields }) },
  });
  const host = open();
  const stand: Stand = {
    data, hall, host, settings: hallSettings, reader, printer, log,
    reopen: () => (stand.host = open()),
    papers: () => printer.papers().map(paperText),
    async close() {
      await stand.host.close();
      await Promise.all([reader.close(), printer.close()]);
      await stand.hall.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
  await faceWhen(host, (face) => face.agentUp && face.readerReady && face.printer === 'ready' && face.hall !== undefined);
  return stand;
}

/** The first face, now or later, of which this is true. */
export function faceWhen(host: Pick<KioskHost, 'face' | 'onFace'>, wanted: (face: KioskFace) => boolean): Promise<KioskFace> {
  return new Promise((resolve) => {
    const now = host.face();
    if (wanted(now)) return resolve(now);
    const end = host.onFace((face) => {
      if (!wanted(face)) return;
      end();
      resolve(face);
    });
    return undefined;
  });
}

export async function screenWhen<At extends Screen['at']>(host: KioskHost, at: At, wanted: (screen: Extract<Screen, { at: At }>) => boolean = () => true): Promise<Extract<Screen, { at: At }>> {
  const is = (screen: Screen): screen is Extract<Screen, { at: At }> => screen.at === at;
  const { screen } = await faceWhen(host, (face) => is(face.screen) && wanted(face.screen));
  if (!is(screen)) throw new Error(screen.at);
  return screen;
}
