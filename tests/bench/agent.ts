/* A real agent process for a benchmark, with as many kiosks and tables as it needs, and the sockets that speak to it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { io, type Socket } from 'socket.io-client';
import type { HallSettings } from '@kuaizhao/db/domain/hall/settings.ts';
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import { namespaces } from '@kuaizhao/sync-agent/contract/lan.ts';
import { lanVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import { hashPin } from '@kuaizhao/db/sealing/pin-hash.ts';
import { hallSettings } from '../fixtures/hall.ts';
import type { Shown } from './enrolled.ts';

const root = resolve(import.meta.dirname, '../..');
/** What `npm run hall` gives to Node before `--config`. */
export const asStarted: readonly string[] = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { hall: string } }).scripts.hall.split(' ').slice(1).map((word) => (word.startsWith('--') ? word : join(root, word)));
const flags = asStarted.filter((word) => word.startsWith('--'));
export const benchKey = 'k'.repeat(32);
export const benchPin = '246810';
export const printerOf = (kiosk: number): string => `kp-${kiosk}`;

export function benchSettings(kiosks: number, tables: number): HallSettings {
  return {
    ...hallSettings, printers: [...hallSettings.printers, ...Array.from({ length: kiosks }, (_, n) => printerOf(n))],
    tables: tables === 0 ? hallSettings.tables : Array.from({ length: tables }, (_, n) => ({ id: `t${n}`, label: `${n + 1}号桌`, printer: printerOf(n % kiosks) })),
  };
}

/** `told`: an agent whose clock is told by `tell`, for a day that passes faster than life; everything else of it is as in life. `lan`: it listens on TLS too, and `url` is that one. */
export async function startAgent(dir: string, kiosks: number, tables = 0, told = false, lan = false) {
  writeFileSync(join(dir, 'hall.json'), JSON.stringify({
    hall: benchSettings(kiosks, tables), town: true, listen: { host: '127.0.0.1', port: 0 }, ...(lan ? { lan: { host: '127.0.0.1', port: 0 } } : {}), data: 'data',
    kiosks: Array.from({ length: kiosks }, (_, n) => ({ deviceId: `kiosk-${n}`, key: benchKey, printer: printerOf(n) })),
    staff: [{ staffId: 'staff-1', name: '值班员', role: 'supervisor', pin: await hashPin(benchPin) }],
  }));
  const agent = spawn(process.execPath, [...(told ? [...flags, join(root, 'tests/bench/rush/agent-process.ts')] : asStarted), '--config', join(dir, 'hall.json')], { stdio: ['ignore', 'pipe', 'ignore', ...(told ? ['ipc' as const] : [])] });
  if (agent.stdout === null) throw new Error('no output to read');
  const lines = createInterface({ input: agent.stdout });
  const [line] = await once(lines, 'line') as [string];
  let last = line;
  lines.on('line', (one: string) => { last = one; });
  const { urls } = JSON.parse(line) as { urls: { agent: string; lan?: string } };
  return {
    url: lan ? urls.lan ?? '' : urls.agent,
    tell(now: number): void { agent.send(now); },
    /** Gives the last line it said. */
    async stop(): Promise<string> {
      agent.kill('SIGTERM');
      await once(agent, 'close');
      return last;
    },
  };
}

const connected = async (socket: Socket): Promise<Socket> => { await once(socket as unknown as NodeJS.EventEmitter, 'connect'); return socket; };
const open = (url: string, namespace: string, deviceId: string, withKey: boolean): Promise<Socket> =>
  connected(io(url + namespace, { transports: ['websocket'], forceNew: true, auth: { version: lanVersion, deviceId, ...(withKey ? { key: benchKey } : {}) } }));

/** `shown`: its certificate, over TLS. */
export const openKiosk = (url: string, n: number, shown?: Shown): Promise<Socket> => (shown === undefined
  ? open(url, namespaces.kiosk, `kiosk-${n}`, true)
  : connected(io(url + namespaces.kiosk, { transports: ['websocket'], forceNew: true, auth: { version: lanVersion, deviceId: `kiosk-${n}` }, ...shown })));

export async function openConsole(url: string, n: number): Promise<Socket> {
  const socket = await open(url, namespaces.console, `console-${n}`, false);
  const reply = await socket.timeout(30_000).emitWithAck('signIn', { staffId: 'staff-1', pin: benchPin }) as { ok: boolean };
  if (!reply.ok) throw new Error('not signed in');
  return socket;
}

/** What a question is answered, or undefined when it is refused. */
export async function question(socket: Socket, name: string, asked: object): Promise<unknown> {
  const answer = await socket.timeout(30_000).emitWithAck('query', { name, asked }) as { ok: boolean; value?: unknown };
  return answer.ok ? answer.value : undefined;
}

export const ask = (socket: Socket, command: object): Promise<Answer> => socket.timeout(30_000).emitWithAck('command', command) as Promise<Answer>;
