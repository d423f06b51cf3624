/* The moment of agreement: the last place, crews as one, nobody at two works at once, and what the law says of age and pay. */
import { expect, test } from 'vitest';
import { contractor, firm, household } from '../../../fixtures/employers.ts';
import { factOf, factsOf, refusalOf, staffActor } from '../../../fixtures/engine.ts';
import { person } from '../../../fixtures/people.ts';
import { accept, agree, callFor, callNamed, callsIn, crewOf, hired, host, hour, jobOf, newcomers, numbersIn, openTables, pay, refuseCall, refused, stateOf, typesOf, waiting } from './stage.ts';

const times = (hall: { clock: { now: number } }, fromHour: number, hoursPerDay: number, days = 1) => ({ startAt: hall.clock.now + fromHour * hour, leaveBy: hall.clock.now + fromHour * hour, hoursPerDay, days });

test('F7 the last place, two tables at the same moment: one hire, the other hears that it is taken, everybody else waits on', async () => {
  const hall = openTables({ standby: 2 });
  const people = await newcomers(hall, 3);
  const jobId = await jobOf(hall, { headcount: 1 });
  const calls = [...callsIn(await callFor(hall, jobId, { tableId: 't1', count: 1 })), ...callsIn(await callFor(hall, jobId, { tableId: 't2' }))];
  const [first, second] = await Promise.all([agree(hall, calls[1]!.callId), agree(hall, calls[0]!.callId)]);
  expect(factsOf(first).slice(0, 5)).toMatchObject([{ type: 'hireConfirmed', placesLeft: 0, tableId: 't2' }, { type: 'callEnded', outcome: 'hired' }, { type: 'jobFilled' }, { type: 'callEnded', outcome: 'jobGone' }, { type: 'callEnded', outcome: 'jobGone' }]);
  expect(refusalOf(second)).toBe('jobFull jobId');
  expect(people.map((one) => stateOf(hall, one.ticketId))).toEqual(['waiting', 'served', 'waiting']);
  expect(hall.db.view.openCallsForJob(jobId)).toEqual([]);
});

test('F7 a crew is called, answers and is hired as one, with one slip each', async () => {
  const hall = openTables({ standby: 0 });
  const people = await newcomers(hall, 5);
  await crewOf(hall, [1, 2, 4]);
  const jobId = await jobOf(hall, { headcount: 4 });
  const calls = callsIn(await callFor(hall, jobId));
  expect(calls.map((call) => call.number)).toEqual(['A001', 'A002', 'A004', 'A003']);
  expect(typesOf(await accept(hall, calls[1]!.callId))).toEqual(['callAccepted', 'callAccepted', 'callAccepted']);
  const facts = factsOf(await agree(hall, calls[1]!.callId));
  const hires = facts.filter((fact) => fact.type === 'hireConfirmed');
  expect(hires.map((hire) => [hire.workerId, hire.placesLeft])).toEqual([people[1], people[0], people[3]].map((one, index) => [one!.workerId, 3 - index]));
  expect([new Set(hires.map((hire) => hire.crewId)).size, hires[0]?.crewId === undefined, new Set(hires.map((hire) => hire.number)).size]).toEqual([1, false, 3]);
  expect(facts.filter((fact) => fact.type === 'printQueued').map((fact) => fact.subject.id)).toEqual(hires.map((hire) => hire.hireId));
  expect(hall.db.view.job(jobId)?.placesLeft).toBe(1);
});

test('F7 one of a crew says no, the whole crew goes, and as many are called', async () => {
  const hall = openTables({ standby: 0 });
  const people = await newcomers(hall, 4);
  await crewOf(hall, [1, 2]);
  const jobId = await jobOf(hall, { headcount: 2 });
  const [, second] = callsIn(await callFor(hall, jobId));
  const answer = await refuseCall(hall, second!.callId);
  expect(typesOf(answer)).toEqual(['callRefused', 'callEnded', 'callRefused', 'callEnded', 'ticketCalled', 'ticketCalled']);
  expect([numbersIn(answer), stateOf(hall, people[0]!.ticketId), stateOf(hall, people[1]!.ticketId)]).toEqual([['A003', 'A004'], 'waiting', 'waiting']);
});

test('F7 a crew with too few places: passed over by the matching, refused by name, and at the table when places went meanwhile', async () => {
  const hall = openTables({ standby: 4 });
  await newcomers(hall, 5);
  await crewOf(hall, [1, 2, 3]);
  const jobId = await jobOf(hall, { headcount: 2 });
  await refused(hall, 'callNamed', { tableId: 't1', jobId, wish: { kind: 'number', number: 'A002' } }, 'crewTooLarge jobId', host);
  expect(numbersIn(await callFor(hall, jobId))).toEqual(['A004', 'A005']);
  const three = await jobOf(hall, { headcount: 3 });
  const crew = callsIn(await callFor(hall, three, { tableId: 't2' }));
  await newcomers(hall, 1, { first: 6 });
  const sixth = callsIn(await callNamed(hall, three, 'A006', 't3'))[0]!;
  await agree(hall, sixth.callId);
  await refused(hall, 'confirmHire', { callId: crew[0]!.callId, agreedPay: pay, settlement: 'atOnce' }, 'crewTooLarge callId', host);
});

test('F7 a crew of which somebody is not there any more is not hired in part', async () => {
  const hall = openTables({ standby: 0 });
  await newcomers(hall, 3);
  await crewOf(hall, [1, 2, 3]);
  const jobId = await jobOf(hall, { headcount: 3 });
  const calls = callsIn(await callFor(hall, jobId));
  await hall.ask('markNoShow', { callId: calls[2]!.callId }, host);
  await refused(hall, 'confirmHire', { callId: calls[0]!.callId, agreedPay: pay, settlement: 'atOnce' }, 'crewNotWhole callId', host);
  await hall.ask('leaveCrew', { who: { by: 'card', card: person(3) } });
  expect(factsOf(await agree(hall, calls[0]!.callId)).filter((fact) => fact.type === 'hireConfirmed')).toHaveLength(2);
});

test('F7 §5 a worker hired for that time is called for nothing else then, by name neither; works that touch or lie apart are fine', async () => {
  const hall = openTables({ standby: 0 });
  await newcomers(hall, 1);
  const first = await hired(hall, await jobOf(hall, times(hall, 1, 3)));
  expect([first.keepsPlace, first.startsAt, first.endsAt]).toEqual([true, hall.clock.now + hour, hall.clock.now + 4 * hour]);
  const back = () => hall.ask('checkIn', { card: person(1) });
  await back();
  for (const overlapping of [times(hall, 3, 2), times(hall, 1, 8), times(hall, 2, 1), times(hall, 1, 1, 2)]) {
    const jobId = await jobOf(hall, overlapping);
    await refused(hall, 'callForJob', { tableId: 't1', jobId }, 'nobodyWaiting', host);
    await refused(hall, 'callNamed', { tableId: 't1', jobId, wish: { kind: 'number', number: 'A002' } }, 'alreadyHiredThen wish', host);
  }
  await hired(hall, await jobOf(hall, times(hall, 4, 2)));
  await back();
  await hired(hall, await jobOf(hall, times(hall, 7, 5, 3)));
  await back();
  await refused(hall, 'callForJob', { tableId: 't1', jobId: await jobOf(hall, times(hall, 24 + 8, 1)) }, 'nobodyWaiting', host);
});

test('F19 §5 whoever has finished early is free for the next work', async () => {
  const hall = openTables({ standby: 0 });
  await newcomers(hall, 1);
  const first = await hired(hall, await jobOf(hall, times(hall, 1, 3)));
  hall.clock.now += 2 * hour;
  await hall.ask('markDone', { hireId: first.hireId }, host);
  expect((await hired(hall, await jobOf(hall, times(hall, 1, 3)))).workerId).toBe(first.workerId);
});

test('F7 nobody takes two places of one job', async () => {
  expect.hasAssertions();
  const hall = openTables({ standby: 0 });
  await newcomers(hall, 1);
  const jobId = await jobOf(hall, { headcount: 2 });
  await hired(hall, jobId);
  await hall.ask('checkIn', { card: person(1) });
  await refused(hall, 'callForJob', { tableId: 't1', jobId }, 'nobodyWaiting', host);
  await refused(hall, 'callNamed', { tableId: 't1', jobId, wish: { kind: 'number', number: 'A002' } }, 'alreadyHired wish', host);
});

test('F7 a paper number that turns out to be somebody who is hired then, or for this very job, is not hired again', async () => {
  expect.hasAssertions();
  const hall = openTables({ standby: 0 });
  await newcomers(hall, 1);
  const jobId = await jobOf(hall, { headcount: 2 });
  await hired(hall, jobId);
  for (const [number, job, refusal] of [['A002', jobId, 'alreadyHired callId'], ['A003', await jobOf(hall), 'alreadyHiredThen callId']] as const) {
    await hall.ask('takeWorkNumber', { trades: ['0201'] });
    const { callId } = callsIn(await callNamed(hall, job, number))[0]!;
    await hall.ask('checkIn', { card: person(1), workNumber: number }, staffActor);
    await refused(hall, 'confirmHire', { callId, agreedPay: pay, settlement: 'atOnce' }, refusal, host);
    await refuseCall(hall, callId);
    await hall.ask('closeTicket', { ticketId: hall.db.view.workTicket(number)!.ticketId, reason: 'left' }, staffActor);
  }
});

test('F8 asked and offered pay are kept with their times, in the order in which they were said, beside what was agreed', async () => {
  const hall = openTables({ standby: 0 });
  await newcomers(hall, 1);
  const jobId = await jobOf(hall, { pay: { kind: 'negotiable' } });
  const { callId } = callsIn(await callFor(hall, jobId, { count: 1 }))[0]!;
  const said = [['worker', 30_000], ['employer', 22_000], ['worker', 26_000]] as const;
  for (const [side, amountFen] of said) {
    hall.clock.now += hour / 60;
    expect(factOf(await hall.ask('recordOffer', { callId, side, pay: { amountFen, unit: 'day' } }, host), 'offerRecorded')).toMatchObject({ callId, jobId, side, pay: { amountFen, unit: 'day' } });
  }
  const rows = hall.db.journal.read(1, 99).filter((row) => row.body.includes('"offerRecorded"'));
  expect(rows.map((row) => row.clock)).toEqual([3, 2, 1].map((minutes) => hall.clock.now - (minutes - 1) * (hour / 60)));
  expect(factOf(await agree(hall, callId, { amountFen: 24_000, unit: 'day' }), 'hireConfirmed').agreedPay.amountFen).toBe(24_000);
  await refused(hall, 'recordOffer', { callId, side: 'worker', pay }, 'callNotOpen callId', host);
});

test('§4 agreed pay under the district’s minimum hourly wage: refused for units, a notice for households, the real employer decides', async () => {
  const hall = openTables({ standby: 0 });
  await newcomers(hall, 4);
  // 370102 since 2025-10-01: 24 yuan an hour.
  const [below, exactly] = [{ amountFen: 19_199, unit: 'day' as const }, { amountFen: 19_200, unit: 'day' as const }];
  const unit = await firm(hall);
  const call = async (employerId: string, changes = {}) => callsIn(await callFor(hall, await jobOf(hall, { pay: { kind: 'negotiable' }, headcount: 1, ...changes }, employerId), { count: 1 }))[0]!.callId;
  const atFirm = await call(unit);
  await refused(hall, 'confirmHire', { callId: atFirm, agreedPay: below, settlement: 'atOnce' }, 'payBelowMinimum agreedPay', host);
  expect(factOf(await agree(hall, atFirm, exactly), 'hireConfirmed').notices).toBeUndefined();
  const home = await household(hall);
  expect(factOf(await agree(hall, await call(home), below), 'hireConfirmed').notices).toEqual(['payBelowMinimum']);
  const boss = await contractor(hall);
  await hall.ask('linkPrincipal', { employerId: boss, principalId: unit }, staffActor);
  const behind = await call(boss, { onBehalfOf: unit });
  await refused(hall, 'confirmHire', { callId: behind, agreedPay: below, settlement: 'atOnce' }, 'payBelowMinimum agreedPay', host);
  expect(refusalOf(await agree(hall, behind, { amountFen: 50, unit: 'piece' }))).toBe('none');
});

test('§4 16 and 17: not called for dangerous work, not by name, and not hired when the paper number gets its name at the table', async () => {
  const hall = openTables({ standby: 0 });
  await newcomers(hall, 1, { year: 2009 });
  const dangerous = await jobOf(hall, { hazards: ['height'] });
  await refused(hall, 'callForJob', { tableId: 't1', jobId: dangerous }, 'nobodyWaiting', host);
  await refused(hall, 'callNamed', { tableId: 't1', jobId: dangerous, wish: { kind: 'number', number: 'A001' } }, 'tooYoungForJob wish', host);
  // 保洁: no danger in the trade itself.
  expect(refusalOf(await agree(hall, callsIn(await callNamed(hall, await jobOf(hall, { trade: '0301', hazards: ['none'] }), 'A001'))[0]!.callId))).toBe('none');
  await hall.ask('takeWorkNumber', { trades: ['0201'] });
  const { callId } = callsIn(await callFor(hall, dangerous))[0]!;
  await refused(hall, 'confirmHire', { callId, agreedPay: pay, settlement: 'atOnce' }, 'visitUnknown callId', host);
  const consent = { textVersion: '2026-11', purposes: ['registration' as const] };
  const young = { name: '样例甲', sex: 'male' as const, consent, trades: ['0201'], workNumber: 'A002' };
  await refused(hall, 'registerWitnessed', { ...young, born: { known: 'day', birth: '20110101' } }, 'underSixteen');
  await refused(hall, 'registerWitnessed', { ...young, born: { known: 'band', band: 'under16' } }, 'underSixteen');
  expect(refusalOf(await hall.ask('registerWitnessed', { ...young, born: { known: 'band', band: '16to17' } }, staffActor))).toBe('none');
  await refused(hall, 'confirmHire', { callId, agreedPay: pay, settlement: 'atOnce' }, 'tooYoungForJob callId', host);
});

test('§4 load limits: over 20 kg six times an hour, or over 25 kg at all, is closed at 16 and 17 and open to everybody else', async () => {
  const hall = openTables({ standby: 0 });
  const loads = [[20, 60, true], [20.5, 5, true], [20.5, 6, false], [25.5, 1, false]] as const;
  for (const [index, [kgEach, liftsPerHour, may]] of loads.entries()) {
    const [young] = await newcomers(hall, 1, { first: 2 * index + 1, year: 2009 });
    const jobId = await jobOf(hall, { trade: '0301', hazards: ['none'], lifting: { kgEach, liftsPerHour } });
    const answer = await callNamed(hall, jobId, young!.number);
    expect([kgEach, liftsPerHour, refusalOf(answer)]).toEqual([kgEach, liftsPerHour, may ? 'none' : 'tooYoungForJob wish']);
    if (may) await refuseCall(hall, callsIn(answer)[0]!.callId);
    const [grown] = await newcomers(hall, 1, { first: 2 * index + 2 });
    expect(refusalOf(await callNamed(hall, jobId, grown!.number))).toBe('none');
    await hall.ask('closeJob', { jobId, shown: { kind: 'slip', number: hall.db.view.job(jobId)?.number ?? '' }, reason: 'enough' }, staffActor);
  }
});

test('§5 a short job keeps the place in the queue, a long one does not', async () => {
  const hall = openTables({ standby: 0, keepPlaceHours: 4 });
  const people = await newcomers(hall, 3);
  const short = await hired(hall, await jobOf(hall, { headcount: 1, ...times(hall, 0.5, 3.5) }));
  const long = await hired(hall, await jobOf(hall, { headcount: 1, ...times(hall, 0.5, 4) }));
  expect([short.keepsPlace, long.keepsPlace]).toEqual([true, undefined]);
  hall.clock.now += 4 * hour;
  await newcomers(hall, 1, { first: 4 });
  const next = await jobOf(hall);
  expect(waiting(hall, next)).toEqual(['A003', 'A004']);
  expect(factsOf(await hall.ask('markDone', { hireId: short.hireId }, host))).toMatchObject([{ type: 'workDone' }, { type: 'placeGivenBack', ticketId: people[0]!.ticketId, reason: 'shortJobDone' }]);
  expect(typesOf(await hall.ask('markDone', { hireId: long.hireId }, host))).toEqual(['workDone']);
  expect(waiting(hall, next)).toEqual(['A001', 'A003', 'A004']);
});
