/* What every line has in common: listeners, bytes that came before anyone listened, and an end that is told exactly once. */
import type { Line } from '../ports.ts';

/** Bytes kept for the first listener; what exceeds it is old news from a device nobody listens to, and is dropped. */
const earlyBytesLimit = 65_536;

export interface LineEnd {
  readonly line: Line;
  /** Hands bytes from the far end to the listeners. */
  receive(bytes: Uint8Array): void;
  /** Tells the listeners, once, that the line is over. */
  end(): void;
  ended(): boolean;
}

/**
 * A Line around two actions: `send` (rejects when the bytes could not be handed over) and `shut` (ends the connection, never rejects).
 * `write` on an ended line rejects; `close` on an ended line does nothing.
 */
export function createLineEnd(send: (bytes: Uint8Array) => Promise<void>, shut: () => Promise<void>): LineEnd {
  const byteListeners: ((bytes: Uint8Array) => void)[] = [];
  const closeListeners: (() => void)[] = [];
  let early: Uint8Array[] = [];
  let earlyLength = 0;
  let over = false;
  let shutting: Promise<void> | undefined;

  const end = (): void => {
    if (over) return;
    over = true;
    early = [];
    for (const listener of closeListeners) listener();
  };
  const line: Line = {
    async write(bytes) {
      if (over || shutting !== undefined) throw new Error('line closed');
      await send(bytes);
    },
    onBytes(listener) {
      byteListeners.push(listener);
      const waiting = early;
      early = [];
      for (const bytes of waiting) listener(bytes);
    },
    onClose(listener) {
      if (over) queueMicrotask(listener);
      else closeListeners.push(listener);
    },
    async close() {
      shutting ??= over ? Promise.resolve() : shut();
      await shutting;
      end();
    },
  };
  return {
    line,
    receive(bytes) {
      if (over || bytes.length === 0) return;
      if (byteListeners.length > 0) {
        for (const listener of byteListeners) listener(bytes);
      } else if (earlyLength + bytes.length <= earlyBytesLimit) {
        earlyLength += bytes.length;
        early.push(bytes);
      }
    },
    end,
    ended: () => over,
  };
}
