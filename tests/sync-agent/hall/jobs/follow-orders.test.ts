/* How a hall follows an order placed outside: each revision once, a no remembered like a yes, and never against what people at a table have agreed. */
import { expect, test } from 'vitest';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import type { OrderChange } from '@kuaizhao/db/domain/jobs/commands.ts';
import { factOf, factsOf, openEngine, staffActor } from '../../../fixtures/engine.ts';
import { soundTerms } from '../../../fixtures/hall.ts';
import { creditCode, person } from '../../../fixtures/people.ts';

const line: Actor = { role: 'agent' };

async function openHall({ registered = true } = {}) {
  const hall = openEngine();
  const register = async () => {
    const { employerId } = factOf(await hall.ask('registerEmployer', { kind: 'enterprise', name: '样例用工单位', creditCode: creditCode(3), representatives: [] }, staffActor), 'employerRegistered');
    await hall.ask('verifyEmployer', { employerId, documents: ['businessLicence'] }, staffActor);
  };
  if (registered) await register();
  const follow = (revision: number, { terms = {}, ...more }: { terms?: object; changes?: { revision: number; change: OrderChange }[]; withdrawn?: 'noWork' } = {}) =>
    hall.ask('takeOnlineOrder', { orderId: 'order-1', employer: { creditCode: creditCode(3) }, terms: soundTerms(hall.clock.now, terms), revision, ...more }, line);
  const hire = async (jobId: string, n: number) => {
    await hall.ask('registerWorker', { card: person(n), consent: { textVersion: '2026-11', purposes: ['registration'] }, trades: ['0201'] });
    const call = factOf(await hall.ask('callForJob', { tableId: 't1', jobId, count: 1 }, staffActor), 'ticketCalled');
    return factOf(await hall.ask('confirmHire', { callId: call.callId, agreedPay: { amountFen: 20_000, unit: 'day' }, settlement: 'atOnce' }, staffActor), 'hireConfirmed');
  };
  return { hall, register, follow, hire };
}
const answered = async (asked: Promise<Parameters<typeof factOf>[0]>) => factOf(await asked, 'onlineOrderAnswered');

test('F27 each revision of an order is followed once: taken, changed, and told again it changes nothing, also after a restart', async () => {
  const { hall, follow } = await openHall();
  const posted = await follow(1);
  const { jobId } = factOf(posted, 'jobPosted');
  expect(factOf(posted, 'onlineOrderAnswered')).toEqual({ type: 'onlineOrderAnswered', orderId: 'order-1', revision: 1, outcome: 'taken', jobId });
  expect(hall.db.faces.board.jobs(hall.clock.now, 9)).toEqual([expect.objectContaining({ jobId, online: true })]);
  expect(factsOf(await follow(1))).toEqual([]);
  const changes = [{ revision: 2, change: { headcount: 3 } }, { revision: 3, change: { pay: { kind: 'fixed' as const, amountFen: 22_000, unit: 'day' as const } } }];
  // The hall was away for revision 2: one page brings both.
  const changed = await follow(3, { changes });
  expect(factOf(changed, 'jobChanged')).toMatchObject({ jobId, placesLeft: 3, terms: { headcount: 3, pay: { amountFen: 22_000 } } });
  expect(factOf(changed, 'onlineOrderAnswered')).toMatchObject({ revision: 3, outcome: 'changed' });
  expect(factsOf(await follow(2, { changes }))).toEqual([]);
  const head = hall.db.journal.head();
  hall.close();
  const later = openEngine(hall.dir, 'b0b0b0b0b0b0b0b0');
  expect(factsOf(await later.ask('takeOnlineOrder', { orderId: 'order-1', employer: { creditCode: creditCode(3) }, terms: soundTerms(hall.clock.now), revision: 3, changes }, line))).toEqual([]);
  expect(later.db.journal.head()).toEqual(head);
});

test('F27 what staff changed at the desk since is not turned back by a change that was followed before', async () => {
  const { hall, follow } = await openHall();
  const { jobId } = factOf(await follow(1), 'jobPosted');
  const first = { revision: 2, change: { headcount: 3 } };
  await follow(2, { changes: [first] });
  await hall.ask('changeJob', { jobId, shown: { kind: 'number', number: creditCode(3) }, change: { headcount: 6 } }, staffActor);
  const later = await follow(3, { changes: [first, { revision: 3, change: { validUntil: hall.clock.now + 8 * 3_600_000 } }] });
  expect(factOf(later, 'jobChanged').terms).toMatchObject({ headcount: 6, validUntil: hall.clock.now + 8 * 3_600_000 });
});

test('F27 F12 a no is a fact with its reason, and a better order is taken after it', async () => {
  const { hall, register, follow } = await openHall({ registered: false });
  expect(await answered(follow(1))).toMatchObject({ outcome: 'refused', refusal: { code: 'employerUnknown', field: 'employer' } });
  await register();
  expect(factsOf(await follow(1))).toEqual([]);
  expect(await answered(follow(2, { terms: { remark: '限男' } }))).toMatchObject({ revision: 2, outcome: 'refused', refusal: { code: 'wordingBlocked', field: 'terms.remark' } });
  expect(hall.db.view.jobOfOrder('order-1')).toBeUndefined();
  const taken = await answered(follow(3));
  expect(taken).toMatchObject({ revision: 3, outcome: 'taken', jobId: hall.db.view.jobOfOrder('order-1') });
  expect(await answered(follow(4, { changes: [{ revision: 4, change: { pay: { kind: 'fixed', amountFen: 10_000, unit: 'day' } } }] }))).toMatchObject({ outcome: 'refused', jobId: taken.jobId, refusal: { code: 'payOnlyUp' } });
});

test('F27 withdrawn: before it came it never is a job, open it closes, and after somebody was hired the answer is no', async () => {
  const early = await openHall();
  expect(await answered(early.follow(2, { withdrawn: 'noWork' }))).toEqual({ type: 'onlineOrderAnswered', orderId: 'order-1', revision: 2, outcome: 'withdrawn' });
  expect(factsOf(await early.follow(1))).toEqual([]);
  expect(early.hall.db.view.jobOfOrder('order-1')).toBeUndefined();
  const open = await openHall();
  const { jobId } = factOf(await open.follow(1), 'jobPosted');
  const closed = await open.follow(2, { withdrawn: 'noWork' });
  expect(factOf(closed, 'jobClosed')).toMatchObject({ jobId, reason: 'noWork' });
  expect(factOf(closed, 'onlineOrderAnswered').outcome).toBe('withdrawn');
  const hired = await openHall();
  const job = factOf(await hired.follow(1), 'jobPosted');
  await hired.hire(job.jobId, 1);
  expect(await answered(hired.follow(2, { withdrawn: 'noWork' }))).toMatchObject({ outcome: 'refused', refusal: { code: 'orderHired' } });
  expect(hired.hall.db.view.job(job.jobId)?.state).toBe('open');
});
