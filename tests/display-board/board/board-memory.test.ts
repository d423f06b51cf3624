/* What the board keeps: the last good state, which calls are fresh, and by how much its own clock is behind. */
import { expect, test } from 'vitest';
import { afterChange, afterOrder, afterWhole as afterTold, emptyMemory, freshMs, heldUntil } from '@kuaizhao/display-board/board/board-memory.ts';
import { createShownCalls } from '@kuaizhao/display-board/board/calls/shown-calls.ts';
import { orderOf } from '../stage/full-board.ts';
import { at0531, boardState, call, jobs, rushCalls } from '../stage/morning.ts';

const at = (steady: number, wall = at0531) => ({ steady, wall });

test('a state that does not fit the schema changes nothing but says so', () => {
  const good = afterTold(emptyMemory, boardState(), at(10));
  for (const bad of [undefined, null, 'x', {}, { ...boardState(), workerName: 'x' }, { ...boardState(), calls: [{ ...rushCalls[0], name: 'x' }] }]) {
    expect(afterTold(good, bad, at(20))).toEqual({ ...good, garbled: true });
  }
  expect(afterTold({ ...good, garbled: true }, boardState(), at(30)).garbled).toBe(false);
});

test('what hangs there at the start is not fresh; a new call is, for ten seconds; a recall is again', () => {
  const start = afterTold(emptyMemory, boardState(), at(0));
  expect(start.fresh.size).toBe(0);
  const called = afterTold(start, boardState({ calls: [call('new', 'A130', 2), ...rushCalls] }), at(100));
  expect([...called.fresh.keys()]).toEqual(['new']);
  expect(heldUntil(called.fresh)).toBe(100 + freshMs);
  const later = afterTold(called, boardState({ calls: [call('new', 'A130', 2), ...rushCalls] }), at(100 + freshMs));
  expect(later.fresh.size).toBe(0);
  const again = afterTold(later, boardState({ calls: [call('new', 'A130', 2, { times: 2 }), ...rushCalls] }), at(20_000));
  expect([...again.fresh.keys()]).toEqual(['new']);
  expect(afterTold(again, boardState({ calls: [call('new', 'A130', 2, { times: 2, open: false })] }), at(20_100)).fresh.size).toBe(0);
});

test('a clock that is behind is found out, one that is ahead is left alone', () => {
  expect(afterTold(emptyMemory, boardState(), at(0, at0531 - 3_600_000)).behindMs).toBe(3_600_000);
  expect(afterTold(emptyMemory, boardState(), at(0, at0531 + 3_600_000)).behindMs).toBe(0);
});

test('each painted call is told once for a connection, and only while it is open', () => {
  const told: string[] = [];
  const shown = createShownCalls(({ callId, times }) => told.push(`${callId}/${String(times)}`));
  shown.painted(rushCalls);
  shown.painted(rushCalls);
  expect(told).toEqual(['c9/1', 'c8/1', 'c7/1', 'c6/1']);
  shown.painted([call('c9', 'A128', 3, { times: 2 })]);
  expect(told.at(-1)).toBe('c9/2');
  shown.connectedAnew();
  shown.painted(rushCalls.slice(0, 1));
  expect(told.at(-1)).toBe('c9/1');
});

test('a change makes the next picture; one that belongs to another picture asks for the whole', () => {
  const start = afterTold(emptyMemory, boardState({ version: 41 }), at(0));
  const [first, second] = jobs;
  const change = { from: 41, version: 42, countedAt: at0531 + 50, jobs: { put: [{ ...second!, placesLeft: 0 }], gone: [first!.jobId] }, parts: { calls: [call('new', 'A130', 2), ...rushCalls] } };
  const next = afterChange(start, change, at(50));
  expect(next?.state?.version).toBe(42);
  expect(next?.state?.jobs.map((job) => job.jobId)).toEqual(jobs.slice(1).map((job) => job.jobId));
  expect(next?.state?.jobs[0]?.placesLeft).toBe(0);
  expect([...next?.fresh.keys() ?? []]).toEqual(['new']);
  expect(afterChange(next ?? start, change, at(60))).toBeUndefined();
  expect(afterChange(emptyMemory, change, at(60))).toBeUndefined();
  expect(afterChange(start, { ...change, name: 'x' }, at(60))).toEqual({ ...start, garbled: true });
});

test('a job that comes while the page is open is new for two minutes, what hung there is not', () => {
  const start = afterTold(emptyMemory, boardState({ jobs: jobs.slice(0, 3) }), at(0));
  expect(start.marks.size).toBe(0);
  const more = afterTold(start, boardState({ jobs: jobs.slice(0, 4) }), at(1_000));
  expect([...more.marks]).toEqual([[jobs[3]!.jobId, 1_000]]);
  expect(afterTold(more, boardState({ jobs: jobs.slice(0, 4) }), at(121_000)).marks.size).toBe(0);
});

test('an order that does not fit its schema leaves the plan as it is', () => {
  const told = afterOrder(emptyMemory, orderOf('wide', 'rush'));
  expect(told.order?.scene).toBe('rush');
  expect(afterOrder(told, { ...orderOf('wide', 'rush'), scene: 'noon' })).toEqual({ ...told, garbledOrder: true });
});
