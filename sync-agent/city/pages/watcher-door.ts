/* The city page's door: figures go out, nothing comes in. */
import type { Namespace } from 'socket.io';
import type { CityDown } from '@kuaizhao/sync-agent/contract/figures.ts';
import type { FiguresPublisher } from '../hub/figures-publisher.ts';
import { hubLimits, type HubParts } from '../hub/parts.ts';

export type WatcherNamespace = Namespace<Record<string, never>, CityDown>;

export function openWatcherDoor(namespace: WatcherNamespace, figures: () => FiguresPublisher, parts: HubParts): void {
  namespace.use((_socket, next) => { next(namespace.sockets.size >= hubLimits.watchers ? new Error('full') : undefined); });
  namespace.on('connection', (socket) => {
    // Nobody has anything to say here.
    socket.onAny(() => { socket.disconnect(true); });
    figures().current().then(
      (state) => socket.emit('figures', state),
      (error: unknown) => parts.log.error({ err: { message: error instanceof Error ? error.message : 'unknown' } }, 'figures could not be counted'),
    );
  });
}
