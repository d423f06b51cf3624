/* The one way in: answered once, recorded whole or not at all, refused by name. */
import { expect, test } from 'vitest';
import { factOf, factsOf, kioskActor, morning, openEngine, refusalOf, staffActor, tempDir, type TestEngine } from '../../fixtures/engine.ts';
import { hallSettings, soundTerms } from '../../fixtures/hall.ts';
import { creditCode, person } from '../../fixtures/people.ts';

const consent = { textVersion: '2026-11', purposes: ['registration' as const] };
const printer = { printer: 'printer-1', ready: true };
const newcomer = (hall: TestEngine, n: number, trades = ['0201']) => hall.ask('registerWorker', { card: person(n), consent, trades, printer });

async function postedJob(hall: TestEngine, changes = {}) {
  const household = await hall.ask('registerHousehold', { card: person(900), promiseVersion: '2026-11' });
  return factOf(await hall.ask('postJob', { employerId: factOf(household, 'employerRegistered').employerId, card: person(900), terms: soundTerms(hall.clock.now, changes) }), 'jobPosted');
}

test('a first visit opens the day, registers, consents, opens the visit and issues A001 in one operation', async () => {
  const hall = openEngine();
  const answer = await newcomer(hall, 1);
  expect(factsOf(answer).map((fact) => fact.type)).toEqual(['dayOpened', 'workerRegistered', 'consentGiven', 'visitOpened', 'ticketIssued', 'printQueued']);
  expect(factOf(answer, 'ticketIssued')).toMatchObject({ number: 'A001', order: 1, ahead: 0, businessDay: '2026-11-21' });
  expect(answer.ok && answer.papers).toMatchObject([{ state: 'sending', copy: 1, paper: { kind: 'queueTicket', number: 'A001', trades: ['0201'] } }]);
  expect(hall.db.journal.read(1, 100).map((row) => [row.seq, row.kind, row.ends])).toEqual([
    [1, 'dayOpened', 0], [2, 'workerRegistered', 0], [3, 'consentGiven', 0], [4, 'visitOpened', 0], [5, 'ticketIssued', 0], [6, 'printQueued', 1],
  ]);
});

test('the same command id is answered the same ever after, also by the next process', async () => {
  const dir = tempDir();
  const hall = openEngine(dir);
  const content = { card: person(1), consent, trades: ['0201'], printer };
  const [first, twin] = await Promise.all([hall.ask('registerWorker', content, kioskActor, 'command-same'), hall.ask('registerWorker', content, kioskActor, 'command-same')]);
  expect(twin).toEqual(first);
  const head = hall.db.journal.head();
  hall.close();
  const next = openEngine(dir, 'b0b0b0b0b0b0b0b0');
  expect(await next.ask('registerWorker', content, kioskActor, 'command-same')).toEqual(first);
  expect(next.db.journal.head()).toEqual(head);
});

test('a printer that came back between two tries of one command does not make it another command', async () => {
  const hall = openEngine();
  const first = await hall.ask('takeTicket', { service: 'policy', printer: { printer: 'printer-1', ready: false } }, kioskActor, 'command-retry');
  const again = await hall.ask('takeTicket', { service: 'policy', printer }, kioskActor, 'command-retry');
  expect(factsOf(again)).toEqual(factsOf(first));
});

test('an id that comes back with another content is refused, and a refusal is kept as well', async () => {
  const hall = openEngine();
  expect(refusalOf(await hall.ask('checkIn', { card: person(1) }, kioskActor, 'command-kept'))).toBe('workerUnknown');
  expect(refusalOf(await hall.ask('checkIn', { card: person(2) }, kioskActor, 'command-kept'))).toBe('commandChanged');
  await newcomer(hall, 1);
  expect(refusalOf(await hall.ask('checkIn', { card: person(1) }, kioskActor, 'command-kept'))).toBe('workerUnknown');
});

test('a second tap on a day tells the same number again, with how many are in front now', async () => {
  const hall = openEngine();
  await newcomer(hall, 1);
  await newcomer(hall, 2);
  const again = await hall.ask('checkIn', { card: person(2), printer });
  expect(factOf(again, 'ticketIssued')).toMatchObject({ number: 'A002', ahead: 1 });
  expect(factsOf(again).map((fact) => fact.type)).toEqual(['ticketIssued', 'printQueued']);
  expect(again.ok && again.papers).toEqual([]);
});

test('under sixteen is a hard stop by exact birthday', async () => {
  const hall = openEngine();
  const dayBefore = { ...person(1), birth: '20101122', number: '370102201011220011' };
  const { idCheckDigit } = await import('@kuaizhao/db/domain/people/id-number.ts');
  const valid = (birth: string) => ({ ...dayBefore, birth, number: `370102${birth}001${idCheckDigit(`370102${birth}001`)}` });
  expect(refusalOf(await hall.ask('checkIn', { card: valid('20101122') }))).toBe('underSixteen');
  expect(refusalOf(await hall.ask('registerWorker', { card: valid('20101122'), consent, trades: ['0201'] }))).toBe('underSixteen');
  expect(refusalOf(await hall.ask('checkIn', { card: valid('20101121') }))).toBe('workerUnknown');
});

test('a posting without a required element is refused by name, each of them', async () => {
  const hall = openEngine();
  const employer = factOf(await hall.ask('registerHousehold', { card: person(900), promiseVersion: '2026-11' }), 'employerRegistered').employerId;
  const { requiredTerms } = await import('@kuaizhao/db/domain/jobs/terms.ts');
  for (const element of requiredTerms) {
    const { [element]: _, ...terms } = soundTerms(morning);
    expect(refusalOf(await hall.ask('postJob', { employerId: employer, card: person(900), terms }))).toBe(`termMissing terms.${element}`);
  }
  expect(hall.seen.filter((fact) => fact.type === 'jobPosted')).toEqual([]);
});

test('what cannot be true is refused by name', async () => {
  const hall = openEngine();
  const employer = factOf(await hall.ask('registerHousehold', { card: person(900), promiseVersion: '2026-11' }), 'employerRegistered').employerId;
  const post = async (changes: object) => refusalOf(await hall.ask('postJob', { employerId: employer, card: person(900), terms: soundTerms(morning, changes) }));
  expect(await post({ trade: '9999' })).toBe('tradeUnknown terms.trade');
  expect(await post({ startAt: morning - 2 * 3_600_000 })).toBe('termImpossible terms.startAt');
  expect(await post({ validUntil: morning })).toBe('termImpossible terms.validUntil');
  expect(await post({ bay: '99号位' })).toBe('termImpossible terms.bay');
  expect(await post({ hazards: ['none', 'dust'] })).toBe('termImpossible terms.hazards');
  expect(await post({ hazards: ['height'], protection: false })).toBe('termImpossible terms.protection');
  expect(await post({ headcount: 0 })).toBe('malformed terms.headcount');
  expect(await post({ headcount: 10_000 })).toBe('malformed terms.headcount');
  expect(await post({ pay: { kind: 'fixed', amountFen: -1, unit: 'day' } })).toBe('malformed terms.pay.amountFen');
  expect(await post({ place: '历城\u202e区' })).toBe('malformed terms.place');
  const other = person(901);
  expect(refusalOf(await hall.ask('postJob', { employerId: employer, card: other, terms: soundTerms(morning) }))).toBe('employerNotYours employerId');
});

test('two hosts confirm the last place at the same moment: one hire, one clear refusal', async () => {
  const hall = openEngine();
  await Promise.all([1, 2, 3].map((n) => newcomer(hall, n)));
  const job = await postedJob(hall, { headcount: 1 });
  const calls = factsOf(await hall.ask('callForJob', { tableId: 't1', jobId: job.jobId, count: 3 }, staffActor)).filter((fact) => fact.type === 'ticketCalled');
  expect(calls.map((call) => call.number)).toEqual(['A001', 'A002', 'A003']);
  const agreed = { agreedPay: { amountFen: 21_000, unit: 'day' as const }, settlement: 'atOnce' as const };
  const answers = await Promise.all(calls.slice(0, 2).map((call) => hall.ask('confirmHire', { callId: call.callId, ...agreed }, staffActor)));
  expect(answers.map(refusalOf).sort()).toEqual(['jobFull jobId', 'none']);
  expect(hall.seen.filter((fact) => fact.type === 'hireConfirmed')).toHaveLength(1);
  expect(hall.db.view.job(job.jobId)).toMatchObject({ placesLeft: 0, state: 'filled' });
  expect(hall.db.faces.board.counts(hall.clock.now)).toMatchObject({ seekers: 3, waiting: 2, hires: 1, placesLeft: 0 });
  expect(hall.db.view.waiting(['work'], 9).map((ticket) => ticket.number)).toEqual(['A002', 'A003']);
});

test('no agreement keeps the place in the queue but not the pair; no-show leaves the queue', async () => {
  const hall = openEngine();
  await Promise.all([1, 2].map((n) => newcomer(hall, n)));
  const job = await postedJob(hall, { headcount: 1 });
  const call = async (count: number) => factsOf(await hall.ask('callForJob', { tableId: 't1', jobId: job.jobId, count }, staffActor)).filter((fact) => fact.type === 'ticketCalled');
  const [first] = await call(1);
  await hall.ask('endCall', { callId: first!.callId, outcome: 'noAgreement' }, staffActor);
  const [second] = await call(1);
  expect([first!.number, second!.number]).toEqual(['A001', 'A002']);
  await hall.ask('markNoShow', { callId: second!.callId }, staffActor);
  expect(hall.db.view.waiting(['work'], 9).map((ticket) => ticket.number)).toEqual(['A001']);
  expect(refusalOf(await hall.ask('callForJob', { tableId: 't1', jobId: job.jobId, count: 1 }, staffActor))).toBe('nobodyWaiting');
});

test('a job taken down leaves the board and sends the called back to their place', async () => {
  const hall = openEngine();
  await newcomer(hall, 1);
  const job = await postedJob(hall);
  await hall.ask('callForJob', { tableId: 't1', jobId: job.jobId, count: 1 }, staffActor);
  await hall.ask('takeDownJob', { jobId: job.jobId, reason: 'falseTerms' }, staffActor);
  expect(hall.db.faces.board.jobs(hall.clock.now, 9)).toEqual([]);
  expect(hall.db.view.waiting(['work'], 9).map((ticket) => ticket.number)).toEqual(['A001']);
});

test('windows call in the order of the hall, whatever the clock does', async () => {
  const hall = openEngine();
  for (const [service, shiftMs] of [['register', 0], ['employ', -7_200_000], ['register', 3_600_000]] as const) {
    hall.clock.now = morning + shiftMs;
    await hall.ask('takeTicket', { service });
  }
  const numbers: string[] = [];
  for (let n = 0; n < 3; n += 1) numbers.push(factOf(await hall.ask('callNext', { windowId: 'w1' }, staffActor), 'ticketCalled').number);
  expect(numbers).toEqual(['B001', 'C001', 'B002']);
  expect(refusalOf(await hall.ask('callNext', { windowId: 'w1' }, staffActor))).toBe('nobodyWaiting');
  expect(refusalOf(await hall.ask('callNext', { windowId: 'w9' }, staffActor))).toBe('placeUnknown windowId');
});

test('the next morning has its own numbers; a clock that jumps back does not reopen yesterday', async () => {
  const hall = openEngine();
  await newcomer(hall, 1);
  hall.clock.now = morning + 24 * 3_600_000;
  expect(factOf(await hall.ask('checkIn', { card: person(1) }), 'ticketIssued')).toMatchObject({ number: 'A001', businessDay: '2026-11-22' });
  hall.clock.now = morning;
  expect(factOf(await hall.ask('takeTicket', { service: 'policy' }), 'ticketIssued').businessDay).toBe('2026-11-22');
});

test('the hire slip carries the names, the print job and the journal none', async () => {
  const hall = openEngine();
  await newcomer(hall, 1);
  const firm = factOf(await hall.ask('registerEmployer', { kind: 'enterprise', name: '济南样例搬家有限公司', creditCode: creditCode(1), representatives: [person(900).number] }, staffActor), 'employerRegistered');
  const job = factOf(await hall.ask('postJob', { employerId: firm.employerId, card: person(900), terms: soundTerms(morning) }), 'jobPosted');
  const call = factOf(await hall.ask('callForJob', { tableId: 't1', jobId: job.jobId, count: 1 }, staffActor), 'ticketCalled');
  expect(refusalOf(await hall.ask('confirmHire', { callId: call.callId, settlement: 'atOnce' }, staffActor))).toBe('payNotAgreed agreedPay');
  const hired = await hall.ask('confirmHire', { callId: call.callId, agreedPay: { amountFen: 21_000, unit: 'day' }, settlement: 'atOnce' }, staffActor);
  const order = hall.db.faces.papers.unfinished('printer-1', 0, 9, hallSettings).find((one) => one.paper.kind === 'hireSlip');
  expect(order).toMatchObject({ state: 'queued', paper: { kind: 'hireSlip', number: 'H001', jobNumber: 'J001', queueNumber: 'A001', workerName: person(1).name, employerName: '济南样例搬家有限公司' } });
  const written = JSON.stringify([hall.db.journal.read(1, 1000), hired]);
  for (const secret of [person(1).name, person(1).number, person(900).number, '济南样例搬家有限公司']) expect(written).not.toContain(secret);
});

test('a kiosk speaks for its own printer only; a console cannot make a paper sending', async () => {
  const hall = openEngine();
  expect(refusalOf(await hall.ask('takeTicket', { service: 'policy', printer: { printer: 'printer-2', ready: true } }))).toBe('printerUnknown printer');
  const queued = factOf(await hall.ask('takeTicket', { service: 'policy', printer: { printer: 'printer-2', ready: true } }, staffActor), 'printQueued');
  expect(queued.sending).toBe(false);
  expect(refusalOf(await hall.ask('startPrint', { printJobId: queued.printJobId }))).toBe('printJobUnknown printJobId');
  expect(refusalOf(await hall.ask('callNext', { windowId: 'w1' }))).toBe('notYourRole');
});

test('messages of any shape are answered malformed, and the journal stays as it was', async () => {
  const hall = openEngine();
  const messages: unknown[] = [undefined, null, 7, 'checkIn', [], {}, { type: 'checkIn' }, { type: '__proto__', commandId: 'command-1' }, { type: 'checkIn', commandId: 'command-2', card: person(1), extra: 1 },
    { type: 'takeTicket', commandId: 'x'.repeat(65), service: 'policy' }, { type: 'dropTables', commandId: 'command-3' }];
  for (const message of messages) expect(refusalOf(await hall.engine.handle(message, kioskActor))).toMatch(/^malformed/);
  expect(hall.db.journal.head().seq).toBe(0);
  expect(hall.failures).toEqual([]);
});

test('one command that breaks us does not take its neighbours of the same commit with it', async () => {
  const hall = openEngine();
  await hall.ask('takeTicket', { service: 'policy' });
  const record = hall.db.record.bind(hall.db);
  const breaking: typeof record = (fact, records, now) => {
    if (fact.type === 'ticketIssued' && fact.service === 'rights') throw new Error('a bug of ours');
    record(fact, records, now);
  };
  Object.assign(hall.db, { record: breaking });
  const answers = await Promise.all(['policy', 'rights', 'train'].map((service) => hall.ask('takeTicket', { service })));
  expect(answers.map(refusalOf)).toEqual(['none', 'internal', 'none']);
  Object.assign(hall.db, { record });
  expect(hall.failures).toHaveLength(2);
  expect(factOf(await hall.ask('takeTicket', { service: 'rights' }), 'ticketIssued')).toMatchObject({ number: 'E001', order: 4 });
  const kinds = hall.db.journal.read(1, 99);
  expect(kinds.map((row) => row.seq)).toEqual(kinds.map((_, index) => index + 1));
});
