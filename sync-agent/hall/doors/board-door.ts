/* The boards' door: the public state down, echoes of calls up. It gives nothing that does not hang on the wall anyway. */
import type { Logger } from 'pino';
import type { Namespace } from 'socket.io';
import { boardEchoSchema, type BoardState } from '@kuaizhao/sync-agent/contract/board.ts';
import { handshakeSchema, limits } from '@kuaizhao/sync-agent/contract/lan.ts';
import { lanVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import type { Devices } from '../devices.ts';
import type { Echoes } from '../faces/echoes.ts';
import { accept, guard } from './guard.ts';

export interface BoardDoorParts { readonly devices: Devices; readonly echoes: Echoes; readonly state: () => BoardState; readonly monotonicMs: () => number; readonly log: Logger }

export function openBoardDoor(door: Namespace, { devices, echoes, state, monotonicMs, log }: BoardDoorParts) {
  door.use((socket, next) => {
    const shake = handshakeSchema.safeParse(socket.handshake.auth);
    if (!shake.success) return next(new Error('malformed'));
    if (shake.data.version !== lanVersion) return next(new Error('wrongVersion'));
    if (door.sockets.size >= limits.devices) return next(new Error('full'));
    (socket.data as { deviceId: string }).deviceId = shake.data.deviceId;
    return next();
  });
  door.on('connection', (socket) => {
    const { deviceId } = socket.data as { deviceId: string };
    guard(socket, ['shown', 'spoken'], log, monotonicMs);
    devices.connected('board', deviceId);
    socket.on('disconnect', () => devices.lost('board', deviceId));
    socket.on('shown', (message: unknown) => {
      const echo = accept(boardEchoSchema, message, 'shown', log);
      if (echo !== undefined) echoes.shown(echo.callId, echo.times);
    });
    // Kept in the log until the console shows voices as well as rows.
    socket.on('spoken', (message: unknown) => {
      const echo = accept(boardEchoSchema, message, 'spoken', log);
      if (echo !== undefined) log.info({ callId: echo.callId, times: echo.times, deviceId }, 'spoken');
    });
    socket.emit('board', state());
  });
  return {
    watching: (): boolean => door.sockets.size > 0,
    publish: (next: BoardState): void => { door.emit('board', next); },
  };
}
