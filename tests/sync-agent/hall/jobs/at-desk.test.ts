/* A posting is changed and closed at the desk: for an employer who stands there and shows it, by the rules of posting, and whoever was called is told. */
import { expect, test } from 'vitest';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import { staffMay } from '@kuaizhao/sync-agent/contract/may/commands.ts';
import { jobQuery } from '@kuaizhao/sync-agent/contract/queries/jobs.ts';
import { firm, household, post } from '../../../fixtures/employers.ts';
import { factOf, factsOf, morning, openEngine, refusalOf, staffActor, type TestEngine } from '../../../fixtures/engine.ts';
import { creditCode, person } from '../../../fixtures/people.ts';

const clerk: Actor = { role: 'console', staffId: 'clerk-1', staffRole: 'clerk' };
const slip = { kind: 'slip' as const, number: 'J001' };
const consent = { textVersion: '2026-11', purposes: ['registration' as const] };
const newcomer = (hall: TestEngine, n: number) => hall.ask('registerWorker', { card: person(n), consent, trades: ['0201'] });
const callOne = async (hall: TestEngine, jobId: string) => factOf(await hall.ask('callForJob', { tableId: 't1', jobId, count: 1 }, staffActor), 'ticketCalled');
const asked = (hall: TestEngine, jobId: string) => jobQuery.reply.parse(hall.db.faces.jobs.job(jobId, hall.clock.now));
async function openJob(changes = {}) {
  const hall = openEngine();
  const employerId = await household(hall);
  const { jobId } = factOf(await post(hall, employerId, changes), 'jobPosted');
  const change = (content: object, more: object = {}) => hall.ask('changeJob', { jobId, shown: slip, change: content, ...more }, clerk);
  return { hall, employerId, jobId, change };
}

test('F3 F33 a clerk changes a posting for whoever shows its slip or the registered number; the fact says who, for whom, and what is other than before', async () => {
  const hall = openEngine();
  const employerId = await firm(hall, 1);
  const { jobId } = factOf(await post(hall, employerId), 'jobPosted');
  const change = (content: object, more: object) => hall.ask('changeJob', { jobId, change: content, ...more }, clerk);
  for (const shown of [undefined, { kind: 'slip', number: 'J002' }, { kind: 'number', number: creditCode(2) }, { kind: 'number', number: person(902).number }]) {
    expect(refusalOf(await change({ headcount: 4 }, shown === undefined ? {} : { shown }))).toBe('employerNotShown shown');
    expect(refusalOf(await hall.ask('closeJob', { jobId, reason: 'enough', ...(shown === undefined ? {} : { shown: shown as typeof slip }) }, clerk))).toBe('employerNotShown shown');
  }
  expect(factOf(await change({ headcount: 4, place: '天桥区' }, { shown: slip }), 'jobChanged')).toMatchObject({ by: 'clerk-1', askedFor: { employerId, showed: 'slip' }, changed: ['headcount', 'place'], terms: { headcount: 4, place: '天桥区' } });
  expect(factOf(await change({ headcount: 5 }, { shown: { kind: 'number', number: creditCode(1) } }), 'jobChanged').askedFor).toEqual({ employerId, showed: 'number' });
  expect(factOf(await change({ headcount: 6 }, { shown: { kind: 'number', number: person(901).number } }), 'jobChanged').askedFor).toEqual({ employerId, showed: 'number' });
  expect(factOf(await change({ headcount: 7 }, { card: person(901) }), 'jobChanged').askedFor).toEqual({ employerId, showed: 'card' });
  expect(factOf(await hall.ask('closeJob', { jobId, shown: slip, reason: 'foundElsewhere' }, clerk), 'jobClosed')).toMatchObject({ by: 'clerk-1', askedFor: { employerId, showed: 'slip' }, reason: 'foundElsewhere' });
  expect(asked(hall, jobId).decisions.map((one) => [one.what, one.by])).toEqual([
    ['open headcount place slip', 'clerk-1'], ['open headcount number', 'clerk-1'], ['open headcount number', 'clerk-1'], ['open headcount card', 'clerk-1'], ['foundElsewhere slip', 'clerk-1'],
  ]);
  expect((['changeJob', 'closeJob'] as const).map((type) => (['clerk', 'host', 'boardOperator', 'supervisor', 'admin', 'auditor'] as const).filter((role) => staffMay(role, type)))).toEqual([['clerk', 'host', 'supervisor', 'admin'], ['clerk', 'host', 'supervisor', 'admin']]);
});

test('F3 place, time, hours and the van may be other than posted as long as they can be true, and what was written may go', async () => {
  const { hall, jobId, change } = await openJob({ bay: '3号位', plate: '鲁A12345' });
  const { startAt } = hall.db.view.job(jobId)?.terms ?? { startAt: 0 };
  expect(refusalOf(await change({ place: '章丘区', startAt: startAt + 3_600_000, leaveBy: startAt + 3_000_000, hoursPerDay: 6, days: 2, without: ['bay', 'plate'] }))).toBe('none');
  const { terms } = hall.db.view.job(jobId) ?? {};
  expect(terms).toMatchObject({ place: '章丘区', startAt: startAt + 3_600_000, leaveBy: startAt + 3_000_000, hoursPerDay: 6, days: 2 });
  expect([terms?.bay, terms?.plate]).toEqual([undefined, undefined]);
  expect(refusalOf(await change({ startAt: morning - 7_200_000 }))).toBe('termImpossible change.startAt');
  expect(refusalOf(await change({ startAt: startAt + 1_800_000 }))).toBe('termImpossible change.leaveBy');
  expect(refusalOf(await change({ bay: '99号位' }))).toBe('termImpossible change.bay');
  expect(refusalOf(await change({ days: 366 }))).toBe('termImpossible change.days');
  expect(refusalOf(await change({ trade: '0101' }))).toBe('malformed change');
  expect(refusalOf(await change({ without: ['place'] }))).toBe('malformed change.without.0');
});

test('F12 F13 new words of a posting pass the filter at the desk as at the kiosk, and go to review where the hall reviews', async () => {
  const { hall, change } = await openJob();
  expect(await change({ title: '限男，搬家具' })).toMatchObject({ ok: false, refusal: { code: 'wordingBlocked', field: 'change.title' } });
  expect(refusalOf(await change({ remark: '电话13800001111' }))).toBe('contactInText change.remark');
  expect(factOf(await change({ place: '唐冶新区某处' }), 'jobChanged')).toMatchObject({ state: 'inReview', cause: 'freeText' });
  expect(hall.db.faces.board.jobs(hall.clock.now, 9)).toEqual([]);
});

test('F33 two desks do not write over each other: who read an older posting is told so', async () => {
  const { hall, jobId, change } = await openJob();
  expect(asked(hall, jobId).job?.changes).toBe(0);
  expect(refusalOf(await change({ headcount: 3 }, { seen: 0 }))).toBe('none');
  expect(refusalOf(await change({ headcount: 5 }, { seen: 0 }))).toBe('jobChangedMeanwhile seen');
  expect([asked(hall, jobId).job?.changes, refusalOf(await change({ headcount: 5 }, { seen: 1 }))]).toEqual([1, 'none']);
});

test('F17 whoever was called and is on the way is called again when pay, place or time changed; who sits at the table is not', async () => {
  const { hall, jobId, change } = await openJob({ headcount: 3 });
  for (const n of [1, 2]) await newcomer(hall, n);
  const [one, other] = [await callOne(hall, jobId), await callOne(hall, jobId)];
  factsOf(await hall.ask('answerCall', { callId: other.callId, answer: { kind: 'accept' } }, staffActor));
  expect(factsOf(await change({ hoursPerDay: 6 })).map((fact) => fact.type)).toEqual(['jobChanged', 'callRepeated']);
  expect(factOf(await change({ pay: { kind: 'fixed', amountFen: 30_000, unit: 'day' } }), 'callRepeated')).toMatchObject({ callId: one.callId, times: 3 });
  expect(factsOf(await change({ headcount: 4 })).map((fact) => fact.type)).toEqual(['jobChanged']);
  // As often as staff may repeat a call, and no more: nobody is shouted at all morning.
  for (let more = 0; more < 20; more += 1) await change({ pay: { kind: 'fixed', amountFen: 30_100 + more * 100, unit: 'day' } });
  expect(hall.db.view.call(one.callId)?.times).toBe(11);
});

test('F7 what the hire slip promises stays, once somebody is hired; the van may still change', async () => {
  const { hall, jobId, change } = await openJob({ headcount: 3, bay: '3号位' });
  await newcomer(hall, 1);
  factsOf(await hall.ask('confirmHire', { callId: (await callOne(hall, jobId)).callId, agreedPay: { amountFen: 21_000, unit: 'day' }, settlement: 'atOnce' }, staffActor));
  const { terms } = hall.db.view.job(jobId) ?? {};
  for (const [element, value] of [['place', '章丘区'], ['startAt', (terms?.startAt ?? 0) + 600_000], ['hoursPerDay', 9], ['days', 3]] as const) expect(refusalOf(await change({ [element]: value }))).toBe(`alreadyPromised change.${element}`);
  expect([refusalOf(await change({ place: terms?.place })), refusalOf(await change({ bay: '4号位' })), refusalOf(await change({ headcount: 1 }))]).toEqual(['none', 'none', 'none']);
  expect(hall.db.view.job(jobId)?.state).toBe('filled');
  expect(refusalOf(await hall.ask('closeJob', { jobId, shown: slip, reason: 'enough' }, clerk))).toBe('jobNotOpen jobId');
});

test('F13 a posting that was taken down, closed or is over is neither changed nor closed at the desk', async () => {
  for (const end of ['takeDownJob', 'closeJob', 'time'] as const) {
    const { hall, jobId, change } = await openJob();
    if (end === 'takeDownJob') await hall.ask('takeDownJob', { jobId, reason: 'mistake' }, staffActor);
    if (end === 'closeJob') await hall.ask('closeJob', { jobId, shown: slip, reason: 'weather' }, clerk);
    if (end === 'time') hall.clock.now += 12 * 3_600_000;
    expect([refusalOf(await change({ headcount: 4 })), refusalOf(await hall.ask('closeJob', { jobId, shown: slip, reason: 'enough' }, clerk))]).toEqual(['jobNotOpen jobId', 'jobNotOpen jobId']);
  }
});
