/* Two halls and a hub: somebody without work here, a place without anybody there, and what becomes of it, over real sockets. */
import { expect, test } from 'vitest';
import { factOf, morning, refusalOf } from '../../fixtures/engine.ts';
import { eventually } from '../../flows/stage/eventually.ts';
import { host, nameOf, openCity } from './stage.ts';

const minute = 60_000;

test('F5 somebody left over here and a place left over there: told to both halls, a yes is granted, the place is held, and the person is hired there', async () => {
  const { halls: [here, there], round } = await openCity(['h1', 'h2'], { km: { h1: { h2: 7 } } });
  const one = await here!.seeker(1);
  const jobId = await there!.job({ trade: '0201' });
  expect(await round()).toBe(1);
  const [offer] = here!.offersTo(one.ticketId);
  expect(offer).toMatchObject({ number: one.number, state: 'offered', hall: { hallId: 'h2', name: nameOf('h2'), km: 7 }, job: { number: 'J001', trade: '0201' } });
  expect(offer!.fit.pay + offer!.fit.distance + offer!.fit.skill).toBeGreaterThan(0);
  expect(there!.expects(jobId)).toEqual([expect.objectContaining({ referralId: offer!.referralId, theirNumber: one.number, state: 'offered', hall: { hallId: 'h1', name: nameOf('h1'), km: 7 } })]);
  const yes = await here!.say(offer!.referralId, 'yes', one.card);
  expect(factOf(yes, 'ticketClosed').reason).toBe('otherHall');
  expect(here!.agent.db.view.ticket(one.ticketId)?.state).toBe('closed');
  expect(there!.expects(jobId)).toEqual([expect.objectContaining({ state: 'confirmed', heldUntil: morning + 30 * minute })]);
  expect(here!.offersTo(one.ticketId)[0]!.state).toBe('went');
  // On arrival: the same card, a number of there, the number of here shown to the host.
  const arrived = factOf(await there!.ask('registerWorker', { card: one.card, consent: { textVersion: '2026-11', purposes: ['registration'] }, trades: ['0201'] }), 'ticketIssued');
  factOf(await there!.ask('meetReferral', { referralId: offer!.referralId, number: arrived.number }, host), 'referralMet');
  const call = factOf(await there!.ask('callNamed', { tableId: 't1', jobId, wish: { kind: 'number', number: arrived.number } }, host), 'ticketCalled');
  factOf(await there!.ask('confirmHire', { callId: call.callId, agreedPay: { amountFen: 20_000, unit: 'day' }, settlement: 'atOnce' }, host), 'hireConfirmed');
  expect(there!.expects(jobId)[0]).toMatchObject({ hired: true, metNumber: arrived.number });
  expect(await round()).toBe(0);
});

test('F5 who did not say so stays: nobody is referred against a wish, and nobody to the own hall', async () => {
  const { halls: [here, there], round } = await openCity(['h1', 'h2']);
  await here!.seeker(1, { willing: false });
  await there!.job();
  await there!.seeker(2);
  // The second one has the place in the own hall.
  expect(await round()).toBe(0);
});

test('F5 F7 two yes for one last place: one is granted, the other hears that it is taken and waits on', async () => {
  const { halls: [here, there], round } = await openCity(['h1', 'h2']);
  const [one, two] = [await here!.seeker(1), await here!.seeker(2)];
  const jobId = await there!.job({ headcount: 2 });
  expect(await round()).toBe(2);
  // One of the two places goes to somebody of the hall itself before the city hears of it.
  const local = await there!.seeker(3, { willing: false });
  const call = factOf(await there!.ask('callNamed', { tableId: 't1', jobId, wish: { kind: 'number', number: local.number } }, host), 'ticketCalled');
  factOf(await there!.ask('confirmHire', { callId: call.callId, agreedPay: { amountFen: 20_000, unit: 'day' }, settlement: 'atOnce' }, host), 'hireConfirmed');
  const answers = await Promise.all([one, two].map((who) => here!.say(here!.offersTo(who.ticketId)[0]!.referralId, 'yes', who.card)));
  expect(answers.map(refusalOf).sort()).toEqual(['none', 'placeTaken referralId']);
  const loser = refusalOf(answers[0]!) === 'none' ? two : one;
  expect(here!.agent.db.view.ticket(loser.ticketId)?.state).toBe('waiting');
  expect(there!.expects(jobId).filter(({ state }) => state === 'confirmed')).toHaveLength(1);
});

test('F5 a no: the other hall hears it, the number waits on, and the pair is not tried again', async () => {
  const { halls: [here, there], round } = await openCity(['h1', 'h2']);
  const one = await here!.seeker(1);
  const jobId = await there!.job();
  expect(await round()).toBe(1);
  expect(refusalOf(await here!.say(here!.offersTo(one.ticketId)[0]!.referralId, 'no', one.card))).toBe('none');
  await eventually('the other hall hears the no', () => there!.expects(jobId)[0]?.state === 'declined');
  expect(here!.agent.db.view.ticket(one.ticketId)?.state).toBe('waiting');
  expect(await round()).toBe(0);
  const second = await there!.job();
  expect(await round()).toBe(1);
  expect(there!.expects(second)).toHaveLength(1);
});

test('F5 the hub is away: a yes promises nothing, the hall works on; the hub comes back and knows what it offered', async () => {
  const { halls: [here, there], round, stopHub, startHub } = await openCity(['h1', 'h2']);
  const one = await here!.seeker(1);
  const jobId = await there!.job();
  expect(await round()).toBe(1);
  const { referralId } = here!.offersTo(one.ticketId)[0]!;
  await stopHub();
  expect(refusalOf(await here!.say(referralId, 'yes', one.card))).toBe('cityAway');
  expect(here!.agent.db.view.ticket(one.ticketId)?.state).toBe('waiting');
  expect(await here!.agent.pool.tell()).toBe(false);
  expect((await here!.seeker(5)).number).toBe('A002');
  expect(there!.expects(jobId)[0]!.state).toBe('offered');
  await startHub();
  expect(await round()).toBe(0);
  expect(refusalOf(await here!.say(referralId, 'yes', one.card))).toBe('none');
  expect(there!.expects(jobId)[0]!.state).toBe('confirmed');
});

test('F5 the hall of the job is away: nobody is sent for a place that it cannot hold', async () => {
  const { halls: [here, there], round, time } = await openCity(['h1', 'h2']);
  const one = await here!.seeker(1);
  await there!.job();
  expect(await round()).toBe(1);
  const { referralId } = here!.offersTo(one.ticketId)[0]!;
  await there!.close();
  await eventually('the hub knows', async () => refusalOf(await here!.say(referralId, 'yes', one.card)) !== 'none');
  expect(here!.agent.db.view.ticket(one.ticketId)?.state).toBe('waiting');
  time.now += 10 * minute;
  expect(refusalOf(await here!.say(referralId, 'yes', one.card))).toBe('referralOver referralId');
});
