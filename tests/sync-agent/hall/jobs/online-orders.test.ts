/* 线上点单、线下确认: orders placed outside become jobs of the hall, once, by the same rules, and are confirmed at a table like any other. */
import { expect, test } from 'vitest';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import { factOf, factsOf, openEngine, refusalOf, staffActor, type TestEngine } from '../../../fixtures/engine.ts';
import { soundTerms } from '../../../fixtures/hall.ts';
import { creditCode, person } from '../../../fixtures/people.ts';

const line: Actor = { role: 'agent' };

async function openHall() {
  const hall = openEngine();
  const { employerId } = factOf(await hall.ask('registerEmployer', { kind: 'enterprise', name: '样例用工单位', creditCode: creditCode(3), representatives: [] }, staffActor), 'employerRegistered');
  await hall.ask('verifyEmployer', { employerId, documents: ['businessLicence'] }, staffActor);
  const order = (orderId: string, changes = {}, employer: { employerId: string } | { creditCode: string } = { creditCode: creditCode(3) }) =>
    hall.ask('takeOnlineOrder', { orderId, employer, terms: soundTerms(hall.clock.now, changes) }, line);
  return { hall, employerId, order };
}
const onTheBoard = (hall: TestEngine) => hall.db.faces.board.jobs(hall.clock.now, 99).map((job) => job.number);

test('F27 an order placed outside is a job of the hall, called for and confirmed at a table, and keeps its order', async () => {
  const { hall, employerId, order } = await openHall();
  const posted = factOf(await order('order-1'), 'jobPosted');
  expect(posted).toMatchObject({ number: 'J001', employerId, onlineOrder: 'order-1' });
  expect(onTheBoard(hall)).toEqual(['J001']);
  await hall.ask('registerWorker', { card: person(1), consent: { textVersion: '2026-11', purposes: ['registration'] }, trades: [posted.terms.trade] });
  const call = factOf(await hall.ask('callForJob', { tableId: 't1', jobId: posted.jobId, count: 1 }, staffActor), 'ticketCalled');
  const hired = factsOf(await hall.ask('confirmHire', { callId: call.callId, agreedPay: { amountFen: 20_000, unit: 'day' }, settlement: 'atOnce' }, staffActor));
  expect(hired.map((fact) => fact.type)).toContain('hireConfirmed');
});

test('F27 the line may tell an order again, also after a restart: one order is one job', async () => {
  const { hall, order } = await openHall();
  await order('order-1');
  expect(refusalOf(await order('order-1'))).toBe('orderTaken orderId');
  hall.close();
  const later = openEngine(hall.dir, 'b0b0b0b0b0b0b0b0');
  later.clock.now = hall.clock.now;
  const head = later.db.journal.head();
  expect(refusalOf(await later.ask('takeOnlineOrder', { orderId: 'order-1', employer: { creditCode: creditCode(3) }, terms: soundTerms(later.clock.now) }, line))).toBe('orderTaken orderId');
  expect(later.db.journal.head()).toEqual(head);
  expect(later.db.journal.read(1, 999).filter((row) => row.kind === 'jobPosted')).toHaveLength(1);
});

test('F27 F12 the same filter and the same rules as at the desk: blocked words, minimum pay, banned and unknown employers', async () => {
  const { hall, employerId, order } = await openHall();
  const head = hall.db.journal.head();
  expect(refusalOf(await order('order-1', { remark: '限男' }))).toBe('wordingBlocked terms.remark');
  expect(refusalOf(await order('order-1', { pay: { kind: 'fixed', amountFen: 100, unit: 'hour' } }))).toBe('payBelowMinimum terms.pay');
  expect(refusalOf(await order('order-1', { headcount: 0 }))).toMatch(/^malformed/);
  expect(refusalOf(await order('order-1', {}, { creditCode: creditCode(9) }))).toBe('employerUnknown employer');
  expect(refusalOf(await hall.ask('takeOnlineOrder', { orderId: 'order-1', employer: { employerId }, terms: soundTerms(hall.clock.now) }, staffActor))).toBe('notYourRole');
  expect(hall.db.journal.head()).toEqual(head);
  expect(factOf(await order('order-2', { remark: '年龄40以下' }), 'jobPosted')).toMatchObject({ state: 'inReview' });
  await hall.ask('setEmployerStanding', { employerId, standing: 'banned', reason: 'unpaid' }, staffActor);
  expect(refusalOf(await order('order-3'))).toBe('employerBanned employerId');
});
