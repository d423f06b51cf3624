/* Time, as the agent is handed it. */

export interface HallClock {
  /** milliseconds UTC */
  readonly now: () => number;
  readonly monotonicMs: () => number;
  /** Runs once after the delay; gives the cancellation. */
  readonly after: (delayMs: number, run: () => void) => () => void;
}

export const systemClock: HallClock = {
  now: () => Date.now(),
  monotonicMs: () => performance.now(),
  after: (delayMs, run) => { const timer = setTimeout(run, delayMs); return () => clearTimeout(timer); },
};
