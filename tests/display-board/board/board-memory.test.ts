/* What the board keeps: the last good state, which calls are fresh, and by how much its own clock is behind. */
import { expect, test } from 'vitest';
import { afterTold, emptyMemory, freshMs, heldUntil } from '@kuaizhao/display-board/board/board-memory.ts';
import { createShownCalls } from '@kuaizhao/display-board/board/shown-calls.ts';
import { at0531, boardState, call, rushCalls } from '../stage/morning.ts';

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
