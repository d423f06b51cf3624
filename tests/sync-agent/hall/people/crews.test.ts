/* Crews: two to six who go together or not at all. */
import { expect, test } from 'vitest';
import { crewTapWindowMs } from '@kuaizhao/db/domain/people/crews/decide.ts';
import { factOf, factsOf, openEngine, refusalOf, staffActor, type TestEngine } from '../../../fixtures/engine.ts';
import { person } from '../../../fixtures/people.ts';
import { byCard, dayMs, newcomer, postedJob } from './stage.ts';

const form = (hall: TestEngine, people: readonly number[], gapMs = 10_000) =>
  hall.ask('formCrew', { members: people.map((n, index) => ({ card: person(n), tappedAt: hall.clock.now - (people.length - 1 - index) * gapMs })) });

test('F7 a crew is formed card by card, and each visit knows it', async () => {
  const hall = openEngine();
  const people = [await newcomer(hall, 1), await newcomer(hall, 2), await newcomer(hall, 3)];
  const crew = factOf(await form(hall, [1, 2, 3]), 'crewFormed');
  expect(crew.visitIds).toEqual(people.map((one) => one.visitId));
  for (const one of people) expect(hall.db.view.crewOf(one.visitId)).toEqual({ crewId: crew.crewId, visitIds: crew.visitIds });
  expect(hall.db.faces.people.crewsToday()).toEqual([{ crewId: crew.crewId, numbers: ['A001', 'A002', 'A003'] }]);
});

test('F7 what makes no crew is refused by name, with the member', async () => {
  const hall = openEngine();
  for (const n of [1, 2, 3, 4]) await newcomer(hall, n);
  const head = hall.db.journal.head();
  expect(refusalOf(await form(hall, [1]))).toBe('malformed members');
  expect(refusalOf(await form(hall, [1, 2, 3, 4, 5, 6, 7]))).toBe('malformed members');
  expect(refusalOf(await form(hall, [1, 1]))).toBe('crewImpossible members.1');
  expect(refusalOf(await form(hall, [1, 2], crewTapWindowMs + 1))).toBe('crewImpossible members');
  expect(refusalOf(await form(hall, [1, 99]))).toBe('workerUnknown members.1');
  expect(refusalOf(await hall.ask('formCrew', { members: [{ card: person(1), tappedAt: hall.clock.now }, { card: { ...person(2), birth: '19810101' }, tappedAt: hall.clock.now }] }))).toBe('cardNumberWrong members.1');
  expect(hall.db.journal.head()).toEqual(head);
  await form(hall, [1, 2]);
  expect(refusalOf(await form(hall, [3, 2]))).toBe('alreadyInCrew members.1');
  const job = await postedJob(hall, { headcount: 1 });
  const called = factsOf(await hall.ask('callForJob', { tableId: 't1', jobId: job.jobId, count: 3 }, staffActor)).filter((fact) => fact.type === 'ticketCalled');
  expect(called.map((call) => call.number)).toContain('A003');
  expect(refusalOf(await form(hall, [3, 4]))).toBe('visitUnknown members.0');
});

test('F7 whoever leaves, the rest go on; a crew of one is none; a new day begins without crews', async () => {
  const hall = openEngine();
  const [first, second, third] = [await newcomer(hall, 1), await newcomer(hall, 2), await newcomer(hall, 3)];
  const { crewId } = factOf(await form(hall, [1, 2, 3]), 'crewFormed');
  expect(factsOf(await hall.ask('leaveCrew', { who: byCard(2) }))).toEqual([{ type: 'crewLeft', crewId, visitId: second.visitId }]);
  expect(hall.db.view.crewOf(second.visitId)).toBeUndefined();
  expect(hall.db.view.crewOf(first.visitId)?.visitIds).toEqual([first.visitId, third.visitId]);
  expect(refusalOf(await hall.ask('leaveCrew', { who: byCard(2) }))).toBe('crewUnknown who');
  expect(factsOf(await hall.ask('leaveCrew', { who: byCard(1) })).map((fact) => fact.type)).toEqual(['crewLeft', 'crewDissolved']);
  expect(hall.db.view.crewOf(third.visitId)).toBeUndefined();
  await form(hall, [1, 3]);
  hall.clock.now += dayMs;
  const tomorrow = factOf(await hall.ask('checkIn', { card: person(1) }), 'visitOpened');
  expect(hall.db.view.crewOf(tomorrow.visitId)).toBeUndefined();
  expect(hall.db.faces.people.crewsToday()).toEqual([]);
});

test('F7 staff dissolve a crew, at a kiosk only a member’s card does; who erases everything leaves the crew', async () => {
  const hall = openEngine();
  for (const n of [1, 2, 3, 4]) await newcomer(hall, n);
  const { crewId } = factOf(await form(hall, [1, 2]), 'crewFormed');
  expect(refusalOf(await hall.ask('dissolveCrew', { crewId }))).toBe('notYourRole who');
  expect(refusalOf(await hall.ask('dissolveCrew', { crewId, who: byCard(3) }))).toBe('crewUnknown crewId');
  expect(factOf(await hall.ask('dissolveCrew', { crewId, who: byCard(2) }), 'crewDissolved').reason).toBe('asked');
  expect(refusalOf(await hall.ask('dissolveCrew', { crewId }, staffActor))).toBe('crewUnknown crewId');
  const next = factOf(await form(hall, [3, 4]), 'crewFormed');
  expect(factOf(await hall.ask('eraseWorker', { who: byCard(4), reason: 'personAsked' }), 'crewDissolved')).toEqual({ type: 'crewDissolved', crewId: next.crewId, reason: 'tooFew' });
});
