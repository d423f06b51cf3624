/* F14 and §5 at the real engine: transfer, park, several services on one number, results and notes, closing a number. */
import { expect, test } from 'vitest';
import type { TestEngine } from '../../../fixtures/engine.ts';
import { factOf, factsOf, morning, refusalOf, staffActor } from '../../../fixtures/engine.ts';
import { soundTerms } from '../../../fixtures/hall.ts';
import { person } from '../../../fixtures/people.ts';
import { ann, bob, callNext, openHall, staff, tablesOf, take } from '../../../fixtures/queue-hall.ts';

const numbers = (hall: TestEngine, ...services: string[]) => hall.db.view.waiting(services, 99).map((one) => one.number);
const sit = (hall: TestEngine, windowId: string, actor = ann) => hall.ask('startShift', { place: { kind: 'window', id: windowId } }, actor);
const kinds = (answer: Awaited<ReturnType<TestEngine['ask']>>) => factsOf(answer).map((fact) => fact.type);

test('§5 a transferred number keeps its number and its place in the hall’s sequence, and counts as five minutes earlier', async () => {
  const hall = openHall();
  await take(hall, 'register');
  for (const service of ['rights', 'rights']) await take(hall, service);
  const call = await callNext(hall, 'w1');
  const answer = await hall.ask('transfer', { ticketId: call.ticketId, to: { kind: 'service', service: 'rights' }, at: 'kept' }, staffActor);
  expect(factsOf(answer)).toMatchObject([{ type: 'stepTaken', act: 'transfer', windowId: 'w1' }, { type: 'ticketRequeued', callId: call.callId, queue: 'rights', rank: morning - 5 * 60_000, back: 0, why: 'transferred' }]);
  expect(numbers(hall, 'rights')).toEqual(['B001', 'E001', 'E002']);
  expect(hall.db.view.call(call.callId)?.open).toBe(false);
  expect((await callNext(hall, 'w3')).number).toBe('B001');
});

test('F14 transfer to the front and to the end of a queue, exactly there', async () => {
  const hall = openHall();
  for (const service of ['rights', 'rights', 'policy', 'policy', 'rights']) await take(hall, service);
  const ids = hall.db.view.waiting(['policy'], 9).map((one) => one.ticketId);
  await hall.ask('transfer', { ticketId: ids[1]!, to: { kind: 'service', service: 'rights' }, at: 'first' }, staffActor);
  await hall.ask('transfer', { ticketId: ids[0]!, to: { kind: 'service', service: 'rights' }, at: 'last' }, staffActor);
  expect(numbers(hall, 'rights')).toEqual(['F002', 'E001', 'E002', 'E003', 'F001']);
  await take(hall, 'rights');
  expect(numbers(hall, 'rights').at(-1)).toBe('E004');
});

test('F14 transfer to a window or a person: nobody else calls it, and an empty chair lets it go', async () => {
  const hall = openHall();
  await sit(hall, 'w1');
  await sit(hall, 'w2', bob);
  const [one, two] = [await take(hall, 'register'), await take(hall, 'register')];
  expect(refusalOf(await hall.ask('transfer', { ticketId: one.ticketId, to: { kind: 'window', windowId: 'w3' }, at: 'kept' }, staffActor))).toBe('windowClosed to.windowId');
  expect(refusalOf(await hall.ask('transfer', { ticketId: one.ticketId, to: { kind: 'person', staffId: 'carol' }, at: 'kept' }, staffActor))).toBe('staffAway to.staffId');
  await hall.ask('transfer', { ticketId: one.ticketId, to: { kind: 'window', windowId: 'w2' }, at: 'kept' }, staffActor);
  await hall.ask('transfer', { ticketId: two.ticketId, to: { kind: 'person', staffId: 'bob' }, at: 'kept' }, staffActor);
  expect(refusalOf(await hall.ask('callNext', { windowId: 'w1' }, ann))).toBe('nobodyWaiting');
  expect((await callNext(hall, 'w2', bob)).number).toBe('B001');
  expect(factsOf(await hall.ask('endShift', {}, bob))).toMatchObject([{ type: 'shiftEnded' }, { type: 'ticketRequeued', ticketId: two.ticketId, why: 'released' }]);
  expect((await callNext(hall, 'w1', ann)).number).toBe('B002');
});

test('F14 who moves to another window takes along what waits for the person, not what waits for the window', async () => {
  const hall = openHall();
  await sit(hall, 'w1');
  const [one, two] = [await take(hall, 'register'), await take(hall, 'register')];
  await hall.ask('transfer', { ticketId: one.ticketId, to: { kind: 'window', windowId: 'w1' }, at: 'kept' }, staffActor);
  await hall.ask('transfer', { ticketId: two.ticketId, to: { kind: 'person', staffId: 'ann' }, at: 'kept' }, staffActor);
  expect(factsOf(await sit(hall, 'w3')).filter((fact) => fact.type === 'ticketRequeued').map((fact) => fact.ticketId)).toEqual([one.ticketId]);
  expect((await callNext(hall, 'w3', ann)).number).toBe('B002');
});

test('F14 transfers of one number are limited; a supervisor may go on', async () => {
  const hall = openHall({ transfers: 1 });
  const { ticketId } = await take(hall, 'rights');
  const move = (service: string, actor = staff('hanna', 'host')) => hall.ask('transfer', { ticketId, to: { kind: 'service', service }, at: 'kept' }, actor);
  expect(refusalOf(await move('rights'))).toBe('alreadyThere to');
  expect(refusalOf(await move('spa'))).toBe('serviceUnknown to.service');
  expect(kinds(await move('policy'))).toEqual(['stepTaken', 'ticketRequeued']);
  expect(refusalOf(await move('train'))).toBe('tooOften ticketId');
  expect(refusalOf(await move('train', staffActor))).toBe('none');
});

test('F14 a number for work is not for windows, and an ended one is not moved', async () => {
  const hall = openHall();
  const work = factOf(await hall.ask('registerWorker', { card: person(1), consent: { textVersion: '2026-11', purposes: ['registration'] }, trades: ['0201'] }), 'ticketIssued');
  for (const [type, content] of [
    ['transfer', { ticketId: work.ticketId, to: { kind: 'service', service: 'rights' }, at: 'kept' }], ['addService', { ticketId: work.ticketId, service: 'rights' }], ['callOutOfOrder', { windowId: 'w1', ticketId: work.ticketId, reason: 'other' }],
  ] as const) expect(refusalOf(await hall.engine.handle({ type, commandId: `command-work-${type}`, ...content }, staffActor))).toBe('transferImpossible ticketId');
  const { ticketId } = await take(hall, 'rights');
  await hall.ask('closeTicket', { ticketId, reason: 'left' }, ann);
  expect(refusalOf(await hall.ask('transfer', { ticketId, to: { kind: 'service', service: 'policy' }, at: 'kept' }, ann))).toBe('ticketNotWaiting ticketId');
  expect(hall.db.view.ticket(ticketId)?.state).toBe('closed');
});

test('F14 park frees the window; the number comes back as its next, or at once', async () => {
  const hall = openHall({ parkedPerWindow: 1 });
  await sit(hall, 'w3');
  for (let n = 0; n < 4; n += 1) await take(hall, 'rights');
  const first = await callNext(hall, 'w3', ann);
  expect(kinds(await hall.ask('park', { callId: first.callId }, ann))).toEqual(['stepTaken', 'ticketParked']);
  expect(hall.db.faces.floor.windows().get('w3')?.parked).toEqual(['E001']);
  const second = await callNext(hall, 'w3', ann);
  expect(second.number).toBe('E002');
  expect(refusalOf(await hall.ask('park', { callId: second.callId }, ann))).toBe('tooOften callId');
  await hall.ask('unpark', { ticketId: first.ticketId }, ann);
  expect(refusalOf(await hall.ask('unpark', { ticketId: first.ticketId }, ann))).toBe('ticketNotParked ticketId');
  expect((await callNext(hall, 'w3', ann)).number).toBe('E001');
  const third = await callNext(hall, 'w3', ann);
  await hall.ask('park', { callId: third.callId }, ann);
  // A veteran who came later counts as earlier, and yet who fills in a form is the next.
  const veteran = await take(hall, 'rights', { priority: true });
  expect(numbers(hall, 'rights')[0]).toBe(veteran.number);
  const waiting = await hall.ask('unpark', { ticketId: third.ticketId }, ann);
  expect(numbers(hall, 'rights').slice(0, 2)).toEqual(['E003', veteran.number]);
  await hall.ask('undo', { of: factOf(waiting, 'stepTaken').step }, ann);
  const back = await hall.ask('unpark', { ticketId: third.ticketId, windowId: 'w3' }, ann);
  expect(factOf(back, 'ticketCalled')).toMatchObject({ number: 'E003', why: 'parked' });
});

test('F14 several services on one number: served means it waits for the next, at its own place', async () => {
  const hall = openHall();
  const ticket = await take(hall, 'register', { more: ['policy', 'rights', 'policy'] });
  expect(ticket.later).toEqual(['policy', 'rights']);
  for (const service of ['policy', 'rights']) await take(hall, service);
  const call = await callNext(hall, 'w1');
  expect(kinds(await hall.ask('addService', { ticketId: ticket.ticketId, service: 'train' }, ann))).toEqual(['stepTaken', 'serviceAdded']);
  expect(refusalOf(await hall.ask('addService', { ticketId: ticket.ticketId, service: 'rights' }, ann))).toBe('alreadyThere service');
  expect(kinds(await hall.ask('endCall', { callId: call.callId, outcome: 'served' }, ann))).toEqual(['stepTaken', 'callEnded', 'ticketRequeued']);
  expect(numbers(hall, 'policy')).toEqual(['B001', 'F001']);
  expect((await callNext(hall, 'w2')).number).toBe('B001');
  const next = factsOf(await hall.ask('callNext', { windowId: 'w2' }, staffActor));
  expect(next.map((fact) => fact.type)).toEqual(['stepTaken', 'callEnded', 'ticketRequeued', 'ticketCalled']);
  expect(numbers(hall, 'rights')).toEqual(['B001', 'E001']);
  expect((await callNext(hall, 'w3')).number).toBe('B001');
});

test('F14 the same window goes on with the same person when the next service is one of its own', async () => {
  const hall = openHall();
  await take(hall, 'register', { more: ['employ'] });
  await take(hall, 'employ');
  const calls = [await callNext(hall), await callNext(hall), await callNext(hall)];
  expect(calls.map((call) => call.number)).toEqual(['B001', 'B001', 'C001']);
});

test('F14 the paper names every service of the number', async () => {
  const hall = openHall();
  const answer = await hall.ask('takeTicket', { service: 'register', more: ['policy'], printer: { printer: 'printer-1', ready: true } });
  expect(answer.ok && answer.papers[0]?.paper).toMatchObject({ kind: 'queueTicket', serviceLabel: '求职登记、政策咨询' });
  expect(refusalOf(await hall.ask('takeTicket', { service: 'register', more: ['spa'] }))).toBe('serviceUnknown more');
});

test('F14 result and note: the result is one of the hall’s codes, the note lies sealed and only staff read it', async () => {
  const hall = openHall({ results: [{ code: 'done', label: '办结' }] });
  const { ticketId } = await take(hall, 'rights');
  const { callId } = await callNext(hall, 'w3');
  const note = '王某说老板欠了三天工钱，明天带合同来';
  expect(refusalOf(await hall.ask('endCall', { callId, outcome: 'served', result: 'gone' }, ann))).toBe('resultUnknown result');
  const facts = factsOf(await hall.ask('endCall', { callId, outcome: 'served', result: 'done', note }, ann));
  expect(facts).toMatchObject([{ type: 'stepTaken' }, { type: 'callEnded', result: 'done' }, { type: 'noteAdded', ticketId }]);
  await hall.ask('addNote', { ticketId, note: '已转劳动监察' }, ann);
  expect(hall.db.faces.queue.notes(ticketId).map((one) => [one.by, one.text])).toEqual([['ann', note], ['ann', '已转劳动监察']]);
  expect(hall.db.faces.queue.story({ ticketId })).toMatchObject({ notes: 2, state: 'served', calls: [{ callId, result: 'done' }] });
  expect(JSON.stringify([hall.db.journal.read(1, 1_000), tablesOf(hall), facts])).not.toMatch(/王某|劳动监察/);
});

test('F14 a worker who has a newer number is not reinstated with the old one', async () => {
  const hall = openHall();
  const old = factOf(await hall.ask('registerWorker', { card: person(1), consent: { textVersion: '2026-11', purposes: ['registration'] }, trades: ['0201'] }), 'ticketIssued');
  const employer = factOf(await hall.ask('registerHousehold', { card: person(900), promiseVersion: '2026-11' }), 'employerRegistered').employerId;
  const job = factOf(await hall.ask('postJob', { employerId: employer, card: person(900), terms: soundTerms(morning) }), 'jobPosted');
  const call = factOf(await hall.ask('callForJob', { tableId: 't1', jobId: job.jobId, count: 1 }, staffActor), 'ticketCalled');
  await hall.ask('markNoShow', { callId: call.callId }, staffActor);
  expect(factOf(await hall.ask('checkIn', { card: person(1) }), 'ticketIssued').number).toBe('A002');
  expect(refusalOf(await hall.ask('reinstate', { ticketId: old.ticketId }, staffActor))).toBe('alreadyThere ticketId');
});

test('§5 at a table too: no-show goes back M places, and the trade’s queue follows', async () => {
  const hall = openHall({ workNoShow: { calls: 1, backPlaces: 1, backTimes: 1 } });
  const consent = { textVersion: '2026-11', purposes: ['registration' as const] };
  for (const n of [1, 2, 3]) await hall.ask('registerWorker', { card: person(n), consent, trades: ['0201', '0101'] });
  const employer = factOf(await hall.ask('registerHousehold', { card: person(900), promiseVersion: '2026-11' }), 'employerRegistered').employerId;
  const job = factOf(await hall.ask('postJob', { employerId: employer, card: person(900), terms: soundTerms(morning) }), 'jobPosted');
  const next = async () => factOf(await hall.ask('callForJob', { tableId: 't1', jobId: job.jobId, count: 1 }, staffActor), 'ticketCalled');
  await hall.ask('markNoShow', { callId: (await next()).callId }, staffActor);
  expect(hall.db.view.waitingForJob(job.jobId, '0201', 9).map((one) => one.number)).toEqual(['A002', 'A001', 'A003']);
  expect([(await next()).number, (await next()).number]).toEqual(['A002', 'A001']);
});
