/* F6 抽签 and 轮候: a list that is published, lots that anybody can draw again and nobody can choose, and turns by the time since the last work. */
import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderOf } from '@kuaizhao/db/domain/draws/lots.ts';
import { sha256 } from '@kuaizhao/db/domain/draws/sha256.ts';
import { factOf, type TestEngine } from '../../../fixtures/engine.ts';
import { person } from '../../../fixtures/people.ts';
import { atKiosk, callFor, callNamed, callsIn, agree, hired, host, hour, jobOf, newcomers, numbersIn, openTables, refuseCall, refused } from './stage.ts';

const byNode = (text: string): string => createHash('sha256').update(text).digest('hex');
const openDraw = async (hall: TestEngine, jobId: string) => factOf(await hall.ask('openDraw', { jobId }, host), 'drawOpened');
const drawLots = async (hall: TestEngine, jobId: string) => factOf(await hall.ask('drawLots', { jobId }, host), 'lotsDrawn');
const second = 1_000;

test('F6 a draw: the list is published first, the lots fall by numbers issued after it, and whoever has list and values draws the same', async () => {
  const hall = openTables({ standby: 0 });
  await newcomers(hall, 6);
  const jobId = await jobOf(hall, { mode: 'draw', headcount: 4 });
  const opened = await openDraw(hall, jobId);
  expect(opened).toMatchObject({ numbers: ['A001', 'A002', 'A003', 'A004', 'A005', 'A006'], listHash: byNode('A001,A002,A003,A004,A005,A006'), afterOrder: 6 });
  const late = await newcomers(hall, 4, { first: 7 });
  const lots = await drawLots(hall, jobId);
  expect(lots.values).toEqual(late.slice(0, 3).map((one) => one.ticketId));
  expect(lots.seed).toBe(byNode([opened.listHash, ...lots.values].join('|')));
  const again = opened.numbers.toSorted((a, b) => (byNode(`${lots.seed}|${a}`) < byNode(`${lots.seed}|${b}`) ? -1 : 1));
  expect(lots.numbers).toEqual(again);
  expect(numbersIn(await callFor(hall, jobId))).toEqual(again.slice(0, 4));
});

test('F6 who refuses gives way to the next lot, and who came after the list was closed is not called', async () => {
  const hall = openTables({ standby: 0 });
  await newcomers(hall, 3);
  const jobId = await jobOf(hall, { mode: 'draw', headcount: 1 });
  await openDraw(hall, jobId);
  await newcomers(hall, 3, { first: 4 });
  const { numbers } = await drawLots(hall, jobId);
  let answer = await callFor(hall, jobId);
  for (const number of numbers) {
    expect(numbersIn(answer)).toEqual([number]);
    answer = await refuseCall(hall, callsIn(answer)[0]!.callId);
  }
  expect(numbersIn(answer)).toEqual([]);
  await refused(hall, 'callForJob', { tableId: 't1', jobId }, 'nobodyWaiting', host);
  expect((await openDraw(hall, jobId)).numbers).toEqual(['A004', 'A005', 'A006']);
});

test('F6 nobody chooses the lots: only numbers issued within the wait count, however late the key is pressed', async () => {
  const drawnAfter = async (seconds: number) => {
    const hall = openTables({ drawWaitSeconds: 60 });
    await newcomers(hall, 3);
    const jobId = await jobOf(hall, { mode: 'draw' });
    await openDraw(hall, jobId);
    await refused(hall, 'drawLots', { jobId }, 'tooEarly jobId', host);
    hall.clock.now += 59 * second;
    await newcomers(hall, 1, { first: 4 });
    await refused(hall, 'drawLots', { jobId }, 'tooEarly jobId', host);
    hall.clock.now += second;
    await newcomers(hall, 1, { first: 5 });
    hall.clock.now += seconds * second;
    await newcomers(hall, 1, { first: 6 });
    return drawLots(hall, jobId);
  };
  const [soon, late] = [await drawnAfter(0), await drawnAfter(600)];
  expect([soon.values.length, late.seed, late.numbers]).toEqual([1, soon.seed, soon.numbers]);
});

test('F6 when no number is issued in the wait, a value made at the draw decides', async () => {
  const hall = openTables({ drawWaitSeconds: 60 });
  await newcomers(hall, 3);
  const jobId = await jobOf(hall, { mode: 'draw' });
  const opened = await openDraw(hall, jobId);
  hall.clock.now += 60 * second;
  const lots = await drawLots(hall, jobId);
  expect([lots.values.length, lots.seed, lots.numbers.toSorted()]).toEqual([1, byNode(`${opened.listHash}|${lots.values[0]}`), opened.numbers]);
});

test('F6 wrong keys at a draw are refused by name', async () => {
  expect.hasAssertions();
  const hall = openTables();
  const jobId = await jobOf(hall, { mode: 'draw' });
  await refused(hall, 'openDraw', { jobId }, 'nobodyWaiting', host);
  await newcomers(hall, 3);
  await refused(hall, 'openDraw', { jobId: 'none' }, 'jobUnknown jobId', host);
  await refused(hall, 'openDraw', { jobId: await jobOf(hall) }, 'notDrawJob jobId', host);
  await refused(hall, 'drawLots', { jobId }, 'drawMissing jobId', host);
  for (const type of ['openDraw', 'drawLots'] as const) await refused(hall, type, { jobId }, 'notYourRole', atKiosk);
  await refused(hall, 'callForJob', { tableId: 't1', jobId }, 'drawMissing jobId', host);
  await refused(hall, 'callNamed', { tableId: 't1', jobId, wish: { kind: 'number', number: 'A003' } }, 'drawMissing jobId', host);
  await openDraw(hall, jobId);
  await refused(hall, 'openDraw', { jobId }, 'alreadyDrawn jobId', host);
  await refused(hall, 'callForJob', { tableId: 't1', jobId }, 'drawMissing jobId', host);
  await newcomers(hall, 3, { first: 4 });
  await drawLots(hall, jobId);
  await refused(hall, 'drawLots', { jobId }, 'alreadyDrawn jobId', host);
  await refused(hall, 'openDraw', { jobId }, 'alreadyDrawn jobId', host);
  await hall.ask('closeJob', { jobId, card: person(900), reason: 'enough' });
  await refused(hall, 'openDraw', { jobId }, 'jobNotOpen jobId', host);
});

test('F6 the hall’s SHA-256 is SHA-256, and an order holds every number once, the same for the same seed', () => {
  expect.hasAssertions();
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => { expect(sha256(text)).toBe(byNode(text)); }), { numRuns: 200 });
  fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 9_999 }), { minLength: 1, maxLength: 60 }), fc.string(), (serials, seed) => {
    const numbers = serials.map((serial) => `A${String(serial).padStart(4, '0')}`);
    const order = orderOf(seed, numbers);
    expect(order.toSorted()).toEqual(numbers.toSorted());
    expect(orderOf(seed, numbers.toReversed())).toEqual(order);
  }), { numRuns: 100 });
});

test('F6 over many draws every place of the list wins about as often', () => {
  const numbers = Array.from({ length: 10 }, (_, index) => `A${String(index + 1).padStart(3, '0')}`);
  const wins = new Map<string, number>();
  for (let draw = 0; draw < 2_000; draw += 1) {
    const [first = ''] = orderOf(sha256(`draw ${draw}`), numbers);
    wins.set(first, (wins.get(first) ?? 0) + 1);
  }
  // Chi-squared with 9 degrees of freedom: 27.9 is passed once in a thousand; the draws are fixed, so this never wavers.
  const chi = numbers.reduce((sum, number) => sum + ((wins.get(number) ?? 0) - 200) ** 2 / 200, 0);
  expect(chi).toBeLessThan(27.9);
});

test('F6 rotation: who never had work here first, then whose work is the longest ago, equals by the hall’s sequence', async () => {
  const hall = openTables({ standby: 0 });
  await newcomers(hall, 5);
  const short = (fromHour: number) => ({ headcount: 1, hoursPerDay: 1, startAt: hall.clock.now + fromHour * hour, leaveBy: hall.clock.now + fromHour * hour });
  const work = async (number: string, fromHour: number) => {
    const call = callsIn(await callNamed(hall, await jobOf(hall, short(fromHour)), number))[0]!;
    const { hireId } = factOf(await agree(hall, call.callId), 'hireConfirmed');
    await hall.ask('markDone', { hireId }, host);
  };
  await work('A001', 3);
  await work('A002', 1);
  await work('A004', 2);
  const jobId = await jobOf(hall, { mode: 'rotation', headcount: 5, startAt: hall.clock.now + 6 * hour, leaveBy: hall.clock.now + 6 * hour });
  expect(numbersIn(await callFor(hall, jobId))).toEqual(['A003', 'A005', 'A002', 'A004', 'A001']);
});

test('F6 §5 in a rotation too, whoever waited for an employer who did not come stands in front', async () => {
  const hall = openTables({ standby: 0 });
  await newcomers(hall, 3);
  const first = await hired(hall, await jobOf(hall, { headcount: 1, hoursPerDay: 1 }));
  await hall.ask('markDone', { hireId: first.hireId }, host);
  const absent = await jobOf(hall);
  await callNamed(hall, absent, 'A001');
  await hall.ask('markEmployerAbsent', { jobId: absent }, host);
  const jobId = await jobOf(hall, { mode: 'rotation', headcount: 3 });
  expect(numbersIn(await callFor(hall, jobId))).toEqual(['A001', 'A002', 'A003']);
});

test('F6 all modes on one floor at once, each at its own table', async () => {
  const hall = openTables({ standby: 0 });
  await newcomers(hall, 6);
  const drawn = await jobOf(hall, { mode: 'draw', headcount: 2 });
  await openDraw(hall, drawn);
  await newcomers(hall, 3, { first: 7 });
  await drawLots(hall, drawn);
  const named = await jobOf(hall, { headcount: 1, namedTicket: 'A009' });
  const calls = [await callFor(hall, named, { tableId: 't3' }), await callFor(hall, drawn, { tableId: 't1' }), await callFor(hall, await jobOf(hall, { mode: 'rotation', headcount: 2 }), { tableId: 't2' }), await callFor(hall, await jobOf(hall, { headcount: 2 }), { tableId: 't4' })];
  expect(calls.map((answer) => numbersIn(answer).length)).toEqual([1, 2, 2, 2]);
  expect(numbersIn(calls[0]!)).toEqual(['A009']);
  expect(new Set(calls.flatMap(numbersIn)).size).toBe(7);
});
