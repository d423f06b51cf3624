/* A wait that can be cut short: drivers pause through it, and closing them ends every pause at once. */
import type { Timer } from '../ports.ts';

export interface Waiter {
  /** Resolves after `ms`, or at once when stopped. */
  wait(ms: number): Promise<void>;
  stop(): void;
  stopped(): boolean;
}

export function createWaiter(timer: Timer): Waiter {
  const waking = new Set<() => void>();
  let over = false;
  return {
    wait(ms) {
      if (over) return Promise.resolve();
      return new Promise((resolve) => {
        const wake = (): void => {
          cancel();
          waking.delete(wake);
          resolve();
        };
        const cancel = timer.after(ms, wake);
        waking.add(wake);
      });
    },
    stop() {
      over = true;
      for (const wake of waking) wake();
    },
    stopped: () => over,
  };
}
