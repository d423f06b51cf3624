/* In the hall of the job: a place held for somebody on the way, met at the table and hired like anybody, or free again. */
import { expect, test } from 'vitest';
import { factOf, factsOf, refusalOf } from '../../../fixtures/engine.ts';
import { agree, callFor, callNamed, callsIn, hour, jobOf, minute, newcomers, numbersIn, openTables, typesOf } from '../hiring/stage.ts';
import { expireReferrals, meet, offerFor, settle } from './stage.ts';

test('F5 F7 a held place is nobody else’s: not called for, not hired into; whoever was expected is called by name and hired', async () => {
  const hall = openTables({ standby: 2 });
  const jobId = await jobOf(hall, { headcount: 2 });
  const planned = (): number | undefined => hall.db.matching.plan().job(jobId)?.inputs.placesLeft;
  await newcomers(hall, 4);
  await offerFor(hall, 'referral-1', jobId);
  expect(factOf(await settle(hall, 'referral-1', 'confirmed'), 'referralSettled')).toMatchObject({ side: 'job', jobId, heldUntil: hall.clock.now + 30 * minute });
  // The plan has one place less to give.
  expect([planned(), hall.db.view.job(jobId)?.placesLeft]).toEqual([1, 2]);
  const called = await callFor(hall, jobId);
  expect(numbersIn(called)).toEqual(['A001', 'A002', 'A003']);
  const [first, second] = callsIn(called);
  factOf(await agree(hall, first!.callId), 'hireConfirmed');
  expect(refusalOf(await agree(hall, second!.callId))).toBe('placeHeld callId');
  await hall.ask('endSession', { tableId: 't1' }, { role: 'console', staffId: 'host-1', staffRole: 'host' });
  expect(refusalOf(await callFor(hall, jobId))).toBe('placeBusy jobId');
  const [guest] = await newcomers(hall, 1, { first: 50 });
  expect(refusalOf(await callNamed(hall, jobId, guest!.number))).toBe('placeBusy jobId');
  expect(factOf(await meet(hall, 'referral-1', guest!.number), 'referralMet')).toMatchObject({ jobId, ticketId: guest!.ticketId, by: 'host-1' });
  expect(factsOf(await meet(hall, 'referral-1', guest!.number))).toEqual([]);
  const [call] = callsIn(await callNamed(hall, jobId, guest!.number));
  expect(typesOf(await agree(hall, call!.callId))).toEqual(expect.arrayContaining(['hireConfirmed', 'jobFilled']));
  expect([hall.db.matching.prove(), hall.db.matching.reading().remade, planned()]).toEqual([undefined, 0, undefined]);
  hall.clock.now += hour;
  expect(factsOf(await expireReferrals(hall))).toEqual([]);
  expect(hall.db.faces.referrals.today(jobId, hall.clock.now, 9).expected).toEqual([expect.objectContaining({ theirNumber: 'A017', metNumber: guest!.number, hired: true, jobNumber: 'J001' })]);
});

test('F5 F7 a place is held at most an hour, never longer than the van waits, then it is free again', async () => {
  const hall = openTables();
  const long = await jobOf(hall, { headcount: 1, startAt: hall.clock.now + 5 * hour, leaveBy: hall.clock.now + 4 * hour });
  await newcomers(hall, 1);
  await offerFor(hall, 'referral-1', long);
  expect(factOf(await settle(hall, 'referral-1', 'confirmed'), 'referralSettled').heldUntil).toBe(hall.clock.now + hour);
  expect(refusalOf(await callFor(hall, long))).toBe('placeBusy jobId');
  hall.clock.now += hour;
  expect(factOf(await expireReferrals(hall), 'referralSettled')).toMatchObject({ referralId: 'referral-1', outcome: 'expired', jobId: long });
  expect(hall.db.matching.plan().job(long)?.inputs.placesLeft).toBe(1);
  expect(numbersIn(await callFor(hall, long))).toEqual(['A001']);
  expect(refusalOf(await meet(hall, 'referral-1', 'A001'))).toBe('referralOver referralId');
});

test('F5 F7 no place is promised that somebody was called for or has: the city hears that it is taken', async () => {
  const hall = openTables();
  const jobId = await jobOf(hall, { headcount: 2 });
  await newcomers(hall, 1);
  for (const id of ['referral-1', 'referral-2', 'referral-3']) await offerFor(hall, id, jobId);
  await callFor(hall, jobId);
  expect(refusalOf(await settle(hall, 'referral-1', 'confirmed'))).toBe('none');
  expect(refusalOf(await settle(hall, 'referral-2', 'confirmed'))).toBe('placeTaken referralId');
  expect(factsOf(await settle(hall, 'referral-1', 'confirmed'))).toEqual([]);
  await settle(hall, 'referral-3', 'expired');
  expect(refusalOf(await settle(hall, 'referral-3', 'confirmed'))).toBe('referralOver referralId');
  expect(refusalOf(await settle(hall, 'referral-9', 'confirmed'))).toBe('referralUnknown referralId');
  expect(refusalOf(await offerFor(hall, 'referral-8', 'no-such-job'))).toBe('jobUnknown jobId');
});

test('F5 F7 who came and parted from the job holds its place no longer; one number is met for one referral', async () => {
  const hall = openTables();
  const jobId = await jobOf(hall, { headcount: 2 });
  const [guest, other] = await newcomers(hall, 2);
  await offerFor(hall, 'referral-1', jobId);
  await offerFor(hall, 'referral-2', jobId, 'A031');
  await settle(hall, 'referral-1', 'confirmed');
  await settle(hall, 'referral-2', 'confirmed');
  await meet(hall, 'referral-1', guest!.number);
  expect(refusalOf(await meet(hall, 'referral-2', guest!.number))).toBe('alreadyReferred number');
  expect(refusalOf(await meet(hall, 'referral-1', other!.number))).toBe('alreadyReferred number');
  expect(refusalOf(await meet(hall, 'referral-2', 'A099'))).toBe('ticketUnknown number');
  const [call] = callsIn(await callNamed(hall, jobId, guest!.number));
  expect(hall.db.view.placesHeld(jobId, hall.clock.now)).toBe(2);
  await hall.ask('answerCall', { callId: call!.callId, answer: { kind: 'refuse', by: 'worker', reason: 'workTooHard' } }, { role: 'console', staffId: 'host-1', staffRole: 'host' });
  expect(hall.db.view.placesHeld(jobId, hall.clock.now)).toBe(1);
  expect(numbersIn(await callNamed(hall, jobId, other!.number))).toEqual([other!.number]);
});
