/* How one picture of the hall becomes the next: the agent makes the change, every board puts it on its own picture, and both have the same. */
import type { BoardChange, BoardJob, BoardState } from '../board.ts';

/** The next picture, or undefined when the change belongs to another one: then the whole is needed. Jobs keep their place, new ones stand at the end; what hangs on a wall is put in order by who shows it. */
export function changed(state: BoardState, { from, version, countedAt, jobs, parts }: BoardChange): BoardState | undefined {
  if (state.version !== from) return undefined;
  const otherwise = Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) as Partial<BoardState>;
  return { ...state, ...otherwise, version, countedAt, jobs: jobs === undefined ? state.jobs : changedJobs(state.jobs, jobs) };
}

function changedJobs(jobs: readonly BoardJob[], { put, gone }: NonNullable<BoardChange['jobs']>): BoardJob[] {
  const next = new Map(jobs.map((job) => [job.jobId, job]));
  for (const jobId of gone) next.delete(jobId);
  for (const job of put) next.set(job.jobId, job);
  return [...next.values()];
}
