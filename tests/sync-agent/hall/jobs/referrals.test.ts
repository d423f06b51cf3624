/* Who would be called for a job and why, as staff ask it: the same people, in the same order, as the table then calls. */
import { expect, test } from 'vitest';
import { refer } from '@kuaizhao/db/domain/matching/refer.ts';
import { factOf, factsOf, openEngine, staffActor, type TestEngine } from '../../../fixtures/engine.ts';
import { soundTerms } from '../../../fixtures/hall.ts';
import { person } from '../../../fixtures/people.ts';

async function openHall() {
  const hall = openEngine();
  const { employerId } = factOf(await hall.ask('registerHousehold', { card: person(900), promiseVersion: '2026-11' }), 'employerRegistered');
  const post = async (changes = {}) => factOf(await hall.ask('postJob', { employerId, card: person(900), terms: soundTerms(hall.clock.now, { trade: '0201', headcount: 3, ...changes }) }), 'jobPosted');
  const worker = async (n: number, trades = ['0201']) => factOf(await hall.ask('registerWorker', { card: person(n), consent: { textVersion: '2026-11', purposes: ['registration'] }, trades }), 'ticketIssued');
  return { hall, post, worker };
}
const referred = (hall: TestEngine, jobId: string, count = 5) => {
  const job = hall.db.view.job(jobId);
  return job === undefined ? [] : refer(hall.db.view, job, count, hall.clock.now).map(({ number, reason, crew }) => [number, reason, crew]);
};
const called = async (hall: TestEngine, jobId: string, count: number) =>
  factsOf(await hall.ask('callForJob', { tableId: 't1', jobId, count }, staffActor)).flatMap((fact) => (fact.type === 'ticketCalled' ? [fact.number] : []));

test('F5 a job’s referrals are those whom the table calls, each with its reason: longest wait, named, front of the queue', async () => {
  const { hall, post, worker } = await openHall();
  for (const n of [1, 2]) await worker(n);
  await worker(3, ['0301']);
  await worker(4);
  const open = await post();
  expect(referred(hall, open.jobId)).toEqual([['A001', 'byPlan', 1], ['A002', 'byPlan', 1], ['A004', 'byPlan', 1]]);
  const named = await post({ namedTicket: 'A004' });
  expect(referred(hall, named.jobId)).toEqual([['A004', 'named', 1], ['A001', 'byPlan', 1], ['A002', 'byPlan', 1]]);
  const rotation = await post({ mode: 'rotation' });
  expect(referred(hall, rotation.jobId).map(([, reason]) => reason)).toEqual(['longestWithoutWork', 'longestWithoutWork', 'longestWithoutWork']);
  expect(await called(hall, open.jobId, 2)).toEqual(['A001', 'A002']);
  expect(referred(hall, named.jobId)).toEqual([['A004', 'named', 1]]);
  await hall.ask('markEmployerAbsent', { jobId: open.jobId }, staffActor);
  expect(referred(hall, named.jobId)).toEqual([['A004', 'named', 1], ['A001', 'front', 1], ['A002', 'front', 1]]);
});

test('F5 F6 of a draw only the drawn are referred, in the order of the lots; a crew is referred whole or not at all', async () => {
  const { hall, post, worker } = await openHall();
  for (const n of [1, 2, 3]) await worker(n);
  const drawn = await post({ mode: 'draw' });
  expect(referred(hall, drawn.jobId)).toEqual([]);
  await hall.ask('openDraw', { jobId: drawn.jobId }, staffActor);
  hall.clock.now += 61_000;
  await hall.ask('drawLots', { jobId: drawn.jobId }, staffActor);
  const lots = referred(hall, drawn.jobId);
  expect(lots.map(([, reason]) => reason)).toEqual(['lot', 'lot', 'lot']);
  expect(await called(hall, drawn.jobId, 2)).toEqual(lots.slice(0, 2).map(([number]) => number));
});

test('F5 a crew is referred together, each with how many they are', async () => {
  const { hall, post, worker } = await openHall();
  for (const n of [1, 2]) await worker(n);
  await hall.ask('formCrew', { members: [1, 2].map((n) => ({ card: person(n), tappedAt: hall.clock.now + n * 1_000 })) });
  const job = await post();
  expect(referred(hall, job.jobId)).toEqual([['A001', 'byPlan', 2], ['A002', 'byPlan', 2]]);
  expect(referred(hall, job.jobId, 1)).toEqual([]);
});
