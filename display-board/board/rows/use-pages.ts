/* Turns the pages of a part of the board. */
import { useEffect, useState } from 'react';
import { nextPage } from './paging.ts';

const lookMs = 250;

/** Index of the page to show, 0 when there is none. */
export function usePages(pages: number, heldUntil: number): number {
  const [paging, setPaging] = useState(() => ({ page: 0, since: performance.now() }));
  useEffect(() => {
    const timer = setInterval(() => { setPaging((before) => nextPage(before, { now: performance.now(), pages, heldUntil })); }, lookMs);
    return () => { clearInterval(timer); };
  }, [pages, heldUntil]);
  return Math.min(paging.page, Math.max(pages, 1) - 1);
}
