/* How people come in: by card, by staff's witness, as a number without a name. */
import { expect, test } from 'vitest';
import { factOf, factsOf, morning, openEngine, refusalOf, staffActor } from '../../../fixtures/engine.ts';
import { person } from '../../../fixtures/people.ts';
import { byCard, byId, clerk, consent, dayMs, newcomer, postedJob, witnessed } from './stage.ts';

test('F2 a second tap on a day returns the same visit and the same number; the next day has its own', async () => {
  const hall = openEngine();
  const { visitId, ticket } = await newcomer(hall, 1);
  expect(factOf(await hall.ask('checkIn', { card: person(1) }), 'ticketIssued')).toMatchObject({ visitId, number: ticket.number });
  hall.clock.now += dayMs;
  expect(factOf(await hall.ask('checkIn', { card: person(1) }), 'visitOpened').visitId).not.toBe(visitId);
  expect(hall.seen.filter((fact) => fact.type === 'visitOpened')).toHaveLength(2);
});

test('F2 hardware.md §1 a social-security card: the same person by the number; what an identity card said stays, and an identity card said it better', async () => {
  const hall = openEngine();
  const social = (n: number) => ({ ...person(n), layout: 'socialSecurity' as const });
  const known = await newcomer(hall, 1);
  hall.clock.now += dayMs;
  const again = await hall.ask('checkIn', { card: { ...social(1), name: '旧名' } });
  expect(factOf(again, 'visitOpened').workerId).toBe(known.workerId);
  expect(factsOf(again).map((fact) => fact.type)).not.toContain('profileChanged');
  const first = await hall.ask('registerWorker', { card: social(2), consent: consent(), trades: ['0201'] });
  const { workerId } = factOf(first, 'workerRegistered');
  expect(hall.db.view.worker(workerId)?.document).toBe('socialSecurity');
  hall.clock.now += dayMs;
  expect(factOf(await hall.ask('checkIn', { card: person(2) }), 'profileChanged')).toMatchObject({ workerId, version: 2, source: 'card', fields: ['document'] });
  hall.clock.now += dayMs;
  expect(factsOf(await hall.ask('checkIn', { card: social(2) })).map((fact) => fact.type)).not.toContain('profileChanged');
  expect(refusalOf(await hall.ask('checkIn', { card: { ...social(2), birth: person(3).birth } }))).toBe('cardNumberWrong');
});

test('F2 staff witness somebody without a card: name, sex, age band, trades; the fact says who witnessed, the journal says no name', async () => {
  const hall = openEngine();
  const answer = await hall.ask('registerWitnessed', { name: '欧阳无证', sex: 'female', born: { known: 'band', band: '50to59' }, phone: '13900005555', consent: consent(), trades: ['0301', '0301'] }, clerk);
  expect(factsOf(answer).map((fact) => fact.type)).toEqual(['dayOpened', 'workerRegistered', 'consentGiven', 'visitOpened', 'ticketIssued']);
  expect(factOf(answer, 'workerRegistered')).toMatchObject({ trades: ['0301'], witnessedBy: 'clerk-1' });
  expect(factOf(answer, 'visitOpened').witnessedBy).toBe('clerk-1');
  expect(JSON.stringify(hall.db.journal.read(1, 100))).not.toMatch(/欧阳无证|13900005555/);
  const { workerId } = factOf(answer, 'workerRegistered');
  hall.clock.now += dayMs;
  expect(factOf(await hall.ask('checkInWitnessed', { workerId }, clerk), 'ticketIssued')).toMatchObject({ number: 'A001', businessDay: '2026-11-22' });
  expect(hall.db.faces.people.findWorkers({ by: 'name', text: '欧阳无证' }, 5)).toMatchObject([{ workerId, shortName: '欧*', sex: 'female', ageBand: '50to59', document: 'witnessed', lastDay: '2026-11-22' }]);
  expect(hall.db.faces.people.findWorkers({ by: 'phone', text: '13900005555' }, 5)).toHaveLength(1);
});

test('F2 §4 what a witnessed registration refuses, each by name, and nothing is written', async () => {
  const hall = openEngine();
  await newcomer(hall, 1);
  const head = hall.db.journal.head();
  const { number, birth } = person(1);
  const ask = async (changes: object, actor = staffActor) => refusalOf(await hall.ask('registerWitnessed', { name: '张样例', sex: 'male', born: { known: 'day', birth }, consent: consent(), trades: ['0101'], ...changes }, actor));
  expect(await ask({ born: { known: 'band', band: 'under16' } })).toBe('underSixteen');
  expect(await ask({ born: { known: 'day', birth: '20101122' } })).toBe('underSixteen');
  expect(await ask({ number: person(2).number })).toBe('cardNumberWrong number');
  expect(await ask({ born: { known: 'band', band: '40to49' }, number })).toBe('cardNumberWrong number');
  expect(await ask({ number: `${number.slice(0, 17)}${number.endsWith('X') ? '1' : 'X'}` })).toBe('cardNumberWrong number');
  expect(await ask({ number })).toBe('alreadyRegistered number');
  expect(await ask({ consent: { textVersion: '2026-11', purposes: ['phoneToEmployer'] } })).toBe('consentMissing consent.purposes');
  expect(await ask({ trades: ['9999'] })).toBe('tradeUnknown trades');
  expect(await ask({ workNumber: 'A777' })).toBe('ticketUnknown workNumber');
  expect(await ask({ name: '' })).toBe('malformed name');
  expect(await ask({ name: '张\u202e三' })).toBe('malformed name');
  expect(await ask({ name: '长'.repeat(51) })).toBe('malformed name');
  expect(await ask({ born: { known: 'day', birth: '19800231' } })).toBe('malformed born.birth');
  expect(await ask({}, { role: 'kiosk', deviceId: 'kiosk-1', printer: 'printer-1' } as never)).toBe('notYourRole');
  expect(hall.db.journal.head()).toEqual(head);
  expect(hall.failures).toEqual([]);
});

test('§4 a hall can be used with no ID at all: a paper number waits in its trade and is called by its place', async () => {
  const hall = openEngine();
  const paper = factOf(await hall.ask('takeWorkNumber', { trades: ['0201'] }), 'ticketIssued');
  expect(paper).toMatchObject({ number: 'A001', service: 'work', trades: ['0201'] });
  expect(paper.visitId).toBeUndefined();
  await newcomer(hall, 1);
  const job = await postedJob(hall, { headcount: 1 });
  const call = factOf(await hall.ask('callForJob', { tableId: 't1', jobId: job.jobId, count: 1 }, staffActor), 'ticketCalled');
  expect(call.number).toBe('A001');
  const agreed = { agreedPay: { amountFen: 20_000, unit: 'day' as const }, settlement: 'atOnce' as const };
  expect(refusalOf(await hall.ask('confirmHire', { callId: call.callId, ...agreed }, staffActor))).toBe('visitUnknown callId');
  const linked = await hall.ask('registerWorker', { card: person(2), consent: consent(), trades: ['0301'], workNumber: 'A001' }, staffActor);
  expect(factOf(linked, 'workNumberLinked')).toMatchObject({ ticketId: paper.ticketId, trades: ['0201'] });
  expect(factsOf(linked).filter((fact) => fact.type === 'ticketIssued')).toMatchObject([{ number: 'A001', order: 1 }]);
  expect(factOf(await hall.ask('confirmHire', { callId: call.callId, ...agreed }, staffActor), 'hireConfirmed').workerId).toBe(factOf(linked, 'workerRegistered').workerId);
  expect(hall.db.faces.board.counts(hall.clock.now).seekers).toBe(2);
});

test('§4 a typed number proves nothing: it gives a number for the hall, and the card that lies there later makes it its own', async () => {
  const hall = openEngine();
  const typed = { trades: ['0201'], idNumber: person(1).number };
  const paper = factOf(await hall.ask('takeWorkNumber', typed), 'ticketIssued');
  expect(paper.visitId).toBeUndefined();
  expect(factsOf(await hall.ask('takeWorkNumber', typed)).filter((fact) => fact.type === 'ticketIssued')).toMatchObject([{ ticketId: paper.ticketId, number: paper.number }]);
  expect(hall.db.faces.board.counts(hall.clock.now).waiting).toBe(1);
  const came = await hall.ask('registerWorker', { card: person(1), consent: consent(), trades: ['0301'] });
  expect(factOf(came, 'workNumberLinked')).toMatchObject({ ticketId: paper.ticketId });
  expect(refusalOf(await hall.ask('takeWorkNumber', typed))).toBe('alreadyHasNumber idNumber');
  expect(refusalOf(await hall.ask('takeWorkNumber', { ...typed, idNumber: '440524198001010014' }))).toBe('cardNumberWrong idNumber');
  expect(JSON.stringify(hall.db.journal.facts(1, hall.db.journal.head().seq))).not.toContain(person(1).number);
});

test('§4 a paper number becomes somebody’s once, only by staff, and never a second number', async () => {
  const hall = openEngine();
  await hall.ask('takeWorkNumber', { trades: ['0201'] });
  await newcomer(hall, 1);
  expect(refusalOf(await hall.ask('checkIn', { card: person(1), workNumber: 'A001' }))).toBe('notYourRole workNumber');
  expect(refusalOf(await hall.ask('checkIn', { card: person(1), workNumber: 'A001' }, staffActor))).toBe('alreadyHasNumber workNumber');
  expect(refusalOf(await hall.ask('registerWorker', { card: person(2), consent: consent(), trades: ['0201'], workNumber: 'A002' }, staffActor))).toBe('ticketNotWaiting workNumber');
  await hall.ask('registerWorker', { card: person(2), consent: consent(), trades: ['0201'], workNumber: 'A001' }, staffActor);
  expect(refusalOf(await hall.ask('registerWorker', { card: person(3), consent: consent(), trades: ['0201'], workNumber: 'A001' }, staffActor))).toBe('ticketNotWaiting workNumber');
  expect(factOf(await hall.ask('checkIn', { card: person(2) }), 'ticketIssued').number).toBe('A001');
});

test('F2 a new card after a changed name gives the record a new version; the old name stays in the history with its days and its source', async () => {
  const hall = openEngine();
  const { workerId } = await newcomer(hall, 1);
  hall.clock.now += dayMs;
  const renamed = { ...person(1), name: '新名样例' };
  expect(factOf(await hall.ask('checkIn', { card: renamed }), 'profileChanged')).toEqual({ type: 'profileChanged', workerId, version: 2, source: 'card', fields: ['name'] });
  expect(factsOf(await hall.ask('checkIn', { card: renamed })).some((fact) => fact.type === 'profileChanged')).toBe(false);
  const entries = hall.db.faces.people.accessCopy(workerId, false, hall.clock.now)?.entries ?? [];
  expect(entries.filter((one) => one.what.zh === '姓名')).toMatchObject([{ section: 'identity', value: { zh: '新名样例' }, from: hall.clock.now }, { section: 'before', value: { zh: person(1).name }, from: morning, until: hall.clock.now }]);
});

test('F2 a number that was only told becomes a card’s at the first tap, and the record is the same person', async () => {
  const hall = openEngine();
  const { workerId, ticket } = await witnessed(hall, 4, { number: true });
  const tapped = await hall.ask('registerWorker', { card: person(4), consent: consent(), trades: ['0101'] });
  expect(factOf(tapped, 'profileChanged')).toMatchObject({ workerId, source: 'card', fields: ['document'] });
  expect(factOf(tapped, 'ticketIssued').number).toBe(ticket.number);
  expect(hall.seen.filter((fact) => fact.type === 'workerRegistered')).toHaveLength(1);
  expect(refusalOf(await hall.ask('correctWorker', { workerId, reason: 'typingMistake', name: '改不了' }, staffActor))).toBe('takenFromCard workerId');
});

test('F2 changed trades count from the next number on', async () => {
  const hall = openEngine();
  const { workerId } = await newcomer(hall, 1);
  await hall.ask('changeTrades', { who: byCard(1), trades: ['0301', '0302'] });
  expect(refusalOf(await hall.ask('changeTrades', { who: byCard(1), trades: ['9999'] }))).toBe('tradeUnknown trades');
  expect(refusalOf(await hall.ask('changeTrades', { who: byId(workerId), trades: ['0301'] }))).toBe('notYourRole who');
  hall.clock.now += dayMs;
  expect(factOf(await hall.ask('checkIn', { card: person(1) }), 'ticketIssued').trades).toEqual(['0301', '0302']);
});

test('F28 a tick for training counts once a person and trade', async () => {
  const hall = openEngine();
  await newcomer(hall, 1);
  await newcomer(hall, 2);
  for (const n of [1, 1, 2]) await hall.ask('wishTraining', { who: byCard(n), trade: '0107' });
  expect(hall.db.faces.people.trainingDemand()).toEqual([{ trade: '0107', count: 2 }]);
  expect(hall.seen.filter((fact) => fact.type === 'trainingWished')).toHaveLength(2);
});
