/* F8 招投标: prices that nobody reads before all are opened together. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { factOf, factsOf, type TestEngine } from '../../../fixtures/engine.ts';
import { person } from '../../../fixtures/people.ts';
import { atKiosk, host, hour, jobOf, newcomers, openTables, pay, refused } from './stage.ts';

const wanted = { sealedQuotes: true as const, pay: { kind: 'negotiable' as const }, headcount: 1 };
const byCard = (hall: TestEngine, jobId: string, n: number, amountFen: number) => hall.ask('sealQuote', { jobId, card: person(n), pay: { amountFen, unit: 'day' } });
const byNumber = (hall: TestEngine, jobId: string, number: string, amountFen: number) => hall.ask('sealQuote', { jobId, number, pay: { amountFen, unit: 'day' } }, host);
const everyByte = (hall: TestEngine): string => readdirSync(hall.dir).map((name) => readFileSync(join(hall.dir, name)).toString('latin1')).join('\n');

test('F8 a sealed price is in no fact, no answer and no file of the hall until it is opened', async () => {
  const hall = openTables();
  await newcomers(hall, 2);
  const jobId = await jobOf(hall, wanted);
  const answer = await byCard(hall, jobId, 1, 2_345_671);
  expect([JSON.stringify(answer).includes('2345671'), everyByte(hall).includes('2345671'), JSON.stringify(hall.seen).includes('2345671')]).toEqual([false, false, false]);
  hall.clock.now += 1_000;
  // Staff seal it for somebody at the desk: the fact says who typed it, and no more.
  const typed = factOf(await byNumber(hall, jobId, 'A002', 2_612_343), 'quoteSealed');
  expect([typed.by, JSON.stringify(typed).includes('2612343'), everyByte(hall).includes('2612343')]).toEqual(['host-1', false, false]);
  const opened = factOf(await hall.ask('openQuotes', { jobId }, host), 'quotesOpened');
  expect(opened).toMatchObject({ jobId, by: 'host-1', quotes: [{ pay: { amountFen: 2_345_671, unit: 'day' } }, { pay: { amountFen: 2_612_343 } }] });
});

test('F8 a later price of the same person takes the place of the earlier one', async () => {
  const hall = openTables();
  const [first] = await newcomers(hall, 2);
  const jobId = await jobOf(hall, wanted);
  const earlier = factOf(await byCard(hall, jobId, 1, 30_000), 'quoteSealed');
  await byCard(hall, jobId, 2, 28_000);
  expect(factOf(await byNumber(hall, jobId, 'A001', 27_000), 'quoteSealed')).toMatchObject({ workerId: first!.workerId, replaces: earlier.quoteId });
  const { quotes } = factOf(await hall.ask('openQuotes', { jobId, card: person(900) }), 'quotesOpened');
  expect(quotes.map((quote) => quote.pay.amountFen).sort((a, b) => a - b)).toEqual([27_000, 28_000]);
});

test('F8 none after the opening, and it opens once, for its employer or staff', async () => {
  expect.hasAssertions();
  const hall = openTables();
  await newcomers(hall, 2);
  const jobId = await jobOf(hall, wanted);
  await refused(hall, 'openQuotes', { jobId }, 'nothingSealed jobId', host);
  await byCard(hall, jobId, 1, 30_000);
  await refused(hall, 'openQuotes', { jobId }, 'employerNotYours jobId', atKiosk);
  await refused(hall, 'openQuotes', { jobId, card: person(1) }, 'employerNotYours jobId', atKiosk);
  await refused(hall, 'openQuotes', { jobId: 'none' }, 'jobUnknown jobId', host);
  await hall.ask('openQuotes', { jobId, card: person(900) });
  await refused(hall, 'sealQuote', { jobId, card: person(2), pay }, 'quotesWereOpened jobId', atKiosk);
  await refused(hall, 'sealQuote', { jobId, card: person(1), pay }, 'quotesWereOpened jobId', atKiosk);
  await refused(hall, 'openQuotes', { jobId }, 'quotesWereOpened jobId', host);
});

test('F8 at a kiosk only the own card, on a day on which its holder is here', async () => {
  expect.hasAssertions();
  const hall = openTables();
  await newcomers(hall, 1);
  const jobId = await jobOf(hall, { ...wanted, startAt: hall.clock.now + 30 * hour, leaveBy: hall.clock.now + 30 * hour, validUntil: hall.clock.now + 30 * hour });
  await refused(hall, 'sealQuote', { jobId, pay }, 'workerUnknown card', atKiosk);
  await refused(hall, 'sealQuote', { jobId, number: 'A001', pay }, 'workerUnknown card', atKiosk);
  await refused(hall, 'sealQuote', { jobId, card: person(77), pay }, 'workerUnknown card', atKiosk);
  await refused(hall, 'sealQuote', { jobId, number: 'A099', pay }, 'visitUnknown number', host);
  await refused(hall, 'sealQuote', { jobId, pay }, 'visitUnknown number', host);
  for (const amountFen of [0, -1, 1.5]) await refused(hall, 'sealQuote', { jobId, number: 'A001', pay: { amountFen, unit: 'day' } }, 'malformed pay.amountFen', host);
  hall.clock.now += 25 * hour;
  await newcomers(hall, 1, { first: 2 });
  await refused(hall, 'sealQuote', { jobId, card: person(1), pay }, 'visitUnknown card', atKiosk);
});

test('F8 only where the employer wants them, and only while the job is open', async () => {
  const hall = openTables();
  await newcomers(hall, 1);
  await refused(hall, 'sealQuote', { jobId: 'none', number: 'A001', pay }, 'jobUnknown jobId', host);
  const plain = await jobOf(hall);
  await refused(hall, 'sealQuote', { jobId: plain, number: 'A001', pay }, 'quotesNotWanted jobId', host);
  await refused(hall, 'openQuotes', { jobId: plain }, 'quotesNotWanted jobId', host);
  const jobId = await jobOf(hall, wanted);
  await byNumber(hall, jobId, 'A001', 30_000);
  await hall.ask('closeJob', { jobId, card: person(900), reason: 'enough' });
  await refused(hall, 'sealQuote', { jobId, number: 'A001', pay }, 'jobNotOpen jobId', host);
  expect(factsOf(await hall.ask('openQuotes', { jobId }, host))).toHaveLength(1);
});
