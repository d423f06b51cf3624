/* The state machines of call and hire as data: each transition is reached by a command at the real engine, and what the table does not name is refused. */
import { expect, test } from 'vitest';
import { isOpenCall, nextTableCall, tableCallStates, type TableCallEvent, type TableCallState } from '@kuaizhao/db/domain/hiring/states/call.ts';
import { hireStates, isLive, isUnsettled, nextHire, type HireEvent, type HireState } from '@kuaizhao/db/domain/hiring/states/hire.ts';
import { tableCallState } from '@kuaizhao/db/domain/talks/answer.ts';
import { factOf, refusalOf, staffActor, type TestEngine } from '../../../fixtures/engine.ts';
import { person } from '../../../fixtures/people.ts';
import { accept, agree, callFor, callNamed, callsIn, expire, host, jobOf, minute, newcomers, openTables, refuseCall } from './stage.ts';

const hireEvents = ['arrive', 'finish', 'pay', 'sayUnpaid', 'undo', 'release'] as const satisfies readonly HireEvent[];
const callEvents = ['accept', 'refuse', 'agree', 'part', 'miss', 'lapse', 'loseJob'] as const satisfies readonly TableCallEvent[];

/** The command behind each event of a hire. */
const doToHire = (hall: TestEngine, hireId: string, event: HireEvent, n = 1) => {
  switch (event) {
    case 'arrive': return hall.ask('markArrived', { hireId }, host);
    case 'finish': return hall.ask('markDone', { hireId }, host);
    case 'pay': return hall.ask('markPaid', { hireId }, host);
    case 'sayUnpaid': return hall.ask('confirmEvening', { hireId, card: person(n), paid: 'no' });
    case 'undo': return hall.ask('undoHire', { hireId, reason: 'mistake' }, staffActor);
    case 'release': return hall.ask('releaseLate', { hireId }, host);
  }
};
/** How a hire comes into each state. */
const wayTo: Readonly<Record<HireState, readonly HireEvent[]>> = {
  agreed: [], arrived: ['arrive'], done: ['arrive', 'finish'], paid: ['pay'], unpaid: ['finish', 'sayUnpaid'], undone: ['undo'], released: ['release'],
};

test('F1 F7 F19 every transition of a hire has its command, and no other happens', async () => {
  expect.hasAssertions();
  for (const state of hireStates) {
    const hall = openTables({ standby: 0 });
    for (const [index, event] of hireEvents.entries()) await tryAtHire(hall, state, event, index + 1);
    hall.close();
  }
});

/** Worker `n` alone: hired, led into the state, and the event there. */
async function tryAtHire(hall: TestEngine, state: HireState, event: HireEvent, n: number): Promise<void> {
  const [one] = await newcomers(hall, 1, { first: n });
  const { callId } = callsIn(await callNamed(hall, await jobOf(hall, { headcount: 1 }), one!.number))[0]!;
  const { hireId } = factOf(await agree(hall, callId), 'hireConfirmed');
  hall.clock.now += 61 * minute;
  for (const step of wayTo[state]) expect(refusalOf(await doToHire(hall, hireId, step, n))).toBe('none');
  expect(hall.db.view.hire(hireId)?.state).toBe(state);
  const expected = nextHire(state, event);
  const answer = await doToHire(hall, hireId, event, n);
  // A worker's word of the evening is kept in every live state, whether or not it moves the hire.
  const said = event === 'sayUnpaid' && isLive(state);
  expect([state, event, refusalOf(answer)]).toEqual([state, event, expected === undefined && !said ? 'hireNotReady hireId' : 'none']);
  expect([state, event, hall.db.view.hire(hireId)?.state]).toEqual([state, event, expected ?? state]);
}

test('F7 what is live takes a seat, what is unsettled may still be owed', () => {
  expect(hireStates.filter((state) => !isLive(state))).toEqual(['undone', 'released']);
  expect(hireStates.filter(isUnsettled)).toEqual(['agreed', 'arrived', 'done', 'unpaid']);
  expect(tableCallStates.filter(isOpenCall)).toEqual(['called', 'talking']);
});

const doToCall = (hall: TestEngine, callId: string, jobId: string, event: TableCallEvent) => {
  switch (event) {
    case 'accept': return accept(hall, callId);
    case 'refuse': return refuseCall(hall, callId);
    case 'agree': return agree(hall, callId);
    case 'part': return hall.ask('endCall', { callId, outcome: 'noAgreement' }, host);
    case 'miss': return hall.ask('markNoShow', { callId }, host);
    case 'lapse': hall.clock.now += 31 * minute; return expire(hall);
    case 'loseJob': return hall.ask('closeJob', { jobId, card: person(900), reason: 'enough' });
  }
};
/** The event that leads from `called` into each state. */
const eventInto = { called: undefined, talking: 'accept', hired: 'agree', refused: 'refuse', noAgreement: 'part', missed: 'miss', lapsed: 'lapse', jobGone: 'loseJob' } as const;

test('F7 every transition of a call and its talk has its command; an ended call stays ended', async () => {
  expect.hasAssertions();
  for (const state of tableCallStates) {
    const hall = openTables({ standby: 0, talkMinutes: 30 });
    for (const [index, event] of callEvents.entries()) await tryAtCall(hall, state, event, index + 1);
    hall.close();
  }
});

/** Worker `n` alone: called, led into the state, and the event there. */
async function tryAtCall(hall: TestEngine, state: TableCallState, event: TableCallEvent, n: number): Promise<void> {
  const [one] = await newcomers(hall, 1, { first: n });
  const jobId = await jobOf(hall, { headcount: 2 });
  const call = callsIn(await callNamed(hall, jobId, one!.number))[0]!;
  const first = eventInto[state];
  expect(first === undefined ? 'none' : refusalOf(await doToCall(hall, call.callId, jobId, first))).toBe('none');
  const before = hall.db.view.call(call.callId)!;
  expect(before.open).toBe(isOpenCall(state));
  const head = hall.db.journal.head().seq;
  const answer = await doToCall(hall, call.callId, jobId, event);
  const next = nextTableCall(state, event);
  const after = hall.db.view.call(call.callId)!;
  const place = `${state} ${event}`;
  // Closing the job is allowed without any call, and a look at the clock that finds nothing is no refusal.
  const allowed = next !== undefined || event === 'lapse' || (event === 'loseJob' && state !== 'jobGone');
  expect([place, answer.ok, allowed || hall.db.journal.head().seq === head]).toEqual([place, allowed, true]);
  expect([place, after.open]).toEqual([place, next === undefined ? before.open : isOpenCall(next)]);
  expect(after.open ? tableCallState(hall.db.view, after) : 'ended').toBe(after.open ? next ?? state : 'ended');
  await hall.ask('closeJob', { jobId, card: person(900), reason: 'enough' });
}

test('F1 one number leads through the whole chain, each step with its own time', async () => {
  const hall = openTables({ standby: 0 });
  await newcomers(hall, 1);
  const jobId = await jobOf(hall, { headcount: 1 });
  const { callId } = callsIn(await callFor(hall, jobId))[0]!;
  const steps = [() => accept(hall, callId), () => agree(hall, callId)];
  for (const step of steps) { hall.clock.now += minute; await step(); }
  const hire = hall.seen.find((fact) => fact.type === 'hireConfirmed')!;
  for (const event of ['arrive', 'finish', 'pay'] as const) { hall.clock.now += minute; await doToHire(hall, hire.hireId, event); }
  const kinds = ['jobPosted', 'ticketCalled', 'callAccepted', 'hireConfirmed', 'arrivalMarked', 'workDone', 'payMarked'];
  const rows = hall.db.journal.read(1, 999).filter((row) => kinds.includes((JSON.parse(row.body) as { type: string }).type));
  expect(rows.map((row) => [(JSON.parse(row.body) as { type: string }).type, row.clock])).toEqual(kinds.map((kind, index) => [kind, hall.clock.now - Math.max(0, Math.min(5, 6 - index)) * minute]));
  expect(hall.db.view.hireByNumber(hire.businessDay, hire.number)?.hireId).toBe(hire.hireId);
  expect(factOf(await hall.ask('printForm', { form: 'agreement', id: hire.hireId, printer: { printer: 'printer-1', ready: false } }, host), 'printQueued').subject.id).toBe(hire.hireId);
});
