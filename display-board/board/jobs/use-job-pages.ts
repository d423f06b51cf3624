/* Turns the pages of the jobs, and fills a free place at once. */
import { useEffect, useRef, useState } from 'react';
import { firstPage, nextJobPage, type JobPage, type JobPageInput } from './job-pages.ts';

const lookMs = 250;

/** The page to show; looks again four times a second, and with every new input. */
export function useJobPages(input: Omit<JobPageInput, 'now'>): JobPage {
  const [page, setPage] = useState(() => firstPage({ ...input, now: performance.now() }));
  // The newest input in a place of its own: a timer that each state starts anew would never ring in a rush.
  const newest = useRef(input);
  useEffect(() => {
    newest.current = input;
    const frame = requestAnimationFrame(() => { setPage((before) => nextJobPage(before, { ...input, now: performance.now() })); });
    return () => { cancelAnimationFrame(frame); };
  }, [input]);
  useEffect(() => {
    const timer = setInterval(() => { setPage((before) => nextJobPage(before, { ...newest.current, now: performance.now() })); }, lookMs);
    return () => { clearInterval(timer); };
  }, []);
  return page;
}
