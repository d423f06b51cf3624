/* matching.md §3, §5 the one key on the real engine: nobody is overtaken by one who checked in more than 45 minutes later, everybody is called, and everybody is somewhere. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { priorityReasons } from '@kuaizhao/db/domain/queue/moves/commands.ts';
import { factOf, factsOf, morning, staffActor } from '../../../fixtures/engine.ts';
import { openHall } from '../../../fixtures/queue-hall.ts';

const minute = 60_000;
const services = ['register', 'rights', 'policy'];
const profiles = [{ id: 'all', services }];
const windowProfiles = ['w1', 'w2', 'w3'].map((windowId) => ({ windowId, profile: 'all' }));
const head = fc.integer({ min: 0, max: 60 });
const headStart = fc.record({ elder: head, disabled: head, pregnant: head, infant: head, soldier: head, veteran: head, illness: head });
const coming = fc.tuple(fc.constantFrom('take', 'take', 'call', 'begin', 'tend', 'clock', 'book'), fc.nat(999), fc.nat(999));

test('§5 nobody is overtaken by one checked in more than 45 minutes later; checked in = waiting + called + served + closed + parked + missed; nobody starves', async () => {
  let overtaken = 0;
  await fc.assert(fc.asyncProperty(headStart, fc.integer({ min: 10, max: 200 }), fc.array(coming, { minLength: 20, maxLength: 90 }), async (starts, overdueMinutes, acts) => {
    const hall = openHall({ profiles, windowProfiles, headStart: starts, overdueMinutes, appointments: { services: services.map((service) => ({ service, capacity: 20, slotMinutes: 15, from: '05:00', to: '12:00' })) } });
    const waiting = new Map<string, { readonly counts: number; readonly arrival: number }>();
    const codes: { code: string; service: string }[] = [];
    const call = async (windowId: string): Promise<boolean> => {
      const answer = await hall.ask('callNext', { windowId }, staffActor);
      if (!answer.ok) return false;
      const { ticketId } = factOf(answer, 'ticketCalled');
      const { arrival } = hall.db.view.ticket(ticketId)!;
      waiting.delete(ticketId);
      for (const other of waiting.values()) {
        // Whoever has an appointment and came early waits for its place: from there on it is the same rule.
        expect(arrival - other.counts).toBeLessThanOrEqual(45 * minute);
        if (arrival > other.arrival) overtaken += 1;
      }
      return true;
    };
    for (const [name, a, b] of acts) {
      const service = services[a % 3]!;
      if (name === 'clock') hall.clock.now += (a % 20) * minute;
      else if (name === 'call') await call(`w${String((a % 3) + 1)}`);
      else if (name === 'begin') { const open = hall.db.view.openCallsAt({ kind: 'window', id: `w${String((a % 3) + 1)}` })[0]; if (open !== undefined) await hall.ask('beginService', { callId: open.callId }, staffActor); }
      else if (name === 'tend') await hall.ask('tendCalls', {}, { role: 'agent' });
      else if (name === 'book') {
        const slots = hall.db.faces.appointments.slots(hall.settings, service, '2026-11-21', hall.clock.now);
        const slot = slots[b % Math.max(1, slots.length)];
        if (slot !== undefined && slot.left > 0) codes.push({ service, code: factOf(await hall.ask('bookAppointment', { service, day: '2026-11-21', time: slot.time }, staffActor), 'appointmentBooked').code });
      } else {
        const booked = a % 2 === 0 ? codes.shift() : undefined;
        const issued = factOf(await hall.ask('takeTicket', booked === undefined ? { service } : { service: booked.service, appointment: booked.code }), 'ticketIssued');
        waiting.set(issued.ticketId, { arrival: issued.arrival!, counts: Math.max(issued.arrival!, issued.rank ?? 0) });
        const reasons = priorityReasons.filter((_reason, index) => (b >> index) % 3 === 0);
        if (b % 2 === 0) factsOf(await hall.ask('setPriority', { ticketId: issued.ticketId, reasons }, staffActor));
      }
      const issued = hall.seen.flatMap((fact) => (fact.type === 'ticketIssued' ? [hall.db.view.ticket(fact.ticketId)!.state] : []));
      const count = (state: string) => issued.filter((one) => one === state).length;
      expect(['waiting', 'called', 'parked', 'served', 'missed', 'closed'].reduce((sum, state) => sum + count(state), 0)).toBe(issued.length);
      expect(count('waiting')).toBe(waiting.size);
    }
    while (await call('w1')) { /* until nobody waits */ }
    expect(waiting.size).toBe(0);
    expect(hall.failures).toEqual([]);
    hall.close();
  }), { numRuns: 40, interruptAfterTimeLimit: 40_000, markInterruptAsFailure: false });
  expect(overtaken).toBeGreaterThan(20);
});

test('matching.md §3 the places of a morning: head starts by reason and setting, capped, taken back with the reason; the clock that jumps back changes nothing', async () => {
  const hall = openHall({ profiles, windowProfiles });
  const take = async (at: number, reasons: (typeof priorityReasons)[number][] = []) => {
    hall.clock.now = morning + at * minute;
    const issued = factOf(await hall.ask('takeTicket', { service: 'policy' }), 'ticketIssued');
    if (reasons.length > 0) await hall.ask('setPriority', { ticketId: issued.ticketId, reasons }, staffActor);
    return issued;
  };
  const order = () => hall.db.view.waiting(['policy'], 99).map((one) => one.number);
  await take(0);
  await take(10);
  const veteran = await take(14, ['veteran']);
  await take(15);
  await take(40, ['elder', 'disabled', 'pregnant', 'veteran']);
  // F005 counts from 40 − 45: before everybody; F003 from 14 − 15.
  expect(order()).toEqual(['F005', 'F003', 'F001', 'F002', 'F004']);
  await hall.ask('setPriority', { ticketId: veteran.ticketId, reasons: [] }, staffActor);
  expect(order()).toEqual(['F005', 'F001', 'F002', 'F003', 'F004']);
  await take(-120);
  await take(-119);
  expect(order()).toEqual(['F005', 'F001', 'F002', 'F003', 'F004', 'F006', 'F007']);
  expect(hall.db.view.ticket(veteran.ticketId)?.ownRank).toBe(morning + 14 * minute);
});
