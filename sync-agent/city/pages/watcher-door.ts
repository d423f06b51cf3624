/* The city page's door: figures and what they hang on go out, nothing comes in. */
import type { Namespace } from 'socket.io';
import type { CityDown } from '@kuaizhao/sync-agent/contract/figures.ts';
import type { FiguresPublisher } from '../hub/figures-publisher.ts';
import { hubLimits, type HubParts } from '../hub/parts.ts';
import type { WallPublisher } from './wall-publisher.ts';

export type WatcherNamespace = Namespace<Record<string, never>, CityDown>;

export function openWatcherDoor(namespace: WatcherNamespace, figures: FiguresPublisher, wall: WallPublisher, parts: HubParts): void {
  namespace.use((_socket, next) => { next(namespace.sockets.size >= hubLimits.watchers ? new Error('full') : undefined); });
  namespace.on('connection', (socket) => {
    // Nobody has anything to say here.
    socket.onAny(() => { socket.disconnect(true); });
    const failed = (error: unknown): void => { parts.log.error({ err: { message: error instanceof Error ? error.message : 'unknown' } }, 'figures could not be counted'); };
    figures.current().then((state) => { socket.emit('figures', state); }, failed);
    wall.current().then((state) => { socket.emit('wall', state); }, failed);
  });
}
