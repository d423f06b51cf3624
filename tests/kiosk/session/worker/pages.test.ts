/* Stories of a worker's own pages: each from the page to the sentence that says what was done. */
import { expect, test } from 'vitest';
import { commandSchema } from '@kuaizhao/db/domain/command.ts';
import { li, ticket, wang, type Driver } from '../driver.ts';
import { myCall, myDay } from '../tellings.ts';
import { at, atHome, atNumber, choose, go } from './stage.ts';

/** As the agent's door would take it; ids of the driver are short. */
const sound = (kiosk: Driver): void => expect(commandSchema.safeParse({ ...kiosk.lastSent(), commandId: 'command-1000' }).error).toBeUndefined();

test('§5 the number stands at once; behind it come the wait as a range, the table of a call and what waits to be confirmed', () => {
  const kiosk = atNumber();
  expect(kiosk.face().screen).toMatchObject({ at: 'number', wait: undefined, toConfirm: 0, table: undefined });
  kiosk.tellSound(myDay({ toConfirm: 1, called: { ...myCall, table: '1号桌' } }));
  expect(kiosk.face().screen).toMatchObject({ number: 'A017', ahead: 2, wait: { fromMinutes: 10, toMinutes: 20, basis: 'rate' }, toConfirm: 1, table: '1号桌' });
  go(kiosk, 'evening');
  expect(kiosk.lastQuestion()).toMatchObject({ name: 'myHires', asked: { card: wang } });
});

test('F5 find work: the own trades first, a job, one tap 我要报名; 返回 leads back to the list', () => {
  const kiosk = atHome();
  go(kiosk, 'jobs');
  expect(kiosk.lastQuestion()).toMatchObject({ name: 'openJobs', asked: { trades: ['0102'], near: false } });
  kiosk.tellSound();
  go(kiosk, 'near');
  expect(kiosk.lastQuestion()).toMatchObject({ asked: { trades: ['0102'], near: true } });
  kiosk.tellSound();
  choose(kiosk, 'no such job');
  expect(at(kiosk)).toBe('jobs');
  choose(kiosk, 'job-1');
  kiosk.tellSound();
  expect(kiosk.face().screen).toMatchObject({ at: 'jobDetail', job: { jobId: 'job-1' } });
  kiosk.tap('back');
  expect(at(kiosk)).toBe('jobs');
  choose(kiosk, 'job-1');
  kiosk.tellSound();
  kiosk.tap('agree');
  expect(kiosk.lastSent()).toMatchObject({ type: 'applyForJob', who: { by: 'card', card: wang }, jobId: 'job-1' });
  sound(kiosk);
  kiosk.accept([]);
  expect(kiosk.face().screen).toEqual({ at: 'told', what: 'applied', number: 'J001', more: true });
});

test('F7 a call: yes is one tap, no is two, and a refusal leads back to the list', () => {
  const kiosk = atHome({ called: { ...myCall, table: '1号桌' } });
  go(kiosk, 'calls');
  kiosk.tellSound();
  kiosk.tellSound();
  expect(kiosk.face().screen).toMatchObject({ at: 'calls', calls: [{ callId: 'call-1' }], offers: [{ referralId: 'referral-1' }] });
  choose(kiosk, 'call-1');
  kiosk.tap('decline');
  choose(kiosk, 'no reason of the list');
  expect(at(kiosk)).toBe('callNo');
  choose(kiosk, 'tooFar');
  expect(kiosk.lastSent()).toMatchObject({ type: 'answerCall', callId: 'call-1', answer: { kind: 'refuse', by: 'worker', reason: 'tooFar' } });
  sound(kiosk);
  kiosk.refuse('alreadyAnswered');
  expect(at(kiosk)).toBe('refused');
  kiosk.tap('next');
  expect(at(kiosk)).toBe('calls');
});

test('F5 why not me: the reason of the list at once, the minutes when the hall tells them', () => {
  const kiosk = atHome();
  go(kiosk, 'calls');
  kiosk.tellSound();
  kiosk.tellSound();
  choose(kiosk, 'job-2');
  expect(kiosk.lastQuestion()).toEqual({ name: 'whyNot', asked: { jobId: 'job-2', card: wang } });
  kiosk.tellSound();
  expect(kiosk.face().screen).toMatchObject({ at: 'whyNot', job: { reason: 'notYourTurn' }, why: { kind: 'noPair' } });
});

test('F5 the own terms: a line, a choice, and it stands; somebody declined too often is asked once', () => {
  const kiosk = atHome({ restate: true });
  go(kiosk, 'wishes');
  kiosk.tellSound();
  expect(kiosk.face().screen).toMatchObject({ at: 'wishes', restate: true, wishes: { withinKm: 10 } });
  choose(kiosk, 'leastPay');
  choose(kiosk, 'day200');
  expect(kiosk.lastSent()).toMatchObject({ type: 'setWishes', wishes: { withinKm: 10, leastPay: { amountFen: 20_000, unit: 'day' } } });
  sound(kiosk);
  kiosk.accept([]);
  expect(kiosk.face().screen).toMatchObject({ at: 'wishes', restate: false, wishes: { leastPay: { amountFen: 20_000 } } });
});

test('F19 the evening of two hires: the words of one are kept, the list comes again, and thanks at the end', () => {
  const kiosk = atHome({ toConfirm: 2 });
  go(kiosk, 'evening');
  kiosk.tellSound();
  choose(kiosk, 'hire-1');
  choose(kiosk, 'yes');
  kiosk.tap('back');
  expect(kiosk.face().screen).toMatchObject({ at: 'eveningHire', step: 'arrived' });
  for (const word of ['yes', 'yes', 'yes']) choose(kiosk, word);
  expect(kiosk.lastSent()).toMatchObject({ type: 'confirmEvening', hireId: 'hire-1', arrived: 'yes', done: 'yes', paid: 'yes' });
  sound(kiosk);
  kiosk.accept([]);
  kiosk.tell({ name: 'myHires', value: { hires: [] } });
  expect(kiosk.face().screen).toMatchObject({ at: 'told', what: 'eveningKept' });
});

test('F19 F20 not paid is said twice: what will happen first, the rights ticket only then', () => {
  const kiosk = atHome({ toConfirm: 2 });
  go(kiosk, 'evening');
  kiosk.tellSound();
  choose(kiosk, 'hire-1');
  for (const word of ['yes', 'yes', 'no']) choose(kiosk, word);
  expect(at(kiosk)).toBe('notPaid');
  const before = kiosk.sent().length;
  kiosk.tap('back');
  expect(kiosk.face().screen).toMatchObject({ at: 'eveningHire', step: 'paid' });
  choose(kiosk, 'no');
  expect(kiosk.sent()).toHaveLength(before);
  kiosk.tap('agree');
  expect(kiosk.lastSent()).toMatchObject({ type: 'confirmEvening', paid: 'no' });
  kiosk.accept([{ type: 'disputeOpened', disputeId: 'dispute-1', number: 'W261121-01', businessDay: '2026-11-21', kind: 'wageArrears', evidence: [], rules: '1', answerBy: '2026-11-24', mediateBy: '2026-12-06' }, ticket('C001', 0, 'rights')]);
  expect(kiosk.face().screen).toMatchObject({ at: 'rights', number: 'C001', dispute: 'W261121-01', answerBy: '2026-11-24' });
});

test('§4 consent is taken back for one purpose; without registration the card opens nothing more', () => {
  const kiosk = atHome();
  go(kiosk, 'data');
  go(kiosk, 'consents');
  choose(kiosk, 'phoneToEmployer');
  expect(kiosk.lastSent()).toMatchObject({ type: 'giveConsent', consent: { purposes: ['phoneToEmployer'] } });
  sound(kiosk);
  kiosk.accept([]);
  go(kiosk, 'home');
  kiosk.tellSound();
  go(kiosk, 'data');
  go(kiosk, 'consents');
  choose(kiosk, 'registration');
  expect(kiosk.lastSent()).toMatchObject({ type: 'withdrawConsent', purposes: ['registration'] });
  kiosk.accept([]);
  expect(kiosk.face().screen).toMatchObject({ at: 'told', what: 'consentTaken', more: false });
});

test('F14 several services on one number, by their order', () => {
  const kiosk = atHome();
  go(kiosk, 'windows');
  kiosk.tellSound();
  go(kiosk, 'several');
  kiosk.tap('next');
  expect(at(kiosk)).toBe('services');
  kiosk.touch({ type: 'service', code: 'rights' });
  kiosk.tap('next');
  expect(kiosk.lastSent()).toMatchObject({ type: 'takeTicket', service: 'rights', card: wang });
  sound(kiosk);
});

test('F1 a crew of cards: a mate without a number does not join, a known card changes nothing, each is in it by the own card', () => {
  const kiosk = atHome();
  go(kiosk, 'crew');
  kiosk.happen({ type: 'cardLifted' });
  kiosk.happen({ type: 'cardRead', card: li });
  kiosk.tellSound(myDay({ ticket: undefined }));
  expect(kiosk.face().screen).toMatchObject({ at: 'crew', numbers: ['A017'], trouble: 'noNumber', canForm: false });
  kiosk.happen({ type: 'cardRead', card: li });
  kiosk.tellSound(myDay({ ticket: { ticketId: 'ticket-2', number: 'A018', state: 'waiting', ahead: 3 } }));
  kiosk.happen({ type: 'cardRead', card: wang });
  expect(kiosk.face().screen).toMatchObject({ numbers: ['A017', 'A018'], trouble: undefined, canForm: true });
  kiosk.tap('next');
  expect(kiosk.lastSent()).toMatchObject({ type: 'formCrew', members: [{ card: wang }, { card: li }] });
  sound(kiosk);
  kiosk.accept([]);
  expect(kiosk.face().screen).toMatchObject({ at: 'told', what: 'crewFormed', number: 'A017 A018' });
});

test('§6 card lifted and idle: the own page warns after half a minute and forgets after another', () => {
  const kiosk = atHome();
  kiosk.happen({ type: 'cardLifted' });
  kiosk.pass(29_000);
  expect(kiosk.face().idleWarningSeconds).toBeUndefined();
  kiosk.pass(2_000);
  expect(kiosk.face().idleWarningSeconds).toBeGreaterThan(0);
  kiosk.pass(31_000);
  expect(at(kiosk)).toBe('attract');
  expect(JSON.stringify(kiosk.state())).not.toContain(wang.number);
});
