/* Posting a job for the first time: every question once, and whatever the hall says to it. */
import { expect, test } from 'vitest';
import { jobTermsSchema } from '@kuaizhao/db/domain/jobs/terms.ts';
import { dawn, drive, queued, wang, type Driver } from '../driver.ts';
import { at, firm, greeted, shop } from './stage.ts';

/** Up to the job's first screen as a household that the hall does not know yet. */
function household(): Driver {
  const kiosk = drive();
  kiosk.tap('wantToHire');
  expect(at(kiosk)).toBe('employerCard');
  kiosk.happen({ type: 'cardRead', card: wang });
  kiosk.tell({ name: 'myEmployers', value: { employers: [firm, shop] } });
  expect(at(kiosk)).toBe('whoAmI');
  kiosk.tap('household');
  expect(at(kiosk)).toBe('promise');
  kiosk.tap('agree');
  expect(kiosk.lastSent()).toMatchObject({ type: 'registerHousehold', promiseVersion: '2026-11' });
  kiosk.accept([{ type: 'employerRegistered', employerId: 'home-1', kind: 'household' }]);
  return kiosk;
}

function filledIn(kiosk: Driver): void {
  kiosk.tap('next');
  expect(at(kiosk)).toBe('jobTrade');
  kiosk.touch({ type: 'setTerms', terms: { trade: '0201', headcount: 5 } });
  kiosk.tap('next', 'next');
  expect(at(kiosk)).toBe('jobPay');
  kiosk.touch({ type: 'setTerms', terms: { pay: { kind: 'fixed', amountFen: 26_000, unit: 'day' }, settlement: 'atOnce' } });
  kiosk.tap('next', 'next', 'next');
  expect(at(kiosk)).toBe('jobPlace');
  kiosk.touch({ type: 'setTerms', terms: { place: '高新区' } });
  kiosk.tap('next', 'next');
  expect(at(kiosk)).toBe('jobConditions');
  kiosk.touch({ type: 'setTerms', terms: { hazards: ['heavyLoad'], protection: true, insurance: 'employer', meals: true } });
  kiosk.tap('next');
  expect(at(kiosk)).toBe('jobVan');
}

test('an employer posts a job: who, work, pay, time, place, conditions, van, check, slip', () => {
  const kiosk = household();
  filledIn(kiosk);
  const { startAt } = (kiosk.face().screen as { draft: { startAt: number } }).draft;
  kiosk.touch({ type: 'setTerms', terms: { bay: '1号车位', plate: '鲁A12345', leaveBy: startAt - 1_800_000 } });
  kiosk.tap('next');
  expect(at(kiosk)).toBe('jobMode');
  kiosk.touch({ type: 'setTerms', terms: { mode: 'rotation' } });
  kiosk.tap('next');
  expect(at(kiosk)).toBe('jobCheck');
  kiosk.tap('next');
  const posting = kiosk.lastSent();
  if (posting.type !== 'postJob') throw new Error(posting.type);
  expect(posting).toMatchObject({ employerId: 'home-1', card: wang });
  const terms = jobTermsSchema.parse(posting.terms);
  expect(terms).toMatchObject({ mode: 'rotation', headcount: 5, hoursPerDay: 8, bay: '1号车位', startAt: Date.parse('2026-11-20T22:30:00Z'), validUntil: Date.parse('2026-11-21T15:59:00Z') });
  kiosk.accept([{ type: 'jobPosted', jobId: 'job-1', number: 'Z004', businessDay: '2026-11-21', employerId: 'home-1', terms }, queued()], []);
  expect(kiosk.face().screen).toMatchObject({ at: 'posted', number: 'Z004' });
});

test('F13 a posting that staff look at first says so and waits for no paper', () => {
  const kiosk = household();
  filledIn(kiosk);
  kiosk.tap('next', 'next', 'next');
  const posting = kiosk.lastSent();
  if (posting.type !== 'postJob') throw new Error(posting.type);
  kiosk.accept([{ type: 'jobPosted', jobId: 'job-1', number: 'Z005', businessDay: '2026-11-21', employerId: 'home-1', terms: jobTermsSchema.parse(posting.terms), state: 'inReview', cause: 'hallRule' }], []);
  expect(kiosk.face().screen).toMatchObject({ at: 'posted', number: 'Z005', inReview: true, cause: 'hallRule' });
});

test('the van is skipped as a whole, and an employer the hall knows goes straight on', () => {
  const kiosk = greeted([firm, shop]);
  kiosk.touch({ type: 'employer', employerId: 'somebody-else' });
  expect(at(kiosk)).toBe('whoAmI');
  kiosk.touch({ type: 'employer', employerId: 'firm-1' });
  kiosk.tell({ name: 'myJobs', value: { jobs: [] } });
  kiosk.touch({ type: 'go', to: 'post' });
  filledIn(kiosk);
  kiosk.touch({ type: 'setTerms', terms: { bay: '1号车位' } });
  kiosk.tap('skip', 'next');
  expect(kiosk.face().screen).toMatchObject({ at: 'jobCheck', employerName: '泉城建设' });
  expect(kiosk.face().screen).not.toHaveProperty('draft.bay');
});

test('a posting that the hall refuses by name leads back to the screen that can put it right', () => {
  const kiosk = household();
  filledIn(kiosk);
  kiosk.tap('skip', 'next', 'next');
  kiosk.refuse('termImpossible', 'terms.startAt');
  expect(kiosk.face().screen).toEqual({ at: 'refused', refusal: { code: 'termImpossible', field: 'terms.startAt' } });
  kiosk.tap('back');
  expect(at(kiosk)).toBe('jobWhen');
  kiosk.touch({ type: 'setTerms', terms: { startAt: dawn + 86_400_000 } });
  expect(kiosk.face().screen).toMatchObject({ draft: { validUntil: Date.parse('2026-11-22T15:59:00Z') } });
  kiosk.tap('next', 'next', 'next', 'next', 'next', 'next');
  expect(kiosk.sent().filter((command) => command.type === 'postJob')).toHaveLength(2);
});

test('back from the first job screen leads to the own page, told anew', () => {
  const kiosk = household();
  kiosk.tap('back');
  expect(kiosk.effects().at(-1)).toMatchObject({ type: 'ask', question: { name: 'myJobs', asked: { card: wang } } });
});
