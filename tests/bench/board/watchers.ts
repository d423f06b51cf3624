/* Boards that are only sockets: they are told what every board is told, and say what every board says, without a browser. Two cores do not carry ten browsers. */
import { io, type Socket } from 'socket.io-client';
import { boardChangeSchema, boardStateSchema, type BoardState } from '@kuaizhao/sync-agent/contract/board.ts';
import { changed } from '@kuaizhao/sync-agent/contract/boards/change.ts';
import { namespaces } from '@kuaizhao/sync-agent/contract/lan.ts';
import { lanVersion } from '@kuaizhao/sync-agent/contract/version.ts';

export function openWatchers(url: string, count: number) {
  /** callId → when the first of them was told */
  const told = new Map<string, number>();
  const sockets = Array.from({ length: count }, (_, n) => openWatcher(url, `watcher-${String(n)}`, told));
  return { count, told, close: (): void => { for (const socket of sockets) socket.close(); } };
}

function openWatcher(url: string, deviceId: string, told: Map<string, number>): Socket {
  const socket = io(url + namespaces.board, { transports: ['websocket'], forceNew: true, auth: { version: lanVersion, deviceId } });
  let state: BoardState | undefined;
  const shown = new Set<string>();
  const take = (next: BoardState | undefined): void => {
    if (next === undefined) { socket.emit('whole'); return; }
    state = next;
    for (const { callId, times, open } of next.calls) {
      const key = `${callId} ${String(times)}`;
      if (!open || shown.has(key)) continue;
      shown.add(key);
      if (!told.has(callId)) told.set(callId, Date.now());
      socket.emit('shown', { callId, times });
    }
  };
  socket.on('board', (message: unknown) => { take(boardStateSchema.parse(message)); });
  socket.on('change', (message: unknown) => { if (state !== undefined) take(changed(state, boardChangeSchema.parse(message))); });
  return socket;
}
