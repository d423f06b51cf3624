/* What the boards show of the hall, out of its tables: full jobs for a while, tables with their numbers, vans, steady jobs, figures, sheets to read. */
import { expect, test } from 'vitest';
import { leafletsOf } from '@kuaizhao/db/domain/content/sheets.ts';
import { boardStateSchema } from '@kuaizhao/sync-agent/contract/board.ts';
import { boardPicture } from '@kuaizhao/sync-agent/hall/faces/board-state.ts';
import { factOf, staffActor, type TestEngine } from '../../../fixtures/engine.ts';
import { hallSettings } from '../../../fixtures/hall.ts';
import { accept, agree, callFor, callsIn, jobOf, minute, newcomers, openTables, refuseCall } from '../hiring/stage.ts';

const state = (hall: TestEngine) => boardStateSchema.parse({ version: 1, ...boardPicture(hall.db.faces, hallSettings, hall.clock.now) });
const table = (hall: TestEngine, id: string) => state(hall).tables.find((one) => one.id === id);
const firstCall = async (hall: TestEngine, jobId: string) => { const [call] = callsIn(await callFor(hall, jobId, { count: 1 })); if (call === undefined) throw new Error('nobody was called'); return call; };

test('F16 F7 the last place taken: the job stands there as full for two minutes, then it is gone; a place given back opens it again', async () => {
  const hall = openTables();
  await newcomers(hall, 2);
  const jobId = await jobOf(hall, { headcount: 1 });
  expect(state(hall).jobs).toMatchObject([{ jobId, placesLeft: 1 }]);
  expect(state(hall).jobs[0]).not.toHaveProperty('filledAt');
  const { callId } = await firstCall(hall, jobId);
  hall.clock.now += minute;
  const filledAt = hall.clock.now;
  const { hireId } = factOf(await agree(hall, callId), 'hireConfirmed');
  expect(state(hall).jobs).toMatchObject([{ jobId, placesLeft: 0, filledAt }]);
  hall.clock.now += 2 * minute - 1;
  expect(state(hall).jobs).toMatchObject([{ jobId, filledAt }]);
  hall.clock.now += 1;
  expect(state(hall).jobs).toEqual([]);
  await hall.ask('undoHire', { hireId, reason: 'mistake' }, staffActor);
  expect(state(hall).jobs).toMatchObject([{ jobId, placesLeft: 1 }]);
  expect(state(hall).jobs[0]).not.toHaveProperty('filledAt');
});

test('F13 F16 a job that is taken down is nowhere from that moment: not among the jobs, the full ones, or the vans', async () => {
  const hall = openTables();
  await newcomers(hall, 1);
  const [open, full] = [await jobOf(hall, { headcount: 2 }), await jobOf(hall, { headcount: 1 })];
  await agree(hall, (await firstCall(hall, full)).callId);
  expect([state(hall).jobs.length, state(hall).bays.length]).toEqual([2, 2]);
  for (const jobId of [open, full]) await hall.ask('takeDownJob', { jobId, reason: 'falseTerms' }, staffActor);
  expect([state(hall).jobs, state(hall).bays]).toEqual([[], []]);
});

test('F16 a table is free, called to, or in talk, with the numbers that are expected and the job', async () => {
  const hall = openTables();
  const people = await newcomers(hall, 2);
  const jobId = await jobOf(hall, { headcount: 2 });
  expect(table(hall, 't1')).toEqual({ id: 't1', label: '1号桌', state: 'free', numbers: [] });
  const calls = callsIn(await callFor(hall, jobId, { count: 2 }));
  expect(table(hall, 't1')).toMatchObject({ label: '1号桌', state: 'called', jobNumber: 'J001' });
  expect(table(hall, 't1')?.numbers.toSorted()).toEqual(people.map(({ number }) => number));
  await accept(hall, calls[0]?.callId ?? '');
  expect(table(hall, 't1')).toMatchObject({ state: 'talking', jobNumber: 'J001' });
  expect(table(hall, 't1')?.numbers).toHaveLength(2);
  await refuseCall(hall, calls[0]?.callId ?? '');
  expect(table(hall, 't1')).toMatchObject({ state: 'called', numbers: [calls[1]?.number] });
  expect(state(hall).tables.map(({ id }) => id)).toEqual(hallSettings.tables.map(({ id }) => id));
});

test('F18 F16 vans by the time they leave: of jobs that are open and of those that are full, until five minutes after', async () => {
  const hall = openTables();
  await newcomers(hall, 1);
  const at = hall.clock.now;
  const full = await jobOf(hall, { headcount: 1, bay: '2号位', plate: '鲁A77777', leaveBy: at + 20 * minute });
  await jobOf(hall, { headcount: 3, bay: '1号位', plate: '鲁A54321', leaveBy: at + 10 * minute });
  await jobOf(hall, { headcount: 3, bay: '4号位', startAt: at + 26 * 60 * minute, leaveBy: at + 25 * 60 * minute, validUntil: at + 25 * 60 * minute });
  await agree(hall, (await firstCall(hall, full)).callId);
  expect(state(hall).bays).toMatchObject([{ bay: '1号位', plate: '鲁A54321', jobNumber: 'J002', leaveBy: at + 10 * minute }, { bay: '2号位', plate: '鲁A77777', jobNumber: 'J001' }]);
  hall.clock.now = at + 14 * minute;
  expect(state(hall).bays.map(({ bay }) => bay)).toEqual(['1号位', '2号位']);
  hall.clock.now = at + 15 * minute;
  expect(state(hall).bays.map(({ bay }) => bay)).toEqual(['2号位']);
  hall.clock.now = at + 25 * minute;
  expect(state(hall).bays).toEqual([]);
});

test('F16 F28 steady jobs stand in a list of their own, sheets to read come from the hall’s, and the figures of the day from the journal', async () => {
  const hall = openTables();
  await newcomers(hall, 3);
  const daily = await jobOf(hall, { headcount: 1 });
  const steady = await jobOf(hall, { days: 300, pay: { kind: 'fixed', amountFen: 600_000, unit: 'month' }, settlement: 'month' });
  expect(state(hall).steady.map(({ jobId }) => jobId)).toEqual([steady]);
  expect(state(hall).jobs.map(({ jobId }) => jobId)).toEqual([daily]);
  expect(state(hall).sheets).toEqual(leafletsOf(hallSettings));
  await agree(hall, (await firstCall(hall, daily)).callId);
  while (hall.db.catchUp(100) > 0) { /* until every row is counted */ }
  hall.clock.now += 10_000;
  const { figures, counts } = state(hall);
  expect(figures).toEqual({ countedAt: hall.clock.now, byHour: [{ hour: 5, seekers: 3, hires: 1 }], byTrade: [{ trade: '0201', places: counts.places, hires: 1 }] });
});
