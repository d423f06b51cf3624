/* Time that runs as fast as the work in it, for fuzzes: like the manual timer of the tests, but it waits for promises only, so that hours take seconds. */
import type { Timer } from '@kuaizhao/hardware/ports.ts';

export interface VirtualTimer extends Timer {
  /** Runs what is due within `ms`, in order. */
  run(ms: number): Promise<void>;
}

/** Turns of promises after each event; a driver's longest chain from a byte to its next question is shorter. */
const turns = 24;

export function createVirtualTimer(): VirtualTimer {
  let now = 0;
  let order = 0;
  const due = new Map<number, { readonly at: number; readonly run: () => void }>();
  const turn = Promise.resolve();
  const settle = async (): Promise<void> => {
    for (let left = turns; left > 0; left--) await turn;
  };
  const earliest = (limit: number): number | undefined => {
    let best: number | undefined;
    let bestAt = limit;
    for (const [id, { at }] of due) {
      if (at < bestAt || (at === bestAt && best === undefined)) [best, bestAt] = [id, at];
    }
    return best;
  };
  return {
    now: () => now,
    after(delayMs, run) {
      const id = order++;
      due.set(id, { at: now + Math.max(0, delayMs), run });
      return () => due.delete(id);
    },
    async run(ms) {
      const limit = now + ms;
      await settle();
      for (let id = earliest(limit); id !== undefined; id = earliest(limit)) {
        const event = due.get(id);
        due.delete(id);
        now = Math.max(now, event?.at ?? now);
        event?.run();
        await settle();
      }
      now = limit;
    },
  };
}
