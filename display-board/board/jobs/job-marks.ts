/* Since when this board has known each job: what is new is marked for a while. Pure. */
import type { BoardJob } from '@kuaizhao/sync-agent/contract/board.ts';

/** 新: long enough for somebody who was at the table to see it when he comes back. */
const newMs = 120_000;

/** By the steady clock, for jobs that came while the page was open. */
export type JobMarks = ReadonlyMap<string, number>;

/** The marks after one more picture: `before` are the jobs that hung there, undefined for the first picture of a page, which is history. What is gone or no longer new is forgotten. */
export function marksAfter(marks: JobMarks, before: readonly BoardJob[] | undefined, jobs: readonly BoardJob[], steadyMs: number): JobMarks {
  if (before === undefined || before === jobs) return marks;
  const known = new Set(before.map(({ jobId }) => jobId));
  return new Map(jobs.flatMap(({ jobId }): [string, number][] => {
    const since = known.has(jobId) ? marks.get(jobId) : steadyMs;
    return since === undefined || steadyMs - since >= newMs ? [] : [[jobId, since]];
  }));
}

export const isNew = (since: number | undefined, steadyMs: number): boolean => since !== undefined && steadyMs - since < newMs;
