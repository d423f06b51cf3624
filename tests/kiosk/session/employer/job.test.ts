/* One job of one's own: it renews itself, is changed only for the better, its people are marked, its prices opened, its papers printed. */
import { expect, test } from 'vitest';
import { commandSchema } from '@kuaizhao/db/domain/command.ts';
import { dawn, li, queued, type Driver } from '../driver.ts';
import { at, atJob, hire, hour, job, people, terms } from './stage.ts';

const questions = (kiosk: Driver): number => kiosk.effects().filter((effect) => effect.type === 'ask').length;
const go = (kiosk: Driver, ...to: string[]): void => to.forEach((one) => kiosk.touch({ type: 'go', to: one }));

test('F7 places and people renew themselves on a quiet cadence, and an agent that is silent holds nothing up', () => {
  const kiosk = atJob();
  expect(kiosk.face().screen).toMatchObject({ at: 'myJob', job: { placesLeft: 3 }, people: { hires: [{ shortName: '李*' }] } });
  const before = questions(kiosk);
  kiosk.pass(4_500);
  expect(questions(kiosk)).toBe(before);
  kiosk.pass(1_000);
  expect(questions(kiosk)).toBe(before + 1);
  kiosk.tell({ name: 'myJobPeople', value: people({ job: { ...people().job, placesLeft: 2, state: 'open' } }) });
  expect(kiosk.face().screen).toMatchObject({ at: 'myJob', job: { placesLeft: 2 } });
  // Unanswered: asked again, and what is on the screen stays; a refusal of it is nobody's business.
  kiosk.pass(11_000);
  expect(questions(kiosk)).toBe(before + 3);
  const { queryId } = kiosk.effects().findLast((effect) => effect.type === 'ask')!;
  kiosk.happen({ type: 'replied', queryId, reply: { ok: false, refusal: { code: 'tooMany' } } });
  expect(at(kiosk)).toBe('myJob');
  kiosk.happen({ type: 'agentDown' });
  kiosk.pass(20_000);
  expect(questions(kiosk)).toBe(before + 3);
});

test('nobody is kept by numbers that renew themselves: idle, warned, forgotten', () => {
  const kiosk = atJob();
  kiosk.happen({ type: 'cardLifted' });
  kiosk.pass(121_000);
  expect(at(kiosk)).toBe('attract');
});

test('F3 longer, more people, better pay: each its command, and only what the hall would take', () => {
  const kiosk = atJob();
  go(kiosk, 'time');
  kiosk.touch({ type: 'setTerms', terms: { validUntil: dawn + hour } });
  kiosk.tap('next');
  expect(at(kiosk)).toBe('jobChange');
  kiosk.touch({ type: 'setTerms', terms: { validUntil: dawn + 14 * hour } });
  kiosk.tap('next');
  expect(kiosk.lastSent()).toMatchObject({ type: 'changeJob', jobId: 'job-1', card: li, change: { validUntil: dawn + 14 * hour } });
  expect(commandSchema.safeParse({ ...kiosk.lastSent(), commandId: 'command-0001' }).error).toBeUndefined();
  kiosk.accept([{ type: 'jobChanged', jobId: 'job-1', terms: terms({ validUntil: dawn + 14 * hour }), placesLeft: 3 }]);
  kiosk.tell({ name: 'myJobPeople', value: people() });
  expect(kiosk.face().screen).toMatchObject({ at: 'myJob', job: { terms: { validUntil: dawn + 14 * hour } } });

  go(kiosk, 'headcount');
  kiosk.touch({ type: 'setTerms', terms: { headcount: 1 } });
  expect(kiosk.face().screen).toMatchObject({ change: {} });
  kiosk.touch({ type: 'setTerms', terms: { headcount: 2 } });
  kiosk.tap('next');
  expect(kiosk.lastSent()).toMatchObject({ change: { headcount: 2 } });
  kiosk.refuse('termImpossible', 'change.headcount');
  kiosk.tap('back');
  expect(kiosk.face().screen).toMatchObject({ at: 'jobChange', part: 'headcount', change: { headcount: 2 } });
  kiosk.tap('back');
  kiosk.tell({ name: 'myJobPeople', value: people() });

  go(kiosk, 'pay');
  for (const pay of [{ kind: 'negotiable' }, { kind: 'fixed', amountFen: 25_000, unit: 'day' }, { kind: 'fixed', amountFen: 99_000, unit: 'hour' }] as const) kiosk.touch({ type: 'setTerms', terms: { pay } });
  expect(kiosk.face().screen).toMatchObject({ change: {} });
  kiosk.touch({ type: 'setTerms', terms: { pay: { kind: 'fixed', amountFen: 28_000, unit: 'day' } } });
  kiosk.tap('next');
  expect(kiosk.lastSent()).toMatchObject({ change: { pay: { amountFen: 28_000 } } });
});

test('F6 one is asked for by number, and may be asked for only while the job is open', () => {
  const kiosk = atJob();
  go(kiosk, 'named');
  kiosk.tap('next');
  expect(at(kiosk)).toBe('jobChange');
  for (const digit of ['1', '7', '9']) kiosk.touch({ type: 'digit', digit });
  kiosk.tap('erase', 'next');
  expect(kiosk.lastSent()).toMatchObject({ type: 'changeJob', change: { namedTicket: 'A017' } });
  const full = atJob(people({ job: { ...people().job, state: 'filled', placesLeft: 0 } }), job({ state: 'filled', placesLeft: 0 }));
  go(full, 'named', 'pay', 'close', 'quotes');
  expect(at(full)).toBe('myJob');
  go(full, 'headcount');
  expect(at(full)).toBe('jobChange');
});

test('F8 prices under seal: wanted or not while there is none, counted while sealed, opened together, cheapest first', () => {
  const kiosk = atJob();
  go(kiosk, 'prices');
  expect(at(kiosk)).toBe('myJob');
  go(kiosk, 'quotes', 'on');
  kiosk.tap('next');
  expect(kiosk.lastSent()).toMatchObject({ change: { sealedQuotes: true } });
  const sealed = atJob(people({ quotes: { wanted: true, sealed: 2, opened: [] } }));
  go(sealed, 'quotes');
  expect(at(sealed)).toBe('myJob');
  go(sealed, 'prices', 'open');
  expect(sealed.lastSent()).toMatchObject({ type: 'openQuotes', jobId: 'job-1', card: li });
  sealed.accept([]);
  const opened = [{ quoteId: 'quote-1', shortName: '赵*', pay: { amountFen: 21_000, unit: 'day' as const }, at: dawn, openedAt: dawn }];
  sealed.tell({ name: 'myJobPeople', value: people({ quotes: { wanted: true, sealed: 0, opened } }) });
  expect(sealed.face().screen).toMatchObject({ at: 'jobQuotes', people: { quotes: { opened } } });
});

test('F1 closed with a reason; the page comes back', () => {
  const kiosk = atJob();
  go(kiosk, 'close');
  kiosk.tap('next');
  expect(at(kiosk)).toBe('jobChange');
  kiosk.touch({ type: 'choose', id: 'nonsense' }, { type: 'choose', id: 'weather' });
  kiosk.tap('next');
  expect(kiosk.lastSent()).toMatchObject({ type: 'closeJob', jobId: 'job-1', card: li, reason: 'weather' });
  kiosk.accept([{ type: 'jobClosed', jobId: 'job-1', reason: 'weather' }]);
  expect(kiosk.lastQuestion().name).toBe('myJobs');
});

test('F1 F19 the employer’s side of each hire: arrived and done with a tap, money and a place given away only after the question', () => {
  const kiosk = atJob();
  go(kiosk, 'people');
  kiosk.touch({ type: 'choose', id: 'hire-9' }, { type: 'choose', id: 'hire-1' });
  expect(kiosk.face().screen).toMatchObject({ at: 'hired', hire: { shortName: '李*', queueNumber: 'A017' } });
  go(kiosk, 'arrived');
  expect(kiosk.lastSent()).toMatchObject({ type: 'markArrived', hireId: 'hire-1', card: li });
  kiosk.accept([]);
  kiosk.tell({ name: 'myJobPeople', value: people({ hires: [hire({ state: 'arrived' })] }) });
  expect(kiosk.face().screen).toMatchObject({ at: 'hired', hire: { state: 'arrived' } });
  go(kiosk, 'release', 'arrived');
  expect(kiosk.sent()).toHaveLength(1);
  go(kiosk, 'paid');
  expect(kiosk.face().screen).toMatchObject({ sure: 'paid' });
  kiosk.tap('back');
  expect(kiosk.face().screen).not.toHaveProperty('sure');
  go(kiosk, 'paid');
  kiosk.tap('next');
  expect(kiosk.lastSent()).toMatchObject({ type: 'markPaid', hireId: 'hire-1', card: li });
});

test('F18 F7 who did not come to the van gives the place to the next, and the hall’s no leads back to the same person', () => {
  const kiosk = atJob();
  go(kiosk, 'people');
  kiosk.touch({ type: 'choose', id: 'hire-1' });
  go(kiosk, 'release');
  kiosk.tap('next');
  expect(kiosk.lastSent()).toMatchObject({ type: 'releaseLate', hireId: 'hire-1' });
  kiosk.refuse('tooEarly', 'hireId');
  kiosk.tap('next');
  expect(kiosk.face().screen).toMatchObject({ at: 'hired', hire: { hireId: 'hire-1' } });
});

test('§4 the phone of somebody hired is shown with consent alone, and is gone with the screen', () => {
  const kiosk = atJob();
  go(kiosk, 'people');
  kiosk.touch({ type: 'choose', id: 'hire-1' });
  go(kiosk, 'phone');
  expect(kiosk.lastQuestion()).toEqual({ name: 'phoneForEmployer', asked: { asked: { by: 'hire', hireId: 'hire-1' }, card: li } });
  kiosk.tell({ name: 'phoneForEmployer', value: { phone: '13900001111' } });
  expect(kiosk.face().screen).toMatchObject({ phone: '13900001111' });
  kiosk.tap('back');
  kiosk.tell({ name: 'myJobPeople', value: people() });
  expect(JSON.stringify(kiosk.state())).not.toContain('13900001111');
  kiosk.touch({ type: 'choose', id: 'hire-1' });
  go(kiosk, 'phone');
  const { queryId } = kiosk.effects().findLast((effect) => effect.type === 'ask')!;
  kiosk.happen({ type: 'replied', queryId, reply: { ok: false, refusal: { code: 'consentMissing', field: 'phoneToEmployer' } } });
  expect(kiosk.face().screen).toMatchObject({ at: 'hired', phone: null });
});

test('F3 F6 the slip again and the sheet of a draw, each with the fate of its paper, and back to the job', () => {
  const kiosk = atJob(people({ job: { ...people().job, mode: 'draw' } }));
  go(kiosk, 'slip');
  expect(kiosk.lastSent()).toMatchObject({ type: 'printForm', form: 'jobSlip', id: 'job-1', card: li });
  kiosk.accept([queued('print-7')]);
  kiosk.happen({ type: 'paper', printJobId: 'print-7', stage: 'printed' });
  expect(kiosk.face().screen).toMatchObject({ at: 'jobPaper', paperOf: 'slip', paper: { kind: 'printed' } });
  kiosk.tap('next');
  kiosk.tell({ name: 'myJobPeople', value: people({ job: { ...people().job, mode: 'draw' } }) });
  go(kiosk, 'draw');
  expect(kiosk.lastSent()).toMatchObject({ type: 'printForm', form: 'draw', id: 'job-1' });
  expect(kiosk.lastSent()).not.toHaveProperty('card');
  kiosk.refuse('drawMissing', 'id');
  kiosk.tap('next');
  expect(at(kiosk)).toBe('myJob');
});
