/* Time that moves only when told: drivers and simulators under test run minutes in milliseconds, and every run is the same run. */
import type { Timer } from '@kuaizhao/hardware/ports.ts';

export interface ManualTimer extends Timer {
  /** Runs everything due within `ms`, in order, letting promises settle after each. */
  advance(ms: number): Promise<void>;
  /** Advances in steps until `done()`, at most `limitMs`; throws when it never came. */
  until(done: () => boolean, limitMs?: number): Promise<void>;
  pending(): number;
}

/** Lets promises and in-memory lines settle without time passing. */
export const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
};

export function createManualTimer(): ManualTimer {
  let now = 0;
  let order = 0;
  let queue: { readonly at: number; readonly order: number; readonly run: () => void }[] = [];
  const nextDue = (limit: number) => queue.filter((entry) => entry.at <= limit).sort((one, two) => one.at - two.at || one.order - two.order)[0];
  const runOne = async (limit: number): Promise<boolean> => {
    const entry = nextDue(limit);
    if (entry === undefined) return false;
    queue = queue.filter((other) => other !== entry);
    now = Math.max(now, entry.at);
    entry.run();
    await settle();
    return true;
  };
  const advance = async (ms: number): Promise<void> => {
    const limit = now + ms;
    await settle();
    while (await runOne(limit));
    now = limit;
    await settle();
  };
  return {
    now: () => now,
    after(delayMs, run) {
      const entry = { at: now + Math.max(0, delayMs), order: order++, run };
      queue.push(entry);
      return () => {
        queue = queue.filter((other) => other !== entry);
      };
    },
    advance,
    async until(done, limitMs = 60_000) {
      const limit = now + limitMs;
      await settle();
      while (!done()) {
        if (!(await runOne(limit))) throw new Error(`not reached within ${limitMs} ms`);
      }
    },
    pending: () => queue.length,
  };
}
