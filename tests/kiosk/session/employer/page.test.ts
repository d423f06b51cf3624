/* The employer's own page: yesterday's job in two taps, a new one with what is known, what stands in the way, and words that may not stand. */
import { expect, test } from 'vitest';
import { commandSchema } from '@kuaizhao/db/domain/command.ts';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import type { JobTerms } from '@kuaizhao/db/domain/jobs/terms.ts';
import { standingRecordSchema } from '@kuaizhao/db/domain/standing/asked.ts';
import { dawn, drive, hall, li, queued, ready, ticket, type Driver } from '../driver.ts';
import { at, atHome, day, firm, greeted, hour, job, shop, terms, yesterdays } from './stage.ts';

const posted = (whose: JobTerms, changes: Partial<Extract<Fact, { type: 'jobPosted' }>> = {}): Fact => ({ type: 'jobPosted', jobId: 'job-2', number: 'J002', businessDay: '2026-11-21', employerId: 'firm-1', terms: whose, ...changes });
/** A kiosk of a hall that has the employers' window. */
const withWindow = { ...hall, services: [...hall.services, { code: 'employ', label: '用工登记', series: 'D' }] };

test('F3 the one employer of a card is greeted at once; whoever hires for several says for whom', () => {
  expect(at(greeted([firm]))).toBe('asking');
  expect(at(greeted([firm, shop]))).toBe('whoAmI');
  const kiosk = atHome([job(), job({ jobId: 'job-other', employerId: 'shop-1' })]);
  expect(kiosk.face().screen).toMatchObject({ at: 'employerHome', employer: firm, live: [{ jobId: 'job-1' }], past: [] });
  kiosk.tap('back');
  expect(kiosk.face().screen).toMatchObject({ at: 'whoAmI', employers: [firm] });
});

test('F3 yesterday’s job: two taps from the own page, at the same hour of the next day on which that hour is still to come', () => {
  const kiosk = atHome([yesterdays(), yesterdays({ headcount: 2 }), job({ jobId: 'job-down', state: 'takenDown' })]);
  // The same work at the same place stands there once.
  expect(kiosk.face().screen).toMatchObject({ live: [], past: [{ jobId: 'job-0' }] });
  kiosk.touch({ type: 'choose', id: 'job-0' });
  expect(kiosk.face().screen).toMatchObject({ at: 'repeat', terms: { headcount: 5, startAt: dawn + hour, leaveBy: dawn + hour / 2 } });
  kiosk.tap('next');
  expect(kiosk.lastSent()).toMatchObject({ type: 'repeatJob', jobId: 'job-0', card: li, startAt: dawn + hour, headcount: 5, printer: { printer: 'printer-1' } });
  expect(commandSchema.safeParse({ ...kiosk.lastSent(), commandId: 'command-0001' }).error).toBeUndefined();
  kiosk.accept([posted(terms()), queued()]);
  expect(kiosk.face().screen).toMatchObject({ at: 'posted', number: 'J002' });
  kiosk.touch({ type: 'go', to: 'home' });
  expect(kiosk.lastQuestion()).toMatchObject({ name: 'myJobs' });
});

test('F3 more or fewer people this time, or a line changed on the check', () => {
  const kiosk = atHome([yesterdays({ minimum: 3 })]);
  kiosk.touch({ type: 'choose', id: 'job-0' }, { type: 'setTerms', terms: { headcount: 1, pay: { kind: 'negotiable' } } });
  // A crew that must be whole stays whole, and nothing but the headcount is taken here.
  expect(kiosk.face().screen).toMatchObject({ terms: { headcount: 3, pay: { kind: 'fixed' } } });
  kiosk.touch({ type: 'go', to: 'edit' });
  expect(kiosk.face().screen).toMatchObject({ at: 'jobCheck', draft: { headcount: 3, startAt: dawn + hour } });
  kiosk.tap('next');
  expect(kiosk.lastSent()).toMatchObject({ type: 'postJob', employerId: 'firm-1', terms: { headcount: 3, minimum: 3 } });
});

test('F3 a known employer is asked for work, pay and time; the rest is what was said before of that trade', () => {
  const kiosk = atHome([yesterdays()]);
  kiosk.touch({ type: 'go', to: 'post' }, { type: 'setTerms', terms: { trade: '0201' } });
  expect(kiosk.face().screen).toMatchObject({ at: 'jobTrade', draft: { headcount: 5, place: '高新区', hazards: ['heavyLoad'], insurance: 'employer', plate: '鲁A12345' } });
  kiosk.tap('next', 'next');
  expect(at(kiosk)).toBe('jobWhen');
  kiosk.tap('next');
  expect(at(kiosk)).toBe('jobCheck');
  // Another trade is another work: its dangers, its insurance and its pay are said and never assumed.
  const other = atHome([yesterdays()]);
  other.touch({ type: 'go', to: 'post' }, { type: 'setTerms', terms: { trade: '0201' } }, { type: 'setTerms', terms: { trade: '0301' } });
  const { draft } = other.face().screen as { draft: object };
  expect(draft).toMatchObject({ trade: '0301', place: '高新区', settlement: 'atOnce' });
  for (const element of ['hazards', 'insurance', 'pay']) expect(draft).not.toHaveProperty(element);
});

test('F11 a contractor or agency says whose work it is before the trade; without anybody it is told what to bring', () => {
  const agency = { ...firm, kind: 'agency' as const };
  const kiosk = atHome([yesterdays({ onBehalfOf: 'real-1' }), yesterdays({ onBehalfOf: 'real-2', place: '开发区' })], agency);
  kiosk.touch({ type: 'go', to: 'post' });
  kiosk.tell({ name: 'principals', value: { employers: [{ employerId: 'firm-1', principals: [{ employerId: 'real-2', kind: 'enterprise', name: '济南样例厂' }] }] } });
  kiosk.touch({ type: 'choose', id: 'real-1' });
  expect(at(kiosk)).toBe('principals');
  kiosk.touch({ type: 'choose', id: 'real-2' }, { type: 'setTerms', terms: { trade: '0201' } });
  expect(kiosk.face().screen).toMatchObject({ at: 'jobTrade', realEmployerName: '济南样例厂', draft: { onBehalfOf: 'real-2', place: '开发区' } });
  const nobody = atHome([], agency);
  nobody.touch({ type: 'go', to: 'post' });
  nobody.tell({ name: 'principals', value: { employers: [] } });
  expect(nobody.face().screen).toMatchObject({ at: 'atDesk', why: 'noPrincipal' });
});

test.each([[{ standing: 'banned' }, 'banned'], [{ stoppedUntil: dawn + day }, 'stopped']] as const)('F10 F21 whoever is banned or stopped learns it before a posting is filled in: %o', (changes, why) => {
  const kiosk = atHome([yesterdays()], { ...firm, ...changes });
  kiosk.touch({ type: 'go', to: 'post' });
  expect(kiosk.face().screen).toMatchObject({ at: 'atDesk', why });
  kiosk.tap('back');
  kiosk.tell({ name: 'myJobs', value: { jobs: [yesterdays()] } });
  kiosk.touch({ type: 'choose', id: 'job-0' });
  expect(kiosk.face().screen).toMatchObject({ at: 'atDesk', why });
});

test('F10 papers that are missing: which, and a number for the employers’ window; posting goes on all the same', () => {
  const start = (): Driver => {
    const kiosk = drive({ ...ready(), hall: withWindow });
    kiosk.tap('wantToHire');
    kiosk.happen({ type: 'cardRead', card: li });
    kiosk.tell({ name: 'myEmployers', value: { employers: [{ ...firm, missing: ['businessLicence'] }] } });
    kiosk.tell({ name: 'myJobs', value: { jobs: [] } });
    return kiosk;
  };
  const kiosk = start();
  kiosk.touch({ type: 'go', to: 'desk' });
  expect(kiosk.face().screen).toMatchObject({ at: 'atDesk', why: 'unverified', canTicket: true, employer: { missing: ['businessLicence'] } });
  kiosk.touch({ type: 'go', to: 'ticket' });
  expect(kiosk.lastSent()).toMatchObject({ type: 'takeTicket', service: 'employ' });
  kiosk.refuse('dayClosed');
  kiosk.tap('next');
  expect(at(kiosk)).toBe('atDesk');
  kiosk.touch({ type: 'go', to: 'ticket' });
  kiosk.accept([ticket('D001', 0, 'employ'), queued()]);
  expect(kiosk.face().screen).toMatchObject({ at: 'number', number: 'D001', serviceLabel: '用工登记' });
  const posting = start();
  posting.touch({ type: 'go', to: 'post' });
  expect(at(posting)).toBe('jobTrade');
});

test('F13 a posting in review says who looks and why; the pay of a household and the insurance are said before the van leaves', () => {
  const kiosk = atHome([yesterdays()]);
  kiosk.touch({ type: 'choose', id: 'job-0' });
  kiosk.tap('next');
  kiosk.accept([posted(terms({ insurance: 'none' }), { state: 'inReview', cause: 'notVerified', notices: ['payBelowMinimum'] })]);
  expect(kiosk.face().screen).toMatchObject({ at: 'posted', inReview: true, cause: 'notVerified', belowMinimum: true, insurance: 'none' });
});

test('F12 words that may not stand are shown in their sentence with the reason, and the posting goes on without them', () => {
  const kiosk = atHome([yesterdays({ remark: '只要男的，自带手套' })]);
  kiosk.touch({ type: 'choose', id: 'job-0' });
  kiosk.tap('next');
  kiosk.happen({ type: 'answered', commandId: kiosk.lastSent().commandId, answer: { ok: false, commandId: kiosk.lastSent().commandId, refusal: { code: 'wordingBlocked', field: 'terms.remark', matched: { from: 0, to: 4 }, ruleId: 'sex.only-men' } } });
  expect(kiosk.face().screen).toMatchObject({ at: 'blockedWords', blocked: { element: 'remark', text: '只要男的，自带手套', matched: { from: 0, to: 4 }, why: 'sex' } });
  kiosk.tap('next');
  expect(kiosk.face().screen).toMatchObject({ at: 'jobCheck', draft: { headcount: 5 } });
  expect(kiosk.face().screen).not.toHaveProperty('draft.remark');
  kiosk.tap('next');
  expect(kiosk.lastSent().type).toBe('postJob');
  kiosk.refuse('contactInText', 'terms.conditions.text');
  expect(kiosk.face().screen).toMatchObject({ at: 'blockedWords', blocked: { element: 'conditions', why: 'contact' } });
});

test('F21 the own record, with the way back', () => {
  const record = { ...standingRecordSchema.parse({ points: 6, grade: 'bad', entries: [], wayBack: { cleanHires: 2, needed: 5 } }), employerId: 'firm-1', name: '泉城建设' };
  const kiosk = atHome([]);
  kiosk.touch({ type: 'go', to: 'record' });
  expect(kiosk.lastQuestion()).toEqual({ name: 'myEmployerRecords', asked: { card: li } });
  kiosk.tell({ name: 'myEmployerRecords', value: { employers: [{ ...record, employerId: 'another' }, record] } });
  expect(kiosk.face().screen).toMatchObject({ at: 'employerRecord', record: { employerId: 'firm-1', points: 6 } });
});

test('a refusal of a repeated job leads back to it, and nothing that is not shown can be chosen', () => {
  const kiosk = atHome([yesterdays()]);
  for (const id of ['job-9', 'firm-1']) kiosk.touch({ type: 'choose', id });
  kiosk.touch({ type: 'go', to: 'desk' }, { type: 'go', to: 'ticket' }, { type: 'go', to: 'placard' });
  expect(at(kiosk)).toBe('employerHome');
  kiosk.touch({ type: 'choose', id: 'job-0' });
  kiosk.tap('next');
  kiosk.refuse('employerBanned');
  kiosk.tap('next');
  expect(at(kiosk)).toBe('repeat');
});
