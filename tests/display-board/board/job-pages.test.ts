/* Which jobs stand on the glass: nothing moves under the eyes, nobody's job is left out, new ones come at the next turn. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BoardJob } from '@kuaizhao/sync-agent/contract/board.ts';
import { firstPage, nextJobPage, type JobPage, type JobPageInput } from '@kuaizhao/display-board/board/jobs/job-pages.ts';
import { inOrder } from '@kuaizhao/display-board/board/jobs/job-order.ts';
import { dwellMs } from '@kuaizhao/display-board/kit/paging.ts';
import { jobs as some } from '../stage/morning.ts';

const job = (at: number, more: Partial<BoardJob> = {}): BoardJob => ({ ...some[at % some.length]!, jobId: `j${String(at)}`, number: `J${String(at).padStart(3, '0')}`, placesLeft: 3, ...more });
const many = (count: number): BoardJob[] => Array.from({ length: count }, (_, at) => job(at));
const input = (jobs: readonly BoardJob[], now: number, more: Partial<JobPageInput> = {}): JobPageInput => ({ jobs, rows: 4, rulePages: 0, heldUntil: 0, now, ...more });
const turns = (page: JobPage, count: number, make: (now: number) => JobPageInput): JobPage[] => {
  const pages = [page];
  for (let turn = 1; turn <= count; turn++) pages.push(nextJobPage(pages.at(-1)!, make(turn * dwellMs)));
  return pages;
};

test('a round shows every job once, in the order of the board', () => {
  const jobs = many(10);
  const pages = turns(firstPage(input(jobs, 0)), 3, (now) => input(jobs, now));
  expect(pages.slice(0, 3).flatMap(({ shown }) => shown)).toEqual(inOrder(jobs).map(({ jobId }) => jobId));
  expect(pages[3]?.shown).toEqual(pages[0]?.shown);
});

test('a page that stands keeps its rows: a job that goes leaves its place, a new one waits for the turn and then comes first', () => {
  const jobs = many(10);
  const page = firstPage(input(jobs, 0));
  const gone = jobs.filter(({ jobId }) => jobId !== page.shown[1]);
  expect(nextJobPage(page, input([...gone, job(90)], 1_000))).toBe(page);
  const turned = nextJobPage(page, input([...gone, job(90)], dwellMs));
  expect(turned.shown).toEqual(['j90']);
  expect(turned.news).toBe(true);
  const after = nextJobPage(turned, input([...gone, job(90)], 2 * dwellMs));
  expect(after.shown[0]).toBe(inOrder([...gone, job(90)]).map(({ jobId }) => jobId)[inOrder([...gone, job(90)]).findIndex(({ jobId }) => jobId === page.shown[3]) + 1]);
});

test('while a call is on no page turns', () => {
  const jobs = many(10);
  const page = firstPage(input(jobs, 0));
  expect(nextJobPage(page, input(jobs, dwellMs, { heldUntil: dwellMs + 500 }))).toBe(page);
  expect(nextJobPage(page, input(jobs, dwellMs + 500, { heldUntil: dwellMs + 500 }))).not.toBe(page);
});

test('where there is room a new job stands there at once, behind the others', () => {
  const page = firstPage(input(many(2), 0));
  expect(nextJobPage(page, input([job(5), ...many(2)], 300)).shown).toEqual([...page.shown, 'j5']);
});

test('the rules come after the jobs, also when there are none, and give way when somebody is called', () => {
  const kinds = (jobs: readonly BoardJob[], count: number): string[] => turns(firstPage(input(jobs, 0)), count, (now) => input(jobs, now, { rulePages: 2 })).map(({ rules }) => (rules === undefined ? 'jobs' : String(rules)));
  expect(kinds(many(6), 5)).toEqual(['jobs', 'jobs', '0', '1', 'jobs', 'jobs']);
  expect(kinds([], 3)).toEqual(['jobs', '0', '1', 'jobs']);
  const rules = turns(firstPage(input([], 0)), 1, (now) => input([], now, { rulePages: 2 }))[1]!;
  expect(nextJobPage(rules, input([], dwellMs + 100)).rules).toBeUndefined();
});

test('any morning: every job that stays is seen within a bounded number of turns, no page is longer than its room, none turns early, and rules come only behind a whole round', () => {
  const acts = fc.array(fc.record({ come: fc.nat(3), go: fc.nat(2), wait: fc.integer({ min: 100, max: dwellMs }) }), { minLength: 60, maxLength: 120 });
  fc.assert(fc.property(acts, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 2 }), (morning, rows, rulePages) => {
    let [now, serial, since] = [0, 20, 0];
    let jobs = many(20);
    const stays = new Set(jobs.slice(0, 5).map(({ jobId }) => jobId));
    const unseen = new Set(stays);
    const behindRules = new Set(stays);
    let page = firstPage(input(jobs, now, { rows, rulePages }));
    const look = (before: JobPage): void => {
      for (const seen of [unseen, behindRules]) for (const jobId of page.shown) seen.delete(jobId);
      if (page.rules !== 0 || before.rules === 0) return;
      expect([...behindRules]).toEqual([]);
      for (const jobId of stays) behindRules.add(jobId);
    };
    look(page);
    for (const { come, go, wait } of morning) {
      now += wait;
      jobs = [...jobs.filter(({ jobId }, at) => stays.has(jobId) || at >= go + 5), ...Array.from({ length: come }, () => job(serial++))].slice(0, 30);
      const before = page;
      page = nextJobPage(page, input(jobs, now, { rows, rulePages }));
      look(before);
      expect(page.shown.length).toBeLessThanOrEqual(rows);
      expect(page.rules === undefined || page.rules < rulePages).toBe(true);
      const turned = page.since !== before.since;
      expect(turned && now - since < dwellMs).toBe(false);
      if (turned) since = now;
    }
    // Half of the turns at most are for news; the rules may come once before the round and once in it.
    const turnsMade = 2 * Math.ceil(30 / rows) + 4 + 2 * rulePages;
    for (let turn = 0; turn < turnsMade; turn++) {
      now += dwellMs;
      const before = page;
      page = nextJobPage(page, input(jobs, now, { rows, rulePages }));
      look(before);
    }
    expect([...unseen]).toEqual([]);
  }), { numRuns: 60 });
});
