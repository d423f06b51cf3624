/* An identity number that is typed while a number taken by the same card, or by typing it before, still counts: nobody gets a second one, and nobody hears another's. */
import { expect, test } from 'vitest';
import { sealCard } from '@kuaizhao/kiosk/host/leases/seal-card.ts';
import { factOf, factsOf, refusalOf, staffActor, type TestEngine } from '../../../fixtures/engine.ts';
import { person } from '../../../fixtures/people.ts';
import { callFor, callsIn, jobOf, openTables } from '../hiring/stage.ts';

const typed = (hall: TestEngine, who: number) => hall.ask('takeWorkNumber', { trades: ['0201'], idNumber: person(who).number });

/** Taken at a kiosk without its agent, while the card of `who` lay there, and handed in. */
async function takenByCard(hall: TestEngine, who: number) {
  const held = factOf(await hall.ask('leaseNumbers', { service: 'work' }), 'numbersLeased');
  const number = `${held.series}${held.from}`;
  return factOf(await hall.ask('handInLeased', { leaseId: held.leaseId, businessDay: held.businessDay, service: held.service, number, takenAt: hall.clock.now, sealed: sealCard(person(who), hall.db.sealKey, held.leaseId, number) }), 'ticketIssued');
}

test('§4 a number that a card took is not told to whoever types that identity number, and there is no second one for it', async () => {
  const hall = openTables();
  const { ticketId, number } = await takenByCard(hall, 5);
  expect(hall.db.view.paperNumberOf(person(5).number)).toEqual({ ticketId, typed: false });
  const answer = await typed(hall, 5);
  expect(refusalOf(answer)).toBe('alreadyHasNumber idNumber');
  expect(JSON.stringify(answer)).not.toContain(number);
  // Somebody else's number is of no account.
  expect(refusalOf(await typed(hall, 6))).toBe('none');
});

test('§4 a number that was typed is told again while it waits; called, it still counts, and typing gives neither it nor another', async () => {
  const hall = openTables({ standby: 0 });
  const jobId = await jobOf(hall, { headcount: 1, trade: '0201' });
  const first = factOf(await typed(hall, 7), 'ticketIssued');
  expect(hall.db.view.paperNumberOf(person(7).number)).toEqual({ ticketId: first.ticketId, typed: true });
  expect(factOf(await typed(hall, 7), 'ticketIssued').ticketId).toBe(first.ticketId);
  expect(callsIn(await callFor(hall, jobId)).map((call) => call.number)).toEqual([first.number]);
  const answer = await typed(hall, 7);
  expect(refusalOf(answer)).toBe('alreadyHasNumber idNumber');
  expect(JSON.stringify(answer)).not.toContain(first.number);
});

test('§4 gone with its number, whoever it was may take another', async () => {
  const hall = openTables();
  const { ticketId } = await takenByCard(hall, 8);
  factsOf(await hall.ask('closeTicket', { ticketId, reason: 'left' }, staffActor));
  expect(hall.db.view.paperNumberOf(person(8).number)).toBeUndefined();
  const next = factOf(await typed(hall, 8), 'ticketIssued');
  expect(next.ticketId).not.toBe(ticketId);
});
