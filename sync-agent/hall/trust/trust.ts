/* Everything about the hall's own network of devices put together: authority, enrolment, browsers, who may come in, and what happens when somebody is sent away. */
import { networkInterfaces } from 'node:os';
import type { Logger } from 'pino';
import type { Server as SocketServer } from 'socket.io';
import type { z } from 'zod';
import { enrolledForMs, renewAfterMs } from '@kuaizhao/db/domain/devices/commands.ts';
import { isInForce, type EnrolledDevice } from '@kuaizhao/db/domain/devices/view.ts';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import type { renewedSchema } from '@kuaizhao/sync-agent/contract/enrolment/messages.ts';
import type { HallClock } from '../clock.ts';
import type { HallConfig } from '../config.ts';
import type { Engine } from '../engine.ts';
import { openUpdates } from '../updates/updates.ts';
import { enrolmentAnswers } from './answers.ts';
import { openAuthority } from './authority.ts';
import { createEnrolment } from './enrolment.ts';
import { createGate, cut, type ShownCertificate } from './gate.ts';
import { createPairing } from './pairing.ts';
import { openSessions } from './sessions.ts';

/** How often lines are looked through for a device whose time is over, and the agent's own certificate for its age. */
export const trustLookMs = 60_000;

export interface TrustParts {
  readonly lan: NonNullable<HallConfig['lan']>; readonly updates?: HallConfig['updates']; readonly data: string; readonly hallId: string;
  readonly db: Pick<HallDb, 'view' | 'faces'>; readonly engine: Pick<Engine, 'handle' | 'audit'>;
  /** staff have something else to see */
  readonly changed?: () => void;
  readonly clock: HallClock; readonly newId: () => string; readonly log: Logger;
}
export type Trust = Awaited<ReturnType<typeof openTrust>>;

/** Rejects as `openAuthority` does. */
export async function openTrust({ lan, updates: updatesConfig, data, hallId, db, engine, changed: seen = () => undefined, clock, newId, log }: TrustParts) {
  const { now, monotonicMs } = clock;
  const authority = await openAuthority(data, hallId, now);
  const [enrolment, pairing] = [createEnrolment(authority, monotonicMs), createPairing(monotonicMs)];
  const ask = (type: 'renewDevice' | 'revokeDevice', asked: object) => engine.handle({ type, commandId: newId(), ...asked }, { role: 'agent' });
  const sessions = openSessions({ folder: data, now, monotonicMs, log, copied: (deviceId) => void ask('revokeDevice', { deviceId, copied: true }) });
  const due = ({ until }: EnrolledDevice): boolean => now() >= until - enrolledForMs + renewAfterMs;
  const renewed = async (deviceId: string): Promise<EnrolledDevice | undefined> => {
    const device = db.view.enrolledDevice(deviceId);
    if (device === undefined || !due(device)) return device;
    await ask('renewDevice', { deviceId, fingerprint: device.fingerprint });
    return db.view.enrolledDevice(deviceId);
  };
  const own = () => authority.server(namesOf(lan), now() + enrolledForMs);
  let [tls, madeAt, stopped, cancel] = [await own(), now(), false, (): void => undefined];
  const gate = createGate({ devices: db.view, sessions, now });
  const kiosksIn = () => db.faces.devices.enrolledDevices().flatMap((device) => (device.printer !== undefined && isInForce(device, now()) ? [{ deviceId: device.deviceId, printer: device.printer }] : []));
  const updates = await openUpdates({ config: updatesConfig, data, view: db.view, isKiosk: (request, deviceId) => gate.isKiosk(request, deviceId), inForce: () => kiosksIn().map(({ deviceId }) => deviceId), audit: (entry) => engine.audit(entry), changed: seen, clock, log });
  const answer = enrolmentAnswers({ enrolment, pairing, sessions, devices: db.view, used: (deviceId) => void renewed(deviceId), now, monotonicMs, log });
  return {
    authority, enrolment, pairing, gate, updates,
    answer: ((request, response) => answer(request, response) || updates.answer(request, response)) satisfies typeof answer,
    /** Of the server: its chain, its key, and whose certificates are believed. */
    tls: () => ({ key: tls.key, cert: `${tls.cert}\n${authority.pem}`, ca: authority.pem }),
    /** Kiosks that may come in now, each with its printer. */
    kiosks: kiosksIn,
    /** The next certificate of a device that showed this one, when it is time. Also again for one that still shows the certificate before: the answer that held the next one was lost on the way, or did not get onto its disk. */
    async renew({ deviceId, fingerprint }: EnrolledDevice, { publicKey, until }: ShownCertificate): Promise<z.infer<typeof renewedSchema>> {
      const before = db.view.enrolledDevice(deviceId);
      if (before?.fingerprint !== fingerprint || !isInForce(before, now())) return { ok: false };
      const device = await renewed(deviceId);
      // A certificate knows whole seconds.
      if (device?.fingerprint !== fingerprint || device.until - until < 1_000) return { ok: false };
      return { ok: true, certificate: await authority.device({ deviceId, role: device.role, publicKey, until: device.until }), until: device.until };
    },
    /** After each commit. A device that was sent away, or has another key now, is cut off before the next word. */
    heard(facts: readonly Fact[], io: SocketServer): void {
      for (const fact of facts) {
        if (fact.type === 'deviceRevoked') sessions.end(fact.deviceId, fact.copied === true ? 'copied' : 'sentAway');
        if (fact.type === 'deviceRevoked' || fact.type === 'deviceEnrolled') cut(io, ({ deviceId, fingerprint }) => deviceId === fact.deviceId && (fact.type === 'deviceRevoked' || fingerprint !== fact.fingerprint));
      }
      pairing.heard(facts);
      void enrolment.heard(facts).catch(() => log.error({}, 'a certificate could not be made'));
    },
    /** `changed`: the server has another certificate from now on. */
    start(io: SocketServer, changed: () => void): { stop(): void } {
      const look = async (): Promise<void> => {
        cut(io, ({ deviceId, fingerprint }) => { const device = db.view.enrolledDevice(deviceId); return device?.fingerprint !== fingerprint || !isInForce(device, now()); });
        if (now() - madeAt >= renewAfterMs) {
          [tls, madeAt] = [await own(), now()];
          changed();
        }
        if (!stopped) cancel = clock.after(trustLookMs, () => void look());
      };
      cancel = clock.after(trustLookMs, () => void look());
      return { stop() { stopped = true; cancel(); updates.end(); } };
    },
  };
}

/** All that machines may call the agent; listening everywhere, every address it has. */
function namesOf({ host, names }: NonNullable<HallConfig['lan']>): string[] {
  const everywhere = host === '0.0.0.0' || host === '::';
  const own = everywhere ? Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map(({ address }) => address).filter((address) => !address.includes('%') && !address.startsWith('fe80'))) : [host];
  return [...new Set([...own, ...names, 'localhost', '127.0.0.1'])];
}
