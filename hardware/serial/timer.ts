/* Real time. The only place in hardware that touches the machine's clock; drivers and simulators are handed a Timer so that tests need not sleep. */
import { performance } from 'node:perf_hooks';
import type { Timer } from '../ports.ts';

/** Monotonic milliseconds since the process began; `after` never keeps the process alive by itself being forgotten: cancel it or let it run. */
export const realTimer: Timer = {
  now: () => performance.now(),
  after(delayMs, run) {
    const handle = setTimeout(run, Math.max(0, delayMs));
    return () => clearTimeout(handle);
  },
};
