/* Turns: one thing at a time for each hall, a few at a time for all, and never an endless queue. */

export interface Turns {
  /** Runs `work` after everything that this hall asked before; undefined at once when the queues are full. */
  take<T>(hallId: string, work: () => Promise<T>): Promise<T | undefined>;
  /** How much runs or waits, of all halls. */
  waiting(): number;
  /** Resolves when nothing runs or waits. */
  idle(): Promise<void>;
}

export function createTurns(limits: { readonly waitingPerHall: number; readonly waiting: number; readonly applying: number }): Turns {
  const tails = new Map<string, { tail: Promise<unknown>; waiting: number }>();
  const gate: (() => void)[] = [];
  let free = limits.applying;
  let waiting = 0;
  const enter = async (): Promise<void> => {
    if (free > 0) {
      free -= 1;
      return;
    }
    const { promise, resolve } = Promise.withResolvers<void>();
    gate.push(resolve);
    await promise;
  };
  const leave = (): void => {
    const next = gate.shift();
    if (next === undefined) free += 1;
    else next();
  };
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    await enter();
    try {
      return await work();
    } finally {
      leave();
    }
  };
  return {
    async take(hallId, work) {
      const lane = tails.get(hallId) ?? { tail: Promise.resolve(), waiting: 0 };
      if (lane.waiting >= limits.waitingPerHall || waiting >= limits.waiting) return undefined;
      tails.set(hallId, lane);
      lane.waiting += 1;
      waiting += 1;
      const result = lane.tail.then(() => guarded(work));
      lane.tail = result.catch(() => undefined);
      try {
        return await result;
      } finally {
        waiting -= 1;
        lane.waiting -= 1;
        if (lane.waiting === 0) tails.delete(hallId);
      }
    },
    waiting: () => waiting,
    async idle() {
      while (tails.size > 0) await Promise.all([...tails.values()].map((lane) => lane.tail));
    },
  };
}
