/* What a person may ask of what the hall holds: consent and its end, correction, the copy, erasure. */
import { expect, test } from 'vitest';
import { accessCopyQuery } from '@kuaizhao/sync-agent/contract/queries/people.ts';
import { factOf, factsOf, openEngine, refusalOf, staffActor, withSecond } from '../../../fixtures/engine.ts';
import { person } from '../../../fixtures/people.ts';
import { byCard, byId, clerk, consent, dayMs, hostActor, newcomer, postedJob, witnessed } from './stage.ts';

const phone = '13812345678';
const agreed = { agreedPay: { amountFen: 20_000, unit: 'day' as const }, settlement: 'atOnce' as const };

test('§4 consent is per purpose with its text version, given and withdrawn, and its history stays provable', async () => {
  const hall = openEngine();
  const { workerId } = await newcomer(hall, 1);
  await hall.ask('giveConsent', { who: byCard(1), consent: { textVersion: '2026-11', purposes: ['phoneToEmployer'] } });
  expect(factsOf(await hall.ask('giveConsent', { who: byCard(1), consent: { textVersion: '2026-11', purposes: ['phoneToEmployer'] } }))).toHaveLength(1);
  expect(hall.seen.filter((fact) => fact.type === 'consentGiven')).toHaveLength(2);
  await hall.ask('giveConsent', { who: byCard(1), consent: { textVersion: '2026-12', purposes: ['phoneToEmployer'] } });
  expect(hall.db.view.consentsOf(workerId)).toMatchObject([{ purpose: 'registration', textVersion: '2026-11' }, { purpose: 'phoneToEmployer', textVersion: '2026-12' }]);
  expect(factsOf(await hall.ask('withdrawConsent', { who: byCard(1), purposes: ['phoneToEmployer'] }))).toMatchObject([{ type: 'consentWithdrawn', workerId, purpose: 'phoneToEmployer', receipt: '20261121-Q003' }, { type: 'printQueued', subject: { kind: 'rightReceipt', id: '20261121-Q003' } }]);
  expect(refusalOf(await hall.ask('withdrawConsent', { who: byCard(1), purposes: ['phoneToEmployer'] }))).toBe('consentMissing purposes');
  const consents = hall.db.faces.people.accessCopy(workerId, true, 0)?.entries.filter((one) => one.section === 'consent') ?? [];
  expect(consents.map((one) => [one.value.zh, one.until === undefined])).toEqual([
    ['登记找活（文本 2026-11）', true], ['把手机号给用工方看（文本 2026-11）', false], ['把手机号给用工方看（文本 2026-12）', false],
  ]);
});

test('§4 without consent to registration nobody is checked in; giving it again is enough', async () => {
  const hall = openEngine();
  const { workerId } = await newcomer(hall, 1);
  await hall.ask('withdrawConsent', { who: byCard(1), purposes: ['registration'] });
  hall.clock.now += dayMs;
  expect(refusalOf(await hall.ask('checkIn', { card: person(1) }))).toBe('consentMissing card');
  expect(refusalOf(await hall.ask('checkInWitnessed', { workerId }, staffActor))).toBe('consentMissing workerId');
  const again = await hall.ask('registerWorker', { card: person(1), consent: consent(), trades: ['0101'] });
  expect(factsOf(again).map((fact) => fact.type)).toContain('consentGiven');
  expect(factOf(again, 'visitOpened').workerId).toBe(workerId);
});

test('§4 an employer sees a phone only with separate consent, and only for a job the worker is called for or hired into', async () => {
  const hall = openEngine();
  const { workerId } = await newcomer(hall, 1, { phone });
  const job = await postedJob(hall, { headcount: 1 });
  const call = factOf(await hall.ask('callForJob', { tableId: 't1', jobId: job.jobId, count: 1 }, staffActor), 'ticketCalled');
  const ask = (mayAskFor?: readonly string[]) => {
    const answer = hall.db.faces.people.phoneForEmployer({ by: 'call', callId: call.callId }, mayAskFor);
    return answer.ok ? answer.value.phone : `${answer.error.code} ${answer.error.field ?? ''}`;
  };
  expect(ask()).toBe('consentMissing phoneToEmployer');
  await hall.ask('giveConsent', { who: byCard(1), consent: { textVersion: '2026-11', purposes: ['phoneToEmployer'] } });
  expect(ask()).toBe(phone);
  expect(ask([job.employerId])).toBe(phone);
  expect(ask(['another-employer'])).toBe('employerNotYours card');
  const hired = factOf(await hall.ask('confirmHire', { callId: call.callId, ...agreed }, staffActor), 'hireConfirmed');
  expect(hall.db.faces.people.phoneForEmployer({ by: 'hire', hireId: hired.hireId }, [job.employerId])).toMatchObject({ ok: true, value: { phone } });
  expect(hall.db.faces.people.phoneForEmployer({ by: 'hire', hireId: 'no-hire' }, undefined)).toMatchObject({ error: { code: 'notCalledForJob' } });
  await hall.ask('withdrawConsent', { who: byCard(1), purposes: ['phoneToEmployer'] });
  expect(hall.db.faces.people.phoneForEmployer({ by: 'hire', hireId: hired.hireId }, [job.employerId])).toMatchObject({ error: { code: 'consentMissing' } });
  await hall.ask('giveConsent', { who: byCard(1), consent: { textVersion: '2026-11', purposes: ['phoneToEmployer'] } });
  await hall.ask('changeContact', { who: byCard(1), phone: null });
  expect(hall.db.faces.people.phoneForEmployer({ by: 'hire', hireId: hired.hireId }, undefined)).toMatchObject({ error: { code: 'phoneWrong' } });
  expect(hall.db.view.worker(workerId)?.workerId).toBe(workerId);
});

test('§4 a worker who parted without agreement is nobody’s phone book', async () => {
  const hall = openEngine();
  await newcomer(hall, 1, { phone, purposes: ['phoneToEmployer'] });
  const job = await postedJob(hall, { headcount: 1 });
  const call = factOf(await hall.ask('callForJob', { tableId: 't1', jobId: job.jobId, count: 1 }, staffActor), 'ticketCalled');
  await hall.ask('endCall', { callId: call.callId, outcome: 'noAgreement' }, staffActor);
  expect(hall.db.faces.people.phoneForEmployer({ by: 'call', callId: call.callId }, undefined)).toMatchObject({ error: { code: 'notCalledForJob' } });
});

test('§4 no address is kept by default: a district only with its own consent, and it goes with it', async () => {
  const hall = openEngine();
  const { workerId } = await newcomer(hall, 1);
  expect(refusalOf(await hall.ask('changeContact', { who: byCard(1), district: '370102' }))).toBe('consentMissing district');
  expect(refusalOf(await hall.ask('changeContact', { who: byCard(1), district: '37010' }))).toBe('malformed district');
  expect(refusalOf(await hall.ask('changeContact', { who: byCard(1) }))).toBe('termMissing phone');
  await hall.ask('giveConsent', { who: byCard(1), consent: { textVersion: '2026-11', purposes: ['district'] } });
  await hall.ask('changeContact', { who: byCard(1), district: '370102' });
  expect(hall.db.view.heldRecord(workerId)?.has).toContain('district');
  const withdrawn = await hall.ask('withdrawConsent', { who: byCard(1), purposes: ['district'] });
  expect(factOf(withdrawn, 'profileChanged')).toMatchObject({ source: 'self', fields: ['district'], version: 3 });
  expect(hall.db.view.heldRecord(workerId)?.has).not.toContain('district');
});

test('§4 a changed phone keeps its history: each version with its days and who said so', async () => {
  const hall = openEngine();
  const { workerId } = await newcomer(hall, 1, { phone });
  hall.clock.now += dayMs;
  await hall.ask('changeContact', { who: byCard(1), phone: '13987654321' });
  hall.clock.now += dayMs;
  await hall.ask('changeContact', { who: byId(workerId), phone: '053188881234' }, clerk);
  const entries = hall.db.faces.people.accessCopy(workerId, true, 0)?.entries ?? [];
  expect(entries.filter((one) => one.what.zh === '手机号').map((one) => [one.section, one.value.zh])).toEqual([['contact', '053188881234'], ['before', phone], ['before', '13987654321']]);
  expect(entries.filter((one) => one.section === 'before' && one.what.zh === '登记方式').map((one) => one.value.zh)).toEqual(['读身份证', '您自己改的']);
  expect(hall.seen.filter((fact) => fact.type === 'profileChanged')).toMatchObject([{ source: 'self', fields: ['phone'] }, { source: 'staff', by: 'clerk-1', fields: ['phone'] }]);
});

test('§4 what was told wrongly is put right by staff; a number brings its birthday and belongs to one person', async () => {
  const hall = openEngine();
  await newcomer(hall, 1);
  const { workerId } = await witnessed(hall, 3);
  const correct = async (changes: object) => refusalOf(await hall.ask('correctWorker', { workerId, reason: 'personAsked', ...changes }, staffActor));
  expect(await correct({})).toBe('termMissing name');
  expect(await correct({ born: { known: 'band', band: 'under16' } })).toBe('underSixteen born');
  expect(await correct({ number: person(1).number })).toBe('cardNumberWrong number');
  expect(await correct({ number: person(1).number, born: { known: 'day', birth: person(1).birth } })).toBe('alreadyRegistered number');
  expect(await correct({ number: person(3).number, born: { known: 'day', birth: person(3).birth }, name: '改正样例' })).toBe('none');
  expect(await correct({ born: { known: 'band', band: '40to49' } })).toBe('cardNumberWrong born');
  expect(hall.db.view.workerByNumber(person(3).number)?.workerId).toBe(workerId);
  expect(refusalOf(await hall.ask('correctWorker', { workerId, reason: 'personAsked', name: '不行' }, hostActor))).toBe('notYourRole');
});

test('§4 everything a person gave can be shown: the copy tells every kind of data, at a kiosk nothing of help', async () => {
  const hall = openEngine();
  const { workerId } = await newcomer(hall, 900, { phone });
  await hall.ask('wishTraining', { who: byCard(900), trade: '0107' });
  const opened = await hall.ask('openHelpCase', { workerId, grounds: [{ group: 'disabled', evidence: 'certificate', verifiedOn: '2026-11-01', until: '2027-11-01' }] }, clerk);
  await hall.ask('recordHelpVisit', { caseId: factOf(opened, 'helpCaseOpened').caseId, kind: 'talk', on: '2026-11-20', note: '只给窗口看的话' }, clerk);
  const job = await postedJob(hall, { headcount: 1 });
  const call = factOf(await hall.ask('callForJob', { tableId: 't1', jobId: job.jobId, count: 1 }, staffActor), 'ticketCalled');
  await hall.ask('confirmHire', { callId: call.callId, ...agreed }, staffActor);
  const [desk, kiosk] = [false, true].map((open) => hall.db.faces.people.accessCopy(workerId, open, hall.clock.now));
  expect(accessCopyQuery.reply.safeParse({ copy: desk }).success).toBe(true);
  expect(new Set(desk?.entries.map((one) => one.section))).toEqual(new Set(['identity', 'contact', 'consent', 'visits', 'work', 'wishes', 'employers', 'help']));
  const told = JSON.stringify(desk);
  for (const held of [person(900).name, person(900).number, phone, '残疾人证', '只给窗口看的话', '2026-11-21 A001', 'H001']) expect(told).toContain(held);
  expect(JSON.stringify(kiosk)).not.toMatch(/残疾|只给窗口看的话|help/);
  expect(kiosk?.atWindow).toBe(true);
  expect(hall.db.faces.people.accessCopy('nobody', false, 0)).toBeUndefined();
});

test('§4 erasure: a receipt, consent ended, the counts stay, the waiting number has no name, the card is new again', async () => {
  const hall = openEngine();
  const { workerId, ticket } = await newcomer(hall, 1, { phone, purposes: ['phoneToEmployer'] });
  const counts = hall.db.faces.board.counts(hall.clock.now);
  const erased = await hall.ask('eraseWorker', { who: byCard(1), reason: 'personAsked' });
  expect(factOf(erased, 'workerErased')).toEqual({ type: 'workerErased', workerId, receipt: '20261121-001', reason: 'personAsked' });
  expect(factsOf(erased).filter((fact) => fact.type === 'consentWithdrawn')).toHaveLength(2);
  expect(hall.db.faces.board.counts(hall.clock.now)).toEqual(counts);
  expect(hall.db.faces.people.erasure('20261121-001')).toEqual({ at: hall.clock.now, records: 1 });
  expect(hall.db.view.ticket(ticket.ticketId)).toMatchObject({ state: 'waiting', visitId: undefined, workerId: undefined });
  expect(hall.db.view.worker(workerId)).toBeUndefined();
  expect(hall.db.faces.people.findWorkers({ by: 'phone', text: phone }, 5)).toEqual([]);
  expect(refusalOf(await hall.ask('checkIn', { card: person(1) }))).toBe('workerUnknown');
  expect(refusalOf(await hall.ask('eraseWorker', { who: byCard(1), reason: 'personAsked' }))).toBe('workerUnknown who');
  expect((await newcomer(hall, 1)).workerId).not.toBe(workerId);
  expect(factOf(await hall.ask('eraseWorker', { who: byCard(1), reason: 'personAsked' }, withSecond(clerk)), 'workerErased')).toMatchObject({ receipt: '20261121-002', by: 'clerk-1', approvedBy: 'admin-1' });
});

test('§4 erasure takes every record of a merged person, and waits while the person is called', async () => {
  const hall = openEngine();
  const told = await witnessed(hall, 5);
  const carded = await newcomer(hall, 5);
  const merged = factOf(await hall.ask('mergeWorker', { from: told.workerId, into: carded.workerId }, staffActor), 'workersMerged');
  const job = await postedJob(hall, { headcount: 1 });
  const call = factOf(await hall.ask('callForJob', { tableId: 't1', jobId: job.jobId, count: 2 }, staffActor), 'ticketCalled');
  expect(refusalOf(await hall.ask('eraseWorker', { who: byCard(5), reason: 'personAsked' }))).toBe('erasureWaits who');
  await hall.ask('takeDownJob', { jobId: job.jobId, reason: 'mistake' }, staffActor);
  expect(hall.db.view.call(call.callId)?.open).toBe(false);
  const erased = factsOf(await hall.ask('eraseWorker', { who: byId(told.workerId), reason: 'personAsked' }, withSecond(staffActor))).filter((fact) => fact.type === 'workerErased');
  expect(erased.map((fact) => fact.workerId).sort()).toEqual([told.workerId, carded.workerId].sort());
  expect(new Set(erased.map((fact) => fact.receipt)).size).toBe(1);
  expect(refusalOf(await hall.ask('undoMerge', { mergeId: merged.mergeId }, staffActor))).toBe('mergeUnknown mergeId');
});

test('§4 the receipt of an erasure on paper: when, how many records, what goes and what stays, and nobody’s name; again as a copy, for a number that was never given not at all', async () => {
  const hall = openEngine();
  await newcomer(hall, 1, { phone });
  const printer = { printer: 'printer-1', ready: false };
  const print = (id: string, actor = clerk) => hall.ask('printForm', { form: 'erasureReceipt', id, printer }, actor);
  expect(refusalOf(await print('20261121-001'))).toBe('receiptUnknown id');
  expect(refusalOf(await print(person(1).number))).toBe('receiptUnknown id');
  const { receipt } = factOf(await hall.ask('eraseWorker', { who: byCard(1), reason: 'personAsked' }, withSecond(clerk)), 'workerErased');
  expect(refusalOf(await hall.ask('printForm', { form: 'erasureReceipt', id: receipt, printer }))).toBe('notYourRole form');
  for (const copy of [1, 2]) {
    factsOf(await print(receipt));
    const order = hall.db.faces.papers.order(hall.db.view.printJobOf({ kind: 'erasureReceipt', id: receipt })?.printJobId ?? '', hall.settings);
    expect(order).toMatchObject({ copy, paper: { kind: 'erasureReceipt', receipt, records: 1, at: hall.clock.now } });
    expect(JSON.stringify(order)).not.toMatch(new RegExp(`${person(1).name}|${person(1).number}|${phone}`));
  }
});
