/* A hall that is attacked: a real agent process on TLS and, for its pages, plain http, with devices that belong to it and keys that do not. */
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { pino } from 'pino';
import { io, type Socket } from 'socket.io-client';
import { openHallDb } from '@kuaizhao/db/hall/hall-db.ts';
import type { DeviceRole } from '@kuaizhao/db/domain/devices/commands.ts';
import { staffRoles, type StaffRole } from '@kuaizhao/db/domain/staff/role.ts';
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import { namespaces } from '@kuaizhao/sync-agent/contract/lan.ts';
import { lanVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import { createEngine } from '@kuaizhao/sync-agent/hall/engine.ts';
import { hashPin } from '@kuaizhao/db/sealing/pin-hash.ts';
import { fingerprintOf, openAuthority, type Authority } from '@kuaizhao/sync-agent/hall/trust/authority.ts';
import { openSessions } from '@kuaizhao/sync-agent/hall/trust/sessions.ts';
import { benchPin, benchSettings, printerOf } from '../bench/agent.ts';
import { program } from '../faults/real/process.ts';
import { attackerAt } from './outcome.ts';

export const deviceForMs = 86_400_000;
/** Devices of this hall by certificate: those that work, and those that are turned against it. */
export const workingKiosks = ['kiosk-0', 'kiosk-1', 'kiosk-2', 'kiosk-3'] as const;
const devices: Readonly<Record<string, DeviceRole>> = {
  'kiosk-0': 'kiosk', 'kiosk-1': 'kiosk', 'kiosk-2': 'kiosk', 'kiosk-3': 'kiosk', 'board-0': 'board', 'console-0': 'console',
  'kiosk-4': 'kiosk', 'kiosk-5': 'kiosk', 'kiosk-6': 'kiosk', 'board-1': 'board', 'console-1': 'console',
};
const kiosks = 8;
/** Ids of commands that must leave no row begin so. */
export const refusedIds = 'command-refused';
/** A browser's device: what its cookie is good for without its key is tried. */
export const browser = 'console-8';

export interface Keys { readonly key: string; readonly cert: string; readonly ca: string }
export interface Stage {
  readonly dir: string;
  readonly urls: () => { readonly plain: string; readonly tls: string };
  readonly authority: Authority;
  /** what a device of the hall shows */
  readonly keysOf: (deviceId: string) => Keys;
  /** a line of its own, from an address of the attacker's */
  readonly line: (deviceId: string, door: DeviceRole, keys?: Partial<Keys>, auth?: object) => Socket;
  /** signed in at a console that is enrolled */
  readonly signedIn: (role: StaffRole) => Promise<Socket>;
  /** the cookie of the browser's session */
  readonly token: string;
  readonly restart: () => Promise<void>;
  /** how many numbers and calls a command must have made, looked at when the hall has stopped: a running one owns its file */
  readonly owed: Map<string, number>;
  /** Stops the hall and tells what its journal owes or has too much of. */
  readonly accounts: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}




export async function openStage(dir: string): Promise<Stage> {
  const data = join(dir, 'data');
  const settings = benchSettings(kiosks, 0);
  const pin = await hashPin(benchPin);
  const config = join(dir, 'hall.json');
  writeFileSync(config, JSON.stringify({
    hall: settings, town: true, listen: { host: '127.0.0.1', port: 0 }, lan: { host: '127.0.0.1', port: 0 }, data: 'data', kiosks: [],
    staff: [...staffRoles.map((role) => ({ staffId: `${role}-9`, name: '值班', role, pin })), { staffId: 'victim-9', name: '值班', role: 'admin', pin }],
  }));
  const { keys, authority, token } = await seed(data, settings);
  const agent = program('sync-agent/hall/main.ts', config);
  const start = async () => { const urls = await agent.start(); return { plain: urls['agent'] ?? '', tls: urls['lan'] ?? '' }; };
  let urls = await start();
  const lines: Socket[] = [];
  const stage: Stage = {
    owed: new Map(), dir, authority, token, urls: () => urls,
    keysOf: (deviceId) => { const found = keys.get(deviceId); if (found === undefined) throw new Error(`no ${deviceId}`); return found; },
    line(deviceId, door, own, auth = {}) {
      const socket = io(urls.tls + namespaces[door], { transports: ['websocket'], forceNew: true, reconnection: false, localAddress: attackerAt, auth: { version: lanVersion, deviceId, ...auth }, ...(own ?? keys.get(deviceId) ?? { ca: authority.pem }) } as object);
      lines.push(socket);
      return socket;
    },
    async signedIn(role) {
      const socket = stage.line('console-1', 'console');
      const reply = await socket.timeout(20_000).emitWithAck('signIn', { staffId: `${role}-9`, pin: benchPin }) as { ok: boolean };
      if (!reply.ok) throw new Error(`${role} cannot sign in`);
      return socket;
    },
    async restart() { await agent.stop(); urls = await start(); },
    async accounts() {
      await agent.stop();
      const db = new Database(join(data, 'hall.db'), { readonly: true });
      const rows = db.prepare<[], { commandId: string; kind: string }>('SELECT command_id AS commandId, kind FROM journal').all();
      db.close();
      const made = (id: string): number => rows.filter(({ commandId, kind }) => commandId === id && (kind === 'ticketIssued' || kind === 'ticketCalled')).length;
      const refused = rows.filter(({ commandId }) => commandId.startsWith(refusedIds));
      return [...[...stage.owed].filter(([id, count]) => made(id) !== count).map(([id, count]) => `${id}: ${String(made(id))} rows, not ${String(count)}`), ...refused.map(({ commandId, kind }) => `${commandId} left ${kind}`)];
    },
    async close() { for (const line of lines) line.disconnect(); await agent.stop(); },
  };
  return stage;
}

/** The devices are let in before the hall opens, by its own authority and engine. */
async function seed(data: string, settings: ReturnType<typeof benchSettings>) {
  const db = openHallDb(data, 'c'.repeat(16));
  const engine = createEngine({ db, settings, now: () => Date.now(), newId: () => randomUUID(), soon: (go) => { setImmediate(go); }, committed: () => undefined, failed: (error) => { throw error; } });
  const authority = await openAuthority(data, settings.hallId, () => Date.now());
  const keys = new Map<string, Keys>();
  const enrol = async (deviceId: string, role: DeviceRole, publicKey: string, proof: 'certificate' | 'session'): Promise<void> => {
    const answer: Answer = await engine.handle({ type: 'enrolDevice', commandId: randomUUID(), deviceId, role, name: '样例设备', ...(role === 'kiosk' ? { printer: printerOf(Number(deviceId.slice(-1))) } : {}), fingerprint: fingerprintOf(publicKey), proof }, { role: 'agent' });
    if (!answer.ok) throw new Error(`${deviceId}: ${JSON.stringify(answer.refusal)}`);
  };
  for (const [deviceId, role] of Object.entries(devices)) {
    const { key, publicKey } = makeKeys();
    await enrol(deviceId, role, publicKey, 'certificate');
    keys.set(deviceId, { key, cert: await authority.device({ deviceId, role, publicKey, until: Date.now() + deviceForMs }), ca: authority.pem });
  }
  const { publicKey } = makeKeys();
  await enrol(browser, 'console', publicKey, 'session');
  const token = openSessions({ folder: data, now: () => Date.now(), monotonicMs: () => performance.now(), log: pino({ level: 'silent' }), copied: () => undefined }).begin(browser, publicKey);
  db.close();
  return { keys, authority, token };
}

/** PEM, and SPKI in base64url. */
export function makeKeys(): { readonly key: string; readonly publicKey: string } {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { key: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), publicKey: pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64url') };
}
