/* F14, F29, F33 and §5 at the real engine: whose window it is, profiles, help, hours, quota, and the end of the day. */
import { expect, test } from 'vitest';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import { floorStateSchema } from '@kuaizhao/sync-agent/contract/console.ts';
import { createEchoes } from '@kuaizhao/sync-agent/hall/faces/echoes.ts';
import { floorState } from '@kuaizhao/sync-agent/hall/faces/floor-state.ts';
import { factOf, factsOf, morning, refusalOf, staffActor, type TestEngine } from '../../../fixtures/engine.ts';
import { hallSettings } from '../../../fixtures/hall.ts';
import { person } from '../../../fixtures/people.ts';
import { ann, bob, callNext, checksum, openHall, tablesOf, take } from '../../../fixtures/queue-hall.ts';

const hour = 3_600_000;
const agent: Actor = { role: 'agent' };
const consent = { textVersion: '2026-11', purposes: ['registration' as const] };
const sit = (hall: TestEngine, windowId: string, actor: Actor) => hall.ask('startShift', { place: { kind: 'window', id: windowId } }, actor);
const floor = (hall: TestEngine) => floorStateSchema.parse(floorState({ faces: hall.db.faces, settings: hallSettings, devices: [], echoes: createEchoes() }, 1, hall.clock.now));

test('F33 a window where a colleague sits is the colleague’s; hosts and supervisors may help', async () => {
  const hall = openHall();
  await sit(hall, 'w3', ann);
  for (let n = 0; n < 3; n += 1) await take(hall, 'rights');
  expect(refusalOf(await hall.ask('callNext', { windowId: 'w3' }, bob))).toBe('windowNotYours windowId');
  expect((await callNext(hall, 'w3', ann)).number).toBe('E001');
  expect((await callNext(hall, 'w3', staffActor)).number).toBe('E002');
  expect(floor(hall).windows.find((one) => one.id === 'w3')).toMatchObject({ staffId: 'ann', call: { number: 'E002' }, undo: { act: 'callNext' } });
});

test('§5 a window changes its profile for the day, and back; the act can be taken back', async () => {
  const hall = openHall({ profiles: [{ id: 'rush', services: ['policy'] }] });
  const { ticketId } = await take(hall, 'policy');
  expect(refusalOf(await hall.ask('callNext', { windowId: 'w1' }, ann))).toBe('nobodyWaiting');
  expect(refusalOf(await hall.ask('setProfile', { windowId: 'w1', profile: 'none' }, ann))).toBe('profileUnknown profile');
  const set = factOf(await hall.ask('setProfile', { windowId: 'w1', profile: 'rush' }, ann), 'profileSet');
  expect(refusalOf(await hall.ask('setProfile', { windowId: 'w1', profile: 'rush' }, ann))).toBe('alreadyThere profile');
  const call = await callNext(hall, 'w1', ann);
  expect(call.ticketId).toBe(ticketId);
  await hall.ask('undo', { of: call.step! }, ann);
  await hall.ask('undo', { of: set.step }, ann);
  expect(refusalOf(await hall.ask('callNext', { windowId: 'w1' }, ann))).toBe('nobodyWaiting');
});

test('F14 a window asks for help, every console sees what for, somebody answers', async () => {
  const hall = openHall();
  expect(refusalOf(await hall.ask('answerHelp', { windowId: 'w2' }, ann))).toBe('helpNotAsked windowId');
  await hall.ask('askHelp', { windowId: 'w2', kind: 'emergency' }, ann);
  expect(floor(hall).windows.find((one) => one.id === 'w2')?.help).toEqual({ kind: 'emergency', at: morning });
  expect(refusalOf(await hall.ask('askHelp', { windowId: 'w2', kind: 'emergency' }, ann))).toBe('alreadyThere windowId');
  await hall.ask('answerHelp', { windowId: 'w2' }, bob);
  expect(floor(hall).windows.find((one) => one.id === 'w2')?.help).toBeUndefined();
});

test('F29 §5 hours and days without numbers: closed is refused by name, the journal stays as it was', async () => {
  const hall = openHall({ services: [{ service: 'rights', hours: [{ weekdays: [6, 7], from: '08:00', to: '12:00' }] }, { service: 'train', hours: [{ weekdays: [1, 2, 3, 4, 5], from: '00:00', to: '24:00' }] }], closedOn: ['2026-11-22'] });
  const ask = async (service: string) => refusalOf(await hall.ask('takeTicket', { service }));
  expect([await ask('rights'), await ask('train'), await ask('policy')]).toEqual(['serviceClosed service', 'serviceClosed service', 'none']);
  const head = hall.db.journal.head();
  hall.clock.now = morning + 2.99 * hour;
  expect(await ask('rights')).toBe('serviceClosed service');
  expect(hall.db.journal.head()).toEqual(head);
  hall.clock.now = morning + 3 * hour;
  expect(await ask('rights')).toBe('none');
  hall.clock.now = morning + 7 * hour;
  expect(await ask('rights')).toBe('serviceClosed service');
  hall.clock.now = morning + 24 * hour;
  expect([await ask('rights'), await ask('policy')]).toEqual(['serviceClosed service', 'serviceClosed service']);
});

test('§5 first and last number, and the day’s quota of a service', async () => {
  const hall = openHall({ services: [{ service: 'rights', first: 101, last: 102 }, { service: 'policy', perDay: 1 }] });
  const ask = async (service: string) => { const answer = await hall.ask('takeTicket', { service }); return answer.ok ? factOf(answer, 'ticketIssued').number : answer.refusal.code; };
  expect([await ask('rights'), await ask('rights'), await ask('rights')]).toEqual(['E101', 'E102', 'quotaReached']);
  expect([await ask('policy'), await ask('policy')]).toEqual(['F001', 'quotaReached']);
  hall.clock.now = morning + 24 * hour;
  expect([await ask('rights'), await ask('policy')]).toEqual(['E101', 'F001']);
});

test('F29 the queue for work has hours and a quota too; a second tap tells the old number at any hour', async () => {
  const hall = openHall({ services: [{ service: 'work', hours: [{ weekdays: [6], from: '04:00', to: '10:00' }], perDay: 1 }] });
  expect(factOf(await hall.ask('registerWorker', { card: person(1), consent, trades: ['0201'] }), 'ticketIssued').number).toBe('A001');
  expect(refusalOf(await hall.ask('registerWorker', { card: person(2), consent, trades: ['0201'] }))).toBe('quotaReached service');
  hall.clock.now = morning + 6 * hour;
  expect(factOf(await hall.ask('checkIn', { card: person(1) }), 'ticketIssued').number).toBe('A001');
  expect(refusalOf(await hall.ask('registerWorker', { card: person(2), consent, trades: ['0201'] }))).toBe('serviceClosed service');
});

test('§5 the day is closed by a supervisor, everybody who waits with it, and a mistake is taken back to the letter', async () => {
  const hall = openHall();
  for (const service of ['rights', 'rights', 'policy', 'register']) await take(hall, service);
  await hall.ask('registerWorker', { card: person(1), consent, trades: ['0201'] });
  const call = await callNext(hall, 'w3');
  const parked = await callNext(hall, 'w2');
  await hall.ask('park', { callId: parked.callId }, ann);
  const before = checksum(tablesOf(hall));
  expect(refusalOf(await hall.ask('closeDay', {}, ann))).toBe('notYourRole');
  expect(refusalOf(await hall.ask('reopenDay', {}, staffActor))).toBe('dayNotClosed');
  expect(factOf(await hall.ask('closeDay', {}, staffActor), 'dayClosed')).toEqual({ type: 'dayClosed', businessDay: '2026-11-21', by: 'staff-1', work: 1, windows: 2, called: 1, parked: 1 });
  expect(floor(hall)).toMatchObject({ dayClosed: true, counts: { waiting: 0 } });
  expect(hall.db.view.call(call.callId)?.open).toBe(false);
  const refused = [
    await hall.ask('takeTicket', { service: 'policy' }), await hall.ask('checkIn', { card: person(1) }), await hall.ask('registerWorker', { card: person(2), consent, trades: ['0201'] }),
    await hall.ask('callNext', { windowId: 'w3' }, ann), await hall.ask('undo', { of: call.step! }, staffActor), await hall.ask('closeDay', {}, staffActor),
  ];
  expect(refused.map(refusalOf)).toEqual(Array.from({ length: 6 }, () => 'dayClosed'));
  expect(factOf(await hall.ask('reopenDay', {}, staffActor), 'dayReopened')).toMatchObject({ work: 1 });
  expect(checksum(tablesOf(hall))).toBe(before);
  expect((await callNext(hall, 'w3')).number).toBe('E002');
});

test('§5 the rule closes the day only after its hour and while nobody is called, never by the clock alone', async () => {
  const hall = openHall({ closeDayAt: '18:00' });
  await take(hall, 'rights');
  const call = await callNext(hall, 'w3');
  expect(refusalOf(await hall.ask('closeDay', {}, agent))).toBe('dayNotOver');
  hall.clock.now = morning + 13 * hour;
  expect(refusalOf(await hall.ask('closeDay', {}, agent))).toBe('dayNotOver');
  await hall.ask('endCall', { callId: call.callId, outcome: 'served' }, ann);
  expect(factOf(await hall.ask('closeDay', {}, agent), 'dayClosed')).not.toHaveProperty('by');
  const without = openHall();
  await take(without, 'rights');
  without.clock.now = hall.clock.now;
  expect(refusalOf(await without.ask('closeDay', {}, agent))).toBe('dayNotOver');
});

test('§5 closing after three in the morning closes the day that was left open, and says which; the next one has not begun and needs no closing', async () => {
  const hall = openHall();
  const closing = () => hall.ask('closeDay', {}, staffActor);
  const kinds = (): string[] => hall.db.journal.read(1, 1_000).flatMap(({ kind }) => (kind.startsWith('day') ? [kind] : []));
  expect(refusalOf(await closing())).toBe('dayNotBegun');
  expect([kinds(), hall.failures, floor(hall)]).toEqual([[], [], expect.not.objectContaining({ day: expect.anything() })]);
  await take(hall, 'rights');
  hall.clock.now = morning + 23 * hour;
  expect(floor(hall)).toMatchObject({ day: '2026-11-21', dayClosed: false });
  expect(factsOf(await closing())).toEqual([{ type: 'dayClosed', businessDay: '2026-11-21', by: 'staff-1', work: 0, windows: 1, called: 0, parked: 0 }]);
  expect(floor(hall)).toMatchObject({ day: '2026-11-21', dayClosed: true, counts: { waiting: 0 } });
  expect(refusalOf(await closing())).toBe('dayNotBegun');
  expect(refusalOf(await hall.ask('reopenDay', {}, staffActor))).toBe('dayNotClosed');
  expect(kinds()).toEqual(['dayOpened', 'dayClosed']);
  // Whoever comes first begins the new one, which is closed in its turn.
  await take(hall, 'rights');
  expect(kinds()).toEqual(['dayOpened', 'dayClosed', 'dayOpened']);
  expect(factOf(await closing(), 'dayClosed')).toMatchObject({ businessDay: '2026-11-22', windows: 1 });
  expect(refusalOf(await closing())).toBe('dayClosed');
});

test('§5 the rule closes a day that was left open, whoever was called then', async () => {
  const hall = openHall({ closeDayAt: '18:00' });
  await take(hall, 'rights');
  await callNext(hall, 'w3');
  hall.clock.now = morning + 21 * hour;
  expect(refusalOf(await hall.ask('closeDay', {}, agent))).toBe('dayNotOver');
  hall.clock.now = morning + 23 * hour;
  expect(factOf(await hall.ask('closeDay', {}, agent), 'dayClosed')).toEqual({ type: 'dayClosed', businessDay: '2026-11-21', work: 0, windows: 0, called: 1, parked: 0 });
});

test('§5 a new day closes the one that nobody closed, and begins with empty queues', async () => {
  const hall = openHall();
  await take(hall, 'rights');
  await callNext(hall, 'w3');
  await take(hall, 'rights');
  hall.clock.now = morning + 24 * hour;
  const facts = factsOf(await hall.ask('takeTicket', { service: 'rights' }));
  expect(facts).toMatchObject([{ type: 'dayClosed', businessDay: '2026-11-21', windows: 1, called: 1 }, { type: 'dayOpened', businessDay: '2026-11-22' }, { type: 'ticketIssued', number: 'E001', ahead: 0 }]);
  expect(hall.db.view.openCallsAt({ kind: 'window', id: 'w3' })).toEqual([]);
  expect((await callNext(hall, 'w3')).number).toBe('E001');
  expect(hall.failures).toEqual([]);
});
