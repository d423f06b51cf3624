/* What an employer asks for at a kiosk about the own employer and the own jobs: what is missing, the slip again, somebody named, prices under seal. */
import { expect, test } from 'vitest';
import { employerChoiceSchema } from '@kuaizhao/sync-agent/contract/queries/employers.ts';
import { contractor, firm, household, post } from '../../../fixtures/employers.ts';
import { factOf, kioskActor, openEngine, refusalOf, staffActor, type TestEngine } from '../../../fixtures/engine.ts';
import { creditCode, person } from '../../../fixtures/people.ts';

const printer = { printer: 'printer-1', ready: true };
const choices = (hall: TestEngine, n: number) => employerChoiceSchema.array().parse(hall.db.faces.employers.choicesOf(person(n).number, hall.clock.now));

test('F10 a card is told what its employer still has to show, what staff have set and until when', async () => {
  const hall = openEngine();
  await firm(hall, 1);
  const unseen = factOf(await hall.ask('registerEmployer', { kind: 'agency', name: '样例机构', creditCode: creditCode(7), licenceNumber: '（鲁）人服证字〔2026〕第0100000123号', representatives: [person(907).number] }, staffActor), 'employerRegistered').employerId;
  await household(hall, 908);
  expect(choices(hall, 901)).toMatchObject([{ kind: 'enterprise' }]);
  // Staff who register an employer have seen its papers; what lapses or is declined is told by name.
  await hall.ask('declineVerification', { employerId: unseen, missing: ['agencyLicence'] }, staffActor);
  expect(choices(hall, 907)).toMatchObject([{ kind: 'agency', missing: ['agencyLicence'] }]);
  expect(choices(hall, 908)).toEqual([expect.not.objectContaining({ missing: expect.anything() as unknown })]);
  await hall.ask('setEmployerStanding', { employerId: unseen, standing: 'watched', reason: 'unpaid' }, staffActor);
  expect(choices(hall, 907)).toMatchObject([{ standing: 'watched' }]);
  await hall.ask('setEmployerStanding', { employerId: unseen, standing: 'banned', reason: 'unpaid', until: '2026-11-30' }, staffActor);
  expect(choices(hall, 907)).toMatchObject([{ standing: 'banned' }]);
  hall.clock.now += 20 * 24 * 3_600_000;
  expect(choices(hall, 907)).toEqual([expect.not.objectContaining({ standing: expect.anything() as unknown })]);
  await contractor(hall);
  expect(choices(hall, 950)).toMatchObject([{ kind: 'contractor' }]);
});

test('F3 the job slip again, for the employer’s own card and for a job that may be seen', async () => {
  const hall = openEngine();
  const employerId = await firm(hall, 1);
  const { jobId } = factOf(await post(hall, employerId), 'jobPosted');
  const again = (changes: object) => hall.ask('printForm', { form: 'jobSlip', id: jobId, card: person(901), printer, ...changes }, kioskActor);
  expect(factOf(await again({}), 'printQueued')).toMatchObject({ subject: { kind: 'jobSlip', id: jobId }, copy: 1, sending: true });
  expect(factOf(await again({}), 'printQueued').copy).toBe(2);
  expect([refusalOf(await again({ card: person(902) })), refusalOf(await again({ card: undefined })), refusalOf(await again({ id: 'none' }))]).toEqual(['employerNotYours card', 'employerNotYours card', 'jobUnknown id']);
  await hall.ask('closeJob', { jobId, shown: { kind: 'slip', number: 'J001' }, reason: 'enough' }, staffActor);
  expect(refusalOf(await again({}))).toBe('jobNotOpen id');
});

test('F6 F8 on a job that is open: somebody is named, prices are wanted under seal, and a seal that holds one is kept', async () => {
  const hall = openEngine();
  const employerId = await firm(hall, 1);
  await hall.ask('registerWorker', { card: person(1), consent: { textVersion: '2026-11', purposes: ['registration'] }, trades: ['0301'] });
  await hall.ask('registerWorker', { card: person(2), consent: { textVersion: '2026-11', purposes: ['registration'] }, trades: ['0201'] });
  const { jobId } = factOf(await post(hall, employerId, { headcount: 1 }), 'jobPosted');
  const change = (what: object) => hall.ask('changeJob', { jobId, card: person(901), change: what }, kioskActor);
  expect(factOf(await change({ namedTicket: 'A001' }), 'jobChanged').terms).toMatchObject({ namedTicket: 'A001' });
  expect(factOf(await change({ sealedQuotes: true }), 'jobChanged').terms).toMatchObject({ namedTicket: 'A001', sealedQuotes: true });
  expect(factOf(await change({ sealedQuotes: false }), 'jobChanged').terms).not.toHaveProperty('sealedQuotes');
  // The one who is named is called, whatever the trades and whoever waits longer.
  expect(factOf(await hall.ask('callForJob', { tableId: 't1', jobId, count: 1 }, staffActor), 'ticketCalled').number).toBe('A001');
  await change({ sealedQuotes: true });
  factOf(await hall.ask('sealQuote', { jobId, card: person(2), pay: { amountFen: 19_900, unit: 'day' } }, kioskActor), 'quoteSealed');
  expect(refusalOf(await change({ sealedQuotes: false }))).toBe('quotesWereOpened change.sealedQuotes');
  factOf(await hall.ask('openQuotes', { jobId, card: person(901) }, kioskActor), 'quotesOpened');
  expect(refusalOf(await change({ sealedQuotes: true }))).toBe('quotesWereOpened change.sealedQuotes');
});
