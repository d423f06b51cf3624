/* A free table asks for work: which job comes, who is called with it, and when it is over. */
import { expect, test } from 'vitest';
import { factOf, factsOf, kioskActor, refusalOf, type TestEngine } from '../../../fixtures/engine.ts';
import { agree, callsIn, host, jobOf, minute, newcomers, numbersIn, openTables, refuseCall, refused } from '../hiring/stage.ts';
import { checkPlan } from './check-plan.ts';

const seat = (hall: TestEngine, tableId = 't1') => hall.ask('seatTable', { tableId }, host);

test('F1 F7 matching.md §2 a free table gets the job that brings most, with its list of the planned and the standby numbers; the last who leaves ends the session', async () => {
  const hall = openTables({ standby: 1 });
  await newcomers(hall, 5);
  const [one, many] = [await jobOf(hall, { headcount: 1 }), await jobOf(hall, { headcount: 3 })];
  hall.clock.now += minute;
  const answer = await seat(hall);
  const session = factOf(answer, 'sessionOpened');
  expect([session, numbersIn(answer)]).toMatchObject([{ tableId: 't1', jobId: many, why: 'best', scarce: false, heads: 4 }, { length: 4 }]);
  expect(factOf(await seat(hall, 't2'), 'sessionOpened')).toMatchObject({ tableId: 't2', jobId: one });
  await refused(hall, 'seatTable', { tableId: 't1' }, 'placeBusy tableId', host);
  await refused(hall, 'seatTable', { tableId: 't3' }, 'nobodyWaiting', host);
  checkPlan(hall, [one, many]);
  const calls = callsIn(answer);
  for (const call of calls.slice(0, 2)) expect(factsOf(await agree(hall, call.callId)).some((fact) => fact.type === 'sessionEnded')).toBe(false);
  // The third place fills the job: the standby number is free again, and the table too.
  expect(factsOf(await agree(hall, calls[2]!.callId)).filter((fact) => fact.type === 'sessionEnded')).toEqual([{ type: 'sessionEnded', sessionId: session.sessionId, tableId: 't1', jobId: many }]);
  expect(hall.db.view.sessionAt('t1')).toBeUndefined();
  checkPlan(hall, [one, many]);
});

test('F7 a session whose people all decline is over, and its job waits for a table again', async () => {
  const hall = openTables({ standby: 0 });
  await newcomers(hall, 1);
  await jobOf(hall, { headcount: 1 });
  const [call] = callsIn(await seat(hall));
  expect(factsOf(await refuseCall(hall, call!.callId)).map((fact) => fact.type)).toContain('sessionEnded');
  await newcomers(hall, 1, { first: 2 });
  expect(numbersIn(await seat(hall))).toEqual(['A002']);
});

test('F7 endSession: the table is free, everybody waits on at the old place as if never called, and may be called for the same job again', async () => {
  const hall = openTables({ standby: 0 });
  await newcomers(hall, 2);
  const jobId = await jobOf(hall, { headcount: 2 });
  await seat(hall);
  expect(factsOf(await hall.ask('endSession', { tableId: 't1' }, host)).map((fact) => fact.type)).toEqual(['stepTaken', 'callEnded', 'callEnded', 'sessionEnded']);
  checkPlan(hall, [jobId]);
  expect(numbersIn(await seat(hall))).toEqual(['A001', 'A002']);
  await refused(hall, 'endSession', { tableId: 't2' }, 'callNotOpen tableId', host);
  await refused(hall, 'endSession', { tableId: 'none' }, 'placeUnknown tableId', host);
  expect(refusalOf(await hall.ask('seatTable', { tableId: 't3' }, kioskActor))).toBe('notYourRole');
});

test('matching.md §2 guards: a job planned for over twenty minutes goes before one that would bring more; nobody who waits is forgotten', async () => {
  const hall = openTables({ standby: 0 });
  await newcomers(hall, 1, { trades: ['0203'] });
  const small = await jobOf(hall, { trade: '0203', headcount: 1 });
  hall.clock.now += 21 * minute;
  await newcomers(hall, 6, { first: 2, trades: ['0201'] });
  await jobOf(hall, { trade: '0201', headcount: 6 });
  expect(factOf(await seat(hall), 'sessionOpened')).toMatchObject({ jobId: small, why: 'plannedLong' });
});

test('matching.md §2 F6 draw and rotation get tables by the same choice and call by their own order', async () => {
  const hall = openTables({ standby: 0, drawWaitSeconds: 60 });
  await newcomers(hall, 4);
  const draw = await jobOf(hall, { headcount: 2, mode: 'draw' });
  await refused(hall, 'seatTable', { tableId: 't1' }, 'nobodyWaiting', host);
  await hall.ask('openDraw', { jobId: draw }, host);
  hall.clock.now += 2 * minute;
  const { numbers } = factOf(await hall.ask('drawLots', { jobId: draw }, host), 'lotsDrawn');
  expect(numbersIn(await seat(hall))).toEqual(numbers.slice(0, 2));
  const rotation = await jobOf(hall, { headcount: 2, mode: 'rotation' });
  const answer = await seat(hall, 't2');
  expect([factOf(answer, 'sessionOpened').jobId, numbersIn(answer)]).toEqual([rotation, numbers.slice(2).toSorted()]);
});

test('matching.md §2 scarce tables: when no table was free for five minutes the list goes by arrival alone', async () => {
  const hall = openTables({ standby: 0 });
  const tables = hall.settings.tables.map((table) => table.id);
  await newcomers(hall, tables.length * 2);
  for (const tableId of tables) { await jobOf(hall, { headcount: 1 }); factsOf(await seat(hall, tableId)); }
  expect(hall.db.view.tablesScarce(hall.clock.now, tables)).toBe(false);
  hall.clock.now += 6 * minute;
  expect(hall.db.view.tablesScarce(hall.clock.now, tables)).toBe(true);
  await hall.ask('endSession', { tableId: 't1' }, host);
  expect(factOf(await seat(hall), 'sessionOpened').scarce).toBe(true);
});
