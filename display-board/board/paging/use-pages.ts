/* Turns the pages of a part of the board. */
import { useEffect, useRef, useState } from 'react';
import { nextPage } from '../../kit/paging.ts';

const lookMs = 250;

/** Index of the page to show, 0 when there is none. With another `news` it is the first page again. */
export function usePages(pages: number, heldUntil: number, news = ''): number {
  const [paging, setPaging] = useState(() => ({ page: 0, since: performance.now() }));
  const known = useRef(news);
  useEffect(() => {
    if (known.current === news) return undefined;
    known.current = news;
    const frame = requestAnimationFrame(() => { setPaging({ page: 0, since: performance.now() }); });
    return () => { cancelAnimationFrame(frame); };
  }, [news]);
  const newest = useRef({ pages, heldUntil });
  useEffect(() => { newest.current = { pages, heldUntil }; }, [pages, heldUntil]);
  useEffect(() => {
    const timer = setInterval(() => { setPaging((before) => nextPage(before, { now: performance.now(), ...newest.current })); }, lookMs);
    return () => { clearInterval(timer); };
  }, []);
  return Math.min(paging.page, Math.max(pages, 1) - 1);
}
