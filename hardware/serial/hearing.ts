/* Waits for one message out of a stream of them: each waiter says what fits, has its own limit, and is let go when the line ends. */
import type { Timer } from '../ports.ts';

export interface Hearing<Message> {
  /** The next message that fits, or undefined after `limitMs` or when the stream ended. */
  hear(fits: (message: Message) => boolean, limitMs: number): Promise<Message | undefined>;
  /** A message came: everybody it fits has it. */
  came(message: Message): void;
  end(): void;
}

export function createHearing<Message>(timer: Timer): Hearing<Message> {
  const waiting = new Set<{ readonly fits: (message: Message) => boolean; readonly settle: (message?: Message) => void }>();
  let over = false;
  return {
    hear(fits, limitMs) {
      if (over) return Promise.resolve(undefined);
      return new Promise((resolve) => {
        const waiter = {
          fits,
          settle(message?: Message): void {
            cancel();
            waiting.delete(waiter);
            resolve(message);
          },
        };
        const cancel = timer.after(limitMs, () => waiter.settle());
        waiting.add(waiter);
      });
    },
    came(message) {
      for (const waiter of waiting) if (waiter.fits(message)) waiter.settle(message);
    },
    end() {
      over = true;
      for (const waiter of waiting) waiter.settle();
    },
  };
}
