/* §5 as properties on the real engine: random mornings at windows, whatever staff and clock do. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseNext } from '@kuaizhao/db/domain/queue/turn/choose.ts';
import { isOverdue } from '@kuaizhao/db/domain/queue/turn/arrival.ts';
import { callOrder } from '@kuaizhao/db/domain/queue/turn/order.ts';
import { profileOf, rulesOn } from '@kuaizhao/db/domain/queue/rules.ts';
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import { factsOf, morning, staffActor, type TestEngine } from '../../../fixtures/engine.ts';
import { hallSettings } from '../../../fixtures/hall.ts';
import { ann, bob, checksum, openHall, staff, tablesOf, type Rules } from '../../../fixtures/queue-hall.ts';

const services = ['register', 'employ', 'train', 'rights', 'policy'];
const windows = ['w1', 'w2', 'w3'];
const minute = 60_000;
/** Runs on one seed are repeatable; each failure prints it with the path to the smallest case. */
const runs = (numRuns: number) => ({ numRuns, interruptAfterTimeLimit: 40_000, markInterruptAsFailure: false });

const serviceList = fc.uniqueArray(fc.constantFrom(...services), { minLength: 1, maxLength: 5 });
const profiles = fc.array(serviceList.chain((listed) => fc.record({
  services: fc.constant(listed),
  conditions: fc.array(fc.record({ service: fc.constantFrom(...listed), overMinutes: fc.integer({ min: 0, max: 20 }) }), { maxLength: 2 }),
  turns: fc.option(fc.record({ priority: fc.integer({ min: 1, max: 9 }), normal: fc.integer({ min: 1, max: 9 }) }), { nil: undefined }),
  fairEvery: fc.integer({ min: 2, max: 8 }),
})), { minLength: 3, maxLength: 3 });
const rules: fc.Arbitrary<Rules> = fc.record({
  profiles: profiles.map((all) => all.map(({ turns, ...one }, index) => ({ ...one, ...(turns === undefined ? {} : { turns }), id: `p${index + 1}` }))),
  windowProfiles: fc.constant(windows.map((windowId, index) => ({ windowId, profile: `p${index + 1}` }))),
  noShow: fc.record({ calls: fc.integer({ min: 1, max: 2 }), backPlaces: fc.integer({ min: 0, max: 4 }), backTimes: fc.integer({ min: 0, max: 2 }) }),
  overdueMinutes: fc.integer({ min: 5, max: 120 }),
  autoCalls: fc.record({ on: fc.boolean() }), recallMinutes: fc.integer({ min: 0, max: 60 }),
  reinstate: fc.record({ withinMinutes: fc.constant(60), times: fc.integer({ min: 0, max: 2 }), at: fc.constantFrom('kept' as const, 'last' as const, 'half' as const) }),
  appointments: fc.constant({ services: services.map((service) => ({ service, capacity: 10, from: '06:00', to: '09:00' })) }),
  transfers: fc.constant(20), parkedPerWindow: fc.integer({ min: 0, max: 3 }),
});

type Act = readonly [what: 'take' | 'takeTwo' | 'priority' | 'next' | 'recall' | 'miss' | 'end' | 'park' | 'unpark' | 'transfer' | 'reinstate' | 'add' | 'close' | 'outOfOrder' | 'sit' | 'stand' | 'profile' | 'help' | 'undo' | 'clock' | 'begin' | 'tend' | 'book', a: number, b: number];
const what = fc.constantFrom('take', 'take', 'take', 'takeTwo', 'priority', 'next', 'next', 'next', 'recall', 'miss', 'end', 'park', 'unpark', 'transfer', 'reinstate', 'add', 'close', 'outOfOrder', 'sit', 'stand', 'profile', 'help', 'undo', 'clock', 'begin', 'tend', 'book');
const acts = (most: number): fc.Arbitrary<Act[]> => fc.array(fc.tuple(what, fc.nat(1_000), fc.nat(1_000)), { minLength: 10, maxLength: most });
const pick = <T>(all: readonly T[], n: number): T | undefined => all[n % Math.max(1, all.length)];
const staffOf = (n: number) => pick([ann, bob, staffActor, staff('carol', 'host')], n)!;

/** Carries out one act on whatever it hits: mostly sensible, often refused. */
function carryOut(hall: TestEngine, [name, a, b]: Act): Promise<Answer> | undefined {
  const issued = hall.seen.flatMap((fact) => (fact.type === 'ticketIssued' ? [fact.ticketId] : []));
  const called = hall.seen.flatMap((fact) => (fact.type === 'ticketCalled' ? [fact.callId] : []));
  const steps = hall.seen.flatMap((fact) => (fact.type === 'stepTaken' ? [fact.step] : []));
  const ticketId = pick(issued, a) ?? 'none';
  const inState = (state: string): string => pick(issued.filter((id) => hall.db.view.ticket(id)?.state === state), a) ?? ticketId;
  // The newest calls and acts are the ones staff touch.
  const callId = called.at(-1 - (a % 3)) ?? 'none';
  const [windowId, service, actor] = [pick(windows, b)!, pick(services, b)!, staffOf(a + b)];
  switch (name) {
    case 'take': {
      const booked = hall.seen.flatMap((fact) => (fact.type === 'appointmentBooked' && fact.service === service ? [fact.code] : []));
      return hall.ask('takeTicket', { service, ...(a % 3 === 0 && booked.length > 0 ? { appointment: pick(booked, b)! } : {}) });
    }
    case 'takeTwo': return hall.ask('takeTicket', { service, more: [pick(services, a)!] });
    case 'priority': return hall.ask('setPriority', { ticketId, reasons: b % 3 === 0 ? [] : ['pregnant'] }, actor);
    case 'next': return hall.ask('callNext', { windowId }, actor);
    case 'recall': return hall.ask('recall', { callId }, actor);
    case 'miss': return hall.ask('markNoShow', { callId }, actor);
    case 'end': return hall.ask('endCall', { callId, outcome: 'served', ...(b % 4 === 0 ? { note: '样例' } : {}) }, actor);
    case 'park': return hall.ask('park', { callId }, actor);
    case 'unpark': return hall.ask('unpark', { ticketId: inState('parked'), ...(b % 2 === 0 ? { windowId } : {}) }, actor);
    case 'transfer': return hall.ask('transfer', { ticketId, to: pick([{ kind: 'service' as const, service }, { kind: 'window' as const, windowId }, { kind: 'person' as const, staffId: 'ann', service }], a)!, at: pick(['kept', 'first', 'last'] as const, b)! }, actor);
    case 'reinstate': return hall.ask('reinstate', { ticketId: inState('missed') }, actor);
    case 'add': return hall.ask('addService', { ticketId, service }, actor);
    case 'close': return b % 5 === 0 ? hall.ask('closeTicket', { ticketId, reason: 'left' }, actor) : undefined;
    case 'outOfOrder': return hall.ask('callOutOfOrder', { windowId, ticketId, reason: 'frail' }, actor);
    case 'sit': return hall.ask('startShift', { place: { kind: 'window', id: windowId } }, actor);
    case 'stand': return b % 3 === 0 ? hall.ask('endShift', {}, actor) : undefined;
    case 'profile': return hall.ask('setProfile', { windowId, ...(b % 2 === 0 ? { profile: 'p1' } : {}) }, actor);
    case 'begin': return hall.ask('beginService', { callId }, actor);
    case 'tend': return hall.ask('tendCalls', {}, { role: 'agent' });
    case 'book': return hall.ask('bookAppointment', { service, day: '2026-11-21', time: b % 2 === 0 ? '06:00' : '07:30' }, actor);
    case 'help': return hall.ask('askHelp', { windowId, kind: 'question' }, actor);
    case 'undo': return hall.ask('undo', { of: steps.at(-1 - (a % 3)) ?? 'command-none' }, actor);
    case 'clock': {
      // Jumps of up to three hours either way, within the business day.
      hall.clock.now = morning + ((a * 1_009 + b * 7) % 361 - 60) * minute;
      return undefined;
    }
  }
}

/** Every number of the day is in exactly one state, and what is counted beside the tickets agrees with them. */
function checkCounts(hall: TestEngine): void {
  const issued = hall.seen.flatMap((fact) => (fact.type === 'ticketIssued' ? [fact] : []));
  expect(new Set(issued.map((fact) => fact.number)).size).toBe(issued.length);
  const rows = issued.map((fact) => hall.db.view.ticket(fact.ticketId)!);
  const count = (state: string) => rows.filter((row) => row.state === state).length;
  expect(count('waiting') + count('called') + count('parked') + count('served') + count('missed') + count('closed')).toBe(issued.length);
  for (const service of services) expect(hall.db.view.waitingCount(service)).toBe(rows.filter((row) => row.state === 'waiting' && row.queue === service).length);
  expect(hall.db.view.leftOpen()).toEqual({ work: 0, windows: count('waiting'), called: count('called'), parked: count('parked') });
  const open = windows.map((id) => hall.db.view.openCallsAt({ kind: 'window', id }));
  expect(open.every((calls) => calls.length <= 1)).toBe(true);
  expect(open.flat().map((call) => call.ticket.ticketId).sort()).toEqual(rows.filter((row) => row.state === 'called').map((row) => row.ticketId).sort());
  // Nobody waits for an empty chair.
  for (const { state, hold } of rows) expect(state !== 'waiting' || hold === undefined || (hold.kind === 'window' ? hall.db.view.window(hold.id).staffId !== undefined : hall.db.view.windowsOf(hold.id).length > 0)).toBe(true);
}

test('§5 whatever staff and clock do: one state a number, no number twice, refusals leave the journal as it was', async () => {
  await fc.assert(fc.asyncProperty(rules, acts(60), async (given, all) => {
    const hall = openHall(given);
    for (const act of all) {
      const head = hall.db.journal.head();
      const answer = await carryOut(hall, act);
      expect(answer?.ok === false ? hall.db.journal.head() : head).toEqual(head);
      checkCounts(hall);
    }
    expect(hall.failures).toEqual([]);
    hall.close();
  }), runs(40));
});

test('§5 undo restores exactly: the tables after it are the tables before the act, byte for byte', async () => {
  let undone = 0;
  await fc.assert(fc.asyncProperty(rules, acts(25), async (given, all) => {
    const hall = openHall(given);
    // The command that opens the day does more than its act.
    await hall.ask('takeTicket', { service: 'policy' });
    for (const [index, act] of all.entries()) {
      const looked = index % 3 === 2 && act[0] !== 'undo' ? checksum(tablesOf(hall)) : undefined;
      const answer = await carryOut(hall, act);
      const step = answer?.ok === true ? answer.facts.find((fact) => fact.type === 'stepTaken')?.step : undefined;
      if (looked === undefined || step === undefined) continue;
      factsOf(await hall.ask('undo', { of: step }, staffActor));
      expect(checksum(tablesOf(hall))).toBe(looked);
      checkCounts(hall);
      undone += 1;
    }
    hall.close();
  }), runs(30));
  expect(undone).toBeGreaterThan(30);
});

test('§5 every call by profile can be recomputed, and goes to the first of its service and class in the hall’s sequence, whatever the clock does', async () => {
  await fc.assert(fc.asyncProperty(rules, acts(60), async (given, all) => {
    const hall = openHall(given);
    const inForce = rulesOn(hall.settings.queueRules, '2026-11-21');
    for (const act of all) {
      const windowId = pick(windows, act[2])!;
      const row = hall.db.view.window(windowId);
      const profile = profileOf(inForce, hallSettings.windows.find((one) => one.id === windowId)!, row.profile);
      const before = hall.db.view.waiting(services, 999).filter((one) => (one.hold === undefined ? profile.services.includes(one.queue) : one.hold.id === windowId || one.hold.id === row.staffId));
      const busy = hall.db.view.openCallsAt({ kind: 'window', id: windowId }).some((call) => call.ticket.later.length > 0);
      const answer = await carryOut(hall, act);
      if (act[0] !== 'next' || answer?.ok !== true || busy) continue;
      const called = answer.facts.find((fact) => fact.type === 'ticketCalled')!;
      expect(chooseNext(before, row.turns, profile, hall.clock.now)).toMatchObject({ ticket: { ticketId: called.ticketId }, why: called.why, turns: called.turns });
      const chosen = before.find((one) => one.ticketId === called.ticketId)!;
      const alike = before.filter((one) => one.queue === chosen.queue && one.priority === chosen.priority && one.hold?.id === chosen.hold?.id);
      const first = called.why === 'overdue' ? before.filter((one) => isOverdue(one, profile.overdueMinutes, hall.clock.now)).sort((a, b) => a.order - b.order)[0] : alike.sort(callOrder)[0];
      expect(first?.ticketId).toBe(chosen.ticketId);
    }
    hall.close();
  }), runs(30));
});

test('§5 no ticket starves under any profile that lists its service: called within fairEvery × (those in front + 1) calls of the window', async () => {
  const morningAt = fc.array(fc.tuple(fc.constantFrom('take', 'take', 'next', 'clock'), fc.nat(1_000), fc.nat(1_000)), { minLength: 10, maxLength: 60 });
  await fc.assert(fc.asyncProperty(rules, morningAt, async (given, all) => {
    const hall = openHall(given);
    const profile = given.profiles![0]!;
    const bounds = new Map<string, { left: number }>();
    const next = async (): Promise<boolean> => {
      const answer = await hall.ask('callNext', { windowId: 'w1' }, staffActor);
      if (!answer.ok) return false;
      bounds.delete(answer.facts.find((fact) => fact.type === 'ticketCalled')!.ticketId);
      for (const bound of bounds.values()) { bound.left -= 1; expect(bound.left).toBeGreaterThan(0); }
      return true;
    };
    for (const [name, a, b] of all) {
      if (name === 'clock') hall.clock.now = morning + ((a * 1_009) % 361 - 60) * minute;
      else if (name === 'next') await next();
      else {
        const inFront = hall.db.view.waiting(profile.services, 999).length;
        const answer = await hall.ask('takeTicket', { service: pick(services, b)! });
        const issued = factsOf(answer).find((fact) => fact.type === 'ticketIssued')!;
        if (profile.services.includes(issued.service)) bounds.set(issued.ticketId, { left: profile.fairEvery! * (inFront + 1) });
        // A head start is a recorded act of staff: whoever it passes has one more in front.
        if (a % 3 !== 0) continue;
        await hall.ask('setPriority', { ticketId: issued.ticketId, reasons: ['soldier'] }, staffActor);
        const ahead = hall.db.view.ticket(issued.ticketId)!;
        for (const [ticketId, bound] of bounds) if (ticketId !== issued.ticketId && callOrder(ahead, hall.db.view.ticket(ticketId)!) < 0) bound.left += profile.fairEvery!;
      }
    }
    while (await next()) { /* until nobody waits */ }
    expect(bounds.size).toBe(0);
    hall.close();
  }), runs(40));
});
