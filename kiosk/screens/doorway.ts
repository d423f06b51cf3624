/* Where the screens meet the host: Electron's preload (or a page that brings the same thing) when there is one, else a socket to the page's own origin. */
import { doorwayName, type Doorway } from '@kuaizhao/kiosk/session/doorway.ts';
import type { KioskFace } from '@kuaizhao/kiosk/session/face.ts';

declare global {
  interface Window {
    readonly [doorwayName]?: Doorway;
  }
}

const reconnectMs = 500;
const reconnectMaxMs = 3000;

/** The doorway of this page. A socket that is lost comes back by itself; the host sends the whole face after every connection. */
export async function openDoorway(page: Window): Promise<Doorway> {
  const given = page[doorwayName];
  if (given !== undefined) return given;
  // Loaded only here: Electron's page never needs it.
  const { io } = await import('socket.io-client');
  const socket = io({ transports: ['websocket'], reconnectionDelay: reconnectMs, reconnectionDelayMax: reconnectMaxMs });
  let last: KioskFace | undefined;
  const listeners = new Set<(face: KioskFace) => void>();
  // The first face may come before the page has begun to listen: it is kept for whoever listens next.
  socket.on('face', (face: KioskFace) => {
    last = face;
    for (const listener of listeners) listener(face);
  });
  return {
    onFace(listener) {
      listeners.add(listener);
      if (last !== undefined) listener(last);
      return () => {
        listeners.delete(listener);
      };
    },
    touch(touch) {
      // A touch made while nobody listens must not come out minutes later, for the next person. Not `volatile`: that drops the second of two touches
      // of one tap (an element and 下一步), because the line is busy with the first.
      if (socket.connected) socket.emit('touch', touch);
    },
  };
}
