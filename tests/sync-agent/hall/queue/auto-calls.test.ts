/* matching.md §3 calls at 0, 30 and 60 s, missed at 90 s; a first miss returns after three calls, a second must be confirmed again with half its wait, a third is closed; who turns up within ten minutes is called at once. */
import { expect, test } from 'vitest';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import { silentBefore } from '@kuaizhao/db/domain/queue/auto-calls.ts';
import { floorStateSchema } from '@kuaizhao/sync-agent/contract/console.ts';
import { createEchoes } from '@kuaizhao/sync-agent/hall/faces/echoes.ts';
import { floorState } from '@kuaizhao/sync-agent/hall/faces/floor-state.ts';
import type { HallClock } from '@kuaizhao/sync-agent/hall/clock.ts';
import { startWindowClock } from '@kuaizhao/sync-agent/hall/clockwork/window-clock.ts';
import { factOf, factsOf, kioskActor, morning, refusalOf, staffActor, type TestEngine } from '../../../fixtures/engine.ts';
import { callNext, checksum, openHall, tablesOf, take } from '../../../fixtures/queue-hall.ts';

const second = 1_000;
const minute = 60 * second;
const agent: Actor = { role: 'agent' };
const auto = { autoCalls: { on: true } };
const tend = (hall: TestEngine) => hall.ask('tendCalls', {}, agent);
const numbers = (hall: TestEngine) => hall.db.view.waiting(['rights'], 99).map((one) => one.number);
/** Nobody comes: 30, 60 and 90 seconds after the call. */
async function missed(hall: TestEngine, callId: string) {
  const said = [];
  for (let n = 0; n < 3; n += 1) {
    hall.clock.now += 30 * second;
    said.push(...factsOf(await tend(hall)));
  }
  expect(said.slice(0, 3)).toMatchObject([{ type: 'callRepeated', callId, times: 2 }, { type: 'callRepeated', callId, times: 3 }, { type: 'noShowMarked', callId }]);
  return said.slice(3);
}

test('matching.md §3 the agent calls at 0, 30 and 60 s and marks the miss at 90 s, by its own clock and to the second', async () => {
  const hall = openHall(auto);
  await take(hall, 'rights');
  const { callId } = await callNext(hall, 'w3');
  hall.clock.now += 29 * second;
  expect(refusalOf(await tend(hall))).toBe('tooEarly');
  hall.clock.now += second;
  expect(factsOf(await tend(hall))).toEqual([{ type: 'callRepeated', callId, times: 2 }]);
  hall.clock.now += 29 * second;
  expect(refusalOf(await tend(hall))).toBe('tooEarly');
  hall.clock.now += second;
  expect(factsOf(await tend(hall))).toEqual([{ type: 'callRepeated', callId, times: 3 }]);
  hall.clock.now += 30 * second;
  expect(factsOf(await tend(hall)).map((fact) => fact.type)).toEqual(['noShowMarked', 'ticketRequeued']);
});

test('matching.md §3 whoever stands at the window is not called again; the mark can be taken back, and is no table’s', async () => {
  const hall = openHall(auto);
  await take(hall, 'rights');
  const { callId } = await callNext(hall, 'w3');
  const before = checksum(tablesOf(hall));
  const began = factOf(await hall.ask('beginService', { callId }, staffActor), 'serviceBegan');
  expect(refusalOf(await hall.ask('beginService', { callId }, staffActor))).toBe('alreadyAnswered callId');
  hall.clock.now += 5 * minute;
  expect(refusalOf(await tend(hall))).toBe('tooEarly');
  await hall.ask('undo', { of: began.step! }, staffActor);
  expect(checksum(tablesOf(hall))).toBe(before);
  expect(factsOf(await tend(hall))).toMatchObject([{ type: 'callRepeated', times: 2 }]);
  await hall.ask('endCall', { callId, outcome: 'served' }, staffActor);
  expect(refusalOf(await hall.ask('beginService', { callId }, staffActor))).toBe('callNotOpen callId');
  expect(refusalOf(await hall.ask('beginService', { callId: 'none' }, staffActor))).toBe('callUnknown callId');
});

test('matching.md §3 a hall that has not set it leaves calls to its clerks, and nobody at a door may ask for it', async () => {
  const hall = openHall();
  await take(hall, 'rights');
  await callNext(hall, 'w3');
  hall.clock.now += 60 * minute;
  expect(silentBefore(hall.db.view, { now: hall.clock.now, settings: hall.settings })).toBeUndefined();
  expect(refusalOf(await tend(hall))).toBe('tooEarly');
  for (const actor of [kioskActor, staffActor]) expect(refusalOf(await hall.ask('tendCalls', {}, actor))).toBe('notYourRole');
});

test('matching.md §3 first miss: again after three calls; second: confirmed again with half its wait; third: closed', async () => {
  const hall = openHall(auto);
  for (let n = 0; n < 6; n += 1) await take(hall, 'rights');
  const begin = async (expected: string) => {
    const call = await callNext(hall, 'w3');
    expect(call.number).toBe(expected);
    factsOf(await hall.ask('beginService', { callId: call.callId }, staffActor));
    return call;
  };
  const first = await callNext(hall, 'w3');
  expect((await missed(hall, first.callId)).map((fact) => fact.type)).toEqual(['ticketRequeued']);
  expect(numbers(hall)).toEqual(['E002', 'E003', 'E004', 'E001', 'E005', 'E006']);
  for (const number of ['E002', 'E003', 'E004']) await begin(number);
  const second = await callNext(hall, 'w3');
  expect(second.number).toBe('E001');
  expect(await missed(hall, second.callId)).toEqual([]);
  expect(hall.db.view.ticket(first.ticketId)?.state).toBe('missed');
  hall.clock.now = morning + 24 * minute;
  expect(refusalOf(await hall.ask('confirmAgain', { number: 'E002' }))).toBe('ticketNotMissed ticketId');
  expect(refusalOf(await hall.ask('confirmAgain', { number: 'E999' }))).toBe('ticketUnknown number');
  const back = factOf(await hall.ask('confirmAgain', { number: 'E001' }), 'ticketRequeued');
  expect(back).toMatchObject({ why: 'reinstated', rank: morning + 12 * minute, back: 0 });
  const late = await take(hall, 'rights');
  expect(numbers(hall)).toEqual(['E005', 'E006', 'E001', late.number]);
  await begin('E005');
  await begin('E006');
  const third = await callNext(hall, 'w3');
  expect((await missed(hall, third.callId)).map((fact) => fact.type)).toEqual(['ticketClosed']);
  expect(hall.db.view.ticket(first.ticketId)?.state).toBe('closed');
  expect(refusalOf(await hall.ask('reinstate', { ticketId: first.ticketId }, staffActor))).toBe('ticketNotMissed ticketId');
});

test('matching.md §3 within ten minutes of a miss the window recalls at once; after that, and once the number was called elsewhere, it does not', async () => {
  const hall = openHall(auto);
  for (let n = 0; n < 5; n += 1) await take(hall, 'rights');
  const first = await callNext(hall, 'w3');
  await missed(hall, first.callId);
  const other = await callNext(hall, 'w3');
  hall.clock.now += 9 * minute;
  const facts = factsOf(await hall.ask('recall', { callId: first.callId }, staffActor));
  expect(facts).toMatchObject([{ type: 'stepTaken', act: 'recall' }, { type: 'callEnded', callId: other.callId, outcome: 'served' }, { type: 'ticketCalled', ticketId: first.ticketId, why: 'recalled' }]);
  expect(refusalOf(await hall.ask('recall', { callId: first.callId }, staffActor))).toBe('callNotOpen callId');
  const again = factOf(await hall.ask('undo', { of: facts[0]!.type === 'stepTaken' ? facts[0].step : '' }, staffActor), 'queueUndone');
  expect(again.act).toBe('recall');
  hall.clock.now += 2 * minute;
  expect(refusalOf(await hall.ask('recall', { callId: first.callId }, staffActor))).toBe('tooLate callId');
});

test('matching.md §3 the clock of the agent asks for what is due, looks again after each look, and stops', async () => {
  const hall = openHall(auto);
  await take(hall, 'rights');
  await callNext(hall, 'w3');
  const due: (() => void)[] = [];
  const clock: HallClock = { now: () => hall.clock.now, monotonicMs: () => hall.clock.now, after: (_ms, run) => { due.push(run); return () => { due.splice(due.indexOf(run), 1); }; } };
  let ids = 0;
  const running = startWindowClock({ db: hall.db, engine: hall.engine, clock, settings: hall.settings, newId: () => `id-${String(ids += 1)}-tend` });
  const look = async (): Promise<void> => { due.shift()?.(); await new Promise((done) => { setImmediate(() => setImmediate(done)); }); };
  await look();
  expect(hall.seen.filter((fact) => fact.type === 'callRepeated')).toEqual([]);
  for (const times of [2, 3]) {
    hall.clock.now += 30 * second;
    await look();
    expect(hall.seen.at(-1)).toMatchObject({ type: 'callRepeated', times });
  }
  hall.clock.now += 30 * second;
  await look();
  expect(hall.seen.slice(-2).map((fact) => fact.type)).toEqual(['noShowMarked', 'ticketRequeued']);
  expect(due).toHaveLength(1);
  running.stop();
  expect(due).toHaveLength(0);
});

test('matching.md §3 staff see that the agent calls by itself, and who stands at the window', async () => {
  const floor = (hall: TestEngine) => floorStateSchema.parse(floorState({ faces: hall.db.faces, settings: hall.settings, devices: [], echoes: createEchoes() }, 1, hall.clock.now));
  const [by, without] = [openHall(auto), openHall()];
  await take(by, 'rights');
  const { callId } = await callNext(by, 'w3');
  expect([floor(by).autoCalls, floor(without).autoCalls, floor(by).windows.find((one) => one.id === 'w3')?.call?.begun]).toEqual([true, undefined, undefined]);
  await by.ask('beginService', { callId }, staffActor);
  expect(floor(by).windows.find((one) => one.id === 'w3')?.call?.begun).toBe(true);
});
