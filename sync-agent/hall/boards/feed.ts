/* The picture of the hall as boards get it: whole once, then what is otherwise. A state of 1,500 jobs weighs half a megabyte; what a command changes in it, a few hundred bytes. */
import type { BoardChange, BoardJob, BoardState } from '@kuaizhao/sync-agent/contract/board.ts';

export type BoardPicture = Omit<BoardState, 'version'>;
type Parts = Omit<BoardPicture, 'countedAt' | 'jobs'>;

interface Told { readonly state: BoardState; readonly parts: ReadonlyMap<string, string>; readonly jobs: ReadonlyMap<string, BoardJob> }

export function createBoardFeed(picture: () => BoardPicture) {
  let told: Told | undefined;
  let version = 0;
  const tell = (now: BoardPicture): Told => {
    version += 1;
    return { state: { version, ...now }, parts: textOfParts(now), jobs: new Map(now.jobs.map((job) => [job.jobId, job])) };
  };
  return {
    /** The picture that all boards have, for one that comes now; a new one when nobody had any. The changes that follow belong to it. */
    whole(): BoardState {
      told ??= tell(picture());
      return told.state;
    },
    /** What is otherwise now than in the picture told last; always one, for a picture without news is younger all the same. */
    next(): BoardChange | undefined {
      if (told === undefined) return undefined;
      const before = told;
      const now = picture();
      const { state, parts, jobs } = told = tell(now);
      const put = now.jobs.filter((job) => isNews(before.jobs.get(job.jobId), job));
      const gone = [...before.jobs.keys()].filter((jobId) => !jobs.has(jobId));
      return {
        from: before.state.version, version: state.version, countedAt: now.countedAt,
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
/** Most jobs are the very object of before. */
const isNews = (before: BoardJob | undefined, job: BoardJob): boolean => before !== job && JSON.stringify(before) !== JSON.stringify(job);
