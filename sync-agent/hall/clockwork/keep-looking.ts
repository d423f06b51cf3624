/* How everything that the agent does by itself waits: a pause, a look, another pause, until it is stopped. */
import type { HallClock } from '../clock.ts';

/** The first look comes after the first pause, and each pause begins when the look before it is over. A look that throws is a fault of ours and ends the process, as everywhere. */
export function keepLooking(clock: Pick<HallClock, 'after'>, everyMs: number, look: () => Promise<unknown> | void): { stop(): void } {
  let stopped = false;
  let cancel: (() => void) | undefined;
  const again = (): void => {
    if (stopped) return;
    cancel = clock.after(everyMs, () => { void Promise.resolve(look()).then(again); });
  };
  again();
  return {
    stop(): void {
      stopped = true;
      cancel?.();
    },
  };
}
