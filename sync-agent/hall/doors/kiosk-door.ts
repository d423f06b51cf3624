/* The kiosks' door: a device with its key; commands and questions up, the hall's face and papers down. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Logger } from 'pino';
import type { Namespace, Socket } from 'socket.io';
import type { z } from 'zod';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import type { EnrolledDevice } from '@kuaizhao/db/domain/devices/view.ts';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import type { HallSettings } from '@kuaizhao/db/domain/hall/settings.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import { deviceReportSchema, openPlacesLimit, type HallFace, type OpenPlaces } from '@kuaizhao/sync-agent/contract/kiosk.ts';
import type { renewedSchema } from '@kuaizhao/sync-agent/contract/enrolment/messages.ts';
import type { QueryAnswer } from '@kuaizhao/sync-agent/contract/queries/query.ts';
import { handshakeSchema, limits } from '@kuaizhao/sync-agent/contract/lan.ts';
import { lanVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import type { HallConfig } from '../config.ts';
import type { Devices } from '../devices.ts';
import type { Engine } from '../engine.ts';
import type { AskQuestion } from '../queries/open-queries.ts';
import { shownAtLine, type AtLine, type Gate, type ShownCertificate } from '../trust/gate.ts';
import { accept, guard, replyTo } from './guard.ts';
import { whetherAlive } from './two-lines.ts';

/** A paper older than this is of no use to anybody: the person is gone. */
export const paperYoungMs = 10 * 60_000;
/** A kiosk that comes back prints so many at most; the rest is with staff. */
export const papersAtOnce = 20;

type Kiosk = Pick<HallConfig['kiosks'][number], 'deviceId' | 'printer'>;
export interface KioskDoorParts {
  readonly db: HallDb; readonly engine: Pick<Engine, 'handle'>; readonly ask: AskQuestion; readonly settings: HallSettings; readonly kiosks: HallConfig['kiosks']; readonly devices: Devices;
  /** false after a loss until erasures are done: then no paper leaves for a printer */
  readonly peopleShown: () => boolean;
  readonly gate: Gate;
  /** the next certificate of a kiosk that came with one, when it is time */
  readonly renew: (device: EnrolledDevice, shown: ShownCertificate) => Promise<z.infer<typeof renewedSchema>>;
  /** two machines hold the key of this device, and both live */
  readonly copied: (deviceId: string) => void;
  readonly now: () => Instant; readonly monotonicMs: () => number; readonly log: Logger;
}

export function openKioskDoor(door: Namespace, parts: KioskDoorParts) {
  door.use((socket, next) => {
    const shake = handshakeSchema.safeParse(socket.handshake.auth);
    if (!shake.success) return next(new Error('malformed'));
    if (shake.data.version !== lanVersion) return next(new Error('wrongVersion'));
    const device = parts.gate.admit(socket, 'kiosk', shake.data);
    const kiosk = device === 'plain' ? parts.kiosks.find((one) => one.deviceId === shake.data.deviceId && sameKey(one.key, shake.data.key ?? '')) : device;
    if (kiosk?.printer === undefined) return next(new Error('unknownDevice'));
    if (door.sockets.size >= limits.devices) return next(new Error('full'));
    Object.assign(socket.data, { kiosk: { deviceId: kiosk.deviceId, printer: kiosk.printer }, enrolled: device === 'plain' ? undefined : device } satisfies AtLine & { kiosk: Kiosk });
    return next();
  });
  const openPlaces = (): OpenPlaces => parts.db.faces.board.openPlaces(parts.now(), openPlacesLimit).slice();
  let told = '';
  door.on('connection', (socket) => {
    welcome(socket, (socket.data as { kiosk: Kiosk }).kiosk, parts);
    socket.emit('openPlaces', openPlaces());
  });
  return {
    watching: (): boolean => door.sockets.size > 0,
    /** Tells every kiosk what is wanted now, unless that is what was told last. */
    openPlaces(): void {
      const places = openPlaces();
      const text = JSON.stringify(places);
      if (text !== told) door.emit('openPlaces', places);
      told = text;
    },
    /** The city's trades are others. */
    hallAgain(): void { door.emit('hall', hallFace(parts)); },
    /** Those that waited until people may be shown. */
    papersAgain(): void {
      for (const { printer } of parts.kiosks) for (const order of waitingPapers(parts, printer)) door.to(printer).emit('print', order);
    },
    /** Papers that were queued for a kiosk's printer by somebody else, or come to it from another one. */
    papersQueued(facts: readonly Fact[]): void {
      for (const fact of facts) {
        if (fact.type === 'printDiverted') door.to(fact.from).emit('diverted', { printJobId: fact.printJobId, to: fact.to });
        if (fact.type !== 'printDiverted' && (fact.type !== 'printQueued' || fact.sending)) continue;
        const order = parts.db.faces.papers.order(fact.printJobId, parts.settings);
        if (order !== undefined && parts.peopleShown()) door.to(order.printer).emit('print', order);
      }
    },
  };
}

function welcome(socket: Socket, kiosk: Kiosk, parts: KioskDoorParts): void {
  const { devices, engine, ask, log } = parts;
  const actor: Actor = { role: 'kiosk', deviceId: kiosk.deviceId, printer: kiosk.printer };
  let inFlight = 0;
  guard(socket, 'kiosk', log, parts.monotonicMs);
  replaceOthers(socket, kiosk, parts);
  void socket.join(kiosk.printer);
  devices.connected('kiosk', kiosk.deviceId);
  socket.on('disconnect', () => devices.lost('kiosk', kiosk.deviceId));
  socket.on('command', (message: unknown, reply: unknown) => {
    const answer: (given: Answer) => void = replyTo(reply);
    if (inFlight >= limits.inFlight) return answer({ ok: false, refusal: { code: 'tooMany' } });
    inFlight += 1;
    void engine.handle(message, actor).then((given) => { inFlight -= 1; answer(given); });
  });
  socket.on('query', (message: unknown, reply: unknown) => {
    const answer: (given: QueryAnswer) => void = replyTo(reply);
    if (inFlight >= limits.inFlight) return answer({ ok: false, refusal: { code: 'tooMany' } });
    inFlight += 1;
    void ask(message, actor).then((given) => { inFlight -= 1; answer(given); });
  });
  socket.on('devices', (message: unknown) => {
    const report = accept(deviceReportSchema, message, 'devices', log);
    if (report !== undefined) devices.reported(kiosk.deviceId, report);
  });
  socket.on('renew', (reply: unknown) => {
    const { enrolled } = socket.data as AtLine;
    const shown = shownAtLine(socket.request);
    void (enrolled === undefined || shown === undefined ? Promise.resolve({ ok: false }) : parts.renew(enrolled, shown)).then(replyTo(reply));
  });
  socket.emit('hall', hallFace(parts));
  if (parts.peopleShown()) for (const order of waitingPapers(parts, kiosk.printer)) socket.emit('print', order);
}

/** A kiosk that came with a certificate has one line, the newest: its old one may be dead without knowing it. It is cut once it is known whether somebody lives at its other end, which is a copy; nothing is printed there meanwhile. */
function replaceOthers(socket: Socket, { deviceId, printer }: Kiosk, { log, copied }: KioskDoorParts): void {
  if ((socket.data as AtLine).enrolled === undefined) return;
  for (const other of socket.nsp.sockets.values()) {
    if (other === socket || (other.data as { kiosk: Kiosk }).kiosk.deviceId !== deviceId) continue;
    void other.leave(printer);
    whetherAlive(other, (alive) => {
      log.warn({ deviceId, alive }, 'a second line of this device: the older one is cut');
      other.disconnect(true);
      if (alive) copied(deviceId);
    });
  }
}

function hallFace({ settings: { hallId, name, hotline, services, bays, workPlaces }, db, now }: KioskDoorParts): HallFace {
  const trades = db.faces.city.trades();
  return { hallId, name, hotline, services, bays, workPlaces, now: now(), sealKey: db.sealKey, ...(trades.length === 0 ? {} : { trades: [...trades] }) };
}

const waitingPapers = ({ db, now, settings }: KioskDoorParts, printer: string) => db.faces.papers.unfinished(printer, now() - paperYoungMs, papersAtOnce, settings);

/** In constant time, whatever the lengths. */
function sameKey(expected: string, given: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(expected), digest(given));
}
