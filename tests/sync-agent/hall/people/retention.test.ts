/* The daily clearing: what is over its time goes, what is not stays, and the journal says that it ran. */
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { retentionRules } from '@kuaizhao/db/domain/records/retention.ts';
import { lastClearingQuery } from '@kuaizhao/sync-agent/contract/queries/staff.ts';
import { clearIfDue } from '@kuaizhao/sync-agent/hall/clockwork/retention-job.ts';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import { factOf, factsOf, kioskActor, openEngine, refusalOf, staffActor, type TestEngine } from '../../../fixtures/engine.ts';
import { person } from '../../../fixtures/people.ts';
import { byCard, byId, clerk, consent, dayMs, newcomer, postedJob, witnessed } from './stage.ts';

const agent: Actor = { role: 'agent' };
const run = async (hall: TestEngine) => factOf(await hall.ask('runRetention', {}, agent), 'retentionRan');
const later = (hall: TestEngine, days: number): void => { hall.clock.now += days * dayMs; };
const jobParts = (hall: TestEngine) => {
  let ids = 0;
  return { db: hall.db, engine: hall.engine, clock: { now: () => hall.clock.now, monotonicMs: () => 0, after: () => () => undefined }, newId: () => `run-${hall.clock.now}-${++ids}`, log: pino({ level: 'silent' }) };
};

test('§4 somebody not seen for three years is erased, somebody seen within them is not, and the visits still count', async () => {
  const hall = openEngine();
  const [gone, seen, merged] = [await newcomer(hall, 1), await newcomer(hall, 2), await witnessed(hall, 3)];
  const into = await newcomer(hall, 3);
  await hall.ask('mergeWorker', { from: merged.workerId, into: into.workerId }, staffActor);
  later(hall, 400);
  await hall.ask('checkIn', { card: person(2) });
  await hall.ask('checkInWitnessed', { workerId: merged.workerId }, staffActor);
  later(hall, retentionRules.workers.keepDays - 399);
  const answer = await hall.ask('runRetention', {}, agent);
  expect(factsOf(answer).filter((fact) => fact.type === 'workerErased')).toMatchObject([{ workerId: gone.workerId, reason: 'keptLongEnough' }]);
  expect(factOf(answer, 'retentionRan')).toMatchObject({ counts: { workers: 1 }, more: false });
  expect([gone, seen, merged].map((one) => hall.db.view.worker(one.workerId) !== undefined)).toEqual([false, true, true]);
  expect(hall.db.journal.read(1, 100).filter((row) => row.kind === 'visitOpened')).toHaveLength(6);
});

test('§4 an open help case keeps its person; a closed one goes with its notes after its time', async () => {
  const hall = openEngine();
  const [open, closed] = [await newcomer(hall, 1), await newcomer(hall, 2)];
  for (const { workerId } of [open, closed]) {
    const { caseId } = factOf(await hall.ask('openHelpCase', { workerId, grounds: [] }, clerk), 'helpCaseOpened');
    await hall.ask('recordHelpVisit', { caseId, kind: 'talk', on: '2026-11-20', note: '谈过' }, clerk);
    if (workerId === closed.workerId) await hall.ask('closeHelpCase', { caseId, outcome: 'employed' }, clerk);
  }
  later(hall, 500);
  await hall.ask('checkIn', { card: person(2) });
  later(hall, retentionRules.closedHelpCases.keepDays - 490);
  expect((await run(hall)).counts).toMatchObject({ workers: 0, closedHelpCases: 1 });
  expect([hall.db.view.worker(open.workerId), hall.db.view.worker(closed.workerId)].every((one) => one !== undefined)).toBe(true);
  expect(hall.db.faces.people.openHelpCases(9)).toHaveLength(1);
});

test('§4 past versions, ended consents, words of opinions, wishes, answers and shifts each go after their own time and no earlier', async () => {
  const hall = openEngine();
  const { workerId } = await newcomer(hall, 1, { phone: '13800001111', purposes: ['phoneToEmployer'] });
  await hall.ask('changeContact', { who: byCard(1), phone: '13800002222' });
  await hall.ask('withdrawConsent', { who: byCard(1), purposes: ['phoneToEmployer'] });
  await hall.ask('wishTraining', { who: byCard(1), trade: '0107' });
  await hall.ask('giveOpinion', { stars: 1, reasons: ['longWait'], text: '太慢了' });
  await hall.ask('startShift', { place: { kind: 'window', id: 'w1' } }, staffActor);
  await hall.ask('endShift', {}, staffActor);
  const start = hall.clock.now;
  const commandId = 'command-kept-long';
  await hall.ask('takeTicket', { service: 'policy' }, kioskActor, commandId);
  const cleared = async (days: number) => {
    hall.clock.now = start + days * dayMs;
    const { counts } = await run(hall);
    return Object.entries(counts).filter(([, count]) => (count ?? 0) > 0).map(([kind]) => kind).sort();
  };
  expect(await cleared(14)).toEqual([]);
  expect(await cleared(14.1)).toEqual(['answers']);
  expect(factsOf(await hall.ask('takeTicket', { service: 'policy' }, kioskActor, commandId)).map(({ type }) => type)).toEqual(['dayClosed', 'dayOpened', 'ticketIssued']);
  expect(await cleared(365)).toEqual(['answers']);
  expect(await cleared(365.1)).toEqual(['opinionTexts', 'pastProfiles', 'trainingWishes']);
  await hall.ask('checkIn', { card: person(1) });
  expect(await cleared(3 * 365 + 1.1)).toEqual(['answers', 'endedConsents', 'rightReceipts', 'shifts']);
  expect(hall.db.faces.people.opinions('2026-11-21', '2026-11-21', 9)).toMatchObject({ byStars: [{ stars: 1, count: 1 }], texts: [] });
  expect(hall.db.view.worker(workerId)).toBeDefined();
  expect(hall.failures).toEqual([]);
});

test('§4 the clearing of people leaves the journal alone, the chain goes on, and the clearing itself is a fact', async () => {
  const hall = openEngine();
  await newcomer(hall, 1);
  later(hall, 4 * 365);
  const before = hall.db.journal.read(1, 1_000);
  await run(hall);
  const after = hall.db.journal.read(1, 1_000);
  expect(after.slice(0, before.length)).toEqual(before);
  expect(after.slice(before.length).map((row) => row.kind)).toEqual(['consentWithdrawn', 'workerErased', 'retentionRan']);
});

test('§4 only the agent clears; more people than one run takes go with the next, fifty at a time', async () => {
  const hall = openEngine();
  for (let n = 0; n < 120; n += 60) await Promise.all(Array.from({ length: 60 }, (_, k) => newcomer(hall, n + k)));
  later(hall, 4 * 365);
  expect(refusalOf(await hall.ask('runRetention', {}, staffActor))).toBe('notYourRole');
  expect(refusalOf(await hall.ask('runRetention', {}))).toBe('notYourRole');
  expect([await run(hall), await run(hall), await run(hall)].map(({ counts, more }) => [counts.workers, more])).toEqual([[50, true], [50, true], [20, false]]);
  const receipts = hall.seen.filter((fact) => fact.type === 'workerErased').map((fact) => fact.receipt);
  expect(new Set(receipts).size).toBe(120);
});

test('§4 the job waits for the quiet hours and runs once a business day', async () => {
  const hall = openEngine();
  await newcomer(hall, 1);
  expect(await clearIfDue(jobParts(hall))).toBe(0);
  hall.clock.now += 7 * 3_600_000;
  expect(await clearIfDue(jobParts(hall))).toBe(1);
  expect(await clearIfDue(jobParts(hall))).toBe(0);
  expect(lastClearingQuery.reply.safeParse({ last: hall.db.faces.people.lastClearing() }).success).toBe(true);
  later(hall, 1);
  await hall.ask('checkIn', { card: person(1) });
  expect(await clearIfDue(jobParts(hall))).toBe(1);
});

test('§4 a person whose time is over while a call stands open is not torn out of it: whoever comes is seen', async () => {
  const hall = openEngine();
  const { workerId } = await newcomer(hall, 1);
  later(hall, 4 * 365);
  await hall.ask('checkIn', { card: person(1) });
  const job = await postedJob(hall, { headcount: 1 });
  await hall.ask('callForJob', { tableId: 't1', jobId: job.jobId, count: 1 }, staffActor);
  expect((await run(hall)).counts.workers).toBe(0);
  expect(hall.db.view.worker(workerId)?.workerId).toBe(workerId);
  expect(refusalOf(await hall.ask('giveConsent', { who: byId(workerId), consent: consent() }))).toBe('notYourRole who');
});
