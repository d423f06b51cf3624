/* What a worker's own page and the list of jobs are made of, asked of a real hall. */
import { expect, test } from 'vitest';
import { hallSettingsSchema } from '@kuaizhao/db/domain/hall/settings.ts';
import { shippedLeaflets } from '@kuaizhao/db/domain/content/shipped.ts';
import { firm } from '../../../fixtures/employers.ts';
import { openEngine, tempDir } from '../../../fixtures/engine.ts';
import { hallSettings } from '../../../fixtures/hall.ts';
import { person } from '../../../fixtures/people.ts';
import { callFor, callsIn, crewOf, hour, jobOf, newcomers, openTables } from '../hiring/stage.ts';
import { askAt, kiosk, openEvening, toEvening } from './stage.ts';

const myDay = (hall: Parameters<typeof askAt>[0], n: number) => askAt(hall).told('myDay', { card: person(n) }, kiosk);

test('F2 my day: the number with its wait, the crew, the call with its table; nobody without a card that is known', async () => {
  const hall = openTables({ standby: 0 });
  const employerId = await firm(hall, 1);
  await newcomers(hall, 3);
  await crewOf(hall, [2, 3]);
  expect(await myDay(hall, 1)).toEqual({ ticket: { ticketId: expect.any(String) as string, number: 'A001', state: 'waiting', ahead: 0, wait: { fromMinutes: 5, toMinutes: 5, basis: 'headOfLine' } }, trades: ['0201'], toConfirm: 0, offers: 0, restate: false, crew: [], appointments: [], consents: ['registration'], merged: 0 });
  expect(await myDay(hall, 3)).toMatchObject({ ticket: { number: 'A003', ahead: 2 }, crew: ['A002', 'A003'] });
  const [call] = callsIn(await callFor(hall, await jobOf(hall, { headcount: 1 }, employerId)));
  expect(await myDay(hall, 1)).toMatchObject({ ticket: { state: 'called' }, called: { callId: call?.callId, table: '1号桌', jobNumber: 'J001', state: 'called' } });
  expect(await askAt(hall).refusal('myDay', { card: person(99) }, kiosk)).toBe('workerUnknown card');
});

test('F19 my day in the evening says that there is something to confirm, until it is confirmed', async () => {
  const { hall, hire } = await openEvening();
  toEvening(hall);
  expect(await myDay(hall, 1)).toMatchObject({ toConfirm: 1 });
  await hall.ask('confirmEvening', { hireId: hire.hireId, card: person(1), arrived: 'yes', done: 'yes', paid: 'yes' });
  expect(await myDay(hall, 1)).toMatchObject({ toConfirm: 0 });
});

test('F14 my day tells the appointments of the card, the next first, until they are given back', async () => {
  const hall = openTables({}, { appointments: { services: [{ service: 'policy', capacity: 10, slotMinutes: 30, from: '08:00', to: '17:00' }], sharePercent: 40, daysAhead: 7 } });
  await newcomers(hall, 1);
  for (const [day, time] of [['2026-11-23', '09:00'], ['2026-11-22', '08:30']] as const) await hall.ask('bookAppointment', { service: 'policy', day, time, card: person(1) });
  const { appointments } = await myDay(hall, 1);
  expect(appointments.map(({ day, code }) => [day, code])).toEqual([['2026-11-22', 'F0830-01'], ['2026-11-23', 'F0900-01']]);
  await hall.ask('cancelAppointment', { day: '2026-11-22', code: 'F0830-01', card: person(1) });
  expect((await myDay(hall, 1)).appointments).toHaveLength(1);
});

test('F16 open jobs as cards: by trade, by day, the nearest first; no name of a person, full and steady ones left out', async () => {
  const hall = openEngine(tempDir(), undefined, hallSettingsSchema.parse({ ...hallSettings, workPlaceKm: [{ place: '天桥区', km: 3 }, { place: '章丘区', km: 40 }] }));
  const employerId = await firm(hall, 1);
  const start = hall.clock.now + 2 * hour;
  await jobOf(hall, { trade: '0201', place: '章丘区', startAt: start }, employerId);
  await jobOf(hall, { trade: '0201', place: '历城区', startAt: start + hour }, employerId);
  await jobOf(hall, { trade: '0101', place: '天桥区', startAt: start + 24 * hour, leaveBy: undefined, headcount: 3 });
  await jobOf(hall, { trade: '0201', days: 200, startAt: start }, employerId);
  const open = (asked: object) => askAt(hall).told('openJobs', { near: false, limit: 60, ...asked }, kiosk);
  const numbers = async (asked: object) => (await open(asked)).jobs.map((job) => job.number);
  const all = await open({});
  expect(all).toMatchObject({ total: 3, trades: [{ trade: '0201', jobs: 2, placesLeft: 4 }, { trade: '0101', jobs: 1, placesLeft: 3 }] });
  expect(all.jobs.map((job) => job.number)).toEqual(['J001', 'J002', 'J003']);
  expect(await numbers({ near: true })).toEqual(['J003', 'J001', 'J002']);
  expect(await numbers({ when: 'today' })).toEqual(['J001', 'J002']);
  expect(await numbers({ when: 'later' })).toEqual(['J003']);
  expect(await numbers({ trades: ['0101', '0301'] })).toEqual(['J003']);
  expect(await numbers({ limit: 1 })).toEqual(['J001']);
  // A firm's name is for everybody; a household's is not.
  expect(all.jobs.map((job) => [job.employerKind, job.employerName])).toEqual([['enterprise', expect.any(String)], ['enterprise', expect.any(String)], ['household', undefined]]);
  expect(JSON.stringify(all)).not.toContain(person(900).name);
});

test('F28 what there is to read: the shipped sheets and the hall’s own, which may take the place of one', async () => {
  const own = { leafletId: 'wages', topic: 'rights' as const, title: { zh: '本市讨薪', en: 'Wages here' }, lines: [{ zh: '打 12345。', en: 'Call 12345.' }], source: '本市场告示', since: '2026-11-01' };
  const hall = openEngine(tempDir(), undefined, hallSettingsSchema.parse({ ...hallSettings, leaflets: [own] }));
  const { leaflets } = await askAt(hall).told('leaflets', {}, kiosk);
  expect(leaflets).toHaveLength(shippedLeaflets.length);
  expect(leaflets.at(-1)).toEqual(own);
});
