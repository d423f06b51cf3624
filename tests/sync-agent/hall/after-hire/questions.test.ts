/* What kiosk and console ask about calls, talks, quotes, draws and hires: one's own only, numbers and short names, nothing under seal. */
import { expect, test } from 'vitest';
import { listHashOf, orderOf, seedOf } from '@kuaizhao/db/domain/draws/lots.ts';
import { firm, post } from '../../../fixtures/employers.ts';
import { factOf, factsOf, type TestEngine } from '../../../fixtures/engine.ts';
import { person } from '../../../fixtures/people.ts';
import { accept, agree, callFor, callNamed, callsIn, crewOf, host, jobOf, minute, newcomers, openTables, refuseCall } from '../hiring/stage.ts';
import { askAt, bossCard, clerk, day, hireAll, kiosk, openEvening, toEvening } from './stage.ts';

const reasonFor = async (hall: TestEngine, jobId: string, n = 1, year = 1980) => (await askAt(hall).told('myCalls', { card: person(n, year) }, kiosk)).notCalled.find((one) => one.jobId === jobId);

test('F6 F7 my calls of today with their state and limit, and for every other job of my trades one plain reason', async () => {
  const hall = openTables({ standby: 0 });
  const employerId = await firm(hall, 1);
  await newcomers(hall, 3);
  const jobId = await jobOf(hall, { headcount: 1 }, employerId);
  const [call] = callsIn(await callFor(hall, jobId));
  const mine = () => askAt(hall).told('myCalls', { card: person(1) }, kiosk);
  expect(await mine()).toMatchObject({ calls: [{ callId: call?.callId, jobNumber: 'J001', tableId: 't1', state: 'called', until: hall.clock.now + 10 * minute }], notCalled: [] });
  hall.clock.now += minute;
  await accept(hall, call?.callId ?? '');
  expect((await mine()).calls).toMatchObject([{ state: 'talking', until: hall.clock.now + 30 * minute }]);
  expect(await reasonFor(hall, jobId, 2)).toMatchObject({ reason: 'allCalled', ahead: 0, placesLeft: 1, mode: 'open' });
  expect(await reasonFor(hall, jobId, 3)).toMatchObject({ reason: 'allCalled', ahead: 1 });
  await refuseCall(hall, call?.callId ?? '');
  expect((await mine()).calls).toMatchObject([{ state: 'refused' }]);
  expect(await reasonFor(hall, jobId)).toMatchObject({ reason: 'parted' });
});

test('F6 §4 the reasons a matching passes somebody over: too young, hired then, not in the hall, crew, draw and rotation', async () => {
  const hall = openTables({ standby: 0 });
  const employerId = await firm(hall, 1);
  await newcomers(hall, 1);
  await newcomers(hall, 1, { first: 2, year: 2009 });
  expect(await reasonFor(hall, await jobOf(hall, { headcount: 1, hazards: ['height'] }, employerId), 2, 2009)).toMatchObject({ reason: 'tooYoung' });
  const { jobId: taken } = await hireAll(hall, employerId, 1);
  expect(await reasonFor(hall, await jobOf(hall, { headcount: 1 }, employerId))).toMatchObject({ reason: 'hiredThen' });
  expect(await reasonFor(hall, taken)).toBeUndefined();
  await newcomers(hall, 3, { first: 3 });
  await crewOf(hall, [3, 4]);
  expect(await reasonFor(hall, await jobOf(hall, { headcount: 1 }, employerId), 3)).toMatchObject({ reason: 'crewTooLarge' });
  expect(await reasonFor(hall, await jobOf(hall, { headcount: 2, mode: 'rotation' }, employerId), 3)).toMatchObject({ reason: 'notYourTurn', mode: 'rotation' });
  const draw = await jobOf(hall, { headcount: 1, mode: 'draw' }, employerId);
  expect(await reasonFor(hall, draw, 5)).toMatchObject({ reason: 'drawToCome' });
  await hall.ask('openDraw', { jobId: draw }, host);
  await newcomers(hall, 3, { first: 6 });
  await hall.ask('drawLots', { jobId: draw }, host);
  expect(await reasonFor(hall, draw, 6)).toMatchObject({ reason: 'notInDraw' });
  expect((await reasonFor(hall, draw, 5))?.ahead).toBeLessThan(4);
  hall.clock.now += day;
  expect((await askAt(hall).told('myCalls', { card: person(5) }, kiosk)).notCalled).toEqual([]);
  const tomorrow = await jobOf(hall, { headcount: 1 }, employerId);
  expect(await reasonFor(hall, tomorrow, 5)).toMatchObject({ reason: 'noNumber' });
  expect(await askAt(hall).refusal('myCalls', { card: person(777) }, kiosk)).toBe('workerUnknown card');
});

test('F8 the employer’s card sees its own job: who is called by number and short name, offers with their times, quotes only after the opening', async () => {
  const hall = openTables({ standby: 0 });
  const employerId = await firm(hall, 1);
  await newcomers(hall, 3);
  const jobId = await jobOf(hall, { headcount: 2, sealedQuotes: true, pay: { kind: 'negotiable' } }, employerId);
  const asked = askAt(hall);
  const people = () => asked.told('myJobPeople', { jobId, card: bossCard }, kiosk);
  for (const [n, amountFen] of [[1, 26_000], [2, 24_000]] as const) await hall.ask('sealQuote', { jobId, card: person(n), pay: { amountFen, unit: 'day' } });
  const sealed = await people();
  expect(sealed.quotes).toEqual({ wanted: true, sealed: 2, opened: [] });
  expect(JSON.stringify(sealed)).not.toMatch(/26000|24000/);
  await hall.ask('openQuotes', { jobId, card: bossCard });
  expect((await people()).quotes).toMatchObject({ sealed: 0, opened: [{ shortName: '孙*', pay: { amountFen: 24_000 } }, { shortName: '钱*', pay: { amountFen: 26_000 } }] });
  const [first, second] = callsIn(await callFor(hall, jobId));
  const at = hall.clock.now + minute;
  hall.clock.now = at;
  await hall.ask('recordOffer', { callId: first?.callId ?? '', side: 'worker', pay: { amountFen: 25_000, unit: 'day' } }, host);
  await agree(hall, first?.callId ?? '', { amountFen: 25_000, unit: 'day' });
  const told = await people();
  expect(told).toMatchObject({ job: { number: 'J001', headcount: 2, placesLeft: 1, state: 'open' }, hires: [{ number: 'H001', queueNumber: 'A001', shortName: '钱*', agreedPay: { amountFen: 25_000 } }] });
  expect(told.called.find((one) => one.callId === first?.callId)).toMatchObject({ number: 'A001', shortName: '钱*', state: 'hired', offers: [{ side: 'worker', pay: { amountFen: 25_000 }, at }] });
  expect(told.called.find((one) => one.callId === second?.callId)).toMatchObject({ number: 'A002', state: 'called' });
  for (const n of [1, 2, 3]) expect(JSON.stringify(told)).not.toContain(person(n).name);
  expect(await asked.refusal('myJobPeople', { jobId, card: person(1) }, kiosk)).toBe('employerNotYours card');
  expect(await asked.refusal('myJobPeople', { jobId }, kiosk)).toBe('employerNotYours card');
  expect(await asked.refusal('myJobPeople', { jobId: 'nowhere', card: bossCard }, kiosk)).toBe('jobUnknown jobId');
});

test('F7 F33 the tables as staff see them: open calls and talks by table with their limits; a job’s whole history', async () => {
  const hall = openTables({ standby: 0 });
  const employerId = await firm(hall, 1);
  await newcomers(hall, 4);
  const [one, two] = [await jobOf(hall, { headcount: 1 }, employerId), await jobOf(hall, { headcount: 1 }, employerId)];
  await callFor(hall, two, { tableId: 't2' });
  const [named] = callsIn(await callNamed(hall, one, 'A003'));
  const asked = askAt(hall);
  expect((await asked.told('talks', {}, host)).talks).toMatchObject([
    { tableId: 't1', number: 'A003', jobNumber: 'J001', named: true, state: 'called' }, { tableId: 't2', number: 'A001', jobNumber: 'J002', named: false, until: hall.clock.now + 10 * minute },
  ]);
  expect((await asked.told('talks', { tableId: 't2' }, host)).talks).toHaveLength(1);
  await refuseCall(hall, named?.callId ?? '', 'employer');
  expect((await asked.told('jobTalks', { jobId: one, limit: 10 }, host)).called.find((call) => call.callId === named?.callId)).toMatchObject({ state: 'refused', answer: { refusedBy: 'employer', reason: 'payTooLow' } });
  expect(await asked.refusal('jobTalks', { jobId: 'nowhere', limit: 10 }, host)).toBe('jobUnknown jobId');
  expect(await asked.refusal('jobTalks', { jobId: one, limit: 201 }, host)).toBe('malformed limit');
  expect(await asked.refusal('talks', {}, kiosk)).toBe('notYourRole');
});

test('F6 anybody can draw the lots again from the published sheet', async () => {
  const hall = openTables({ standby: 0 });
  const employerId = await firm(hall, 1);
  await newcomers(hall, 5);
  const jobId = await jobOf(hall, { headcount: 2, mode: 'draw' }, employerId);
  const asked = askAt(hall);
  expect(await asked.told('drawSheet', { jobId }, kiosk)).toEqual({ draw: null });
  await hall.ask('openDraw', { jobId }, host);
  const published = (await asked.told('drawSheet', { jobId }, kiosk)).draw;
  expect(published).toMatchObject({ jobNumber: 'J001', numbers: ['A001', 'A002', 'A003', 'A004', 'A005'], listHash: listHashOf(['A001', 'A002', 'A003', 'A004', 'A005']) });
  expect(published?.drawn).toBeUndefined();
  await newcomers(hall, 3, { first: 6 });
  const drawn = factOf(await hall.ask('drawLots', { jobId }, host), 'lotsDrawn');
  const sheet = (await asked.told('drawSheet', { jobId }, kiosk)).draw;
  expect(sheet?.drawn).toMatchObject({ values: drawn.values, seed: seedOf(sheet?.listHash ?? '', drawn.values), lots: orderOf(drawn.seed, sheet?.numbers ?? []) });
  expect(sheet?.drawn?.lots).toEqual(drawn.numbers);
  expect(await asked.refusal('drawSheet', { jobId: 'nowhere' }, kiosk)).toBe('jobUnknown jobId');
});

test('F19 my hires: the past thirty days and whatever was never paid, of all records that are one person', async () => {
  const { hall, hires } = await openEvening();
  const asked = askAt(hall);
  const mine = async () => (await asked.told('myHires', { card: person(1) }, kiosk)).hires.map((one) => one.hireId);
  hall.clock.now += 31 * day;
  expect(await mine()).toEqual([]);
  hall.clock.now -= 31 * day;
  toEvening(hall);
  factsOf(await hall.ask('confirmEvening', { hireId: hires[0]?.hireId ?? '', card: person(1), paid: 'no' }));
  hall.clock.now += 60 * day;
  expect(await mine()).toEqual([hires[0]?.hireId]);
  expect(await asked.refusal('myHires', { card: person(777) }, kiosk)).toBe('workerUnknown card');
  expect((await post(hall, hall.db.view.employersOf(bossCard.number)[0]?.employerId ?? '')).ok).toBe(true);
  expect(await asked.refusal('standing', { side: 'worker', who: hires[0]?.workerId }, host)).toBe('notYourRole');
  expect((await asked.told('standing', { side: 'worker', who: hires[0]?.workerId ?? '' }, clerk)).points).toBe(0);
});
