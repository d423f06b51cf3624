/* One connection to the hub. socket.io is a pipe here and nothing more: no transport but websocket, no reconnection, no retries, nothing sent while it is not connected. */
import { io, type Socket } from 'socket.io-client';
import { uplinkNamespace } from '@kuaizhao/sync-agent/contract/uplink.ts';
import type { Line, LineParts, Opened } from './parts.ts';

const refusals = new Set(['unknownHall', 'wrongKey', 'malformed']);

export function openLine({ url, auth, ackMs, timer, lost, hear, news }: LineParts): { readonly opened: Promise<Opened>; readonly close: () => void } {
  const socket: Socket = io(`${url}${uplinkNamespace}`, { transports: ['websocket'], reconnection: false, forceNew: true, timeout: ackMs, auth });
  const { promise: opened, resolve } = Promise.withResolvers<Opened>();
  const fail = (reason: string, refused: boolean): void => {
    socket.disconnect();
    resolve({ ok: false, reason, refused });
  };
  // A proxy may take the connection and never answer: socket.io's own limit ends with the transport.
  const cancel = timer.after(ackMs, () => fail('no answer', false));
  socket.on('connect', () => {
    cancel();
    resolve({ ok: true, line });
  });
  socket.on('connect_error', (error) => {
    cancel();
    fail(refusals.has(error.message) ? error.message : 'not reachable', refusals.has(error.message));
  });
  socket.on('disconnect', () => {
    cancel();
    resolve({ ok: false, reason: 'disconnected', refused: false });
    lost();
  });
  socket.on('referral', (message: unknown, reply: unknown) => {
    void hear?.(message).then((answer) => { if (answer !== undefined && typeof reply === 'function') (reply as (answer: unknown) => void)(answer); });
  });
  socket.on('news', (message: unknown) => news?.(message));
  const close = (): void => {
    cancel();
    resolve({ ok: false, reason: 'closed', refused: false });
    socket.disconnect();
  };
  const line: Line = {
    async ask(event, message) {
      if (!socket.connected) return undefined;
      try {
        return await socket.timeout(ackMs).emitWithAck(event, message) as unknown;
      } catch {
        socket.disconnect();
        return undefined;
      }
    },
    async askBeside(event, message, withinMs) {
      if (!socket.connected) return undefined;
      try {
        return await socket.timeout(withinMs).emitWithAck(event, message) as unknown;
      } catch {
        return undefined;
      }
    },
    up: () => socket.connected,
    close,
  };
  return { opened, close };
}
