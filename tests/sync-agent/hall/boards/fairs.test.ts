/* Fairs through the engine: planned, shown, their tables kept, numbers given early, over. */
import { expect, test } from 'vitest';
import { fairsMost } from '@kuaizhao/db/domain/fairs/commands.ts';
import { staffRoles } from '@kuaizhao/db/domain/staff/role.ts';
import { fairsQuery } from '@kuaizhao/sync-agent/contract/queries/hall/fairs.ts';
import { orderOf } from '@kuaizhao/sync-agent/hall/boards/orders.ts';
import { boardPicture } from '@kuaizhao/sync-agent/hall/faces/board-state.ts';
import { hallAnswers } from '@kuaizhao/sync-agent/hall/queries/hall/rules.ts';
import { factOf, kioskActor, morning, openEngine, refusalOf, staffActor, type TestEngine } from '../../../fixtures/engine.ts';
import { hallSettings } from '../../../fixtures/hall.ts';
import { person } from '../../../fixtures/people.ts';
import { tablesIn } from '../../../fixtures/fold-tables.ts';
import { rememberRecords, replayedTables } from '../../../fixtures/replay.ts';
import { host, jobOf, newcomers, numbersIn, openTables } from '../hiring/stage.ts';

const hour = 3_600_000;
const homeFair = { name: '家政专场', from: morning + hour, until: morning + 3 * hour, trades: ['0301', '0302'], tables: ['t2'], place: '二楼东区' };
const put = (hall: TestEngine, changes: object = {}) => hall.ask('putFair', { ...homeFair, ...changes }, staffActor);
const fairsOf = (hall: TestEngine) => {
  const told = hallAnswers({ settings: hallSettings, db: hall.db, now: () => hall.clock.now }).fairs({ limit: 50 }, staffActor);
  if (told instanceof Promise || !told.ok) throw new Error('refused');
  return fairsQuery.reply.parse(told.value).fairs.map(({ name, state }) => `${name} ${state}`);
};

test('F29 F33 a fair is planned by a supervisor or an admin, and no business day begins by it', async () => {
  const hall = openEngine();
  for (const staffRole of staffRoles) {
    const code = refusalOf(await hall.ask('putFair', { ...homeFair, tables: [] }, { role: 'console', staffId: 'staff-9', staffRole }));
    expect([staffRole, code]).toEqual([staffRole, ['supervisor', 'admin'].includes(staffRole) ? 'none' : 'notYourRole']);
  }
  expect(refusalOf(await hall.ask('putFair', homeFair, kioskActor))).toBe('notYourRole');
  expect(hall.db.view.openDay()).toBeUndefined();
});

test('F29 what cannot be held as it is planned is refused with its field, and the journal stays as it was', async () => {
  const hall = openEngine();
  await put(hall);
  const head = hall.db.journal.head();
  const refused = async (changes: object) => refusalOf(await put(hall, changes));
  expect(await refused({ until: homeFair.from })).toBe('rangeImpossible until');
  expect(await refused({ until: homeFair.from + 17 * hour })).toBe('rangeImpossible until');
  expect(await refused({ from: morning - 3 * hour, until: morning })).toBe('dateImpossible until');
  expect(await refused({ from: morning + 200 * 24 * hour, until: morning + 200 * 24 * hour + hour })).toBe('dateImpossible from');
  expect(await refused({ trades: ['0301', '9999'] })).toBe('tradeUnknown trades.1');
  expect(await refused({ trades: [] })).toBe('malformed trades');
  expect(await refused({ tables: ['t1', 't99'] })).toBe('placeUnknown tables.1');
  expect(await refused({ tables: ['t1', 't2'] })).toBe('placeBusy tables.1');
  expect(await refused({ tables: ['t1'], name: '只招男工' })).toBe('wordingBlocked name');
  expect(await refused({ tables: ['t1'], place: '找 13812345678' })).toBe('contactInText place');
  expect(await refused({ fairId: 'nothing' })).toBe('fairUnknown fairId');
  expect(refusalOf(await hall.ask('endFair', { fairId: 'nothing' }, staffActor))).toBe('fairUnknown fairId');
  expect(hall.db.journal.head()).toEqual(head);
  // The same table at another hour, and another plan for the same fair.
  expect(await refused({ from: homeFair.until, until: homeFair.until + hour, name: '下一场' })).toBe('none');
  for (let n = 2; n < fairsMost; n += 1) await put(hall, { tables: [], name: `第${n}场` });
  expect(await refused({ tables: [] })).toBe('limitReached fairId');
});

test('F29 F16 while it is on boards show their fair and its notice; ended, they go back; by hand is by hand', async () => {
  const hall = openEngine();
  const order = () => { const { scene, why } = orderOf(hall.db.view, 'board-1', ['board-1'], hall.clock.now); return `${scene} ${why}`; };
  const shown = () => boardPicture(hall.db.faces, hallSettings, hall.clock.now).fairs;
  const { fairId } = factOf(await put(hall), 'fairPut');
  await put(hall, { name: '明天的', from: morning + 26 * hour, until: morning + 28 * hour });
  expect([order(), fairsOf(hall)]).toEqual(['rush clock', ['明天的 waits', '家政专场 waits']]);
  expect(shown()).toEqual([{ title: '家政专场', from: homeFair.from, until: homeFair.until, place: '二楼东区', trades: ['0301', '0302'], labels: ['2号桌'] }]);
  hall.clock.now = homeFair.from;
  expect([order(), fairsOf(hall)[1]]).toEqual(['fair clock', '家政专场 on']);
  hall.clock.now = homeFair.until;
  expect([order(), shown(), fairsOf(hall)[1]]).toEqual(['rush clock', [], '家政专场 over']);
  hall.clock.now = homeFair.from + 60_000;
  await hall.ask('endFair', { fairId }, staffActor);
  expect([order(), shown(), fairsOf(hall)[1]]).toEqual(['rush clock', [], '家政专场 over']);
  expect(refusalOf(await hall.ask('endFair', { fairId }, staffActor))).toBe('fairUnknown fairId');
});

test('F29 F4 a table of a fair takes jobs of its trades alone while the fair is on; other tables take all, and so does this one afterwards', async () => {
  const hall = openTables({ standby: 0 });
  await newcomers(hall, 2, { trades: ['0201'] });
  await newcomers(hall, 1, { first: 3, trades: ['0301'] });
  const [carrying, cleaning] = [await jobOf(hall, { headcount: 2, trade: '0201' }), await jobOf(hall, { headcount: 1, trade: '0301' })];
  await put(hall);
  hall.clock.now = homeFair.from;
  const atFair = await hall.ask('seatTable', { tableId: 't2' }, host);
  expect([factOf(atFair, 'sessionOpened').jobId, numbersIn(atFair)]).toEqual([cleaning, ['A003']]);
  await hall.ask('endSession', { tableId: 't2' }, host);
  expect(factOf(await hall.ask('seatTable', { tableId: 't1' }, host), 'sessionOpened').jobId).toBe(carrying);
  await hall.ask('endSession', { tableId: 't1' }, host);
  hall.clock.now = homeFair.until;
  expect(factOf(await hall.ask('seatTable', { tableId: 't2' }, host), 'sessionOpened').jobId).toBe(carrying);
});

test('F29 matching.md §2 which job gets the next table is asked for the trades of the fair: however many others stand before it, and none when there is none', async () => {
  const hall = openTables({ standby: 0 });
  await newcomers(hall, 24, { trades: ['0201'] });
  for (let n = 0; n < 24; n += 1) await jobOf(hall, { headcount: 1, trade: '0201' });
  await put(hall);
  hall.clock.now = homeFair.from;
  expect(hall.db.view.nextJob(hall.clock.now, new Set(), homeFair.trades)).toBeUndefined();
  expect(refusalOf(await hall.ask('seatTable', { tableId: 't2' }, host))).not.toBe('none');
  await newcomers(hall, 1, { first: 31, trades: ['0302'] });
  const cleaning = await jobOf(hall, { headcount: 1, trade: '0302' });
  expect(hall.db.view.nextJob(hall.clock.now, new Set(), homeFair.trades)?.jobId).toBe(cleaning);
  expect(hall.db.view.nextJob(hall.clock.now, new Set([cleaning]), homeFair.trades)).toBeUndefined();
  expect(factOf(await hall.ask('seatTable', { tableId: 't2' }, host), 'sessionOpened').jobId).toBe(cleaning);
});

test('F29 early opening: numbers for work are given out for a fair while the hall is still closed', async () => {
  const hall = openTables({}, { services: [{ service: 'work', hours: [{ weekdays: [6], from: '08:00', to: '12:00' }] }] });
  const come = async (n: number) => refusalOf(await hall.ask('registerWorker', { card: person(n), consent: { textVersion: '2026-11', purposes: ['registration'] }, trades: ['0301'] }));
  expect(await come(1)).toBe('serviceClosed service');
  await put(hall);
  hall.clock.now = homeFair.from;
  expect(await come(1)).toBe('none');
});

test('F29 fairs replayed from the journal lie there as they were', async () => {
  const hall = openEngine();
  const records = rememberRecords(hall);
  const { fairId } = factOf(await put(hall), 'fairPut');
  await put(hall, { fairId, name: '家政和保洁专场' });
  await put(hall, { name: '下午场', from: morning + 8 * hour, until: morning + 9 * hour });
  await hall.ask('endFair', { fairId }, staffActor);
  expect(replayedTables(hall, records)).toEqual(tablesIn(hall.dir));
});
