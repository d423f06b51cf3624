/* 线上点单、线下确认 from end to end: a real hub, a real hall, and what comes back. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobsPageSchema, orderStateSchema } from '@kuaizhao/sync-agent/contract/city/orders-api.ts';
import { startEngine, type TestEngine } from '../../../fixtures/city/databases.ts';
import { archiveOf } from '../../../fixtures/city/hub.ts';
import { factOf, refusalOf, staffActor } from '../../../fixtures/engine.ts';
import { creditCode, person } from '../../../fixtures/people.ts';
import { eventually } from '../../../flows/stage/eventually.ts';
import { host, openHall, type PoolHallStage } from '../../pool/stage.ts';
import { openHub, codeOf } from './stage.ts';

let engine: TestEngine;
beforeAll(async () => { engine = await startEngine('postgres'); });
afterAll(async () => { await engine.end(); });

async function knowsEmployer(hall: PoolHallStage): Promise<void> {
  const { employerId } = factOf(await hall.ask('registerEmployer', { kind: 'enterprise', name: '样例用工单位', creditCode: creditCode(3), representatives: [] }, staffActor), 'employerRegistered');
  await hall.ask('verifyEmployer', { employerId, documents: ['businessLicence'] }, staffActor);
}

test('F27 an order and a walk-in for the same last place end in one hire and one clear refusal, and the order’s owner reads it', async () => {
  const hub = await openHub(engine);
  const hall = await openHall('h1', hub.time, hub.url);
  await knowsEmployer(hall);
  const { orderId, state } = await hub.placed({ terms: { headcount: 1 } });
  expect(state).toBe('placed');
  await eventually('the hall has taken it and said so', async () => (await hub.state(orderId)).state === 'open');
  const open = await hub.state(orderId);
  expect(open).toMatchObject({ revision: 1, answered: 1, number: 'J001', headcount: 1, hired: 0 });
  const jobs = jobsPageSchema.parse((await hub.call('GET', '/jobs?hall=h1', { key: null })).body).jobs;
  expect(jobs).toEqual([expect.objectContaining({ number: 'J001', placesLeft: 1 })]);
  const jobId = jobs[0]?.jobId ?? '';
  // Two numbers at two tables, one place.
  const calls = [];
  for (const [n, tableId] of [[1, 't1'], [2, 't2']] as const) {
    const { number } = await hall.seeker(n, { willing: false });
    calls.push(factOf(await hall.ask('callNamed', { tableId, jobId, wish: { kind: 'number', number } }, host), 'ticketCalled'));
  }
  const answers = await Promise.all(calls.map(({ callId }) => hall.ask('confirmHire', { callId, agreedPay: { amountFen: 20_000, unit: 'day' }, settlement: 'atOnce' }, host)));
  expect(answers.map(refusalOf).filter((one) => one === 'none')).toHaveLength(1);
  expect(answers.map(refusalOf).filter((one) => one !== 'none')).toEqual([expect.stringMatching(/^(callNotOpen|jobFull)/)]);
  await eventually('the hub knows', async () => (await hub.state(orderId)).state === 'filled');
  expect(await hub.state(orderId)).toMatchObject({ hired: 1, called: 2 });
  expect(codeOf(await hub.call('POST', `/orders/${orderId}/withdrawal`, { body: { reason: 'noWork' } }))).toBe('alreadyHired');
});

test('F27 hub and hall away between: the order arrives later, once; changes and a withdrawal follow, a no says why', async () => {
  const hub = await openHub(engine);
  const first = await hub.placed();
  // A hall that nobody has opened yet misses nothing, and one that never heard of the employer says so.
  const hall = await openHall('h1', hub.time, hub.url);
  await eventually('the no is told', async () => (await hub.state(first.orderId)).state === 'refused');
  expect((await hub.state(first.orderId)).refusal).toEqual({ code: 'employerUnknown', field: 'employer' });
  await knowsEmployer(hall);
  await hub.stop();
  await hub.start();
  expect((await hub.call('PATCH', `/orders/${first.orderId}`, { body: { change: { headcount: 3 } } })).status).toBe(202);
  await eventually('taken after the change', async () => (await hub.state(first.orderId)).state === 'open');
  expect(await hub.state(first.orderId)).toMatchObject({ revision: 2, answered: 2, headcount: 3 });
  expect((await hub.call('PATCH', `/orders/${first.orderId}`, { body: { change: { pay: { kind: 'fixed', amountFen: 100, unit: 'day' } } } })).status).toBe(202);
  await eventually('less pay is refused', async () => (await hub.state(first.orderId)).refusal?.code === 'payOnlyUp');
  expect((await hub.state(first.orderId)).state).toBe('open');
  expect((await hub.call('POST', `/orders/${first.orderId}/withdrawal`, { body: { reason: 'weather' } })).status).toBe(202);
  await eventually('withdrawn', async () => (await hub.state(first.orderId)).state === 'withdrawn');
  expect(codeOf(await hub.call('PATCH', `/orders/${first.orderId}`, { body: { change: { headcount: 2 } } }))).toBe('orderEnded');
  expect(hall.agent.db.journal.read(1, 9_999).filter(({ kind }) => kind === 'jobPosted')).toHaveLength(1);
  expect(hall.agent.db.faces.online.toFollow('h1', hub.time.now)).toEqual({ orders: [], held: 0, strange: 0 });
});

test('F27 the hub is away while an order waits in the hall: the hall calls and hires for it all the same, and its owner reads it once the hub is back', async () => {
  const hub = await openHub(engine);
  const hall = await openHall('h1', hub.time, hub.url);
  await knowsEmployer(hall);
  const { orderId } = await hub.placed({ terms: { headcount: 1 } });
  await eventually('taken', async () => (await hub.state(orderId)).state === 'open');
  await hub.stop();
  const jobId = hall.agent.db.view.jobOfOrder(orderId)!;
  const { number } = await hall.seeker(1, { willing: false });
  const { callId } = factOf(await hall.ask('callNamed', { tableId: 't1', jobId, wish: { kind: 'number', number } }, host), 'ticketCalled');
  factOf(await hall.ask('confirmHire', { callId, agreedPay: { amountFen: 20_000, unit: 'day' }, settlement: 'atOnce' }, host), 'hireConfirmed');
  expect(hall.agent.db.view.job(jobId)?.state).toBe('filled');
  await hub.start();
  await eventually('the owner reads it', async () => (await hub.state(orderId)).state === 'filled');
  expect(await hub.state(orderId)).toMatchObject({ hired: 1, called: 1, answered: 1 });
  expect(hall.agent.db.journal.read(1, 9_999).filter(({ kind }) => kind === 'onlineOrderAnswered')).toHaveLength(1);
});

test('F27 F10 F3 a household orders by its number: the order waits for card and promise at the hall, is posted the moment they are there, warns of low pay, and ends in a hire; the number stays nowhere', async () => {
  const hub = await openHub(engine);
  const hall = await openHall('h1', hub.time, hub.url);
  const card = person(77);
  const employer = { household: { idNumber: card.number } };
  const low = { headcount: 1, hoursPerDay: 8, pay: { kind: 'fixed', amountFen: 10_000, unit: 'day' } };
  const wrong = await hub.call('POST', '/orders', { body: hub.order({ employer: { household: { idNumber: '110101199001011230' } } }) });
  expect([wrong.status, codeOf(wrong)]).toEqual([422, 'malformed']);
  const sent = { body: hub.order({ employer, terms: low }), idempotencyKey: 'household-question-1' };
  const { orderId } = orderStateSchema.parse((await hub.call('POST', '/orders', sent)).body);
  expect(orderStateSchema.parse((await hub.call('POST', '/orders', sent)).body).orderId, 'the same question again').toBe(orderId);
  expect(codeOf(await hub.call('POST', '/orders', { ...sent, body: hub.order({ employer: { household: { idNumber: person(78).number } }, terms: low }) }))).toBe('idempotencyKeyReused');
  const { db } = hall.agent;
  await eventually('the hall holds it', () => db.faces.online.held() === 1);
  expect(db.view.jobOfOrder(orderId)).toBeUndefined();
  expect((await hub.state(orderId)).state).toBe('placed');
  // Somebody else's card and promise are not the household's.
  factOf(await hall.ask('registerHousehold', { card: person(78), promiseVersion: '2026-11' }), 'employerRegistered');
  factOf(await hall.ask('registerHousehold', { card, promiseVersion: '2026-11' }), 'employerRegistered');
  await eventually('posted', async () => (await hub.state(orderId)).state === 'open');
  const jobId = db.view.jobOfOrder(orderId)!;
  expect(db.view.job(jobId)?.employerId).toBe(db.view.employersOf(card.number)[0]?.employerId);
  expect(db.journal.read(1, 9_999).filter(({ kind, body }) => kind === 'jobPosted' && body.includes('payBelowMinimum'))).toHaveLength(1);
  const { number } = await hall.seeker(1, { willing: false });
  const { callId } = factOf(await hall.ask('callNamed', { tableId: 't1', jobId, wish: { kind: 'number', number } }, host), 'ticketCalled');
  factOf(await hall.ask('confirmHire', { callId, agreedPay: { amountFen: 10_000, unit: 'day' }, settlement: 'atOnce' }, host), 'hireConfirmed');
  await eventually('the hub knows', async () => (await hub.state(orderId)).state === 'filled');
  expect(await hub.state(orderId)).toMatchObject({ hired: 1, called: 1 });
  const city = await hub.place.open();
  const kept = await city.query<{ said: string }>(`SELECT word AS said FROM online_order UNION ALL SELECT coalesce(body, '') FROM feed_row UNION ALL SELECT body FROM api_answer UNION ALL SELECT body FROM archive_row`);
  kept.push(...(await archiveOf(city, 'h1')).map(({ body }) => ({ said: body })));
  await city.close();
  expect(kept.length).toBeGreaterThan(3);
  expect(kept.some(({ said }) => said.includes(card.number) || said.includes(card.name))).toBe(false);
});

test('F27 F10 a household that never comes: once the order’s time is over the hall says so, and a withdrawal before that is heard', async () => {
  const hub = await openHub(engine);
  const hall = await openHall('h1', hub.time, hub.url);
  const employer = { household: { idNumber: person(79).number } };
  const [late, gone] = [await hub.placed({ employer }), await hub.placed({ employer })];
  await eventually('both wait', () => hall.agent.db.faces.online.held() === 2);
  expect((await hub.call('POST', `/orders/${gone.orderId}/withdrawal`, { body: { reason: 'noWork' } })).status).toBe(202);
  await eventually('withdrawn', async () => (await hub.state(gone.orderId)).state === 'withdrawn');
  hub.time.now += 3 * 86_400_000;
  factOf(await hall.ask('registerHousehold', { card: person(80), promiseVersion: '2026-11' }), 'employerRegistered');
  await eventually('refused', async () => (await hub.state(late.orderId)).state === 'refused');
  expect((await hub.state(late.orderId)).refusal).toEqual({ code: 'employerUnknown', field: 'employer' });
});
