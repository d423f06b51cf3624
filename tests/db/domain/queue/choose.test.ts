/* §5 Whom a window calls next: conditions, then weighted turns, then the sequence; and nobody starves. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseNext, noTurns, type Candidate, type TurnCounts } from '@kuaizhao/db/domain/queue/turn/choose.ts';
import { behind, callOrder, firstOf, inFrontOf } from '@kuaizhao/db/domain/queue/turn/order.ts';
import type { EffectiveProfile } from '@kuaizhao/db/domain/queue/rules.ts';

const minute = 60_000;
const ticket = (order: number, queue = 'a', priority = false, at = order): Candidate => ({ ticketId: `t${order}`, queue, priority, order, rank: order, back: 0, arrival: at, ownRank: order });
const profile = (changes: Partial<EffectiveProfile> = {}): EffectiveProfile => ({ services: ['a', 'b', 'c'], conditions: [], turns: { priority: 1, normal: 2 }, fairEvery: 6, overdueMinutes: 600, ...changes });

/** Calls until nobody waits; every ticket in the order of its call, as `order`. */
function drain(waiting: Candidate[], by: EffectiveProfile, now = 0): number[] {
  const left = [...waiting];
  const called: number[] = [];
  let turns: TurnCounts = noTurns;
  for (;;) {
    const choice = chooseNext(left, turns, by, now);
    if (choice === undefined) return called;
    ({ turns } = choice);
    called.push(choice.ticket.order);
    left.splice(left.indexOf(choice.ticket), 1);
  }
}

test('§5 first come first served by the hall’s sequence, over all services of the window', () => {
  expect(drain([ticket(3, 'b'), ticket(1, 'c'), ticket(2, 'a'), ticket(4, 'a')], profile())).toEqual([1, 2, 3, 4]);
});

test('§5 weighted turns: priority to normal 1:2 while both wait, and the counters begin anew each round', () => {
  const waiting = [1, 2, 3, 4, 5, 6].map((n) => ticket(n)).concat([7, 8, 9].map((n) => ticket(n, 'a', true)));
  expect(drain(waiting, profile({ fairEvery: 50 }))).toEqual([7, 1, 2, 8, 3, 4, 9, 5, 6]);
  expect(drain(waiting, profile({ fairEvery: 50, turns: { priority: 2, normal: 1 } }))).toEqual([7, 8, 1, 9, 2, 3, 4, 5, 6]);
});

test('§5 one class alone resets the counters: the next round begins with priority', () => {
  const alone = chooseNext([ticket(1), ticket(2)], { priority: 1, normal: 1, passed: 0 }, profile(), 0);
  expect(alone).toMatchObject({ why: 'sequence', turns: { priority: 0, normal: 0 } });
  expect(chooseNext([ticket(2), ticket(9, 'a', true)], alone?.turns ?? noTurns, profile(), 0)).toMatchObject({ why: 'turn', ticket: { order: 9 } });
});

test('§5 conditions come first, in their order, and hold only while the longest wait is over the minutes', () => {
  const by = profile({ conditions: [{ service: 'b', overMinutes: 20 }, { service: 'c', overMinutes: 5 }] });
  const waiting = [ticket(1, 'a', true, 0), ticket(2, 'b', false, 0), ticket(3, 'c', false, 0)];
  const at = (minutes: number) => chooseNext(waiting, noTurns, by, minutes * minute);
  expect(at(21)).toMatchObject({ why: 'condition', ticket: { order: 2 } });
  expect(at(10)).toMatchObject({ why: 'condition', ticket: { order: 3 } });
  expect(at(5)).toMatchObject({ why: 'turn', ticket: { order: 1 } });
  expect(at(-60)).toMatchObject({ why: 'turn', ticket: { order: 1 } });
});

test('§5 a condition that always holds cannot starve the others: at the latest every `fairEvery`th call goes to the longest wait', () => {
  const by = profile({ conditions: [{ service: 'b', overMinutes: 0 }], fairEvery: 3 });
  const waiting = [ticket(1, 'a', false, 0), ticket(2, 'a', false, 0), ...[11, 12, 13, 14, 15].map((n) => ticket(n, 'b', false, 0))];
  expect(drain(waiting, by, minute)).toEqual([11, 12, 1, 13, 14, 2, 15]);
});

test('§5 places behind and in front of another ticket are exact, whoever was put there before', () => {
  const [five, six] = [ticket(5), ticket(6)];
  const sentBack = { ...ticket(2), ...behind(five) };
  const put = { ...ticket(9), ...inFrontOf(five) };
  expect([six, sentBack, put, five].sort(callOrder).map((one) => one.order)).toEqual([9, 5, 2, 6]);
  expect(firstOf([])).toBeUndefined();
});

const candidates = fc.array(fc.record({ queue: fc.constantFrom('a', 'b', 'c'), priority: fc.boolean(), at: fc.integer({ min: 0, max: 60 * minute }) }), { minLength: 1, maxLength: 40 })
  // The moment a number counts from never goes back.
  .map((all) => [...all].sort((a, b) => a.at - b.at).map((one, index) => ({ ...ticket(index + 1, one.queue, one.priority, one.at) })));
const profiles: fc.Arbitrary<EffectiveProfile> = fc.record({
  services: fc.constant(['a', 'b', 'c']),
  conditions: fc.array(fc.record({ service: fc.constantFrom('a', 'b', 'c'), overMinutes: fc.integer({ min: 0, max: 30 }) }), { maxLength: 3 }),
  turns: fc.record({ priority: fc.integer({ min: 1, max: 20 }), normal: fc.integer({ min: 1, max: 20 }) }),
  fairEvery: fc.integer({ min: 2, max: 12 }), overdueMinutes: fc.integer({ min: 1, max: 600 }),
});

test('§5 bounded overtaking whatever the profile: with A in front, a ticket is called within fairEvery × (A + 1) calls', () => {
  fc.assert(fc.property(candidates, profiles, fc.integer({ min: 0, max: 120 }), (waiting, by, minutes) => {
    const called = drain(waiting, by, minutes * minute);
    expect([...called].sort((a, b) => a - b)).toEqual(waiting.map((one) => one.order));
    for (const [index, order] of called.entries()) expect(index + 1).toBeLessThanOrEqual(by.fairEvery * order);
  }), { numRuns: 500 });
});

test('matching.md §3 who waits longer than the hall allows comes first, the longest first, whatever turns and conditions say; who was put back does not', () => {
  const by = profile({ overdueMinutes: 40, conditions: [{ service: 'b', overMinutes: 0 }] });
  const early = [ticket(1, 'a', false, 0), ticket(2, 'c', false, minute)];
  const waiting = [...early, ticket(3, 'b', true, 30 * minute)];
  const at = (minutes: number, all = waiting) => chooseNext(all, noTurns, by, minutes * minute);
  expect(at(40)).toMatchObject({ why: 'condition', ticket: { order: 3 } });
  expect(at(40.5)).toMatchObject({ why: 'overdue', ticket: { order: 1 } });
  const putBack = { ...early[0]!, ...behind(early[1]!) };
  expect(at(42, [putBack, ...waiting.slice(1)])).toMatchObject({ why: 'overdue', ticket: { order: 2 } });
});

test('matching.md §3 without turns the classes are one: the smallest virtual arrival first', () => {
  const by = profile({ turns: undefined });
  const veteran = { ...ticket(9, 'a', true, 14 * minute), rank: -minute, ownRank: -minute };
  const late = { ...ticket(10, 'a', true, 16 * minute), rank: minute, ownRank: minute };
  expect(chooseNext([ticket(1, 'b', false, 0), veteran, late], noTurns, by, 20 * minute)).toMatchObject({ why: 'sequence', ticket: { order: 9 } });
  expect(drain([{ ...ticket(1, 'b', false, 0), rank: 0, ownRank: 0 }, veteran, late], by)).toEqual([9, 1, 10]);
});

test('§5 the clock never changes who comes first within a service and class', () => {
  fc.assert(fc.property(candidates, profiles, fc.integer({ min: -1e9, max: 1e9 }), (waiting, by, now) => {
    const chosen = chooseNext(waiting, noTurns, by, now)?.ticket;
    const before = waiting.filter((one) => one.queue === chosen?.queue && one.priority === chosen.priority && one.order < chosen.order);
    // A condition looks at a service as a whole: then nobody of the service is in front.
    expect(before).toEqual([]);
  }), { numRuns: 500 });
});
