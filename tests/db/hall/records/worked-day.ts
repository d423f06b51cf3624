/* A worked day through the real engine, for tests of records: people come, jobs are posted, calls end in every way there is; drawn by seed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawn, randomOf } from '../../../fixtures/random.ts';
import { factOf, factsOf, morning, openEngine, staffActor, tempDir, type TestEngine } from '../../../fixtures/engine.ts';
import { soundTerms } from '../../../fixtures/hall.ts';
import { creditCode, person } from '../../../fixtures/people.ts';

export const dayMs = 24 * 3_600_000;
const consent = { textVersion: '2026-11', purposes: ['registration' as const] };
const trades = ['0101', '0102', '0201', '0301', '0501'];
const tables = ['t1', 't2', 't3', 't4'];

interface Worked { readonly files: readonly (readonly [string, Buffer])[]; readonly now: number }
const worked = new Map<string, Promise<Worked>>();

async function workOnce(days: readonly number[], seed: number): Promise<Worked> {
  const hall = openEngine();
  for (const day of days) await workDay(hall, day, seed);
  hall.close();
  return { files: ['hall.db', 'hall.key'].map((name) => [name, readFileSync(join(hall.dir, name))]), now: hall.clock.now };
}

/** A hall after these days, restarted: the same days are worked once in a test file, and each test has a copy of its own. */
export async function hallAfter(days: readonly number[], seed: number): Promise<TestEngine> {
  const which = `${seed}: ${days.join()}`;
  const once = worked.get(which) ?? workOnce(days, seed);
  worked.set(which, once);
  const { files, now } = await once;
  const dir = tempDir();
  for (const [name, bytes] of files) writeFileSync(join(dir, name), bytes, { mode: 0o600 });
  const hall = openEngine(dir, 'b0b0b0b0b0b0b0b0');
  hall.clock.now = now;
  return hall;
}

/** `day` 0 is the day of `morning`. Gives how many people came. */
export async function workDay(hall: TestEngine, day: number, seed: number, size = { people: 24, jobs: 8 }): Promise<void> {
  const random = randomOf(seed * 1_000 + day);
  hall.clock.now = morning + day * dayMs;
  const pass = (): void => { hall.clock.now += Math.floor(random() * 240_000); };
  const employers: string[] = [];
  for (let n = 0; n < 2; n += 1) {
    const answer = await hall.ask('registerEmployer', { kind: 'enterprise', name: `样例${seed}号公司${day}-${n}`, creditCode: creditCode(seed * 100 + day * 10 + n), representatives: [] }, staffActor);
    employers.push(factOf(answer, 'employerRegistered').employerId);
  }
  const household = factOf(await hall.ask('registerHousehold', { card: person(900 + day, 1970 + seed), promiseVersion: '2026-11' }), 'employerRegistered').employerId;
  const jobs: string[] = [];
  for (let n = 0; n < size.jobs; n += 1) {
    pass();
    const terms = soundTerms(hall.clock.now, { trade: trades[n % trades.length] ?? '0101', headcount: 1 + Math.floor(random() * 3) });
    jobs.push(factOf(await hall.ask('postJob', { employerId: n === 3 ? household : employers[n % 2] ?? household, terms }, staffActor), 'jobPosted').jobId);
  }
  for (let n = 0; n < size.people; n += 1) {
    pass();
    const wanted = [...new Set([drawn(random, trades.map((one) => [one, 1] as const)), drawn(random, trades.map((one) => [one, 1] as const))])];
    // Some have been here before: then the registration only checks them in.
    await hall.ask('registerWorker', { card: person(Math.floor(random() * 60), 1960 + seed), consent, trades: wanted, ...(n % 3 === 0 ? { phone: `1380000${String(n).padStart(4, '0')}` } : {}) });
    if (n % 6 === 0) await hall.ask('takeTicket', { service: n % 12 === 0 ? 'policy' : 'rights' });
  }
  for (const windowId of ['w2', 'w3', 'w2']) {
    pass();
    await hall.ask('callNext', { windowId }, staffActor);
  }
  await queueActs(hall, pass);
  for (const [index, jobId] of jobs.entries()) await workJob(hall, jobId, tables[index % tables.length] ?? 't1', random, pass);
  await reviewed(hall, employers[0] ?? household);
  for (let n = 0; n < 5; n += 1) await hall.ask('giveOpinion', { stars: 1 + Math.floor(random() * 5), reasons: n % 2 === 0 ? ['kindStaff', 'easyMachine'] : ['longWait'] });
  await hall.ask('takeDownJob', { jobId: jobs.at(-1) ?? '', reason: 'mistake' }, staffActor);
}

/** A call in error that is taken back, the same call again, and a transfer. */
async function queueActs(hall: TestEngine, pass: () => void): Promise<void> {
  const of = `undo-${hall.clock.now}`;
  await hall.ask('takeTicket', { service: 'train' });
  pass();
  factsOf(await hall.ask('callNext', { windowId: 'w2' }, staffActor, of));
  factsOf(await hall.ask('undo', { of }, staffActor));
  pass();
  const { ticketId } = factOf(await hall.ask('callNext', { windowId: 'w2' }, staffActor), 'ticketCalled');
  factsOf(await hall.ask('transfer', { ticketId, to: { kind: 'service', service: 'rights' }, at: 'kept' }, staffActor));
  factsOf(await hall.ask('callNext', { windowId: 'w3' }, staffActor));
}

/** One posting that staff reject, one that they let through and that then grows and shrinks. */
async function reviewed(hall: TestEngine, employerId: string): Promise<void> {
  for (const outcome of ['reject', 'approve'] as const) {
    const posted = factOf(await hall.ask('postJob', { employerId, terms: soundTerms(hall.clock.now, { trade: '0301', headcount: 3, remark: '高薪保录，来了就上班' }) }, staffActor), 'jobPosted');
    if (posted.state !== 'inReview') throw new Error('the lure was not caught');
    hall.clock.now += 90_000;
    factsOf(await hall.ask('reviewJob', { jobId: posted.jobId, outcome, reason: outcome === 'reject' ? 'lure' : 'fine' }, staffActor));
    if (outcome === 'reject') continue;
    for (const headcount of [5, 2]) factsOf(await hall.ask('changeJob', { jobId: posted.jobId, shown: { kind: 'slip', number: posted.number }, change: { headcount } }, staffActor));
  }
}

async function workJob(hall: TestEngine, jobId: string, tableId: string, random: () => number, pass: () => void): Promise<void> {
  pass();
  const called = await hall.ask('callForJob', { tableId, jobId, count: 4 }, staffActor);
  if (!called.ok) return;
  for (const fact of factsOf(called)) {
    if (fact.type !== 'ticketCalled') continue;
    pass();
    const { callId } = fact;
    const end = drawn(random, [['hire', 5], ['noAgreement', 2], ['noShow', 2], ['recall', 1]] as const);
    if (end === 'hire') await hall.ask('confirmHire', { callId, agreedPay: { amountFen: 19_200 + Math.floor(random() * 50) * 100, unit: 'day' }, settlement: 'atOnce' }, staffActor);
    if (end === 'noAgreement') await hall.ask('endCall', { callId, outcome: 'noAgreement' }, staffActor);
    if (end === 'noShow') await hall.ask('markNoShow', { callId }, staffActor);
    if (end === 'recall') await hall.ask('recall', { callId }, staffActor);
  }
}
