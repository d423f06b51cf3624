/* One connection to the hub. socket.io is a pipe here and nothing more: no transport but websocket, no reconnection, no retries, nothing sent while it is not connected. */
import { io, type Socket } from 'socket.io-client';
import { uplinkNamespace, type UplinkHandshake } from '@kuaizhao/sync-agent/contract/uplink.ts';
import type { Hear, UplinkTimer } from './parts.ts';

export interface Line {
  /** Undefined: no answer in time, or the line is gone. Silence ends the line: after it nobody knows what arrived. */
  ask(event: 'hello' | 'push', message: object): Promise<unknown>;
  /** Like `ask`, for what is not the journal: silence ends nothing. */
  askBeside(event: PoolEvent, message: object, withinMs: number): Promise<unknown>;
  up(): boolean;
  readonly close: () => void;
}
export type PoolEvent = 'leftovers' | 'answerReferral';
export type Opened = { readonly ok: true; readonly line: Line } | { readonly ok: false; readonly reason: string; /** the hub knows who we are and will not have us */ readonly refused: boolean };

const refusals = new Set(['unknownHall', 'wrongKey', 'malformed']);

/** `lost` is called once, when a line that was open ends. */
export function openLine(url: string, auth: UplinkHandshake, ackMs: number, timer: UplinkTimer, lost: () => void, hear?: Hear): { readonly opened: Promise<Opened>; readonly close: () => void } {
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
