/* In the hall where somebody waits: an offer of another hall, a no, a yes, and the line that is down. */
import { expect, test } from 'vitest';
import { factOf, factsOf, refusalOf } from '../../../fixtures/engine.ts';
import { person } from '../../../fixtures/people.ts';
import { callFor, host, jobOf, minute, newcomers, openTables, refused, stateOf, typesOf } from '../hiring/stage.ts';
import { elsewhere, expireReferrals, fit, jobElsewhere, offerTo, say, settle } from './stage.ts';

const offers = (hall: ReturnType<typeof openTables>, ticketId: string) => hall.db.faces.referrals.ofTicket(ticketId, hall.clock.now, 9);

test('F5 an offer of another hall is told with its reason; the number waits on, and a second telling changes nothing', async () => {
  const hall = openTables();
  const [one] = await newcomers(hall, 1);
  expect(factOf(await offerTo(hall, 'referral-1', one!.ticketId), 'referralOffered')).toMatchObject({ side: 'worker', ticketId: one!.ticketId, theirNumber: 'J004', hall: elsewhere, fit });
  expect(factsOf(await offerTo(hall, 'referral-1', one!.ticketId))).toEqual([]);
  expect(offers(hall, one!.ticketId)).toEqual([expect.objectContaining({ referralId: 'referral-1', number: 'A001', hall: elsewhere, job: jobElsewhere(hall.clock.now), fit, state: 'offered' })]);
  expect(stateOf(hall, one!.ticketId)).toBe('waiting');
  expect(refusalOf(await offerTo(hall, 'referral-2', one!.ticketId))).toBe('alreadyReferred about.ticketId');
});

test('F5 a no ends it, and the number keeps its place', async () => {
  const hall = openTables();
  const [one] = await newcomers(hall, 1);
  await offerTo(hall, 'referral-1', one!.ticketId);
  expect(typesOf(await say(hall, 'referral-1', 'no', one!.card))).toEqual(['referralAnswered', 'referralSettled']);
  expect(stateOf(hall, one!.ticketId)).toBe('waiting');
  expect(refusalOf(await say(hall, 'referral-1', 'yes', one!.card))).toBe('referralOver referralId');
});

test('F5 a yes without the city’s word promises nothing; with it the number is closed for the other hall', async () => {
  const hall = openTables();
  const [one] = await newcomers(hall, 1);
  await offerTo(hall, 'referral-1', one!.ticketId);
  const head = hall.db.journal.head();
  expect(refusalOf(await say(hall, 'referral-1', 'yes', one!.card))).toBe('cityAway');
  expect(hall.db.journal.head()).toEqual(head);
  await settle(hall, 'referral-1', 'confirmed');
  expect(stateOf(hall, one!.ticketId)).toBe('waiting');
  const yes = await say(hall, 'referral-1', 'yes', one!.card);
  expect(typesOf(yes)).toEqual(['referralAnswered', 'ticketClosed']);
  expect(factOf(yes, 'ticketClosed').reason).toBe('otherHall');
  expect(stateOf(hall, one!.ticketId)).toBe('closed');
  expect(typesOf(await say(hall, 'referral-1', 'yes', one!.card))).toEqual(['referralAnswered']);
  expect(factsOf(await settle(hall, 'referral-1', 'expired'))).toEqual([]);
});

test('F5 the place went to somebody else: one clear refusal, and the number waits on', async () => {
  const hall = openTables();
  const [one] = await newcomers(hall, 1);
  await offerTo(hall, 'referral-1', one!.ticketId);
  await settle(hall, 'referral-1', 'placeTaken');
  expect(refusalOf(await say(hall, 'referral-1', 'yes', one!.card))).toBe('placeTaken referralId');
  expect(stateOf(hall, one!.ticketId)).toBe('waiting');
});

test('F5 an offer is for ten minutes, a confirmed one until the van leaves; a number that is called ends it', async () => {
  const hall = openTables();
  const [one, two, three] = await newcomers(hall, 3);
  await offerTo(hall, 'referral-1', one!.ticketId);
  await offerTo(hall, 'referral-2', two!.ticketId);
  await settle(hall, 'referral-2', 'confirmed');
  expect(factsOf(await expireReferrals(hall))).toEqual([]);
  hall.clock.now += 10 * minute;
  expect(refusalOf(await say(hall, 'referral-1', 'yes', one!.card))).toBe('referralOver referralId');
  expect(factsOf(await expireReferrals(hall))).toEqual([{ type: 'referralSettled', referralId: 'referral-1', side: 'worker', outcome: 'expired' }]);
  hall.clock.now += 50 * minute;
  expect(factOf(await expireReferrals(hall), 'referralSettled')).toMatchObject({ referralId: 'referral-2', outcome: 'expired' });
  await offerTo(hall, 'referral-3', three!.ticketId);
  await hall.ask('callNamed', { tableId: 't1', jobId: await jobOf(hall), wish: { kind: 'number', number: three!.number } }, host);
  expect(factOf(await expireReferrals(hall), 'referralSettled')).toMatchObject({ referralId: 'referral-3', outcome: 'declined' });
});

test('F5 only the person answers: another card, a number at a kiosk, somebody else’s number', async () => {
  const hall = openTables();
  const [one, two] = await newcomers(hall, 2);
  await offerTo(hall, 'referral-1', one!.ticketId);
  const yes = { referralId: 'referral-1', answer: 'yes' };
  await refused(hall, 'answerReferral', { ...yes, who: { by: 'card', card: two!.card } }, 'referralUnknown who', { role: 'kiosk', deviceId: 'kiosk-1', printer: 'printer-1' });
  await refused(hall, 'answerReferral', { ...yes, who: { by: 'card', card: person(77) } }, 'referralUnknown who', { role: 'kiosk', deviceId: 'kiosk-1', printer: 'printer-1' });
  await refused(hall, 'answerReferral', { ...yes, who: { by: 'number', number: one!.number } }, 'notYourRole who', { role: 'kiosk', deviceId: 'kiosk-1', printer: 'printer-1' });
  await refused(hall, 'answerReferral', { ...yes, who: { by: 'number', number: two!.number } }, 'referralUnknown who', host);
  await refused(hall, 'answerReferral', { ...yes, referralId: 'referral-9', who: { by: 'number', number: one!.number } }, 'referralUnknown referralId', host);
  await refused(hall, 'expireReferrals', {}, 'notYourRole', host);
  const no = await hall.ask('answerReferral', { referralId: 'referral-1', answer: 'no', who: { by: 'number', number: one!.number } }, host);
  expect(factOf(no, 'referralAnswered')).toMatchObject({ answer: 'no', by: 'host-1' });
  // Called meanwhile: the yes of the city comes too late for this number.
  await offerTo(hall, 'referral-2', two!.ticketId);
  await settle(hall, 'referral-2', 'confirmed');
  await callFor(hall, await jobOf(hall));
  expect(refusalOf(await say(hall, 'referral-2', 'yes', two!.card))).toBe('ticketNotWaiting referralId');
});
