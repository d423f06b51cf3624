/* The city's word is lost on its way: what was granted is neither lost nor given to anybody without being heard. */
import { expect, test } from 'vitest';
import { factOf, refusalOf } from '../../fixtures/engine.ts';
import { eventually } from '../../flows/stage/eventually.ts';
import { confirmReferral } from '@kuaizhao/db/city/pool/confirm.ts';
import { openCity } from './stage.ts';

const minute = 60_000;

test('F5 granted while the hub ended: the hub that comes back tells both halls, the number is closed only when its person hears it', async () => {
  const { halls: [here, there], round, stopHub, startHub, place, time } = await openCity(['h1', 'h2']);
  const one = await here!.seeker(1);
  const jobId = await there!.job();
  expect(await round()).toBe(1);
  const { referralId } = here!.offersTo(one.ticketId)[0]!;
  await stopHub();
  // Committed, and nobody was told.
  const db = await place.open();
  expect(await confirmReferral(db, referralId, 'h1', { now: time.now, heldUntil: time.now + 60 * minute })).toMatchObject({ kind: 'confirmed', held: false });
  await db.close();
  await startHub();
  await eventually('both halls hear it', () => here!.offersTo(one.ticketId)[0]!.state === 'confirmed' && there!.expects(jobId)[0]!.state === 'confirmed');
  expect(here!.agent.db.view.ticket(one.ticketId)?.state).toBe('waiting');
  expect(factOf(await here!.say(referralId, 'yes', one.card), 'ticketClosed').reason).toBe('otherHall');
  expect(await round()).toBe(0);
});

test('F5 granted, and then a no: the place there is free again', async () => {
  const { halls: [here, there], round, stopHub, startHub, place, time } = await openCity(['h1', 'h2']);
  const one = await here!.seeker(1);
  const jobId = await there!.job();
  expect(await round()).toBe(1);
  const { referralId } = here!.offersTo(one.ticketId)[0]!;
  await stopHub();
  const db = await place.open();
  await confirmReferral(db, referralId, 'h1', { now: time.now, heldUntil: time.now + 60 * minute });
  await db.close();
  await startHub();
  await eventually('both halls hear it', () => here!.offersTo(one.ticketId)[0]!.state === 'confirmed' && there!.expects(jobId)[0]!.state === 'confirmed');
  expect(there!.agent.db.view.placesHeld(jobId, time.now)).toBe(1);
  expect(refusalOf(await here!.say(referralId, 'no', one.card))).toBe('none');
  await eventually('the place is free again', () => there!.agent.db.view.placesHeld(jobId, time.now) === 0);
  expect(here!.agent.db.view.ticket(one.ticketId)?.state).toBe('waiting');
});
