/* The plan in the hall: who is called by it, what it follows, what it answers, and that it never stands in anybody's way. */
import { expect, test } from 'vitest';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import { factOf, factsOf, kioskActor, refusalOf, staffActor, type TestEngine } from '../../../fixtures/engine.ts';
import { person } from '../../../fixtures/people.ts';
import { tablesIn } from '../../../fixtures/fold-tables.ts';
import { agent, callFor, callsIn, host, jobOf, minute, newcomers, numbersIn, openTables, refuseCall, refused, typesOf } from '../hiring/stage.ts';
import { checkPlan, planOf } from './check-plan.ts';

const wish = (hall: TestEngine, n: number, wishes: object) => hall.ask('setWishes', { who: { by: 'card', card: person(n) }, wishes });
const reach = (hall: TestEngine, ticketId: string, jobId: string) => hall.db.view.explained(ticketId, jobId, { now: hall.clock.now, next: true });
/** People who come a minute after each other. */
async function inTurn(hall: TestEngine, count: number, more: Parameters<typeof newcomers>[2] = {}) {
  const people = [];
  for (let n = 1; n <= count; n += 1) {
    people.push(...await newcomers(hall, 1, { ...more, first: n }));
    hall.clock.now += minute;
  }
  return people;
}

test('F5 F6 matching.md §2 a job calls whom the plan has for it: one who can take only this job keeps it, the other takes what both can do', async () => {
  const hall = openTables({ standby: 0 });
  await newcomers(hall, 1, { trades: ['0201', '0203'] });
  hall.clock.now += minute;
  await newcomers(hall, 1, { first: 2, trades: ['0201'] });
  const carrying = await jobOf(hall, { trade: '0201', headcount: 1 });
  const other = await jobOf(hall, { trade: '0203', headcount: 1 });
  // By the longest wait alone the first would be called here, and one place would stay empty.
  expect(numbersIn(await callFor(hall, carrying))).toEqual(['A002']);
  expect(numbersIn(await callFor(hall, other, { tableId: 't2' }))).toEqual(['A001']);
  checkPlan(hall, [carrying, other]);
});

test('F5 F2 wishes: pay, way, end of the day and days are kept; a job that does not meet them calls nobody, and the reason is told', async () => {
  const hall = openTables({ standby: 0 });
  const people = await inTurn(hall, 2);
  await wish(hall, 1, { leastPay: { amountFen: 30_000, unit: 'day' } });
  const jobId = await jobOf(hall, { headcount: 1, pay: { kind: 'fixed', amountFen: 21_000, unit: 'day' } });
  expect(reach(hall, people[0]!.ticketId, jobId)).toMatchObject({ kind: 'noPair', why: { code: 'payBelowWish' } });
  expect(numbersIn(await callFor(hall, jobId))).toEqual(['A002']);
  await wish(hall, 1, {});
  expect(reach(hall, people[0]!.ticketId, await jobOf(hall, { headcount: 1 }))).toMatchObject({ kind: 'pair', reach: { missingMinutes: 0 } });
  await wish(hall, 1, { homeBy: '10:00', mostDays: 1 });
  expect(reach(hall, people[0]!.ticketId, await jobOf(hall, { headcount: 1 }))).toMatchObject({ kind: 'noPair', why: { code: 'endsTooLate' } });
});

test('§4 F6 a paper that the work needs: without it nobody is called and the window is named; shown to staff it counts to its last day', async () => {
  const hall = openTables({ standby: 0 });
  const [worker] = await inTurn(hall, 1);
  const jobId = await jobOf(hall, { headcount: 1, conditions: { certificates: ['forklift'] } });
  expect(reach(hall, worker!.ticketId, jobId)).toMatchObject({ why: { code: 'certificateMissing', certificate: 'forklift' } });
  expect(refusalOf(await callFor(hall, jobId))).toBe('nobodyWaiting');
  const show = (until: string, actor = staffActor) => hall.ask('showCertificate', { who: { by: 'worker', workerId: worker!.workerId }, held: { certificate: 'forklift', until } }, actor);
  expect(refusalOf(await show('2026-11-20'))).toBe('documentWrong held.until');
  expect(refusalOf(await show('2027-01-01', kioskActor))).toBe('notYourRole');
  expect(typesOf(await show('2027-01-01'))).toEqual(['certificateShown']);
  expect(numbersIn(await callFor(hall, jobId))).toEqual(['A001']);
});

test('F5 F6 我要报名: a job of another trade asked for by name calls whoever asked, twice is once, and what cannot be is refused', async () => {
  const hall = openTables({ standby: 0 });
  const people = await inTurn(hall, 2, { trades: ['0203'] });
  const jobId = await jobOf(hall, { trade: '0201', headcount: 1 });
  expect(reach(hall, people[1]!.ticketId, jobId)).toMatchObject({ why: { code: 'notYourTrade' } });
  const apply = (n: number, id = jobId) => hall.ask('applyForJob', { who: { by: 'card', card: person(n) }, jobId: id });
  const [first, again] = [await apply(2), await apply(2)];
  expect([factsOf(first), factsOf(again)]).toEqual([[{ type: 'jobAppliedFor', jobId, ticketId: people[1]!.ticketId, workerId: people[1]!.workerId }], factsOf(first)]);
  expect(refusalOf(await apply(1, 'none'))).toBe('jobUnknown jobId');
  expect(refusalOf(await apply(7))).toBe('workerUnknown who');
  expect(numbersIn(await callFor(hall, jobId))).toEqual(['A002']);
});

test('matching.md §2 why not me, to the minute: the job reaches those who came before, and one’s own place counts from the check-in less the head start', async () => {
  const hall = openTables({ standby: 0 });
  const people = await inTurn(hall, 3);
  const jobId = await jobOf(hall, { headcount: 1 });
  const third = reach(hall, people[2]!.ticketId, jobId);
  expect(third).toMatchObject({ kind: 'pair', reach: { reaches: 'until', missingMinutes: 2 }, next: [] });
  expect(third?.kind === 'pair' && third.countsFrom).toBe(hall.db.view.ticket(people[2]!.ticketId)?.rank);
  expect(reach(hall, people[0]!.ticketId, jobId)).toMatchObject({ reach: { missingMinutes: 0 } });
});

test('F15 §4 verified hardship counts as having come half an hour earlier, for the plan alone: no fact and no other column tells it', async () => {
  const hall = openTables({ standby: 0 });
  await inTurn(hall, 1);
  const [second] = await newcomers(hall, 1, { first: 2 });
  const clerk = { role: 'console', staffId: 'clerk-1', staffRole: 'clerk' } as const;
  await hall.ask('openHelpCase', { workerId: second!.workerId, grounds: [{ group: 'minimumAllowance', evidence: 'certificate', verifiedOn: '2026-11-01', until: '2027-11-01' }] }, clerk);
  hall.clock.now += 24 * 60 * minute;
  const before = hall.db.journal.head().seq;
  await hall.ask('checkIn', { card: person(1) });
  hall.clock.now += 20 * minute;
  await hall.ask('checkIn', { card: person(2) });
  const jobId = await jobOf(hall, { headcount: 1 });
  expect(numbersIn(await callFor(hall, jobId))).toEqual(['A002']);
  expect(hall.db.journal.read(before + 1, 99).map((row) => row.body).join('')).not.toMatch(/hardship|headStart|minimumAllowance/);
});

test('F7 three offers that met the own terms are declined: the terms are asked for again, and the place stays what it was', async () => {
  const hall = openTables({ standby: 0 });
  const people = await inTurn(hall, 2);
  const asked: Fact[][] = [];
  for (let n = 0; n < 3; n += 1) {
    const jobId = await jobOf(hall, { headcount: 1 });
    const [call] = callsIn(await callFor(hall, jobId));
    expect(call?.number).toBe('A001');
    asked.push([...factsOf(await refuseCall(hall, call!.callId))].filter((fact) => fact.type === 'restateAsked'));
    await hall.ask('takeDownJob', { jobId, reason: 'mistake' }, staffActor);
  }
  expect(asked).toEqual([[], [], [{ type: 'restateAsked', workerId: people[0]!.workerId, ticketId: people[0]!.ticketId }]]);
  expect(hall.db.view.askedToRestate(people[0]!.ticketId)).toBe(true);
  expect(numbersIn(await callFor(hall, await jobOf(hall, { headcount: 1 })))).toEqual(['A001']);
  await wish(hall, 1, { withinKm: 20 });
  expect([hall.db.view.askedToRestate(people[0]!.ticketId), hall.db.view.declinesOf(people[0]!.ticketId)]).toEqual([false, 0]);
});

test('F7 matching.md §2 a pair that parted comes together again when the pay became better, and not before', async () => {
  const hall = openTables({ standby: 0 });
  await inTurn(hall, 1);
  const jobId = await jobOf(hall, { headcount: 1, pay: { kind: 'fixed', amountFen: 21_000, unit: 'day' } });
  await refuseCall(hall, callsIn(await callFor(hall, jobId))[0]!.callId);
  expect(refusalOf(await callFor(hall, jobId))).toBe('nobodyWaiting');
  hall.clock.now += minute;
  factOf(await hall.ask('changeJob', { jobId, card: person(900), change: { headcount: 2 } }), 'jobChanged');
  expect(refusalOf(await callFor(hall, jobId))).toBe('nobodyWaiting');
  factOf(await hall.ask('changeJob', { jobId, card: person(900), change: { pay: { kind: 'fixed', amountFen: 26_000, unit: 'day' } } }), 'jobChanged');
  expect(numbersIn(await callFor(hall, jobId))).toEqual(['A001']);
});

test('F21 a job whose employer was not there keeps nobody: the next job has them, until the employer is at a table again', async () => {
  const hall = openTables({ standby: 0 });
  const people = await inTurn(hall, 1);
  const [gone, here] = [await jobOf(hall, { headcount: 1 }), await jobOf(hall, { headcount: 1 })];
  await callFor(hall, gone);
  await hall.ask('markEmployerAbsent', { jobId: gone }, host);
  expect([hall.db.matching.plan().job(gone), reach(hall, people[0]!.ticketId, here)]).toMatchObject([undefined, { kind: 'pair', countsFrom: 0 }]);
  expect(numbersIn(await callFor(hall, here, { tableId: 't2' }))).toEqual(['A001']);
  await newcomers(hall, 1, { first: 2 });
  expect(numbersIn(await callFor(hall, gone))).toEqual(['A002']);
  checkPlan(hall, [gone, here]);
});

test('F1 a job that is over by the clock gets its fact, and its people are planned elsewhere', async () => {
  const hall = openTables({ standby: 0 });
  await inTurn(hall, 1);
  const short = await jobOf(hall, { headcount: 1, validUntil: hall.clock.now + 30 * minute });
  const long = await jobOf(hall, { headcount: 1 });
  hall.clock.now += 31 * minute;
  expect(hall.db.view.overdueJobs(hall.clock.now, 9)).toEqual([short]);
  expect(typesOf(await hall.ask('expireJobs', { limit: 9 }, agent))).toEqual(['jobExpired']);
  expect(hall.db.matching.plan().plannedFor(hall.db.matching.plan().job(long)!)).toHaveLength(1);
});

test('matching.md §5 the same moves make the same plan: after a restart, and out of the journal alone', async () => {
  const hall = openTables({ standby: 1 });
  await inTurn(hall, 6);
  const jobs = [await jobOf(hall, { headcount: 2, minimum: 2 }), await jobOf(hall, { headcount: 3 })];
  await refuseCall(hall, callsIn(await callFor(hall, jobs[0]!))[0]!.callId);
  await wish(hall, 4, { withinKm: 30 });
  checkPlan(hall, jobs);
  const before = planOf(hall);
  hall.close();
  const restarted = openTables({}, {}, 'b0b0b0b0b0b0b0b0', hall.dir);
  expect(planOf(restarted)).toEqual(before);
  expect([restarted.db.matching.prove(), restarted.db.matching.reading().remade]).toEqual([undefined, 0]);
});

test('matching.md §5 a refused or undone command leaves the plan as it was', async () => {
  const hall = openTables({ standby: 1 });
  await inTurn(hall, 3);
  const jobId = await jobOf(hall, { headcount: 1 });
  const before = planOf(hall);
  await refused(hall, 'seatTable', { tableId: 'none' }, 'placeUnknown tableId', host);
  await refused(hall, 'applyForJob', { who: { by: 'worker', workerId: 'none' }, jobId }, 'workerUnknown who');
  expect(() => hall.db.group(() => {
    hall.db.operation(() => { hall.db.record({ type: 'jobClosed', jobId, reason: 'enough' }, [], hall.clock.now); }, false);
    throw new Error('the disk is full');
  })).toThrow('the disk is full');
  expect(planOf(hall)).toEqual(before);
  checkPlan(hall, [jobId]);
});

test('§4 F2 wishes and shown papers are in the own copy, and go with the person: no wish, no paper, no move that told them is left', async () => {
  const hall = openTables({ standby: 0 });
  const [worker] = await inTurn(hall, 1);
  await wish(hall, 1, { leastPay: { amountFen: 20_000, unit: 'day' }, withinKm: 15, homeBy: '18:00', mostDays: 2, otherHalls: true });
  await hall.ask('showCertificate', { who: { by: 'worker', workerId: worker!.workerId }, held: { certificate: 'forklift', until: '2027-05-01' } }, staffActor);
  const copy = hall.db.faces.people.accessCopy(worker!.workerId, true, hall.clock.now);
  expect(copy?.entries.filter((entry) => entry.section === 'wishes').map((entry) => entry.value.zh)).toEqual(['搬运工', '工钱不低于每天 200 元', '不超过 15 公里', '18:00 以前收工', '最多干 2 天', '愿意去别的市场', '叉车司机证']);
  factOf(await hall.ask('eraseWorker', { who: { by: 'card', card: person(1) }, reason: 'personAsked' }), 'workerErased');
  const tables = tablesIn(hall.dir);
  expect([tables['worker_wish'], tables['worker_certificate']]).toEqual([[], []]);
  expect(hall.db.matching.plan().unit(worker!.ticketId)?.members[0]?.wishes ?? {}).toEqual({});
});

test('F8 matching.md §2 sealed prices, once opened, count in the fit: of two who came in the same minute the lower price is planned', async () => {
  const hall = openTables({ standby: 0 });
  hall.clock.now += 10_000;
  const people = await newcomers(hall, 2);
  const jobId = await jobOf(hall, { headcount: 1, sealedQuotes: true });
  const plannedFor = () => hall.db.matching.plan().plannedFor(hall.db.matching.plan().job(jobId)!).flatMap((unit) => unit.members.map((one) => one.number));
  expect(plannedFor()).toEqual(['A001']);
  for (const [n, amountFen] of [[1, 26_000], [2, 22_000]] as const) factOf(await hall.ask('sealQuote', { jobId, card: person(n), pay: { amountFen, unit: 'day' } }), 'quoteSealed');
  expect(plannedFor()).toEqual(['A001']);
  factOf(await hall.ask('openQuotes', { jobId, card: person(900) }), 'quotesOpened');
  expect([plannedFor(), reach(hall, people[1]!.ticketId, jobId)]).toMatchObject([['A002'], { kind: 'pair', parts: { pay: 400 } }]);
  expect(numbersIn(await callFor(hall, jobId))).toEqual(['A002']);
  checkPlan(hall, [jobId]);
});
