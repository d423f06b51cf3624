/* Turns the pages of the wall by themselves, or by keys: space stands still, the arrows turn. */
import { useEffect, useRef, useState } from 'react';
import { nextPage } from '../../kit/paging.ts';

const lookMs = 250;
/** Who turned a page by hand has this long to read it. */
const byHandMs = 30_000;

export interface Turns { readonly page: number; readonly still: boolean }

/** Index of the page to show, 0 when there is none. `slow`: each page stands so many times longer. */
export function useTurns(pages: number, slow = 1): Turns {
  const [state, setState] = useState(() => ({ page: 0, since: performance.now(), heldUntil: 0, still: false }));
  const newest = useRef(pages);
  useEffect(() => { newest.current = pages; }, [pages]);
  useEffect(() => {
    const timer = setInterval(() => {
      setState((before) => {
        const now = performance.now();
        const next = nextPage({ page: before.page, since: before.since }, { now: before.since + (now - before.since) / slow, pages: newest.current, heldUntil: before.still || now < before.heldUntil ? Number.POSITIVE_INFINITY : 0 });
        return next.page === before.page ? before : { ...before, page: next.page, since: now };
      });
    }, lookMs);
    const pressed = (event: KeyboardEvent): void => {
      const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
      if (event.target instanceof HTMLAnchorElement || (by === 0 && event.key !== ' ')) return;
      event.preventDefault();
      const now = performance.now();
      setState((before) => (by === 0 ? { ...before, still: !before.still, since: now, heldUntil: 0 } : { ...before, page: (before.page + by + newest.current) % Math.max(1, newest.current), since: now, heldUntil: now + byHandMs }));
    };
    window.addEventListener('keydown', pressed);
    return () => { clearInterval(timer); window.removeEventListener('keydown', pressed); };
  }, [slow]);
  return { page: Math.min(state.page, Math.max(pages, 1) - 1), still: state.still };
}
