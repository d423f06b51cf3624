/* The picture of the hall as boards get it: whole once, then what is otherwise. A state of 1,500 jobs weighs half a megabyte; what a command changes in it, a few hundred bytes. */
import type { BoardChange, BoardJob, BoardState } from '@kuaizhao/sync-agent/contract/board.ts';

export type BoardPicture = Omit<BoardState, 'version'>;
type Parts = Omit<BoardPicture, 'countedAt' | 'jobs'>;

interface Told { readonly state: BoardState; readonly parts: ReadonlyMap<string, string>; readonly jobs: ReadonlyMap<string, string> }

export function createBoardFeed(picture: () => BoardPicture) {
  let told: Told | undefined;
  let version = 0;
  const tell = (now: BoardPicture, jobs: ReadonlyMap<string, string>, parts: ReadonlyMap<string, string>): Told => {
    version += 1;
    return { state: { version, ...now }, parts, jobs };
  };
  return {
    /** The picture that all boards have, for one that comes now; a new one when nobody had any. The changes that follow belong to it. */
    whole(): BoardState {
      if (told === undefined) {
        const now = picture();
        told = tell(now, textOfJobs(now.jobs), textOfParts(now));
      }
      return told.state;
    },
    /** What is otherwise now than in the picture told last; always one, for a picture without news is younger all the same. */
    next(): BoardChange | undefined {
      if (told === undefined) return undefined;
      const before = told;
      const now = picture();
      const [jobs, parts] = [textOfJobs(now.jobs), textOfParts(now)];
      told = tell(now, jobs, parts);
      const put = now.jobs.filter(({ jobId }) => before.jobs.get(jobId) !== jobs.get(jobId));
      const gone = [...before.jobs.keys()].filter((jobId) => !jobs.has(jobId));
      return {
        from: before.state.version, version: told.state.version, countedAt: now.countedAt,
        ...(put.length + gone.length === 0 ? {} : { jobs: { put, gone } }),
        parts: Object.fromEntries(Object.entries(partsOf(now)).filter(([name]) => before.parts.get(name) !== parts.get(name))),
      };
    },
    /** Nobody looks any more: the next board gets a new picture. */
    forget(): void { told = undefined; },
  };
}
export type BoardFeed = ReturnType<typeof createBoardFeed>;

const partsOf = ({ countedAt: _countedAt, jobs: _jobs, ...parts }: BoardPicture): Parts => parts;
const textOfParts = (picture: BoardPicture): Map<string, string> => new Map(Object.entries(partsOf(picture)).map(([name, part]) => [name, JSON.stringify(part)]));
const textOfJobs = (jobs: readonly BoardJob[]): Map<string, string> => new Map(jobs.map((job) => [job.jobId, JSON.stringify(job)]));
