/* A TCP connection as a Line, for printers on port 9100: always read, never destroyed behind bytes that were written. */
import { connect } from 'node:net';
import type { Line, Timer } from '../ports.ts';
import { createLineEnd } from './line-end.ts';
import { realTimer } from './timer.ts';

export interface TcpAddress {
  readonly host: string;
  readonly port: number;
  readonly timer?: Timer;
}

export const tcpLimits = { connectMs: 3_000, closeMs: 5_000, keepAliveMs: 10_000 } as const;

/** Connects within `connectMs`, or rejects. */
export function openTcpLine({ host, port, timer = realTimer }: TcpAddress): Promise<Line> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: tcpLimits.keepAliveMs, allowHalfOpen: false });
    const giveUp = timer.after(tcpLimits.connectMs, () => socket.destroy(new Error('no answer to connect')));
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
    socket.once('connect', () => {
      giveUp();
      resolve(end.line);
    });
    socket.on('error', (error) => reject(error));
    socket.once('close', () => {
      giveUp();
      end.end();
      reject(new Error('closed'));
    });
  });
}
