/* matching.md §3 every call of a window is a pure function of the journal: an auditor who has nothing but its rows and the hall's rules calls the same numbers. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { factSchema, type Fact, type FactOf, type FactType } from '@kuaizhao/db/domain/fact.ts';
import { chooseNext, noTurns, type Candidate, type TurnCounts } from '@kuaizhao/db/domain/queue/turn/choose.ts';
import { profileOf, rulesOn } from '@kuaizhao/db/domain/queue/rules.ts';
import { factsOf, morning, staffActor, type TestEngine } from '../../../fixtures/engine.ts';
import { ann, bob, openHall, type Rules } from '../../../fixtures/queue-hall.ts';

const minute = 60_000;
const services = ['register', 'employ', 'rights', 'policy'];
const windows = ['w1', 'w2', 'w3'];
type Hold = FactOf<'ticketRequeued'>['hold'];
interface Audited extends Candidate { readonly state: 'waiting' | 'called' | 'parked' | 'served' | 'missed' | 'closed'; readonly later: readonly string[]; readonly hold: Hold }
interface AuditedWindow { readonly staffId?: string; readonly profile?: string; readonly turns: TurnCounts }

/** What an auditor knows: tickets and windows, folded from facts alone. */
class Auditor {
  readonly tickets = new Map<string, Audited>();
  readonly windows = new Map<string, AuditedWindow>();
  /** of each call by the rules: what the hall did, and what follows */
  readonly recomputed: { readonly told: readonly unknown[]; readonly computed: readonly unknown[] }[] = [];
  private readonly shifts = new Map<string, string>();
  /** before each step: how everything it touched was */
  private readonly before = new Map<string, { readonly tickets: Map<string, Audited>; readonly windows: Map<string, AuditedWindow> }>();
  private acting: FactOf<'stepTaken'> | undefined;
  private readonly hall: TestEngine;
  constructor(hall: TestEngine) { this.hall = hall; }

  read(fact: Fact): void {
    const fold = this.folds[fact.type] as ((fact: Fact) => void) | undefined;
    fold?.(fact);
  }
  private readonly folds: { readonly [T in FactType]?: (fact: FactOf<T>) => void } = {
    ticketIssued: (fact) => {
      const arrival = fact.arrival ?? fact.order;
      const rank = fact.rank ?? arrival;
      this.tickets.set(fact.ticketId, { ticketId: fact.ticketId, queue: fact.service, priority: false, order: fact.order, arrival, rank, ownRank: rank, back: 0, state: 'waiting', later: fact.later ?? [], hold: undefined });
    },
    stepTaken: (fact) => {
      this.acting = fact;
      if (fact.windowId !== undefined) {
        this.touched.set(fact.step, fact.windowId);
        if (!this.windows.has(fact.windowId)) this.windowNow(fact.windowId, { turns: noTurns });
      }
      this.before.set(fact.step, { tickets: new Map(this.tickets), windows: new Map(this.windows) });
    },
    prioritySet: (fact) => {
      const own = this.ticket(fact.ticketId);
      const { rank = own.ownRank } = fact;
      this.put(fact.ticketId, { priority: fact.priority, ownRank: rank, ...(own.rank === own.ownRank && own.back === 0 ? { rank } : {}) });
    },
    ticketRequeued: (fact) => { this.put(fact.ticketId, { state: 'waiting', queue: fact.queue, later: fact.later, rank: fact.rank, back: fact.back, hold: fact.hold }); },
    ticketParked: (fact) => { this.put(fact.ticketId, { state: 'parked' }); },
    serviceAdded: (fact) => { this.put(fact.ticketId, { later: fact.later }); },
    ticketClosed: (fact) => { this.put(fact.ticketId, { state: 'closed' }); },
    noShowMarked: (fact) => { this.put(fact.ticketId, { state: 'missed' }); },
    callEnded: (fact) => { this.put(fact.ticketId, { state: 'served' }); },
    ticketCalled: (fact) => { this.called(fact); },
    profileSet: (fact) => { this.windowNow(fact.windowId, { turns: this.window(fact.windowId).turns, ...this.staffAt(fact.windowId), ...(fact.profile === undefined ? {} : { profile: fact.profile }) }); },
    shiftStarted: (fact) => {
      this.shifts.set(fact.shiftId, fact.place.id);
      this.windowNow(fact.place.id, { ...this.window(fact.place.id), staffId: fact.staffId });
    },
    shiftEnded: (fact) => {
      const windowId = this.shifts.get(fact.shiftId) ?? '';
      const { staffId: _left, ...empty } = this.window(windowId);
      this.windowNow(windowId, empty);
    },
    queueUndone: (fact) => {
      const was = this.before.get(fact.of);
      for (const { ticketId } of fact.tickets) {
        const one = was?.tickets.get(ticketId);
        if (one !== undefined) this.tickets.set(ticketId, one);
      }
      const windowId = this.touched.get(fact.of);
      const window = windowId === undefined ? undefined : was?.windows.get(windowId);
      // Shifts are no acts of the queue and stay.
      if (windowId !== undefined && window !== undefined) this.windowNow(windowId, { turns: window.turns, ...(window.profile === undefined ? {} : { profile: window.profile }), ...this.staffAt(windowId) });
    },
  };
  private readonly touched = new Map<string, string>();
  private ticket(ticketId: string): Audited { return this.tickets.get(ticketId)!; }
  private put(ticketId: string, change: Partial<Audited>): void { this.tickets.set(ticketId, { ...this.ticket(ticketId), ...change }); }
  private window(windowId: string): AuditedWindow { return this.windows.get(windowId) ?? { turns: noTurns }; }
  private windowNow(windowId: string, now: AuditedWindow): void { this.windows.set(windowId, now); }
  private staffAt(windowId: string): { staffId?: string } { const { staffId } = this.window(windowId); return staffId === undefined ? {} : { staffId }; }

  private called(fact: FactOf<'ticketCalled'>): void {
    const { settings } = this.hall;
    if (this.acting?.act === 'callNext' && this.acting.step === fact.step) {
      const row = this.window(fact.place.id);
      const profile = profileOf(rulesOn(settings.queueRules, '2026-11-21'), settings.windows.find((one) => one.id === fact.place.id)!, row.profile);
      const callable = [...this.tickets.values()].filter((one) => one.state === 'waiting' && (one.hold === undefined ? profile.services.includes(one.queue) : one.hold.id === fact.place.id || one.hold.id === row.staffId));
      const choice = chooseNext(callable, row.turns, profile, fact.judgedAt ?? 0);
      this.recomputed.push({ told: [fact.ticketId, fact.why, fact.turns], computed: [choice?.ticket.ticketId, choice?.why, choice?.turns] });
    }
    this.put(fact.ticketId, { state: 'called' });
    if (fact.turns !== undefined) this.windowNow(fact.place.id, { ...this.window(fact.place.id), turns: fact.turns });
  }
}

const rules: fc.Arbitrary<Rules> = fc.record({
  overdueMinutes: fc.integer({ min: 5, max: 90 }), fairEvery: fc.integer({ min: 2, max: 6 }),
  profiles: fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 30 })).map(([inTurns, normal, overMinutes]) => [
    { id: 'wide', services, conditions: [{ service: 'rights', overMinutes }], ...(inTurns ? { turns: { priority: 1, normal } } : {}) }, { id: 'narrow', services: ['register', 'policy'] },
  ]),
  windowProfiles: fc.constant([{ windowId: 'w1', profile: 'wide' }]),
  autoCalls: fc.record({ on: fc.boolean() }), parkedPerWindow: fc.constant(3), transfers: fc.constant(20),
});
const act = fc.tuple(fc.constantFrom('take', 'take', 'take', 'two', 'priority', 'next', 'next', 'next', 'next', 'miss', 'end', 'tend', 'park', 'unpark', 'transfer', 'reinstate', 'recall', 'out', 'close', 'sit', 'stand', 'profile', 'undo', 'clock'), fc.nat(999), fc.nat(999));

function carryOut(hall: TestEngine, [name, a, b]: readonly [string, number, number]) {
  const last = <T extends Fact['type']>(type: T, back: number): FactOf<T> | undefined => hall.seen.filter((fact): fact is FactOf<T> => fact.type === type).at(-1 - (back % 4));
  const [service, windowId, actor] = [services[a % 4]!, windows[b % 3]!, [ann, bob, staffActor][(a + b) % 3]!];
  const [ticketId, callId] = [last('ticketIssued', a)?.ticketId ?? 'none', last('ticketCalled', a)?.callId ?? 'none'];
  switch (name) {
    case 'take': return hall.ask('takeTicket', { service });
    case 'two': return hall.ask('takeTicket', { service, more: [services[b % 4]!] });
    case 'priority': return hall.ask('setPriority', { ticketId, reasons: b % 3 === 0 ? [] : ['veteran', 'disabled'] }, actor);
    case 'next': return hall.ask('callNext', { windowId }, actor);
    case 'miss': return hall.ask('markNoShow', { callId }, actor);
    case 'end': return hall.ask('endCall', { callId, outcome: 'served' }, actor);
    case 'tend': return hall.ask('tendCalls', {}, { role: 'agent' });
    case 'park': return hall.ask('park', { callId }, actor);
    case 'unpark': return hall.ask('unpark', { ticketId: last('ticketParked', b)?.ticketId ?? 'none', ...(b % 2 === 0 ? { windowId } : {}) }, actor);
    case 'transfer': return hall.ask('transfer', { ticketId, to: b % 2 === 0 ? { kind: 'service', service } : { kind: 'window', windowId }, at: (['kept', 'first', 'last'] as const)[b % 3]! }, actor);
    case 'reinstate': return hall.ask('reinstate', { ticketId: last('noShowMarked', b)?.ticketId ?? 'none' }, actor);
    case 'recall': return hall.ask('recall', { callId }, actor);
    case 'out': return hall.ask('callOutOfOrder', { windowId, ticketId, reason: 'frail' }, staffActor);
    case 'close': return b % 4 === 0 ? hall.ask('closeTicket', { ticketId, reason: 'left' }, actor) : undefined;
    case 'sit': return hall.ask('startShift', { place: { kind: 'window', id: windowId } }, actor);
    case 'stand': return b % 3 === 0 ? hall.ask('endShift', {}, actor) : undefined;
    case 'profile': return hall.ask('setProfile', { windowId, ...(b % 2 === 0 ? { profile: 'narrow' } : {}) }, actor);
    case 'undo': return hall.ask('undo', { of: last('stepTaken', a)?.step ?? 'command-none' }, staffActor);
    // Forwards by minutes, at times back: the hall's clock is what it is.
    default: hall.clock.now = Math.max(morning, hall.clock.now + ((a % 12) - 3) * minute); return undefined;
  }
}

test('matching.md §3 every call of a random day is recomputed from the journal alone', async () => {
  let recomputed = 0;
  await fc.assert(fc.asyncProperty(rules, fc.array(act, { minLength: 40, maxLength: 120 }), async (given, acts) => {
    const hall = openHall(given);
    factsOf(await hall.ask('takeTicket', { service: 'policy' }));
    for (const one of acts) await carryOut(hall, one);
    const auditor = new Auditor(hall);
    for (const row of hall.db.journal.read(1, 5_000)) auditor.read(factSchema.parse(JSON.parse(row.body)));
    for (const [ticketId, one] of auditor.tickets) {
      const kept = hall.db.view.ticket(ticketId);
      expect([ticketId, one.state, one.rank, one.back, one.ownRank, one.queue]).toEqual([ticketId, kept?.state, kept?.rank, kept?.back, kept?.ownRank, kept?.queue]);
    }
    for (const { told, computed } of auditor.recomputed) expect(computed).toEqual(told);
    recomputed += auditor.recomputed.length;
    hall.close();
  }), { numRuns: 30, interruptAfterTimeLimit: 40_000, markInterruptAsFailure: false });
  expect(recomputed).toBeGreaterThan(100);
});
