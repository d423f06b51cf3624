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

const turnTickMs = 1_000;

/** Which of `count` things has its turn, each for `turnMs`: by the hall's time, so that all kiosks of a row turn their pages together. */
export function useHallTurn(turnMs: number, count: number): number {
  const aheadMs = useViewOf((view) => view.clockAheadMs);
  const [turn, setTurn] = useState(() => Math.floor((Date.now() + aheadMs) / turnMs));
  useEffect(() => {
    const take = (): void => setTurn(Math.floor((Date.now() + aheadMs) / turnMs));
    take();
    const timer = setInterval(take, turnTickMs);
    return () => clearInterval(timer);
  }, [turnMs, aheadMs]);
  return turn % Math.max(1, count);
}
