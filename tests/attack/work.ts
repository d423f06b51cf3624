/* The hall at its work while it is attacked, in a process of its own: four kiosks, a console and a board over TLS. `work URL DIR-OF-KEYS`; says over IPC how long each call took and which were never answered. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { io, type Socket } from 'socket.io-client';
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import { namespaces } from '@kuaizhao/sync-agent/contract/lan.ts';
import { lanVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import { benchPin } from '../bench/agent.ts';
import type { Keys } from './stage.ts';

export interface Worked { readonly ms: readonly number[]; /** never answered */ readonly lost: number; readonly cuts: number; /** ids that were answered with yes */ readonly kept: readonly string[]; readonly refused: Readonly<Record<string, number>>; readonly boards: number }

const [url = '', keysFile = ''] = process.argv.slice(2);
const keys = JSON.parse(readFileSync(keysFile, 'utf8')) as Record<string, Keys>;
const answerMs = 10_000;
const ms: number[] = [];
const kept: string[] = [];
const refused: Record<string, number> = {};
let [lost, cuts, boards] = [0, 0, 0];
const over = new AbortController();

async function open(deviceId: string, door: keyof typeof namespaces): Promise<Socket> {
  const socket = io(url + namespaces[door], { transports: ['websocket'], forceNew: true, auth: { version: lanVersion, deviceId }, ...keys[deviceId] });
  await new Promise<void>((come, fail) => { socket.once('connect', come).once('connect_error', fail); });
  socket.on('disconnect', () => { if (!over.signal.aborted) cuts += 1; });
  return socket;
}

async function call(socket: Socket, event: 'command' | 'query', message: object): Promise<Answer | undefined> {
  const sent = performance.now();
  try {
    const answer = await socket.timeout(answerMs).emitWithAck(event, message) as Answer;
    ms.push(performance.now() - sent);
    if (!answer.ok) refused[answer.refusal.code] = (refused[answer.refusal.code] ?? 0) + 1;
    return answer;
  } catch {
    lost += 1;
    return undefined;
  }
}

async function atKiosk(socket: Socket, n: number): Promise<void> {
  while (!over.signal.aborted) {
    const commandId = randomUUID();
    if ((await call(socket, 'command', { type: 'takeTicket', commandId, service: 'policy' }))?.ok === true) kept.push(commandId);
    await new Promise((go) => { setTimeout(go, 200 + 40 * n); });
  }
}

async function atConsole(socket: Socket): Promise<void> {
  while (!over.signal.aborted) {
    const commandId = randomUUID();
    if ((await call(socket, 'command', { type: 'callNext', commandId, windowId: 'w2' }))?.ok === true) kept.push(commandId);
    await call(socket, 'query', { name: 'queue', asked: { service: 'policy', limit: 20 } });
    await new Promise((go) => { setTimeout(go, 250); });
  }
}

const board = await open('board-0', 'board');
board.on('change', () => { boards += 1; });
const desk = await open('console-0', 'console');
const signedIn = await desk.timeout(30_000).emitWithAck('signIn', { staffId: 'clerk-9', pin: benchPin }) as { ok: boolean };
if (!signedIn.ok) throw new Error('the clerk cannot sign in');
const kiosks = await Promise.all(['kiosk-0', 'kiosk-1', 'kiosk-2', 'kiosk-3'].map((id) => open(id, 'kiosk')));
const working = [atConsole(desk), ...kiosks.map(atKiosk)];
process.send?.('at work');
process.once('message', () => {
  over.abort();
  void Promise.all(working).then(() => {
    for (const socket of [board, desk, ...kiosks]) socket.disconnect();
    process.send?.({ ms, lost, cuts, kept, refused, boards } satisfies Worked, () => { process.exit(0); });
  });
});
