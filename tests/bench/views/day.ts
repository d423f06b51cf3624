/* The large day itself, through the engine: 5,000 visits and 1,500 postings, 4,000 hired, some parted, missed and still at the tables, and what else a day leaves: crews, disputes, notes, opinions, help. */
import { randomUUID } from 'node:crypto';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import type { Fact, FactOf, FactType } from '@kuaizhao/db/domain/fact.ts';
import type { HallSettings } from '@kuaizhao/db/domain/hall/settings.ts';
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import { createEngine } from '@kuaizhao/sync-agent/hall/engine.ts';
import { newId } from '@kuaizhao/sync-agent/hall/new-id.ts';
import { creditCode, person } from '../../fixtures/people.ts';
import { drawMorning, termsOf } from '../rush/morning.ts';
import { workTheRest } from './rest.ts';

/** With somebody beside them: an erasure takes two. */
const staff: Actor = { role: 'console', staffId: 'staff-1', staffRole: 'supervisor', second: 'staff-2' };
const employersCount = 400;
/** as many as share one commit */
const together = 64;

export interface Desk {
  readonly settings: HallSettings;
  readonly now: () => number;
  readonly pass: (ms: number) => void;
  /** Facts, or none when it was refused. */
  readonly ask: (content: object) => Promise<readonly Fact[]>;
  readonly all: <T>(things: readonly T[], content: (thing: T) => object) => Promise<Fact[]>;
}
export interface Day {
  readonly now: number; readonly visits: number; readonly postings: number; readonly hires: number;
  readonly employerId: string; readonly workerId: string; readonly card: Card; readonly boss: Card;
  readonly jobId: string; /** open, and nobody was called for it yet */ readonly openJobId: string; readonly drawJobId: string; readonly hireId: string; readonly callId: string; /** somebody stands at a table */ readonly openCallId: string; readonly ticketId: string; readonly caseId: string; readonly disputeId: string; readonly receipt: string;
}
export interface Amount { readonly workers: number; readonly postings: number; readonly seed: number }

export const cardOf = (n: number): Card => person(n, 1950 + (Math.floor(n / 84) % 50));
export const bossOf = (n: number): Card => person(90_000 + n, 1975);
export const factsIn = <T extends FactType>(facts: readonly Fact[], type: T): FactOf<T>[] => facts.filter((fact): fact is FactOf<T> => fact.type === type);

export async function workTheDay(db: HallDb, settings: HallSettings, from: number, { workers, postings, seed }: Amount): Promise<Day> {
  let now = from;
  const engine = createEngine({ db, settings, now: () => now, newId: () => newId(now), soon: (run) => { setImmediate(run); }, committed: () => undefined, failed: (error) => { throw error; } });
  const ask = async (content: object): Promise<readonly Fact[]> => {
    const answer = await engine.handle({ commandId: randomUUID(), ...content }, 'type' in content && content.type === 'checkIn' ? { role: 'agent' } : staff);
    return answer.ok ? answer.facts : [];
  };
  const all = async <T>(things: readonly T[], content: (thing: T) => object): Promise<Fact[]> => {
    const facts: Fact[] = [];
    for (let at = 0; at < things.length; at += together) {
      now += 30_000;
      facts.push(...(await Promise.all(things.slice(at, at + together).map((one) => ask(content(one))))).flat());
    }
    return facts;
  };
  const desk: Desk = { settings, now: () => now, pass: (ms) => { now += ms; }, ask, all };
  const plan = drawMorning({ seed, workers, postings, tables: 0, kiosks: 0 });
  const employers = factsIn(await all(Array.from({ length: employersCount }, (_, n) => n), (n) => ({
    type: 'registerEmployer', kind: 'enterprise', name: `样例${n}号公司`, creditCode: creditCode(n), representatives: [bossOf(n).number],
  })), 'employerRegistered').map((fact) => fact.employerId);
  const people = await all(plan.arrivals, ({ person: n, trades }) => ({ type: 'registerWorker', card: cardOf(n), consent: { textVersion: '2026-11', purposes: ['registration'] }, trades }));
  const jobs = factsIn(await all(plan.postings, (posting) => ({ type: 'postJob', employerId: employers[posting.employer % employersCount], terms: termsOf(posting, now) })), 'jobPosted');
  const hires = await workTheTables(desk, jobs);
  const workerIds = factsIn(people, 'workerRegistered').map((fact) => fact.workerId);
  const byWorker = new Map(workerIds.map((workerId, index) => [workerId, plan.arrivals[index]?.person ?? 0]));
  const rest = await workTheRest(desk, { hires, workerIds, byWorker, employers });
  const [one] = hires;
  if (one === undefined) throw new Error('nobody was hired');
  return {
    now, visits: factsIn(people, 'visitOpened').length, postings: jobs.length, hires: hires.length, employerId: employers[0] ?? '', workerId: one.workerId, card: cardOf(byWorker.get(one.workerId) ?? 0), boss: bossOf(0),
    jobId: one.jobId, openJobId: jobs.findLast((_, index) => isLeftOpen(index))?.jobId ?? '', hireId: one.hireId, callId: one.callId, openCallId: await callOne(desk), ticketId: factsIn(people, 'ticketIssued')[0]?.ticketId ?? '', ...rest,
  };
}

/** Somebody who stands at a table while all is asked: by then the morning has hired whoever came. The hall chooses the job, as for any free table. */
async function callOne({ settings, ask }: Desk): Promise<string> {
  await ask({ type: 'registerWorker', card: bossOf(1), consent: { textVersion: '2026-11', purposes: ['registration'] }, trades: ['0201'] });
  for (const { id } of settings.tables.toReversed()) {
    const [called] = factsIn(await ask({ type: 'seatTable', tableId: id }), 'ticketCalled');
    if (called !== undefined) return called.callId;
  }
  throw new Error('nobody stands at a table');
}

/** One posting in twelve has called nobody yet. */
const isLeftOpen = (index: number): boolean => index % 12 === 11;

/** The other postings have called for their people, as far as there are any. */
async function workTheTables({ settings, ask, pass }: Desk, jobs: readonly FactOf<'jobPosted'>[]): Promise<FactOf<'hireConfirmed'>[]> {
  const hires: FactOf<'hireConfirmed'>[] = [];
  for (const [index, job] of jobs.entries()) {
    if (isLeftOpen(index)) continue;
    pass(2_000);
    const calls = factsIn(await ask({ type: 'callForJob', tableId: settings.tables[index % settings.tables.length]?.id, jobId: job.jobId, count: Math.min(8, job.terms.headcount + 1) }), 'ticketCalled');
    for (const [turn, { callId }] of calls.entries()) {
      hires.push(...factsIn(await ask(turn === 0 && index % 7 === 0 ? { type: 'markNoShow', callId } : turn === 0 && index % 5 === 0 ? { type: 'endCall', callId, outcome: 'noAgreement' }
        : { type: 'confirmHire', callId, agreedPay: { amountFen: 20_000, unit: 'day' }, settlement: 'atOnce' }), 'hireConfirmed'));
    }
  }
  return hires;
}
