/*
 * Which jobs stand on the glass now. Pure. While a page stands, no row of it moves: a job that goes leaves its place empty, a new one takes a free place or
 * waits for the turn. The next page goes on where this one ended, whatever came and went before it; jobs that nobody has seen yet come first,
 * but never twice in a row, so that a morning full of new postings still shows the old ones.
 */
import type { BoardJob } from '@kuaizhao/sync-agent/contract/board.ts';
import { byPlace, inOrder } from './job-order.ts';
import { dwellMs } from '../../kit/paging.ts';

export interface JobPage {
  /** by place on the glass */
  readonly shown: readonly string[];
  /** page of the hall's rules, when it is their turn */
  readonly rules: number | undefined;
  /** these are the ones nobody has seen yet */
  readonly news: boolean;
  /** steady clock */
  readonly since: number;
  /** the round goes on behind this one */
  readonly behind: BoardJob | undefined;
  /** place in the order of the first one shown, and of how many */
  readonly from: number;
  readonly of: number;
  readonly rows: number;
  readonly seen: ReadonlySet<string>;
}

export interface JobPageInput {
  readonly jobs: readonly BoardJob[];
  /** that fit, at least one */
  readonly rows: number;
  /** pages of the hall's rules that come after the jobs */
  readonly rulePages: number;
  /** steady clock; no turn before */
  readonly heldUntil: number;
  readonly now: number;
}

/** The first page of a board that was just switched on: all that hangs there is known. */
export function firstPage(input: JobPageInput): JobPage {
  return standing({ seen: new Set(input.jobs.map(({ jobId }) => jobId)) }, input, inOrder(input.jobs), 0);
}

/** The page to show now; the same object while nothing is to change. */
export function nextJobPage(page: JobPage, input: JobPageInput): JobPage {
  const { now, rows, jobs, heldUntil, rulePages } = input;
  if (page.rows !== rows) return standing(page, input, inOrder(input.jobs), 0);
  if (page.rules !== undefined && page.rules >= rulePages) return turn(page, input);
  if (now - page.since >= dwellMs && now >= heldUntil) return turn(page, input);
  const free = rows - page.shown.length;
  // Only with few jobs is there room: then nobody waits for a turn.
  if (page.rules !== undefined || free === 0 || jobs.length > rows) return page;
  const added = jobs.filter(({ jobId }) => !page.shown.includes(jobId)).slice(0, free);
  return added.length === 0 ? page : { ...page, shown: [...page.shown, ...added.map(({ jobId }) => jobId)] };
}

function turn(before: JobPage, input: JobPageInput): JobPage {
  const there = new Set(input.jobs.map(({ jobId }) => jobId));
  const page = { ...before, seen: new Set([...before.seen, ...before.shown].filter((jobId) => there.has(jobId))) };
  const rules = page.rules === undefined ? undefined : page.rules + 1;
  const unseen = page.news ? [] : input.jobs.filter(({ jobId, placesLeft }) => !page.seen.has(jobId) && placesLeft > 0);
  // What fits on one page anyway needs no page of its own.
  if (unseen.length > 0 && input.jobs.length > input.rows) {
    return { ...page, shown: inOrder(unseen).slice(0, input.rows).map(({ jobId }) => jobId), rules: undefined, news: true, since: input.now };
  }
  if (rules !== undefined && rules < input.rulePages) return { ...page, rules, since: input.now };
  const ordered = inOrder(input.jobs);
  const { behind } = page;
  const next = behind === undefined || rules !== undefined ? -1 : ordered.findIndex((job) => job.jobId !== behind.jobId && byPlace(job, behind) > 0);
  // Only behind a whole round of jobs: news that break into the rules must not bring the rules again.
  if (next < 0 && rules === undefined && input.rulePages > 0 && (behind !== undefined || ordered.length === 0)) return { ...page, shown: [], rules: 0, news: false, since: input.now, behind: undefined };
  return standing(page, input, ordered, Math.max(next, 0));
}

function standing({ seen }: Pick<JobPage, 'seen'>, { rows, now }: JobPageInput, ordered: readonly BoardJob[], from: number): JobPage {
  const here = ordered.slice(from, from + rows);
  return { shown: here.map(({ jobId }) => jobId), rules: undefined, news: false, since: now, behind: here.at(-1), from, of: ordered.length, rows, seen };
}
