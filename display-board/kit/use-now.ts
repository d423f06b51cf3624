/* A component that shows time is drawn anew every second, and only it. */
import { useEffect, useState } from 'react';

const tickMs = 1_000;

export interface Now {
  /** by this machine's clock */
  readonly wall: number;
  /** never goes back, for ages and waits; the zero is the page's start */
  readonly steady: number;
}

export const now = (): Now => ({ wall: Date.now(), steady: performance.now() });

/** The time, again every `everyMs`. */
export function useNow(everyMs: number = tickMs): Now {
  const [value, setValue] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => { setValue(now()); }, everyMs);
    return () => { clearInterval(timer); };
  }, [everyMs]);
  return value;
}
