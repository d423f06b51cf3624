/* The boards and consoles of the tap benchmark, in a process of their own so that what they read does not slow the clock of the kiosks. */
import { readFileSync } from 'node:fs';
import { io, type Socket } from 'socket.io-client';
import { namespaces } from '@kuaizhao/sync-agent/contract/lan.ts';
import { lanVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import type { Shown } from './enrolled.ts';

const [url = '', boards = '0', consoles = '0', pin = '', certificates] = process.argv.slice(2);
/** over TLS: a file with what each of them shows */
const shown = certificates === undefined ? {} : JSON.parse(readFileSync(certificates, 'utf8')) as Record<string, Shown>;
const connect = (namespace: string, deviceId: string): Socket => io(url + namespace, { transports: ['websocket'], forceNew: true, auth: { version: lanVersion, deviceId }, ...shown[deviceId] });

let states = 0;
const sockets: Socket[] = [];
for (let n = 0; n < Number(boards); n += 1) sockets.push(connect(namespaces.board, `board-${n}`).on('board', () => { states += 1; }).on('change', () => { states += 1; }));
for (let n = 0; n < Number(consoles); n += 1) {
  const socket = connect(namespaces.console, `console-${n}`).on('floor', () => { states += 1; });
  sockets.push(socket);
  await new Promise<void>((resolve, reject) => {
    socket.once('desk', () => {
      socket.emit('signIn', { staffId: 'staff-1', pin }, (reply: { ok: boolean }) => { if (reply.ok) resolve(); else reject(new Error('not signed in')); });
    });
  });
}
process.send?.('ready');
process.on('message', () => {
  process.send?.({ states });
  for (const socket of sockets) socket.close();
  process.disconnect();
});
