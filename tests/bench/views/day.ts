/* The large day itself, through the engine: 5,000 visits and 1,500 postings, four in five of them hired, some parted, missed and still at the tables. */
import { randomUUID } from 'node:crypto';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import type { HallSettings } from '@kuaizhao/db/domain/hall/settings.ts';
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import { createEngine } from '@kuaizhao/sync-agent/hall/engine.ts';
import { newId } from '@kuaizhao/sync-agent/hall/new-id.ts';
import { creditCode, person } from '../../fixtures/people.ts';
import { drawMorning, termsOf } from '../rush/morning.ts';

const staff: Actor = { role: 'console', staffId: 'staff-1', staffRole: 'supervisor' };
const employersCount = 400;
/** as many as share one commit */
const together = 64;

export interface Day { readonly now: number; readonly visits: number; readonly postings: number; readonly hires: number; readonly employerId: string; readonly workerId: string }

export async function workTheDay(db: HallDb, settings: HallSettings, from: number, { workers, postings, seed }: { workers: number; postings: number; seed: number }): Promise<Day> {
  let now = from;
  const engine = createEngine({ db, settings, now: () => now, newId: () => newId(now), soon: (run) => { setImmediate(run); }, committed: () => undefined, failed: (error) => { throw error; } });
  const ask = async (content: object): Promise<readonly Fact[]> => {
    const answer = await engine.handle({ commandId: randomUUID(), ...content }, staff);
    return answer.ok ? answer.facts : [];
  };
  const all = async <T>(things: readonly T[], content: (thing: T) => object): Promise<Fact[]> => {
    const facts: Fact[] = [];
    for (let at = 0; at < things.length; at += together) {
      now += 60_000 * (together / 40);
      facts.push(...(await Promise.all(things.slice(at, at + together).map((one) => ask(content(one))))).flat());
    }
    return facts;
  };
  const plan = drawMorning({ seed, workers, postings, tables: 0, kiosks: 0 });
  const employers = (await all(Array.from({ length: employersCount }, (_, n) => n), (n) => ({ type: 'registerEmployer', kind: 'enterprise', name: `样例${n}号公司`, creditCode: creditCode(n), representatives: [] })))
    .flatMap((fact) => (fact.type === 'employerRegistered' ? [fact.employerId] : []));
  const people = await all(plan.arrivals, ({ person: n, trades }) => ({ type: 'registerWorker', card: person(n, 1950 + Math.floor(n / 84) % 50), consent: { textVersion: '2026-11', purposes: ['registration'] }, trades }));
  const jobs = (await all(plan.postings, (posting) => ({ type: 'postJob', employerId: employers[posting.employer % employersCount], terms: termsOf(posting, now) }))).flatMap((fact) => (fact.type === 'jobPosted' ? [fact] : []));
  let hires = 0;
  // Two thirds of the postings have their people; the rest is open on every screen.
  for (const [index, job] of jobs.entries()) {
    if (index % 3 === 2) continue;
    now += 2_000;
    const calls = (await ask({ type: 'callForJob', tableId: settings.tables[index % settings.tables.length]?.id, jobId: job.jobId, count: Math.min(8, job.terms.headcount + 1) })).flatMap((fact) => (fact.type === 'ticketCalled' ? [fact.callId] : []));
    for (const [turn, callId] of calls.entries()) {
      // A dozen tables still talk.
      if (index > jobs.length - 12 && turn === 0) continue;
      const facts = await ask(turn === 0 && index % 7 === 0 ? { type: 'markNoShow', callId } : turn === 0 && index % 5 === 0 ? { type: 'endCall', callId, outcome: 'noAgreement' }
        : { type: 'confirmHire', callId, agreedPay: { amountFen: 20_000, unit: 'day' }, settlement: 'atOnce' });
      hires += facts.filter((fact) => fact.type === 'hireConfirmed').length;
    }
  }
  const first = people.find((fact) => fact.type === 'workerRegistered');
  return { now, visits: people.filter((fact) => fact.type === 'visitOpened').length, postings: jobs.length, hires, employerId: employers[0] ?? '', workerId: first?.type === 'workerRegistered' ? first.workerId : '' };
}
