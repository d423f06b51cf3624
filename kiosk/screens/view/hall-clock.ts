/* The hall's time on this screen: the agent's clock, carried on by this machine's. */
import { useEffect, useState } from 'react';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import { useViewOf } from './context.ts';

const tickMs = 5000;

/** Now in the hall; drawn anew every few seconds. */
export function useHallNow(): Instant {
  const aheadMs = useViewOf((view) => view.clockAheadMs);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  return now + aheadMs;
}
