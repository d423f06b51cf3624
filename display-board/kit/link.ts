/* The line to the server: comes back by itself, says plainly when it is away, and hands over messages as unknown: each face checks them by schema. */
import { io, type Socket } from 'socket.io-client';

export const linkLimits = {
  retryMinMs: 250,
  retryMaxMs: 2_000,
  connectMs: 5_000,
  /** after the server has said no, or has closed the line itself */
  refusedRetryMs: 5_000,
  /** an old page asks for its new version, this long after it was told to */
  reloadMs: 10_000,
} as const;

export type LinkState =
  | { readonly at: 'connecting' | 'up' | 'down' }
  /** `why` is a code of the handshake */
  | { readonly at: 'refused'; readonly why: string };

export interface LinkOptions {
  readonly namespace: string;
  /** what is shown at the door, made anew for each connection */
  readonly auth?: Readonly<Record<string, unknown>> | (() => Promise<Readonly<Record<string, unknown>>>);
  readonly onState: (state: LinkState) => void;
  readonly onMessage: Readonly<Record<string, (message: unknown) => void>>;
  /** the server speaks a newer version than this page */
  readonly reload: () => void;
}

export interface Link {
  tell(event: string, message?: unknown): void;
  /** The server's answer, or undefined when there was none within `timeoutMs`. */
  ask(event: string, message: unknown, timeoutMs: number): Promise<unknown>;
  close(): void;
}

/** Opens the line of this page to its own origin. */
export function openLink(options: LinkOptions): Link {
  const { auth = {} } = options;
  const socket: Socket = io(options.namespace, {
    transports: ['websocket'], auth: typeof auth === 'function' ? (give: (shown: object) => void) => { void auth().then(give); } : auth,
    reconnectionDelay: linkLimits.retryMinMs, reconnectionDelayMax: linkLimits.retryMaxMs, timeout: linkLimits.connectMs,
  });
  let retry: ReturnType<typeof setTimeout> | undefined;
  // socket.io gives up for good when the server refuses or closes a connection; a board on a wall must not.
  const retryLater = (waitMs: number): void => {
    clearTimeout(retry);
    retry = setTimeout(() => { socket.connect(); }, waitMs);
  };

  socket.on('connect', () => { options.onState({ at: 'up' }); });
  socket.on('disconnect', (reason) => {
    options.onState({ at: 'down' });
    if (reason === 'io server disconnect') retryLater(linkLimits.retryMaxMs);
  });
  socket.on('connect_error', (error) => {
    // Still active: the network, and socket.io tries again. Not active: the server said no.
    if (socket.active) { options.onState({ at: 'down' }); return; }
    options.onState({ at: 'refused', why: error.message });
    if (error.message === 'wrongVersion') setTimeout(options.reload, linkLimits.reloadMs);
    else retryLater(linkLimits.refusedRetryMs);
  });
  for (const [event, hear] of Object.entries(options.onMessage)) socket.on(event, hear);

  return {
    // Told only while connected: what a board did a minute ago interests nobody.
    tell: (event, message) => { if (socket.connected) socket.emit(event, message); },
    ask: async (event, message, timeoutMs) => {
      try {
        const answer: unknown = await socket.timeout(timeoutMs).emitWithAck(event, message);
        return answer;
      } catch {
        return undefined;
      }
    },
    close: () => {
      clearTimeout(retry);
      socket.close();
    },
  };
}
