/* The boards' door: the public state and the board's order down, what it did up. It gives nothing that does not hang on the wall anyway. */
import type { Logger } from 'pino';
import type { Namespace } from 'socket.io';
import { boardEchoSchema, boardPaintedSchema, type BoardOrder } from '@kuaizhao/sync-agent/contract/board.ts';
import { handshakeSchema, limits } from '@kuaizhao/sync-agent/contract/lan.ts';
import { lanVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import type { BoardFeed } from '../boards/feed.ts';
import type { Devices } from '../devices.ts';
import type { Echoes } from '../faces/echoes.ts';
import type { AtLine, Gate } from '../trust/gate.ts';
import { accept, guard } from './guard.ts';

/** The whole weighs half a megabyte in a full hall: asked for more often, it is left out. */
const wholeEveryMs = 1_000;

export interface BoardDoorParts {
  readonly devices: Devices; readonly echoes: Echoes; readonly feed: BoardFeed;
  readonly order: (boardId: string) => BoardOrder;
  /** a line of this board was opened: it wants its order, and another board may have to speak */
  readonly arrived: (boardId: string, tell: (order: BoardOrder) => void) => void;
  /** boards that are connected are others now */
  readonly moved: () => void;
  readonly gate: Gate;
  readonly now: () => number; readonly monotonicMs: () => number; readonly log: Logger;
}

export function openBoardDoor(door: Namespace, { devices, echoes, feed, order, arrived, moved, gate, now, monotonicMs, log }: BoardDoorParts) {
  const here = (): string[] => [...new Set([...door.sockets.values()].map((socket) => (socket.data as { deviceId: string }).deviceId))];
  door.use((socket, next) => {
    const shake = handshakeSchema.safeParse(socket.handshake.auth);
    if (!shake.success) return next(new Error('malformed'));
    if (shake.data.version !== lanVersion) return next(new Error('wrongVersion'));
    const device = gate.admit(socket, 'board', shake.data);
    if (device === undefined) return next(new Error('unknownDevice'));
    if (door.sockets.size >= limits.devices) return next(new Error('full'));
    Object.assign(socket.data, { deviceId: shake.data.deviceId, enrolled: device === 'plain' ? undefined : device } satisfies AtLine & { deviceId: string });
    return next();
  });
  door.on('connection', (socket) => {
    const { deviceId } = socket.data as { deviceId: string };
    let wholeAt = -Infinity;
    const tellWhole = (): void => {
      if (monotonicMs() - wholeAt < wholeEveryMs) return;
      wholeAt = monotonicMs();
      socket.emit('board', feed.whole());
    };
    guard(socket, 'board', log, monotonicMs);
    void socket.join(deviceId);
    devices.connected('board', deviceId);
    socket.on('disconnect', () => {
      devices.lost('board', deviceId);
      if (door.sockets.size === 0) feed.forget();
      moved();
    });
    socket.on('shown', (message: unknown) => {
      const echo = accept(boardEchoSchema, message, 'shown', log);
      if (echo !== undefined) echoes.shown(deviceId, echo.callId, echo.times, now());
    });
    socket.on('spoken', (message: unknown) => {
      const echo = accept(boardEchoSchema, message, 'spoken', log);
      if (echo !== undefined) echoes.spoken(deviceId, order(deviceId).plan.voice?.speaker, echo.callId, echo.times, now());
    });
    socket.on('painted', (message: unknown) => {
      const painted = accept(boardPaintedSchema, message, 'painted', log);
      if (painted !== undefined) echoes.painted(deviceId, painted.countedAt);
    });
    socket.on('whole', tellWhole);
    arrived(deviceId, (first) => { socket.emit('plan', first); });
    tellWhole();
  });
  return {
    watching: (): boolean => door.sockets.size > 0,
    here,
    /** What is otherwise now, to every board. */
    publish(): void {
      const change = feed.next();
      if (change !== undefined) door.emit('change', change);
    },
    tell: (boardId: string, next: BoardOrder): void => { door.to(boardId).emit('plan', next); },
  };
}
