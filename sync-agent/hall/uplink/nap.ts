/* A wait that can be cut short. */
import type { UplinkTimer } from './parts.ts';

export interface Nap {
  /** Resolves after the delay or at `cut`, whichever is first. One at a time. */
  wait(delayMs: number): Promise<void>;
  /** Does nothing when nobody waits. */
  cut(): void;
}

export function createNap(timer: UplinkTimer): Nap {
  let wakeUp: (() => void) | undefined;
  return {
    async wait(delayMs) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const cancel = timer.after(delayMs, resolve);
      wakeUp = resolve;
      await promise;
      wakeUp = undefined;
      cancel();
    },
    cut: () => wakeUp?.(),
  };
}
