/* Calls to a table: free places and standby numbers, answers with their reasons, time limits, and the employer who does not come. */
import { expect, test } from 'vitest';
import { startCallClock } from '@kuaizhao/sync-agent/hall/clockwork/call-clock.ts';
import { factOf, factsOf, refusalOf, staffActor } from '../../../fixtures/engine.ts';
import { person } from '../../../fixtures/people.ts';
import { accept, agree, atKiosk, callFor, callNamed, callsIn, expire, host, jobOf, minute, newcomers, numbersIn, openTables, refuseCall, refused, stateOf, typesOf, waiting } from './stage.ts';

test('F7 k places call k and the standby numbers, in the order of the hall, and no more until somebody answers', async () => {
  const hall = openTables({ standby: 2 });
  await newcomers(hall, 8);
  const jobId = await jobOf(hall, { headcount: 3 });
  expect(numbersIn(await callFor(hall, jobId))).toEqual(['A001', 'A002', 'A003', 'A004', 'A005']);
  await refused(hall, 'callForJob', { tableId: 't1', jobId }, 'placeBusy jobId', host);
  const other = await jobOf(hall);
  await refused(hall, 'callForJob', { tableId: 't1', jobId: other }, 'placeBusy tableId', host);
  expect(numbersIn(await callFor(hall, other, { tableId: 't2' }))).toEqual(['A006', 'A007', 'A008']);
  await refused(hall, 'callForJob', { tableId: 't3', jobId: await jobOf(hall) }, 'nobodyWaiting', host);
});

test('F7 locked while called: nobody is called twice, and by name neither', async () => {
  const hall = openTables();
  const [first] = await newcomers(hall, 3);
  const [one, two] = [await jobOf(hall, { headcount: 1 }), await jobOf(hall, { headcount: 1 })];
  const called = callsIn(await callFor(hall, one, { count: 1 }))[0]!;
  expect([called.number, stateOf(hall, first!.ticketId)]).toEqual(['A001', 'called']);
  await refused(hall, 'callNamed', { tableId: 't2', jobId: two, wish: { kind: 'number', number: 'A001' } }, 'ticketNotWaiting wish', host);
  expect(numbersIn(await callFor(hall, two, { tableId: 't2' }))).toEqual(['A002', 'A003']);
});

test('F7 a refusal of either side, with its reason, calls the next to the same table; who refused waits on at the old place and is not called for this job again', async () => {
  const hall = openTables({ standby: 0 });
  await newcomers(hall, 4);
  const jobId = await jobOf(hall, { headcount: 1 });
  const first = callsIn(await callFor(hall, jobId, { tableId: 't2' }))[0]!;
  const byWorker = await hall.ask('answerCall', { callId: first.callId, answer: { kind: 'refuse', by: 'worker', reason: 'tooFar' } }, host);
  expect(factsOf(byWorker)).toMatchObject([{ type: 'callRefused', by: 'worker', reason: 'tooFar' }, { type: 'callEnded', outcome: 'noAgreement' }, { type: 'ticketCalled', number: 'A002', place: { kind: 'table', id: 't2' } }]);
  const second = callsIn(byWorker)[0]!;
  await accept(hall, second.callId);
  const byEmployer = await hall.ask('answerCall', { callId: second.callId, answer: { kind: 'refuse', by: 'employer', reason: 'skillMissing' } }, host);
  expect(numbersIn(byEmployer)).toEqual(['A003']);
  expect(waiting(hall, jobId)).toEqual(['A004']);
  expect(numbersIn(await callFor(hall, await jobOf(hall, { headcount: 2 }), { tableId: 't3' }))).toEqual(['A001', 'A002']);
});

test('F7 the worker answers at a kiosk with the own card, for nobody else and never for the employer', async () => {
  const hall = openTables();
  await newcomers(hall, 2);
  const jobId = await jobOf(hall, { headcount: 1 });
  const { callId } = callsIn(await callFor(hall, jobId))[0]!;
  const answer = { kind: 'refuse' as const, by: 'worker' as const, reason: 'hoursWrong' as const };
  await refused(hall, 'answerCall', { callId, answer }, 'callNotYours callId', atKiosk);
  await refused(hall, 'answerCall', { callId, card: person(2), answer }, 'callNotYours callId', atKiosk);
  await refused(hall, 'answerCall', { callId, card: person(99), answer }, 'callNotYours callId', atKiosk);
  await refused(hall, 'answerCall', { callId, card: person(1), answer: { ...answer, by: 'employer' } }, 'callNotYours answer.by', atKiosk);
  expect(typesOf(await hall.ask('answerCall', { callId, card: person(1), answer: { kind: 'accept' } }))).toEqual(['callAccepted']);
  await refused(hall, 'answerCall', { callId, card: person(1), answer: { kind: 'accept' } }, 'alreadyAnswered callId', atKiosk);
  expect(typesOf(await hall.ask('answerCall', { callId, card: person(1), answer }))).toEqual(['callRefused', 'callEnded']);
  await refused(hall, 'answerCall', { callId, card: person(1), answer }, 'callNotOpen callId', atKiosk);
});

test('F7 a call that nobody answers lapses after its limit and the next is called; a repeated call counts anew', async () => {
  const hall = openTables({ standby: 0, callAnswerSeconds: 600 });
  const people = await newcomers(hall, 3);
  const jobId = await jobOf(hall, { headcount: 1 });
  const { callId } = callsIn(await callFor(hall, jobId))[0]!;
  hall.clock.now += 9 * minute;
  await hall.ask('recall', { callId }, host);
  hall.clock.now += 10 * minute;
  expect(factsOf(await expire(hall))).toEqual([]);
  hall.clock.now += 1;
  const lapsed = await expire(hall);
  expect(factsOf(lapsed)).toMatchObject([{ type: 'callLapsed', callId, phase: 'answer' }, { type: 'noShowMarked', callId }, { type: 'ticketCalled', number: 'A002' }, { type: 'pointsGiven', side: 'worker', cause: 'noShow' }]);
  expect([stateOf(hall, people[0]!.ticketId), factsOf(await expire(hall))]).toEqual(['missed', []]);
});

test('F7 a talk that nobody ends is over after its limit, and the worker waits on at the old place', async () => {
  const hall = openTables({ standby: 0, talkMinutes: 30 });
  const people = await newcomers(hall, 2);
  const jobId = await jobOf(hall, { headcount: 1 });
  const { callId } = callsIn(await callFor(hall, jobId))[0]!;
  await accept(hall, callId);
  hall.clock.now += 30 * minute;
  expect(factsOf(await expire(hall))).toEqual([]);
  hall.clock.now += 1;
  expect(factsOf(await expire(hall))).toMatchObject([{ type: 'callLapsed', phase: 'talk' }, { type: 'callEnded', outcome: 'noAgreement' }, { type: 'ticketCalled', number: 'A002' }]);
  expect(stateOf(hall, people[0]!.ticketId)).toBe('waiting');
});

test('F7 both agreed after the limit after all: the hire stands while the worker is free and a place is', async () => {
  const hall = openTables({ standby: 0 });
  await newcomers(hall, 2);
  const jobId = await jobOf(hall, { headcount: 2 });
  const [one, two] = callsIn(await callFor(hall, jobId));
  hall.clock.now += 11 * minute;
  await expire(hall);
  expect(factOf(await agree(hall, one!.callId), 'hireConfirmed').placesLeft).toBe(1);
  await hall.ask('reinstate', { ticketId: two!.ticketId }, host);
  const other = await jobOf(hall);
  await callFor(hall, other, { tableId: 't2' });
  expect(refusalOf(await agree(hall, two!.callId))).toBe('callNotOpen callId');
});

test('§5 a lapsed call follows the hall’s rule of no-shows at tables: some places back, then out', async () => {
  const hall = openTables({ standby: 0 }, { workNoShow: { calls: 1, backPlaces: 2, backTimes: 1 } });
  const people = await newcomers(hall, 4);
  const jobId = await jobOf(hall, { headcount: 1 });
  await callFor(hall, jobId);
  hall.clock.now += 11 * minute;
  expect(typesOf(await expire(hall))).toEqual(['callLapsed', 'noShowMarked', 'ticketRequeued', 'ticketCalled', 'pointsGiven']);
  expect([stateOf(hall, people[0]!.ticketId), waiting(hall, jobId)]).toEqual(['waiting', ['A003', 'A001', 'A004']]);
  hall.clock.now += 11 * minute;
  await expire(hall);
  hall.clock.now += 11 * minute;
  expect(numbersIn(await expire(hall))).toEqual(['A001']);
  hall.clock.now += 11 * minute;
  await expire(hall);
  expect(stateOf(hall, people[0]!.ticketId)).toBe('missed');
});

test('F7 a job at two tables: each table gets as many as it lost', async () => {
  const hall = openTables({ standby: 0 });
  await newcomers(hall, 6);
  const jobId = await jobOf(hall, { headcount: 3 });
  await callFor(hall, jobId, { tableId: 't1', count: 1 });
  await callFor(hall, jobId, { tableId: 't2', count: 2 });
  hall.clock.now += 11 * minute;
  const next = callsIn(await expire(hall));
  expect(next.map((call) => [call.number, call.place.id])).toEqual([['A004', 't1'], ['A005', 't2'], ['A006', 't2']]);
});

test('F7 nobody is called for a job that is over, and an ended call never lapses', async () => {
  const hall = openTables({ standby: 0 });
  await newcomers(hall, 3);
  const jobId = await jobOf(hall, { headcount: 1 });
  const { callId } = callsIn(await callFor(hall, jobId))[0]!;
  hall.clock.now += 7 * 60 * minute;
  expect(typesOf(await refuseCall(hall, callId))).toEqual(['callRefused', 'callEnded']);
  const closed = await jobOf(hall, { headcount: 1 });
  await callFor(hall, closed);
  await hall.ask('closeJob', { jobId: closed, card: person(900), reason: 'enough' });
  hall.clock.now += 11 * minute;
  expect(factsOf(await expire(hall))).toEqual([]);
});

test('F7 the agent’s clock asks by itself, for nothing when nothing is overdue; nobody else may', async () => {
  const hall = openTables({ standby: 0 });
  await newcomers(hall, 2);
  await callFor(hall, await jobOf(hall, { headcount: 1 }));
  let due: (() => void) | undefined;
  let ids = 0;
  const clock = startCallClock({
    db: hall.db, engine: hall.engine, settings: hall.settings, newId: () => `${++ids}`,
    clock: { now: () => hall.clock.now, monotonicMs: () => hall.clock.now, after: (_, run) => { due = run; return () => { due = undefined; }; } },
  });
  const head = hall.db.journal.head();
  due?.();
  expect([hall.db.journal.head(), ids]).toEqual([head, 0]);
  hall.clock.now += 11 * minute;
  due?.();
  await expect.poll(() => hall.seen.filter((fact) => fact.type === 'callLapsed').length).toBe(1);
  clock.stop();
  expect(due).toBeUndefined();
  for (const actor of [staffActor, host, atKiosk]) await refused(hall, 'expireCalls', {}, 'notYourRole', actor);
});

test('F6 named by number: that person out of turn, on the record, and free to refuse', async () => {
  const hall = openTables({ standby: 0 });
  await newcomers(hall, 3);
  const jobId = await jobOf(hall, { headcount: 1 });
  const answer = await callNamed(hall, jobId, 'A003');
  expect(typesOf(answer)).toEqual(['stepTaken', 'ticketCalled', 'namedRequestMade']);
  expect(numbersIn(await refuseCall(hall, callsIn(answer)[0]!.callId))).toEqual(['A001']);
  await refused(hall, 'callNamed', { tableId: 't1', jobId, wish: { kind: 'number', number: 'A099' } }, 'ticketUnknown wish.number', host);
});

test('F6 named by the slip of an earlier hire: only the employer of that hire may ask so', async () => {
  const hall = openTables();
  await newcomers(hall, 2);
  const short = { headcount: 1, hoursPerDay: 2 };
  const first = await jobOf(hall, short);
  const hire = factOf(await agree(hall, callsIn(await callFor(hall, first, { count: 1 }))[0]!.callId), 'hireConfirmed');
  await hall.ask('markDone', { hireId: hire.hireId }, host);
  const again = await jobOf(hall, { ...short, startAt: hall.clock.now + 4 * 60 * minute, leaveBy: hall.clock.now + 4 * 60 * minute });
  const wish = { kind: 'slip' as const, businessDay: hire.businessDay, number: hire.number };
  const stranger = factOf(await hall.ask('registerHousehold', { card: person(901), promiseVersion: '2026-11' }), 'employerRegistered').employerId;
  await refused(hall, 'callNamed', { tableId: 't1', jobId: await jobOf(hall, {}, stranger), wish }, 'hireUnknown wish.number', host);
  await refused(hall, 'callNamed', { tableId: 't1', jobId: again, wish: { ...wish, number: 'H099' } }, 'hireUnknown wish.number', host);
  expect(numbersIn(await hall.ask('callNamed', { tableId: 't1', jobId: again, wish }, host))).toEqual(['A001']);
});

test('F21 §5 the employer does not come: everybody called goes to the front of the queue in the order of the hall, and is called first', async () => {
  const hall = openTables({ standby: 0 });
  await newcomers(hall, 6);
  const jobId = await jobOf(hall, { headcount: 2 });
  await callNamed(hall, jobId, 'A005');
  await callFor(hall, jobId, { count: 1 });
  const other = await jobOf(hall);
  await hall.ask('markNoShow', { callId: callsIn(await callFor(hall, other, { tableId: 't2', count: 1 }))[0]!.callId }, host);
  await hall.ask('takeDownJob', { jobId: other, reason: 'mistake' }, staffActor);
  const answer = await hall.ask('markEmployerAbsent', { jobId }, host);
  expect(factsOf(answer).slice(0, 4)).toMatchObject([{ type: 'employerWasAbsent', jobId, by: 'host-1' }, { type: 'callEnded', outcome: 'jobGone' }, { type: 'callEnded', outcome: 'jobGone' }, { type: 'ticketsPutInFront' }]);
  expect(waiting(hall, jobId)).toEqual(['A001', 'A005', 'A003', 'A004', 'A006']);
  expect(numbersIn(await callFor(hall, await jobOf(hall, { headcount: 2 }), { tableId: 't3' }))).toEqual(['A001', 'A005']);
  await refused(hall, 'markEmployerAbsent', { jobId }, 'callNotOpen jobId', host);
  await refused(hall, 'markEmployerAbsent', { jobId: 'none' }, 'jobUnknown jobId', host);
});

test('F21 §5 however many were called: sixty people of an employer who does not come are all in front', async () => {
  const hall = openTables({ standby: 0 });
  await newcomers(hall, 61);
  const jobId = await jobOf(hall, { headcount: 60 });
  for (let round = 0; round < 3; round += 1) await callFor(hall, jobId);
  expect(hall.db.view.openCallsForJob(jobId)).toHaveLength(60);
  await hall.ask('markEmployerAbsent', { jobId }, host);
  expect(waiting(hall, jobId).slice(0, 3)).toEqual(['A001', 'A002', 'A003']);
  expect(hall.db.catchUp(9_999)).toBe(0);
});
