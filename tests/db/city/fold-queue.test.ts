/* F25 The city counts who waits for work through everything that can happen to a number in a hall. */
import { expect, test } from 'vitest';
import { fold, type Known } from '@kuaizhao/db/city/figures/fold.ts';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';

const issued = (n: number): Fact => ({ type: 'ticketIssued', ticketId: `t${n}`, businessDay: '2026-11-21', service: 'work', number: `A00${n}`, order: n, ahead: 0, trades: [] });
const called = (n: number, step: string): Fact => ({ type: 'ticketCalled', callId: `c${n}`, ticketId: `t${n}`, number: `A00${n}`, place: { kind: 'table', id: 't1' }, step });
const taken = (step: string): Fact => ({ type: 'stepTaken', step, act: 'callForJob', by: 'host-1' });

test('F25 called, sent back, closed, undone, and the end of the day with its taking back', () => {
  const known: Known = { visits: new Map(), tickets: new Map(), jobs: new Map() };
  const waitingAfter = (...facts: Fact[]): number => fold(known, facts.map((fact) => ({ fact, clock: 0 }))).days.reduce((sum, day) => sum + day.waiting, 0);
  expect(waitingAfter({ type: 'dayOpened', businessDay: '2026-11-21' }, issued(1), issued(2), issued(3))).toBe(3);
  expect(waitingAfter(taken('command-1'), called(1, 'command-1'))).toBe(-1);
  expect(waitingAfter({ type: 'queueUndone', of: 'command-1', act: 'callForJob', by: 'host-1', tickets: [{ ticketId: 't1', state: 'waiting' }], callsGone: ['c1'] })).toBe(1);
  expect(waitingAfter(called(2, 'command-2'), { type: 'noShowMarked', callId: 'c2', ticketId: 't2', step: 'command-3' })).toBe(-1);
  expect(waitingAfter({ type: 'ticketRequeued', step: 'command-3', ticketId: 't2', queue: 'work', later: [], rank: 3, back: 1, why: 'sentBack' })).toBe(1);
  expect(waitingAfter({ type: 'ticketClosed', step: 'command-4', ticketId: 't3', reason: 'left' })).toBe(-1);
  expect([known.tickets.get('t1')?.state, known.tickets.get('t2')?.state, known.tickets.get('t3')?.state]).toEqual(['waiting', 'waiting', 'closed']);
  const end = { businessDay: '2026-11-21', work: 2, windows: 0, called: 0, parked: 0 };
  expect(waitingAfter({ type: 'dayClosed', ...end })).toBe(-2);
  expect(waitingAfter({ type: 'dayReopened', businessDay: '2026-11-21', by: 'boss', work: 2 })).toBe(2);
});
