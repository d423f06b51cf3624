/* 履约记录 of both sides: what counts and how much, the stop, the way back, the appeal, and the employer who did not come. */
import { expect, test } from 'vitest';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import { standingRules } from '@kuaizhao/db/domain/standing/rules.ts';
import { factOf, factsOf, type TestEngine } from '../../../fixtures/engine.ts';
import { firm, post } from '../../../fixtures/employers.ts';
import { person } from '../../../fixtures/people.ts';
import { accept, agree, callFor, callsIn, hour, jobOf, minute, newcomers, numbersIn, openTables, typesOf } from '../hiring/stage.ts';
import { witnessed } from '../people/stage.ts';
import { askAt, bossCard, clerk, day, evening, hireAll, kiosk, openEvening, refusedWithoutTrace, supervisor, toEvening, toWork, upheld } from './stage.ts';

const given = (facts: readonly Fact[]) => facts.filter((fact) => fact.type === 'pointsGiven' || fact.type === 'standingStopped' || fact.type === 'pointsRemoved' || fact.type === 'stopLifted');
const pointsIdOf = (facts: readonly Fact[]): string => facts.find((fact) => fact.type === 'pointsGiven')?.pointsId ?? 'none';
const record = (hall: TestEngine, n = 1) => askAt(hall).told('myRecord', { card: person(n) }, kiosk);

/** Person 1 misses a call for a new job: one point each time. */
async function missed(hall: TestEngine, employerId: string, commandId?: string) {
  const jobId = await jobOf(hall, { headcount: 1 }, employerId);
  const [call] = callsIn(await callFor(hall, jobId, { count: 1 }));
  if (call === undefined) throw new Error('nobody was called');
  for (;;) {
    const answer = await hall.ask('markNoShow', { callId: call.callId }, clerk, commandId ?? `command-miss-${call.callId}`);
    if (answer.ok) return answer;
    await hall.ask('recall', { callId: call.callId }, clerk);
    commandId = undefined;
  }
}

test('F21 points by cause, mild for a number missed, heavy for work not paid; both sides have the same kind of record', async () => {
  const { hall, employerId } = await openEvening(1);
  const people = await newcomers(hall, 3, { first: 11 });
  // a number missed
  expect(given(factsOf(await missed(hall, employerId)))).toMatchObject([{ cause: 'noShow', side: 'worker', who: people[0]?.workerId, points: 1 }]);
  // given back by the worker, by the employer, by mistake
  const second = await hireAll(hall, employerId, 1);
  expect(given(factsOf(await hall.ask('undoHire', { hireId: second.hire.hireId, reason: 'workerCancelled' }, clerk)))).toMatchObject([{ cause: 'workerCancelled', side: 'worker', points: 2 }]);
  const third = await hireAll(hall, employerId, 1);
  expect(given(factsOf(await hall.ask('undoHire', { hireId: third.hire.hireId, reason: 'employerCancelled' }, clerk)))).toMatchObject([{ cause: 'employerCancelled', side: 'employer', who: employerId, points: 3 }]);
  const fourth = await hireAll(hall, employerId, 1);
  expect(given(factsOf(await hall.ask('undoHire', { hireId: fourth.hire.hireId, reason: 'mistake' }, clerk)))).toEqual([]);
  // not at the van
  const late = await hireAll(hall, employerId, 1);
  hall.clock.now += hour;
  expect(given(factsOf(await hall.ask('releaseLate', { hireId: late.hire.hireId, card: bossCard }, kiosk)))).toMatchObject([{ cause: 'lateToVan', side: 'worker', points: 3 }]);
  // a posting that was not true
  const { jobId } = factOf(await post(hall, employerId), 'jobPosted');
  expect(given(factsOf(await hall.ask('takeDownJob', { jobId, reason: 'falseTerms' }, supervisor)))).toMatchObject([{ cause: 'falseTerms', side: 'employer', points: 6 }, { type: 'standingStopped', side: 'employer' }]);
  // upheld complaints
  const causes = [['wageArrears', 'unpaid', 12], ['falseJob', 'falseTerms', 6], ['discrimination', 'discrimination', 6], ['unlicensedAgent', 'unlicensedAgent', 12]] as const;
  for (const [kind, cause, points] of causes) expect(given(await upheld(hall, employerId, kind))[0]).toMatchObject({ cause, points, side: 'employer' });
});

test('F21 an employer is stopped at the threshold: no posting, at any door, until the time is over', async () => {
  const { hall, employerId } = await openEvening();
  const { jobId } = factOf(await post(hall, employerId), 'jobPosted');
  expect(given(await upheld(hall, employerId, 'discrimination'))[1]).toMatchObject({ type: 'standingStopped', until: hall.clock.now + 3 * day, points: 6 });
  await refusedWithoutTrace(hall, () => hall.ask('repeatJob', { jobId }, clerk), 'postingStopped employerId');
  await refusedWithoutTrace(hall, () => post(hall, employerId), 'postingStopped employerId');
  const { employers } = await askAt(hall).told('myEmployerRecords', { card: bossCard }, kiosk);
  expect(employers).toMatchObject([{ employerId, name: '样例用工单位1', points: 6, grade: 'bad', stoppedUntil: hall.clock.now + 3 * day, entries: [{ cause: 'discrimination', about: { kind: 'dispute', number: 'W261121-01' } }] }]);
  hall.clock.now += 3 * day;
  expect((await post(hall, employerId)).ok).toBe(true);
});

test('F21 a worker is passed over while stopped, is told until when, and is called again afterwards', async () => {
  const hall = openTables({ standby: 0 }, { workNoShow: { calls: 1, backPlaces: 1, backTimes: 10 } });
  const employerId = await firm(hall, 1);
  await newcomers(hall, 1);
  for (let n = 1; n < 6; n += 1) await missed(hall, employerId);
  expect(await record(hall)).toMatchObject({ points: 5, grade: 'warned' });
  expect(given(factsOf(await missed(hall, employerId)))[1]).toMatchObject({ type: 'standingStopped', side: 'worker', until: hall.clock.now + day, points: 6 });
  const until = hall.clock.now + day;
  expect(await record(hall)).toMatchObject({ points: 6, grade: 'bad', stoppedUntil: until });
  await newcomers(hall, 1, { first: 2 });
  const jobId = await jobOf(hall, { headcount: 1 }, employerId);
  const mine = await askAt(hall).told('myCalls', { card: person(1) }, kiosk);
  expect(mine.notCalled.find((one) => one.jobId === jobId)).toMatchObject({ reason: 'stopped', until });
  expect(numbersIn(await callFor(hall, jobId))).toEqual(['A002']);
  hall.clock.now = until;
  expect((await record(hall)).stoppedUntil).toBeUndefined();
  await hall.ask('checkIn', { card: person(1) });
  expect(numbersIn(await callFor(hall, await jobOf(hall, { headcount: 1 }, employerId)))).toEqual(['A001']);
});

test('F21 the way back: points fade after ninety days, and five hires that ended well take the oldest away', async () => {
  const { hall, employerId } = await openEvening();
  toWork(hall);
  await upheld(hall, employerId, 'discrimination');
  const at = hall.clock.now;
  const told = (await askAt(hall).told('standing', { side: 'employer', who: employerId })).wayBack;
  expect(told).toEqual({ cleanHires: 0, needed: 5, nextFadesAt: at + 90 * day, clearAt: at + 90 * day });
  hall.clock.now += 4 * day;
  for (let n = 1; n <= 5; n += 1) {
    await newcomers(hall, 1, { first: 20 + n });
    const { hire } = await hireAll(hall, employerId, 1);
    toWork(hall);
    const facts = factsOf(await hall.ask('markPaid', { hireId: hire.hireId, card: bossCard }, kiosk));
    expect(given(facts)).toMatchObject(n < 5 ? [] : [{ type: 'pointsRemoved', why: 'cleanHires', side: 'employer', who: employerId }]);
  }
  expect(await askAt(hall).told('standing', { side: 'employer', who: employerId })).toMatchObject({ points: 0, grade: 'good', entries: [{ counts: false, removed: { why: 'cleanHires' } }] });
  await upheld(hall, employerId, 'discrimination');
  hall.clock.now += standingRules.fadeDays * day;
  expect(await askAt(hall).told('standing', { side: 'employer', who: employerId })).toMatchObject({ points: 6 });
  hall.clock.now += 1;
  expect(await askAt(hall).told('standing', { side: 'employer', who: employerId })).toMatchObject({ points: 0, grade: 'good', entries: [{ counts: false }, { counts: false }] });
});

test('F21 pay that the worker denies is no clean hire, whatever the employer’s card says', async () => {
  const { hall, employerId, hires } = await openEvening(5);
  await upheld(hall, employerId, 'discrimination');
  toEvening(hall);
  for (const [index, { hireId }] of hires.entries()) {
    await hall.ask('markPaid', { hireId, card: bossCard }, kiosk);
    if (index < 4) await evening(hall, hireId, { paid: 'no' }, index + 1);
  }
  expect((await askAt(hall).told('standing', { side: 'employer', who: employerId })).wayBack.cleanHires).toBe(1);
  for (const { hireId } of hires.slice(0, 4)) expect(given(factsOf(await hall.ask('markPaid', { hireId, card: bossCard }, kiosk)))).toEqual([]);
  expect(await askAt(hall).told('standing', { side: 'employer', who: employerId })).toMatchObject({ points: 6, wayBack: { cleanHires: 1 } });
});

test('F21 an appeal is asked for at a window and decided by a supervisor only; upheld, it is as if the points had never been given', async () => {
  const { hall, employerId } = await openEvening();
  const firstId = pointsIdOf(await upheld(hall, employerId, 'discrimination'));
  hall.clock.now += day;
  const secondId = pointsIdOf(await upheld(hall, employerId, 'wageArrears'));
  const asked = askAt(hall);
  expect((await asked.told('standing', { side: 'employer', who: employerId })).stoppedUntil).toBe(hall.clock.now + 15 * day);
  const words = '工钱当天就给了，有转账记录';
  const { appealId } = factOf(await hall.ask('appeal', { pointsId: secondId, statement: words }, clerk), 'appealMade');
  expect(await asked.told('appeals', { limit: 10 })).toMatchObject({ appeals: [{ appealId, side: 'employer', name: '样例用工单位1', statement: words, entry: { cause: 'unpaid', points: 12 } }] });
  expect(await asked.refusal('appeals', { limit: 10 }, clerk)).toBe('notYourRole');
  await refusedWithoutTrace(hall, () => hall.ask('decideAppeal', { appealId, uphold: true }, clerk), 'notYourRole');
  // The stop of fifteen days shrinks to what the first entry alone had brought.
  const decided = factsOf(await hall.ask('decideAppeal', { appealId, uphold: true }, supervisor));
  expect(decided).toMatchObject([{ type: 'appealDecided', upheld: true }, { type: 'pointsRemoved', why: 'appealUpheld' }, { type: 'standingStopped', until: hall.clock.now + 2 * day, points: 6 }]);
  expect(await asked.told('standing', { side: 'employer', who: employerId })).toMatchObject({ points: 6, stoppedUntil: hall.clock.now + 2 * day });
  const again = factOf(await hall.ask('appeal', { pointsId: firstId }, clerk), 'appealMade');
  expect(typesOf(await hall.ask('decideAppeal', { appealId: again.appealId, uphold: true }, supervisor))).toEqual(['appealDecided', 'pointsRemoved', 'stopLifted']);
  expect(await asked.told('standing', { side: 'employer', who: employerId })).toMatchObject({ points: 0, grade: 'good' });
  expect((await post(hall, employerId)).ok).toBe(true);
  expect(hall.db.journal.read(1, 999).map((row) => row.body).join('')).not.toContain(words);
});

test('F21 an appeal that is turned down changes nothing and cannot be made again; wrong ones leave no trace', async () => {
  const { hall, employerId } = await openEvening();
  const pointsId = pointsIdOf(await upheld(hall, employerId, 'discrimination'));
  const refused = (ask: Parameters<typeof refusedWithoutTrace>[1], code: string) => refusedWithoutTrace(hall, ask, code);
  await refused(() => hall.ask('appeal', { pointsId: 'nowhere' }, clerk), 'pointsUnknown pointsId');
  await refused(() => hall.ask('appeal', { pointsId, statement: '长'.repeat(501) }, clerk), 'malformed statement');
  await refused(() => hall.ask('decideAppeal', { appealId: 'nowhere', uphold: true }, supervisor), 'appealUnknown appealId');
  const { appealId } = factOf(await hall.ask('appeal', { pointsId }, clerk), 'appealMade');
  await refused(() => hall.ask('appeal', { pointsId }, clerk), 'alreadyAppealed pointsId');
  expect(typesOf(await hall.ask('decideAppeal', { appealId, uphold: false }, supervisor))).toEqual(['appealDecided']);
  await refused(() => hall.ask('decideAppeal', { appealId, uphold: true }, supervisor), 'appealIsDecided appealId');
  expect(await askAt(hall).told('standing', { side: 'employer', who: employerId })).toMatchObject({ points: 6, entries: [{ appeal: { upheld: false } }] });
  const old = pointsIdOf(await upheld(hall, employerId, 'falseJob'));
  hall.clock.now += 90 * day + 1;
  await refused(() => hall.ask('appeal', { pointsId: old }, clerk), 'tooLate pointsId');
  expect(await askAt(hall).refusal('standing', { side: 'worker', who: 'nobody' })).toBe('workerUnknown who');
  expect(await askAt(hall).refusal('standing', { side: 'employer', who: 'nobody' })).toBe('employerUnknown who');
  expect(await askAt(hall).refusal('myRecord', { card: person(777) }, kiosk)).toBe('workerUnknown card');
});

test('F21 §5 a no-show that was pressed by mistake and taken back gives its point back', async () => {
  const hall = openTables({ standby: 0 }, { workNoShow: { calls: 1, backPlaces: 0, backTimes: 0 } });
  const employerId = await firm(hall, 1);
  await newcomers(hall, 1);
  const pressed = factsOf(await missed(hall, employerId));
  expect(await record(hall)).toMatchObject({ points: 1 });
  const of = pressed.find((fact) => fact.type === 'noShowMarked');
  if (of?.type !== 'noShowMarked' || of.step === undefined) throw new Error('no step');
  expect(given(factsOf(await hall.ask('undo', { of: of.step }, clerk)))).toMatchObject([{ type: 'pointsRemoved', why: 'actUndone' }]);
  expect(await record(hall)).toMatchObject({ points: 0, grade: 'good', wayBack: { cleanHires: 0 } });
});

test('F9 F21 §5 the employer did not come: everybody called goes to the front in the hall’s order, and it counts against the employer', async () => {
  const hall = openTables({ standby: 0 });
  const employerId = await firm(hall, 1);
  await newcomers(hall, 4);
  const jobId = await jobOf(hall, { headcount: 2 }, employerId);
  const [first] = callsIn(await callFor(hall, jobId));
  await accept(hall, first?.callId ?? '');
  hall.clock.now += 10 * minute;
  const answer = await hall.ask('markEmployerAbsent', { jobId }, clerk);
  expect(typesOf(answer)).toEqual(['employerWasAbsent', 'callEnded', 'callEnded', 'ticketsPutInFront', 'pointsGiven']);
  expect(factOf(answer, 'pointsGiven')).toMatchObject({ cause: 'employerAbsent', side: 'employer', who: employerId, points: 2, jobId });
  await refusedWithoutTrace(hall, () => hall.ask('markEmployerAbsent', { jobId }, clerk), 'callNotOpen jobId');
  await refusedWithoutTrace(hall, () => hall.ask('markEmployerAbsent', { jobId: 'nowhere' }, clerk), 'jobUnknown jobId');
  const next = await jobOf(hall, { headcount: 3 }, employerId);
  const called = callsIn(await callFor(hall, next, { tableId: 't2' }));
  expect(called.map((call) => call.number)).toEqual(['A001', 'A002', 'A003']);
  expect((await agree(hall, called[0]?.callId ?? '')).ok).toBe(true);
  expect((await askAt(hall).told('jobTalks', { jobId, limit: 10 })).called.map((call) => [call.number, call.state])).toEqual(expect.arrayContaining([['A001', 'jobGone'], ['A002', 'jobGone']]));
});

test('F21 F2 a person is all of their records: after a merge points and stops count together, and an appeal about one lifts the stop on the other', async () => {
  const hall = openTables();
  const employerId = await firm(hall, 1);
  const carded = await newcomers(hall, 1, { first: 5 });
  const own = await hireAll(hall, employerId, 1);
  const told = await witnessed(hall, 5);
  const pointsIds: string[] = [];
  for (let n = 0; n < 3; n += 1) {
    const { hire } = await hireAll(hall, employerId, 1);
    expect(hire.workerId).toBe(told.workerId);
    pointsIds.push(pointsIdOf(factsOf(await hall.ask('undoHire', { hireId: hire.hireId, reason: 'workerCancelled' }, clerk))));
  }
  expect(await record(hall, 5)).toMatchObject({ points: 0 });
  factOf(await hall.ask('mergeWorker', { from: told.workerId, into: carded[0]?.workerId ?? '' }, supervisor), 'workersMerged');
  expect(await record(hall, 5)).toMatchObject({ points: 6, stoppedUntil: hall.clock.now + day });
  hall.clock.now += minute;
  await hall.ask('undoHire', { hireId: own.hire.hireId, reason: 'workerCancelled' }, clerk);
  expect(await record(hall, 5)).toMatchObject({ points: 8, stoppedUntil: hall.clock.now + day });
  const uphold = async (pointsId = 'none') => {
    const { appealId } = factOf(await hall.ask('appeal', { pointsId }, clerk), 'appealMade');
    return typesOf(await hall.ask('decideAppeal', { appealId, uphold: true }, supervisor));
  };
  expect(await uphold(pointsIds[0])).toEqual(['appealDecided', 'pointsRemoved']);
  expect(await uphold(pointsIds[1])).toEqual(['appealDecided', 'pointsRemoved', 'stopLifted']);
  const left = await record(hall, 5);
  expect(left).toMatchObject({ points: 4, grade: 'warned' });
  expect(left.stoppedUntil).toBeUndefined();
});
