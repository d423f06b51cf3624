/* Hiring as properties on the real engine: whatever hosts, workers, employers and the clock do in whatever order, what is promised holds after every step. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlap } from '@kuaizhao/db/domain/hiring/spans.ts';
import type { HireRow } from '@kuaizhao/db/domain/hiring/view.ts';
import { isLive } from '@kuaizhao/db/domain/hiring/states/hire.ts';
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import { staffActor, type TestEngine } from '../../../fixtures/engine.ts';
import { person } from '../../../fixtures/people.ts';
import { tablesIn } from '../../../fixtures/fold-tables.ts';
import { rememberRecords, replayedTables } from '../../../fixtures/replay.ts';
import { checkPlan, planOf } from '../matching/check-plan.ts';
import { accept, agree, callFor, callNamed, crewOf, expire, host, hour, jobOf, minute, newcomers, openTables, pay, refuseCall } from './stage.ts';

/** Runs on one seed are repeatable; each failure prints it with the path to the smallest case. */
const runs = (numRuns: number) => ({ numRuns, interruptAfterTimeLimit: 40_000, markInterruptAsFailure: false });
const names = [
  'call', 'call', 'call', 'named', 'accept', 'refuse', 'agree', 'agree', 'agree', 'agree', 'expire', 'noShow', 'end', 'recall', 'reinstate', 'takeBack', 'offer', 'absent',
  'undoHire', 'release', 'release', 'arrived', 'done', 'paid', 'checkIn', 'leaveCrew', 'headcount', 'close', 'quote', 'openQuotes', 'openDraw', 'drawLots', 'clock', 'clock', 'clock',
] as const;
type Act = readonly [name: (typeof names)[number], a: number, b: number];
const acts = (most: number): fc.Arbitrary<Act[]> => fc.array(fc.tuple(fc.constantFrom(...names), fc.nat(999), fc.nat(999)), { minLength: 10, maxLength: most });
const pick = <T>(all: readonly T[], n: number): T | undefined => all[n % Math.max(1, all.length)];

/** Nine people, a crew of two and one of three; a short job, one that overlaps it, a rotation, a draw with sealed quotes. */
async function floor() {
  const hall = openTables({ standby: 1, drawWaitSeconds: 60 });
  const kept = rememberRecords(hall);
  await newcomers(hall, 9);
  await crewOf(hall, [1, 2]);
  await crewOf(hall, [4, 5, 6]);
  const at = (fromHour: number) => ({ startAt: hall.clock.now + fromHour * hour, leaveBy: hall.clock.now + fromHour * hour });
  const jobs = [
    await jobOf(hall, { headcount: 3, hoursPerDay: 2, ...at(0.25) }), await jobOf(hall, { headcount: 2, hoursPerDay: 3, ...at(1) }),
    await jobOf(hall, { headcount: 2, mode: 'rotation', hoursPerDay: 1, ...at(4) }), await jobOf(hall, { headcount: 1, mode: 'draw', sealedQuotes: true, ...at(1) }),
  ];
  return { hall, kept, jobs };
}

/** Carries out one act on whatever it hits: mostly sensible, often refused. */
async function carryOut(hall: TestEngine, jobs: readonly string[], [name, a, b]: Act): Promise<Answer | undefined> {
  const called = hall.seen.flatMap((fact) => (fact.type === 'ticketCalled' ? [fact.callId] : []));
  const open = called.filter((callId) => hall.db.view.call(callId)?.open === true);
  const callId = pick(a % 7 === 0 ? called : open, b) ?? 'none';
  const [jobId, tableId, n] = [pick(jobs, a) ?? 'none', `t${(b % 4) + 1}`, (b % 9) + 1];
  const hireId = pick(hall.seen.flatMap((fact) => (fact.type === 'hireConfirmed' ? [fact.hireId] : [])), b) ?? 'none';
  const missed = hall.seen.flatMap((fact) => (fact.type === 'noShowMarked' ? [fact.ticketId] : []));
  switch (name) {
    case 'call': return callFor(hall, jobId, { tableId, ...(b % 3 === 0 ? { count: (b % 4) + 1 } : {}) });
    case 'named': return callNamed(hall, jobId, `A00${n}`, tableId);
    case 'accept': return accept(hall, callId);
    case 'refuse': return refuseCall(hall, callId, a % 2 === 0 ? 'worker' : 'employer');
    case 'agree': return agree(hall, callId);
    case 'expire': hall.clock.now += a % 2 === 0 ? 11 * minute : 0; return expire(hall);
    case 'noShow': return hall.ask('markNoShow', { callId }, host);
    case 'end': return hall.ask('endCall', { callId, outcome: 'noAgreement' }, host);
    case 'recall': return hall.ask('recall', { callId }, host);
    case 'reinstate': return hall.ask('reinstate', { ticketId: pick(missed, b) ?? 'none' }, host);
    case 'takeBack': return hall.ask('undo', { of: hall.seen.flatMap((fact) => (fact.type === 'stepTaken' ? [fact.step] : [])).at(-1 - (a % 2)) ?? 'command-none' }, staffActor);
    case 'offer': return hall.ask('recordOffer', { callId, side: 'worker', pay }, host);
    case 'absent': return hall.ask('markEmployerAbsent', { jobId }, host);
    case 'undoHire': return hall.ask('undoHire', { hireId, reason: 'mistake' }, a % 2 === 0 ? host : staffActor);
    case 'release': return hall.ask('releaseLate', { hireId }, host);
    case 'arrived': return hall.ask('markArrived', { hireId }, host);
    case 'done': return hall.ask('markDone', { hireId }, host);
    case 'paid': return hall.ask('markPaid', { hireId }, host);
    case 'checkIn': return hall.ask('checkIn', { card: person(n) });
    case 'leaveCrew': return a % 6 === 0 ? hall.ask('leaveCrew', { who: { by: 'card', card: person(n) } }) : undefined;
    case 'headcount': return hall.ask('changeJob', { jobId, card: person(900), change: { headcount: (b % 4) + 1 } });
    case 'close': return a % 8 === 0 ? hall.ask('closeJob', { jobId, card: person(900), reason: 'enough' }) : undefined;
    case 'quote': return hall.ask('sealQuote', { jobId: jobs[3] ?? '', card: person(n), pay: { amountFen: 20_000 + a, unit: 'day' } });
    case 'openQuotes': return a % 3 === 0 ? hall.ask('openQuotes', { jobId: jobs[3] ?? '', card: person(900) }) : undefined;
    case 'openDraw': return hall.ask('openDraw', { jobId: jobs[3] ?? '' }, host);
    case 'drawLots': return hall.ask('drawLots', { jobId: jobs[3] ?? '' }, host);
    case 'clock': hall.clock.now += ((a % 20) + 1) * minute; return undefined;
  }
}

function check(hall: TestEngine, jobs: readonly string[]): void {
  const confirmed = hall.seen.flatMap((fact) => (fact.type === 'hireConfirmed' ? [fact] : []));
  const hires = confirmed.map((fact) => hall.db.view.hire(fact.hireId)).filter((row): row is HireRow => row !== undefined);
  const live = hires.filter((row) => isLive(row.state));
  for (const jobId of jobs) {
    const job = hall.db.view.job(jobId)!;
    const taken = live.filter((row) => row.jobId === jobId).length;
    expect([jobId, taken]).toEqual([jobId, job.terms.headcount - job.placesLeft]);
    expect(taken).toBeLessThanOrEqual(job.terms.headcount);
    expect(job.state === 'filled' ? job.placesLeft === 0 : job.state !== 'open' || job.placesLeft > 0).toBe(true);
    expect(hall.db.view.openCallsForJob(jobId).length === 0 || job.state === 'open').toBe(true);
  }
  // Whoever has finished early is free for the next work.
  const done = new Set(hall.seen.flatMap((fact) => (fact.type === 'workDone' ? [fact.hireId] : [])));
  const atWork = live.filter((row) => !done.has(row.hireId));
  for (const [index, one] of atWork.entries()) for (const other of atWork.slice(index + 1)) {
    const both = [one, other].map((row) => hall.db.view.job(row.jobId)!.terms);
    expect(one.workerId === other.workerId && overlap(both[0]!, both[1]!)).toBe(false);
  }
  for (const crew of Map.groupBy(hires.filter((row) => row.crewId !== undefined), (row) => row.crewId).values()) {
    expect(crew.length).toBeGreaterThan(1);
    expect(crew.every((row) => row.state !== 'undone') || crew.every((row) => row.state === 'undone' || row.state === 'released')).toBe(true);
  }
  const tickets = hall.seen.flatMap((fact) => (fact.type === 'ticketIssued' ? [hall.db.view.ticket(fact.ticketId)!] : []));
  const openCalls = hall.seen.flatMap((fact) => (fact.type === 'ticketCalled' && hall.db.view.call(fact.callId)?.open === true ? [fact.ticketId] : []));
  expect(openCalls.toSorted()).toEqual(tickets.filter((row) => row.state === 'called').map((row) => row.ticketId).toSorted());
}

test('F7 F9 seats are live hires, nobody is at two works at once, crews go as one, each called number has one live call; a refusal changes nothing', async () => {
  const happened = new Set<string>();
  await fc.assert(fc.asyncProperty(acts(60), async (all) => {
    const { hall, jobs } = await floor();
    for (const act of all) {
      const head = hall.db.journal.head();
      const answer = await carryOut(hall, jobs, act);
      expect(answer?.ok === false ? hall.db.journal.head() : head).toEqual(head);
      check(hall, jobs);
      checkPlan(hall, jobs);
      if (answer?.ok === true) for (const fact of answer.facts) happened.add(fact.type);
    }
    expect(hall.failures).toEqual([]);
    const before = planOf(hall);
    hall.close();
    // A restart follows the kept moves: the same plan, bit for bit.
    expect(planOf(openTables({}, {}, 'b0b0b0b0b0b0b0b0', hall.dir))).toEqual(before);
  }), runs(35));
  // The mornings were mornings: what can happen at a table did.
  for (const type of ['hireConfirmed', 'hireUndone', 'placeGivenBack', 'callAccepted', 'callRefused', 'callLapsed', 'jobFilled', 'offerRecorded', 'namedRequestMade', 'quoteSealed', 'drawOpened', 'lotsDrawn', 'payMarked']) expect([...happened]).toContain(type);
});

test('F7 the tables are the fold of the journal and nothing else: replayed into an empty file, every row is there again', async () => {
  await fc.assert(fc.asyncProperty(acts(40), async (all) => {
    const { hall, jobs, kept } = await floor();
    for (const act of all) await carryOut(hall, jobs, act);
    const tables = tablesIn(hall.dir);
    expect(replayedTables(hall, kept, (db) => { expect(planOf({ db })).toEqual(planOf(hall)); })).toEqual(tables);
    expect([tables['job'], tables['hire']].map((rows) => rows?.length)).toEqual([jobs.length, hall.seen.filter((fact) => fact.type === 'hireConfirmed').length]);
    expect(hall.db.catchUp(99_999)).toBe(0);
    hall.close();
  }), runs(8));
});
