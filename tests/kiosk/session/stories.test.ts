/* Stories: each flow of the kiosk from the first card to the empty screen. */
import { expect, test } from 'vitest';
import { jobTermsSchema } from '@kuaizhao/db/domain/jobs/terms.ts';
import { commandSchema } from '@kuaizhao/db/domain/command.ts';
import { dawn, drive, hall, li, queued, ready, ticket, ticketPaper, wang, type Driver } from './driver.ts';

const at = (kiosk: Driver): string => kiosk.face().screen.at;

test('a known worker: one tap, the number, the paper, the card', () => {
  const kiosk = drive();
  kiosk.happen({ type: 'cardRead', card: wang });
  expect(kiosk.lastSent()).toMatchObject({ type: 'checkIn', card: wang, printer: { printer: 'printer-1', ready: true } });
  expect(at(kiosk)).toBe('asking');
  kiosk.accept([ticket(), queued()], [ticketPaper()]);
  expect(kiosk.face().screen).toEqual({ at: 'number', number: 'A017', ahead: 3, trades: ['0102'], serviceLabel: undefined, paper: { kind: 'printing' } });
  kiosk.happen({ type: 'paper', printJobId: 'print-1', stage: 'printed' });
  expect(kiosk.face().screen).toMatchObject({ paper: { kind: 'printed' } });
  kiosk.pass(12_000);
  expect(at(kiosk)).toBe('takeCard');
  kiosk.pass(600_000);
  expect(at(kiosk)).toBe('takeCard');
  kiosk.happen({ type: 'cardLifted' });
  expect(at(kiosk)).toBe('attract');
  expect(kiosk.sent()).toHaveLength(1);
});

test('a first visit: four screens to the number, the phone for the hall only', () => {
  const kiosk = drive();
  const seen: string[] = [];
  const look = (): number => seen.push(at(kiosk));
  kiosk.happen({ type: 'cardRead', card: li });
  kiosk.refuse('workerUnknown');
  look();
  kiosk.tap('agree');
  look();
  kiosk.touch(...Array.from('13800138000').map((digit) => ({ type: 'digit', digit }) as const));
  expect(kiosk.face().screen).toEqual({ at: 'phone', digits: '13800138000', complete: true });
  kiosk.happen({ type: 'cardLifted' });
  kiosk.tap('next');
  look();
  kiosk.tap('next');
  expect(at(kiosk)).toBe('trades');
  kiosk.touch({ type: 'toggleTrade', trade: '0102' }, { type: 'toggleTrade', trade: '0201' }, { type: 'toggleTrade', trade: '0102' }, { type: 'toggleTrade', trade: '9999' });
  kiosk.tap('next');
  expect(kiosk.lastSent()).toMatchObject({ type: 'registerWorker', phone: '13800138000', trades: ['0201'], consent: { textVersion: '2026-11', purposes: ['registration'] } });
  expect(commandSchema.safeParse(kiosk.lastSent()).success).toBe(true);
  kiosk.accept([ticket('A018'), queued()], [ticketPaper('print-1', 'A018')]);
  look();
  expect(seen).toEqual(['consent', 'phone', 'trades', 'number']);
});

test('the phone may be skipped and half a phone is no phone', () => {
  const kiosk = drive();
  kiosk.happen({ type: 'cardRead', card: li });
  kiosk.refuse('workerUnknown');
  kiosk.tap('agree');
  kiosk.touch({ type: 'digit', digit: '1' }, { type: 'digit', digit: '3' });
  kiosk.tap('next');
  expect(at(kiosk)).toBe('phone');
  kiosk.tap('erase', 'skip');
  kiosk.touch({ type: 'toggleTrade', trade: '0301' });
  kiosk.tap('next');
  expect(kiosk.lastSent()).not.toHaveProperty('phone');
});

test('registered at another kiosk in the meantime: checked in instead', () => {
  const kiosk = drive();
  kiosk.happen({ type: 'cardRead', card: li });
  kiosk.refuse('workerUnknown');
  kiosk.tap('agree', 'skip');
  kiosk.touch({ type: 'toggleTrade', trade: '0301' });
  kiosk.tap('next');
  kiosk.refuse('alreadyRegistered');
  expect(kiosk.lastSent()).toMatchObject({ type: 'checkIn', card: li });
});

test('a window number needs no card', () => {
  const kiosk = drive();
  kiosk.tap('wantService');
  expect(at(kiosk)).toBe('services');
  kiosk.touch({ type: 'service', code: 'nothing-like-it' });
  expect(at(kiosk)).toBe('services');
  kiosk.touch({ type: 'service', code: 'rights' });
  kiosk.accept([ticket('C003', 1, 'rights'), queued()], [ticketPaper('print-1', 'C003')]);
  expect(kiosk.face().screen).toMatchObject({ at: 'number', number: 'C003', serviceLabel: '劳动维权' });
  kiosk.happen({ type: 'paper', printJobId: 'print-1', stage: 'printed' });
  kiosk.pass(8_000);
  expect(at(kiosk)).toBe('attract');
});

/** Up to the job's first screen as a household that the hall does not know yet. */
function household(): Driver {
  const kiosk = drive();
  kiosk.tap('wantToHire');
  expect(at(kiosk)).toBe('employerCard');
  kiosk.happen({ type: 'cardRead', card: wang });
  kiosk.tell({ name: 'myEmployers', value: { employers: [{ employerId: 'firm-1', kind: 'enterprise', name: '泉城建设' }] } });
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
  expect(at(kiosk)).toBe('jobCheck');
  kiosk.tap('next');
  const posting = kiosk.lastSent();
  if (posting.type !== 'postJob') throw new Error(posting.type);
  expect(posting).toMatchObject({ employerId: 'home-1', card: wang });
  const terms = jobTermsSchema.parse(posting.terms);
  expect(terms).toMatchObject({ headcount: 5, hoursPerDay: 8, bay: '1号车位', startAt: Date.parse('2026-11-20T22:30:00Z'), validUntil: Date.parse('2026-11-21T15:59:00Z') });
  kiosk.accept([{ type: 'jobPosted', jobId: 'job-1', number: 'Z004', businessDay: '2026-11-21', employerId: 'home-1', terms }, queued()], []);
  expect(kiosk.face().screen).toMatchObject({ at: 'posted', number: 'Z004' });
});

test('F13 a posting that staff look at first says so and waits for no paper', () => {
  const kiosk = household();
  filledIn(kiosk);
  kiosk.tap('next');
  kiosk.tap('next');
  const posting = kiosk.lastSent();
  if (posting.type !== 'postJob') throw new Error(posting.type);
  kiosk.accept([{ type: 'jobPosted', jobId: 'job-1', number: 'Z005', businessDay: '2026-11-21', employerId: 'home-1', terms: jobTermsSchema.parse(posting.terms), state: 'inReview', cause: 'hallRule' }], []);
  expect(kiosk.face().screen).toMatchObject({ at: 'posted', number: 'Z005', inReview: true });
});

test('the van is skipped as a whole, and an employer the hall knows goes straight on', () => {
  const kiosk = drive();
  kiosk.tap('wantToHire');
  kiosk.happen({ type: 'cardRead', card: wang });
  kiosk.tell({ name: 'myEmployers', value: { employers: [{ employerId: 'firm-1', kind: 'enterprise', name: '泉城建设' }] } });
  kiosk.touch({ type: 'employer', employerId: 'somebody-else' });
  expect(at(kiosk)).toBe('whoAmI');
  kiosk.touch({ type: 'employer', employerId: 'firm-1' });
  filledIn(kiosk);
  kiosk.touch({ type: 'setTerms', terms: { bay: '1号车位' } });
  kiosk.tap('skip');
  expect(kiosk.face().screen).toMatchObject({ at: 'jobCheck', employerName: '泉城建设' });
  expect(kiosk.face().screen).not.toHaveProperty('draft.bay');
});

test('a posting that the hall refuses by name leads back to the screen that can put it right', () => {
  const kiosk = household();
  filledIn(kiosk);
  kiosk.tap('skip', 'next');
  kiosk.refuse('termImpossible', 'terms.startAt');
  expect(kiosk.face().screen).toEqual({ at: 'refused', refusal: { code: 'termImpossible', field: 'terms.startAt' } });
  kiosk.tap('back');
  expect(at(kiosk)).toBe('jobWhen');
  kiosk.touch({ type: 'setTerms', terms: { startAt: dawn + 86_400_000 } });
  expect(kiosk.face().screen).toMatchObject({ draft: { validUntil: Date.parse('2026-11-22T15:59:00Z') } });
  kiosk.tap('next', 'next', 'next', 'next', 'next');
  expect(kiosk.sent().filter((command) => command.type === 'postJob')).toHaveLength(2);
});

test('back from the first job screen asks again for whom this card may post', () => {
  const kiosk = household();
  kiosk.tap('back');
  expect(kiosk.effects().at(-1)).toMatchObject({ type: 'ask', question: { name: 'myEmployers', asked: { card: wang } } });
});

test('services are not offered before the hall has told them', () => {
  const kiosk = drive({ ...ready(), hall: undefined });
  kiosk.tap('wantService');
  expect(at(kiosk)).toBe('attract');
  kiosk.happen({ type: 'hall', hall });
  kiosk.tap('wantService');
  expect(at(kiosk)).toBe('services');
});
