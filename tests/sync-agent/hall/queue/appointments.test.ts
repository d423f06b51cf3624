/* matching.md §3 appointments: slot − 10 min for who comes between slot − 20 and slot + 5, the check-in for everybody else; at most 40 % of a slot. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { appointedRank } from '@kuaizhao/db/domain/queue/appointments/slots.ts';
import { queueRulesSchema } from '@kuaizhao/db/domain/queue/rules.ts';
import { appointmentsQuery, slotsQuery } from '@kuaizhao/sync-agent/contract/queries/queue.ts';
import { factOf, kioskActor, morning, refusalOf, staffActor, type TestEngine } from '../../../fixtures/engine.ts';
import { callNext, openHall, take } from '../../../fixtures/queue-hall.ts';
import { person } from '../../../fixtures/people.ts';

const minute = 60_000;
const day = '2026-11-21';
/** 05:00 is the morning of the fixtures: slots from 05:30 on. */
const slot = morning + 30 * minute;
const open = () => openHall({ appointments: { services: [{ service: 'policy', slotMinutes: 30, capacity: 5, from: '05:30', to: '07:00' }] } });
const book = (hall: TestEngine, more: object = {}, actor = staffActor) => hall.ask('bookAppointment', { service: 'policy', day, time: '05:30', ...more }, actor);
const register = (hall: TestEngine, n: number) => hall.ask('registerWorker', { card: person(n), consent: { textVersion: '2026-11', purposes: ['registration'] }, trades: ['0201'] });

test('matching.md §3 at most 40 % of a slot can be booked; a cancelled place is free again, its code is not given twice', async () => {
  const hall = open();
  expect(factOf(await book(hall), 'appointmentBooked')).toMatchObject({ code: 'F0530-01', slotAt: slot });
  expect(factOf(await book(hall), 'appointmentBooked').code).toBe('F0530-02');
  expect(refusalOf(await book(hall))).toBe('slotFull time');
  expect(slotsQuery.reply.parse({ slots: hall.db.faces.appointments.slots(hall.settings, 'policy', day, hall.clock.now) }).slots.map((one) => [one.time, one.left])).toEqual([['05:30', 0], ['06:00', 2], ['06:30', 2]]);
  expect(refusalOf(await hall.ask('cancelAppointment', { day, code: 'F0530-01' }, staffActor))).toBe('none');
  expect(refusalOf(await hall.ask('cancelAppointment', { day, code: 'F0530-01' }, staffActor))).toBe('appointmentOver code');
  expect(factOf(await book(hall), 'appointmentBooked').code).toBe('F0530-03');
  expect(appointmentsQuery.reply.parse({ appointments: hall.db.faces.appointments.ofDay(day, 'policy') }).appointments.map((one) => one.state)).toEqual(['cancelled', 'booked', 'booked']);
});

test('matching.md §3 what cannot be booked is refused by name', async () => {
  const hall = open();
  expect(refusalOf(await book(hall, { service: 'none' }))).toBe('serviceUnknown service');
  expect(refusalOf(await book(hall, { service: 'rights' }))).toBe('slotImpossible time');
  for (const time of ['05:45', '07:00', '23:00', '02:00']) expect(refusalOf(await book(hall, { time }))).toBe('slotImpossible time');
  for (const other of ['2026-11-20', '2026-11-29']) expect(refusalOf(await book(hall, { day: other }))).toBe('dateImpossible day');
  expect(refusalOf(await book(hall, {}, kioskActor))).toBe('workerUnknown card');
  expect(refusalOf(await book(hall, { card: person(1) }, kioskActor))).toBe('workerUnknown card');
  expect(refusalOf(await book(hall, { number: 'A001' }))).toBe('ticketUnknown number');
  hall.clock.now = slot;
  expect(refusalOf(await book(hall))).toBe('slotImpossible time');
});

test('matching.md §3 by card: found when the number is taken, once, and cancelled only with the card that booked', async () => {
  const hall = open();
  await register(hall, 1);
  await register(hall, 2);
  const { code, appointmentId } = factOf(await book(hall, { card: person(1) }, kioskActor), 'appointmentBooked');
  expect(refusalOf(await book(hall, { card: person(1), time: '06:00' }, kioskActor))).toBe('alreadyBooked service');
  expect(refusalOf(await hall.ask('cancelAppointment', { day, code, card: person(2) }, kioskActor))).toBe('appointmentUnknown code');
  hall.clock.now = slot;
  expect(refusalOf(await hall.ask('takeTicket', { service: 'policy', card: person(2), appointment: code }))).toBe('appointmentUnknown appointment');
  expect(refusalOf(await hall.ask('takeTicket', { service: 'rights', appointment: code }))).toBe('appointmentUnknown appointment');
  const walkIn = await take(hall, 'policy');
  const issued = factOf(await hall.ask('takeTicket', { service: 'policy', card: person(1) }), 'ticketIssued');
  expect(issued).toMatchObject({ appointmentId, rank: slot - 10 * minute });
  expect(factOf(await hall.ask('takeTicket', { service: 'policy', card: person(1) }), 'ticketIssued').appointmentId).toBeUndefined();
  expect(refusalOf(await hall.ask('takeTicket', { service: 'policy', appointment: code }))).toBe('appointmentOver appointment');
  expect([(await callNext(hall, 'w2')).number, (await callNext(hall, 'w2')).number]).toEqual([issued.number, walkIn.number]);
  expect(JSON.stringify(hall.db.journal.read(1, 1_000))).not.toContain(person(1).number);
});

test('matching.md §3 by a number of today, and by the code alone', async () => {
  const hall = open();
  const { number } = factOf(await register(hall, 1), 'ticketIssued');
  expect(factOf(await book(hall, { number }), 'appointmentBooked').workerId).toBeDefined();
  const { code } = factOf(await book(hall), 'appointmentBooked');
  hall.clock.now = slot + 6 * minute;
  const late = factOf(await hall.ask('takeTicket', { service: 'policy', appointment: code }), 'ticketIssued');
  expect([late.rank, late.arrival, late.appointmentId === undefined]).toEqual([undefined, hall.clock.now, false]);
});

test('matching.md §3 the place of an appointment: 10 minutes before its slot for who comes from 20 before to 5 after, else the check-in; with head starts never more than 45 before the check-in', () => {
  const rules = queueRulesSchema.parse({ from: '2026-01-01' });
  fc.assert(fc.property(fc.integer({ min: -120, max: 120 }), (minutes) => {
    const arrival = slot + minutes * minute;
    expect(appointedRank(arrival, slot, rules)).toBe(minutes >= -20 && minutes <= 5 ? slot - 10 * minute : arrival);
  }));
  expect(appointedRank(slot + 5 * minute, slot, queueRulesSchema.parse({ from: '2026-01-01', headStart: { most: 5 } }))).toBe(slot);
});
