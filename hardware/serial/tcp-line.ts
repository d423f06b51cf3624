/* A TCP connection as a Line, for printers on port 9100: always read, never destroyed behind bytes that were written. */
import { connect, type Socket } from 'node:net';
import type { Line, Timer } from '../ports.ts';
import { createLineEnd } from './line-end.ts';
import { realTimer } from './timer.ts';

export interface TcpAddress {
  readonly host: string;
  readonly port: number;
  readonly timer?: Timer;
}

export const tcpLimits = { connectMs: 3_000, closeMs: 5_000, keepAliveMs: 10_000 } as const;

/** A Line around a connected socket: one that we opened, or one that a server was given. */
export function socketLine(socket: Socket, timer: Timer): Line {
  const end = createLineEnd(
    (bytes) =>
      new Promise<void>((sent, failed) => {
        socket.write(bytes, (error) => (error === null || error === undefined ? sent() : failed(error)));
      }),
    () =>
      new Promise<void>((closed) => {
        // Trap: destroy() with unread status bytes in the socket makes the kernel send RST, and a busy printer then throws its input away.
        // So: end, go on reading, wait for the far end to close; destroy only one that never does.
        const force = timer.after(tcpLimits.closeMs, () => socket.destroy());
        socket.once('close', () => {
          force();
          closed();
        });
        socket.end();
      }),
  );
  socket.on('data', (bytes: Buffer) => end.receive(bytes));
  socket.on('error', () => undefined);
  socket.once('close', () => end.end());
  return end.line;
}

/** Connects within `connectMs`, or rejects. */
export function openTcpLine({ host, port, timer = realTimer }: TcpAddress): Promise<Line> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: tcpLimits.keepAliveMs });
    const giveUp = timer.after(tcpLimits.connectMs, () => socket.destroy(new Error('no answer to connect')));
    socket.once('error', reject);
    socket.once('close', () => {
      giveUp();
      reject(new Error('closed'));
    });
    socket.once('connect', () => {
      giveUp();
      resolve(socketLine(socket, timer));
    });
  });
}
