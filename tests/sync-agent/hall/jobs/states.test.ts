/* The states of a job: in review → open → filled, and closed, taken down or expired; every step a command, places always true. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDailyBroom } from '@kuaizhao/sync-agent/hall/clockwork/daily-broom.ts';
import { jobQuery, reviewQueueQuery } from '@kuaizhao/sync-agent/contract/queries/jobs.ts';
import { firm, household, post, trusted } from '../../../fixtures/employers.ts';
import { factOf, factsOf, kioskActor, morning, openEngine, refusalOf, staffActor, type TestEngine } from '../../../fixtures/engine.ts';
import { person } from '../../../fixtures/people.ts';

const consent = { textVersion: '2026-11', purposes: ['registration' as const] };
const newcomer = (hall: TestEngine, n: number) => hall.ask('registerWorker', { card: person(n), consent, trades: ['0201'] });
const shown = (hall: TestEngine) => hall.db.faces.board.jobs(hall.clock.now, 99).map((job) => job.number);
const asked = (hall: TestEngine, jobId: string) => jobQuery.reply.parse(hall.db.faces.jobs.job(jobId, hall.clock.now));
const inReview = async (hall: TestEngine) => factOf(await post(hall, await household(hall), { remark: '自带手套' }), 'jobPosted').jobId;
const open = async (hall: TestEngine, changes = {}) => factOf(await post(hall, await household(hall), changes), 'jobPosted').jobId;
async function hire(hall: TestEngine, jobId: string) {
  const call = factOf(await hall.ask('callForJob', { tableId: 't1', jobId, count: 1 }, staffActor), 'ticketCalled');
  return hall.ask('confirmHire', { callId: call.callId, agreedPay: { amountFen: 21_000, unit: 'day' }, settlement: 'atOnce' }, staffActor);
}

test('F13 approved: who, when and why are kept, the job is on the screen, its slip is printed, it can be called for', async () => {
  const hall = openEngine();
  await newcomer(hall, 1);
  const jobId = await inReview(hall);
  expect(refusalOf(await hall.ask('callForJob', { tableId: 't1', jobId, count: 1 }, staffActor))).toBe('jobNotOpen jobId');
  hall.clock.now += 60_000;
  const answer = await hall.ask('reviewJob', { jobId, outcome: 'approve', reason: 'fine', ruleIds: ['sex.only-men'], printer: { printer: 'printer-1', ready: false } }, staffActor);
  expect(factsOf(answer)).toMatchObject([{ type: 'jobReviewed', outcome: 'approve', by: 'staff-1', ruleIds: ['sex.only-men'] }, { type: 'printQueued', subject: { kind: 'jobSlip', id: jobId } }]);
  expect(shown(hall)).toEqual(['J001']);
  expect(hall.db.faces.board.counts(hall.clock.now)).toMatchObject({ jobs: 1, places: 2 });
  expect(asked(hall, jobId)).toMatchObject({ job: { state: 'open', checkAfter: false }, decisions: [{ at: morning + 60_000, kind: 'jobReviewed', what: 'approve fine', by: 'staff-1', ruleIds: ['sex.only-men'] }] });
  expect(refusalOf(await hire(hall, jobId))).toBe('none');
});

test('F13 rejected: taken down with the reason, a sealed note, and counted nowhere', async () => {
  const hall = openEngine();
  const jobId = await inReview(hall);
  const review = (content: object) => hall.ask('reviewJob', { jobId, outcome: 'reject', reason: 'falseTerms', ...content }, staffActor);
  const head = hall.db.journal.head();
  expect(refusalOf(await review({ reason: 'fine' }))).toBe('reasonMissing reason');
  expect(refusalOf(await review({ reason: 'other' }))).toBe('reasonMissing note');
  expect(refusalOf(await review({ jobId: 'none' }))).toBe('jobUnknown jobId');
  expect(refusalOf(await review({ note: '甲\u0007乙' }))).toBe('malformed note');
  expect(hall.db.journal.head()).toEqual(head);
  await review({ note: '王五说没有这个工地' });
  expect(asked(hall, jobId)).toMatchObject({ job: { state: 'takenDown' }, decisions: [{ what: 'reject falseTerms', note: '王五说没有这个工地', by: 'staff-1' }, { kind: 'jobTakenDown', what: 'rejected', by: 'staff-1' }] });
  expect(JSON.stringify(hall.db.journal.read(1, 100))).not.toContain('王五');
  expect(hall.db.faces.board.counts(hall.clock.now)).toMatchObject({ jobs: 0, places: 0, placesLeft: 0 });
  expect(refusalOf(await review({}))).toBe('jobNotOpen jobId');
});

test('F13 checked after: one that is fine leaves the list, one that is not leaves every screen at once', async () => {
  const hall = openEngine();
  const [good, bad] = [await open(hall), await open(hall)];
  const queue = () => reviewQueueQuery.reply.omit({ householdOrders: true }).parse(hall.db.faces.jobs.reviewQueue('checkAfter', hall.clock.now, 9)).jobs.map((job) => job.jobId);
  expect(queue()).toEqual([good, bad]);
  await hall.ask('reviewJob', { jobId: good, outcome: 'approve', reason: 'fine' }, staffActor);
  await hall.ask('reviewJob', { jobId: bad, outcome: 'reject', reason: 'unlawful' }, staffActor);
  expect([queue(), shown(hall)]).toEqual([[], ['J001']]);
  expect(refusalOf(await hall.ask('reviewJob', { jobId: good, outcome: 'approve', reason: 'fine' }, staffActor))).toBe('notInReview jobId');
});

test('F10 F13 nobody approves a posting of somebody who was banned meanwhile', async () => {
  const hall = openEngine();
  const id = await firm(hall);
  const jobId = factOf(await post(hall, id, { remark: '自带手套' }), 'jobPosted').jobId;
  await hall.ask('setEmployerStanding', { employerId: id, standing: 'banned', reason: 'unpaid' }, staffActor);
  expect(refusalOf(await hall.ask('reviewJob', { jobId, outcome: 'approve', reason: 'fine' }, staffActor))).toBe('jobNotOpen jobId');
});

test('F13 a take-down from any living state reaches the board at once and says who and why; what has ended is not taken down again', async () => {
  const hall = openEngine();
  const waiting = await inReview(hall);
  const job = await open(hall);
  for (const jobId of [waiting, job]) expect(factOf(await hall.ask('takeDownJob', { jobId, reason: 'unlawful', note: '举报属实' }, staffActor), 'jobTakenDown')).toMatchObject({ reason: 'unlawful', by: 'staff-1' });
  expect(shown(hall)).toEqual([]);
  expect(asked(hall, job).decisions).toMatchObject([{ kind: 'jobTakenDown', what: 'unlawful', by: 'staff-1', note: '举报属实' }]);
  expect(refusalOf(await hall.ask('takeDownJob', { jobId: job, reason: 'mistake' }, staffActor))).toBe('jobNotOpen jobId');
  expect(refusalOf(await hall.ask('takeDownJob', { jobId: 'none', reason: 'mistake' }, staffActor))).toBe('jobUnknown jobId');
});

test('F1 F7 more people reopen a filled job, fewer than are hired cannot be, and the last place taken away fills it', async () => {
  const hall = openEngine();
  for (const n of [1, 2, 3]) await newcomer(hall, n);
  const jobId = await open(hall, { headcount: 1 });
  const change = (headcount: number) => hall.ask('changeJob', { jobId, card: person(900), change: { headcount } });
  await hire(hall, jobId);
  expect(hall.db.view.job(jobId)).toMatchObject({ state: 'filled', placesLeft: 0 });
  expect(factOf(await change(3), 'jobChanged')).toMatchObject({ placesLeft: 2 });
  expect([hall.db.view.job(jobId)?.state, shown(hall)]).toEqual(['open', ['J001']]);
  await hire(hall, jobId);
  expect(refusalOf(await change(1))).toBe('termImpossible change.headcount');
  expect(refusalOf(await change(0))).toBe('malformed change.headcount');
  await hall.ask('callForJob', { tableId: 't1', jobId, count: 1 }, staffActor);
  expect(factsOf(await change(2)).map((fact) => fact.type)).toEqual(['jobChanged', 'jobFilled', 'callEnded']);
  expect(hall.db.view.job(jobId)).toMatchObject({ state: 'filled', placesLeft: 0, terms: { headcount: 2 } });
  expect(hall.db.view.waiting(['work'], 9)).toHaveLength(1);
});

test('F3 longer and better paid is a change, shorter and worse is not; pay stays above the minimum', async () => {
  const hall = openEngine();
  const jobId = await open(hall);
  const { terms } = hall.db.view.job(jobId)!;
  const change = async (content: object) => refusalOf(await hall.ask('changeJob', { jobId, card: person(900), change: content }));
  expect(await change({ validUntil: terms.validUntil + 3_600_000, pay: { kind: 'fixed', amountFen: 22_000, unit: 'day' } })).toBe('none');
  expect(hall.db.view.job(jobId)?.terms).toMatchObject({ validUntil: terms.validUntil + 3_600_000, pay: { amountFen: 22_000 } });
  expect(await change({ validUntil: terms.validUntil })).toBe('termImpossible change.validUntil');
  expect(await change({ validUntil: morning + 90 * 24 * 3_600_000 })).toBe('termImpossible change.validUntil');
  expect(await change({ pay: { kind: 'fixed', amountFen: 21_999, unit: 'day' } })).toBe('payOnlyUp change.pay');
  expect(await change({ pay: { kind: 'fixed', amountFen: 99_999, unit: 'hour' } })).toBe('payOnlyUp change.pay');
  expect(await change({ pay: { kind: 'negotiable' } })).toBe('payOnlyUp change.pay');
  expect(await change({})).toBe('malformed change');
  expect(refusalOf(await hall.ask('changeJob', { jobId, card: person(1), change: { headcount: 3 } }))).toBe('employerNotYours employerId');
  expect(refusalOf(await hall.ask('changeJob', { jobId: 'none', card: person(900), change: { headcount: 3 } }))).toBe('jobUnknown jobId');
  const unit = await firm(hall);
  const talk = factOf(await post(hall, unit, { pay: { kind: 'negotiable' } }), 'jobPosted').jobId;
  expect(refusalOf(await hall.ask('changeJob', { jobId: talk, shown: { kind: 'slip', number: 'J002' }, change: { pay: { kind: 'fixed', amountFen: 1_000, unit: 'hour' } } }, staffActor))).toBe('payBelowMinimum change.pay');
});

test('F12 F13 new words take a job off the screens until staff have looked; those of a trusted employer stay and are checked after', async () => {
  const hall = openEngine();
  await newcomer(hall, 1);
  const jobId = await open(hall);
  await hall.ask('callForJob', { tableId: 't1', jobId, count: 1 }, staffActor);
  const facts = factsOf(await hall.ask('changeJob', { jobId, card: person(900), change: { remark: '自带手套' } }));
  expect(facts).toMatchObject([{ type: 'jobChanged', state: 'inReview', cause: 'freeText' }, { type: 'callEnded', outcome: 'jobGone' }]);
  expect(shown(hall)).toEqual([]);
  expect(factOf(await hall.ask('changeJob', { jobId, card: person(900), change: { headcount: 4 } }), 'jobChanged').state).toBe('inReview');
  await hall.ask('reviewJob', { jobId, outcome: 'approve', reason: 'fine' }, staffActor);
  expect([shown(hall), hall.db.view.job(jobId)?.placesLeft]).toEqual([['J001'], 4]);
  const unit = await firm(hall);
  await trusted(hall, unit);
  const known = factOf(await post(hall, unit), 'jobPosted').jobId;
  await hall.ask('reviewJob', { jobId: known, outcome: 'approve', reason: 'fine' }, staffActor);
  await hall.ask('changeJob', { jobId: known, shown: { kind: 'slip', number: 'J002' }, change: { remark: '自带手套' } }, staffActor);
  expect(hall.db.view.job(known)).toMatchObject({ state: 'open', checkAfter: true, approvedVersion: undefined });
});

test('F1 the employer closes the own job, with the reason; nobody else’s', async () => {
  const hall = openEngine();
  await newcomer(hall, 1);
  const jobId = await open(hall);
  await hall.ask('callForJob', { tableId: 't1', jobId, count: 1 }, staffActor);
  expect(refusalOf(await hall.ask('closeJob', { jobId, card: person(1), reason: 'enough' }))).toBe('employerNotYours employerId');
  expect(factsOf(await hall.ask('closeJob', { jobId, card: person(900), reason: 'weather' }))).toMatchObject([{ type: 'jobClosed', reason: 'weather' }, { type: 'callEnded', outcome: 'jobGone' }]);
  expect([shown(hall), hall.db.view.job(jobId)?.state, hall.db.view.waiting(['work'], 9).length]).toEqual([[], 'closed', 1]);
  for (const again of ['closeJob', 'changeJob'] as const) {
    expect(refusalOf(await (again === 'closeJob' ? hall.ask('closeJob', { jobId, card: person(900), reason: 'enough' }) : hall.ask('changeJob', { jobId, card: person(900), change: { headcount: 9 } })))).toBe('jobNotOpen jobId');
  }
  expect(refusalOf(await hall.ask('closeJob', { jobId: 'none', card: person(900), reason: 'enough' }))).toBe('jobUnknown jobId');
});

test('§4 time closes a job the moment it is over, and the next day’s broom writes it down', async () => {
  const hall = openEngine();
  const jobs = [await open(hall), await inReview(hall), await open(hall, { validUntil: morning + 40 * 24 * 3_600_000 })];
  hall.clock.now = morning + 7 * 3_600_000;
  expect(shown(hall)).toEqual(['J003']);
  expect(asked(hall, jobs[0]!).job?.state).toBe('expired');
  for (const jobId of jobs.slice(0, 2)) {
    expect(refusalOf(await hall.ask('callForJob', { tableId: 't1', jobId, count: 1 }, staffActor))).toBe('jobNotOpen jobId');
    expect(refusalOf(await hall.ask('changeJob', { jobId, card: person(900), change: { headcount: 9 } }))).toBe('jobNotOpen jobId');
    expect(refusalOf(await hall.ask('closeJob', { jobId, card: person(900), reason: 'enough' }))).toBe('jobNotOpen jobId');
    expect(refusalOf(await hall.ask('reviewJob', { jobId, outcome: 'approve', reason: 'fine' }, staffActor))).toBe('jobNotOpen jobId');
  }
  for (const actor of [kioskActor, staffActor]) expect(refusalOf(await hall.ask('expireJobs', { limit: 9 }, actor))).toBe('notYourRole');
  hall.clock.now = morning + 24 * 3_600_000;
  const broom = createDailyBroom(hall.engine, () => 'broom-command-1');
  broom.committed(factsOf(await hall.ask('takeTicket', { service: 'policy' })));
  await expect.poll(() => hall.seen.filter((fact) => fact.type === 'jobExpired').length).toBe(2);
  expect(jobs.map((jobId) => hall.db.view.job(jobId)?.state)).toEqual(['expired', 'expired', 'open']);
  expect(factsOf(await hall.ask('expireJobs', { limit: 9 }, { role: 'agent' }))).toEqual([]);
});

test('F1 F7 places are consistent whatever is done in whatever order', async () => {
  const step = fc.oneof(
    fc.record({ act: fc.constant('headcount' as const), n: fc.integer({ min: 1, max: 6 }) }), fc.record({ act: fc.constantFrom('hire', 'words', 'approve', 'reject', 'close', 'later') }),
  );
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
    const hall = openEngine();
    for (let n = 1; n <= 8; n += 1) await newcomer(hall, n);
    const jobId = await open(hall);
    let remark = 0;
    for (const one of steps) {
      if (one.act === 'headcount' && 'n' in one) await hall.ask('changeJob', { jobId, card: person(900), change: { headcount: one.n } });
      else if (one.act === 'hire') {
        const called = await hall.ask('callForJob', { tableId: 't1', jobId, count: 1 }, staffActor);
        const call = called.ok ? called.facts.find((fact) => fact.type === 'ticketCalled') : undefined;
        if (call !== undefined) await hall.ask('confirmHire', { callId: call.callId, agreedPay: { amountFen: 21_000, unit: 'day' }, settlement: 'atOnce' }, staffActor);
      } else if (one.act === 'words') await hall.ask('changeJob', { jobId, card: person(900), change: { remark: `第${++remark}层` } });
      else if (one.act === 'approve' || one.act === 'reject') await hall.ask('reviewJob', { jobId, outcome: one.act, reason: one.act === 'approve' ? 'fine' : 'incomplete' }, staffActor);
      else if (one.act === 'close') await hall.ask('closeJob', { jobId, card: person(900), reason: 'enough' });
      else hall.clock.now += 3_600_000;
      const job = hall.db.view.job(jobId)!;
      const hires = hall.seen.filter((fact) => fact.type === 'hireConfirmed').length;
      expect(job.placesLeft).toBe(job.terms.headcount - hires);
      const fits = { open: job.placesLeft > 0, filled: job.placesLeft === 0, inReview: true, closed: true, takenDown: true, expired: true }[job.state];
      const alone = job.state === 'open' || (shown(hall).length === 0 && hall.db.view.openCallsForJob(jobId).length === 0);
      expect([job.state, fits, alone]).toEqual([job.state, true, true]);
    }
    expect(hall.failures).toEqual([]);
    hall.close();
  }), { numRuns: 25, verbose: 1 });
});
