/* The picture by changes: whoever puts them on the picture he was told has the picture of the hall, whenever he came. */
import { array, assert, constantFrom, integer, oneof, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { boardChangeSchema, boardStateSchema, type BoardChange, type BoardState } from '@kuaizhao/sync-agent/contract/board.ts';
import { changed } from '@kuaizhao/sync-agent/contract/boards/change.ts';
import { createBoardFeed, type BoardPicture } from '@kuaizhao/sync-agent/hall/boards/feed.ts';
import { boardState } from '../../../display-board/stage/morning.ts';

const { version: _version, ...picture } = boardState();
const jobsOf = ({ jobs }: Pick<BoardState, 'jobs'>): object => Object.fromEntries(jobs.map((job) => [job.jobId, job]));
const overTheWire = <T>(message: T): T => JSON.parse(JSON.stringify(message)) as T;

/** A hall whose picture can be set, and what one board made of what it was told. */
function openFeed() {
  const hall: { now: BoardPicture } = { now: picture };
  const feed = createBoardFeed(() => hall.now);
  return { hall, feed };
}

test('F16 nothing is told twice: a change holds what is otherwise and no more', () => {
  const { hall, feed } = openFeed();
  expect(feed.next()).toBeUndefined();
  const first = feed.whole();
  expect(boardStateSchema.parse(first)).toEqual({ ...picture, version: 1 });
  hall.now = { ...picture, countedAt: picture.countedAt + 5_000 };
  expect(boardChangeSchema.parse(feed.next())).toEqual({ from: 1, version: 2, countedAt: picture.countedAt + 5_000, parts: {} });
  const [one, two] = picture.jobs;
  if (one === undefined || two === undefined) throw new Error('no jobs');
  hall.now = { ...picture, jobs: [{ ...two, placesLeft: two.placesLeft - 1 }, ...picture.jobs.slice(2)], counts: { ...picture.counts, hires: 431 } };
  expect(boardChangeSchema.parse(feed.next())).toEqual({
    from: 2, version: 3, countedAt: picture.countedAt, jobs: { put: [{ ...two, placesLeft: two.placesLeft - 1 }], gone: [one.jobId] }, parts: { counts: { ...picture.counts, hires: 431 } },
  });
});

test('F16 a board that missed a change asks for the whole, and never shows a picture that never was', () => {
  const { hall, feed } = openFeed();
  const state = feed.whole();
  hall.now = { ...picture, jobs: picture.jobs.slice(1) };
  feed.next();
  hall.now = { ...picture, jobs: picture.jobs.slice(2) };
  const second = feed.next();
  if (second === undefined) throw new Error('no change');
  expect(changed(state, second)).toBeUndefined();
  expect(jobsOf(feed.whole())).toEqual(jobsOf(hall.now));
});

test('F16 any morning, any boards: whenever they came, all have the picture of the hall after each change, at the same number', () => {
  const step = record({
    jobs: array(record({ at: integer({ min: 0, max: picture.jobs.length - 1 }), left: integer({ min: 0, max: 3 }) }), { maxLength: 8 }),
    hires: integer({ min: 0, max: 2 }), moreWindows: constantFrom(0, 2), notices: array(constantFrom('停车请靠右', '雨天路滑'), { maxLength: 2 }),
    comes: oneof(constantFrom(false), constantFrom(true)), misses: integer({ min: 0, max: 9 }),
  });
  assert(property(array(step, { minLength: 1, maxLength: 30 }), (steps) => {
    const { hall, feed } = openFeed();
    const boards: BoardState[] = [overTheWire(feed.whole())];
    for (const [n, { jobs, hires, moreWindows, notices, comes, misses }] of steps.entries()) {
      const shown = new Map(jobs.map(({ at, left }) => [at, left]));
      hall.now = {
        ...picture, countedAt: picture.countedAt + n, counts: { ...picture.counts, hires }, moreWindows, notices,
        jobs: picture.jobs.flatMap((job, at) => { const left = shown.get(at); return left === undefined ? [] : [{ ...job, placesLeft: left }]; }),
      };
      // One that connects between two pictures is told the last one, and the next change belongs to it.
      if (comes) boards.push(overTheWire(feed.whole()));
      const change = feed.next();
      if (change === undefined) throw new Error('nobody was told anything');
      for (const [index, board] of boards.entries()) {
        if (index === misses) continue;
        boards[index] = changed(board, overTheWire<BoardChange>(change)) ?? overTheWire(feed.whole());
      }
      for (const [index, board] of boards.entries()) {
        if (index === misses) continue;
        expect({ ...board, jobs: jobsOf(board) }).toEqual({ ...hall.now, version: change.version, jobs: jobsOf(hall.now) });
      }
    }
  }), { numRuns: 200 });
});

test('§6 a full hall of 1,500 jobs: a place taken costs the line a five hundredth of the whole at most', () => {
  const [first] = picture.jobs;
  if (first === undefined) throw new Error('no jobs');
  const jobs = Array.from({ length: 1_500 }, (_, n) => ({ ...first, jobId: `job-${n}`, number: `J${String(n + 1).padStart(4, '0')}` }));
  const { hall, feed } = openFeed();
  hall.now = { ...picture, jobs };
  const whole = JSON.stringify(feed.whole()).length;
  hall.now = { ...hall.now, jobs: jobs.with(700, { ...first, jobId: 'job-700', number: 'J0701', placesLeft: 1 }), counts: { ...picture.counts, hires: 431 } };
  expect(JSON.stringify(feed.next()).length).toBeLessThan(whole / 500);
});

test('F16 after nobody looked, the first board gets the hall as it is now, under a number of its own', () => {
  const { hall, feed } = openFeed();
  const { version } = feed.whole();
  feed.forget();
  hall.now = { ...picture, jobs: [] };
  expect(feed.next()).toBeUndefined();
  expect(feed.whole()).toMatchObject({ version: version + 1, jobs: [] });
});
