/* F14 §4 What stands beside a call: nothing before it, the person's own records while it is open, to those they are for. */
import { expect, test } from 'vitest';
import { factOf, refusalOf, staffActor } from '../../../fixtures/engine.ts';
import { soundTerms } from '../../../fixtures/hall.ts';
import { person } from '../../../fixtures/people.ts';
import { ann, bob, openHall, staff } from '../../../fixtures/queue-hall.ts';
import { askAt } from '../after-hire/stage.ts';

const card = person(1);
const consent = { textVersion: '2026-11', purposes: ['registration' as const] };

test('F14 §4 the person’s records stand beside the call: not before it, not after it, and not for a clerk of another window', async () => {
  const hall = openHall();
  const asked = askAt(hall);
  await hall.ask('registerWorker', { card, consent, trades: ['0201'] });
  const { ticketId, number } = factOf(await hall.ask('takeTicket', { service: 'policy', card }), 'ticketIssued');
  expect(JSON.stringify(await asked.told('ticket', { ticketId }, ann))).not.toContain(card.name.slice(0, 1));
  await hall.ask('startShift', { place: { kind: 'window', id: 'w2' } }, ann);
  const { callId } = factOf(await hall.ask('callNext', { windowId: 'w2' }, ann), 'ticketCalled');

  const told = await asked.told('atCall', { callId }, ann);
  expect(told).toMatchObject({ ticketId, number, service: 'policy', person: { shortName: `${card.name.slice(0, 1)}*`, consents: [{ purpose: 'registration' }], disputes: [] } });
  expect(told.person?.tickets.map((one) => one.number)).toEqual([number, 'A001']);
  expect(JSON.stringify(told)).not.toContain(card.number);
  expect(await asked.refusal('atCall', { callId }, bob)).toBe('windowNotYours callId');
  expect(await asked.refusal('atCall', { callId }, staff('ober', 'boardOperator'))).toBe('notYourRole');
  expect(await asked.told('atCall', { callId }, staff('hanna', 'host'))).not.toHaveProperty('person.disputes');

  await hall.ask('endCall', { callId, outcome: 'served' }, ann);
  expect(await asked.refusal('atCall', { callId }, ann)).toBe('callNotOpen callId');
  expect(await asked.refusal('atCall', { callId: 'nowhere' }, ann)).toBe('callUnknown callId');
});

test('F14 a number without a name has nobody beside it; a table is not for clerks', async () => {
  const hall = openHall();
  const asked = askAt(hall);
  await hall.ask('takeTicket', { service: 'policy' });
  const { callId } = factOf(await hall.ask('callNext', { windowId: 'w2' }, ann), 'ticketCalled');
  expect(await asked.told('atCall', { callId }, ann)).not.toHaveProperty('person');
  await hall.ask('registerWorker', { card, consent, trades: ['0201'] });
  const { employerId } = factOf(await hall.ask('registerHousehold', { card: person(2), promiseVersion: '2026-11' }), 'employerRegistered');
  const { jobId } = factOf(await hall.ask('postJob', { employerId, terms: soundTerms(hall.clock.now) }, staffActor), 'jobPosted');
  const atTable = factOf(await hall.ask('callForJob', { tableId: 't1', jobId }, staffActor), 'ticketCalled');
  expect(await asked.refusal('atCall', { callId: atTable.callId }, ann)).toBe('windowNotYours callId');
  expect(await asked.told('atCall', { callId: atTable.callId }, staff('hanna', 'host'))).toHaveProperty('person.shortName');
});

test('F3 F10 an employer’s postings, the newest first, and the paper that can be printed again', async () => {
  const hall = openHall();
  const asked = askAt(hall);
  const { employerId } = factOf(await hall.ask('registerHousehold', { card: person(2), promiseVersion: '2026-11' }), 'employerRegistered');
  const first = factOf(await hall.ask('postJob', { employerId, terms: soundTerms(hall.clock.now) }, staffActor), 'jobPosted');
  hall.clock.now += 60_000;
  const second = await hall.ask('repeatJob', { jobId: first.jobId, printer: { printer: 'printer-2', ready: false } }, staffActor);
  const { jobId } = factOf(second, 'jobPosted');
  expect((await asked.told('employerJobs', { employerId, limit: 10 }, ann)).jobs.map((job) => job.jobId)).toEqual([jobId, first.jobId]);
  expect(await asked.refusal('employerJobs', { employerId: 'nobody', limit: 10 }, ann)).toBe('employerUnknown employerId');
  expect(await asked.told('paperOf', { kind: 'jobSlip', id: first.jobId }, ann)).toEqual({ paper: null });
  const { printJobId } = factOf(second, 'printQueued');
  expect(await asked.told('paperOf', { kind: 'jobSlip', id: jobId }, ann)).toEqual({ paper: { printJobId, printer: 'printer-2', copy: 1, state: 'queued' } });
  await hall.ask('startPrint', { printJobId }, { role: 'kiosk', deviceId: 'kiosk-2', printer: 'printer-2' });
  await hall.ask('finishPrint', { printJobId, outcome: 'printed' }, { role: 'kiosk', deviceId: 'kiosk-2', printer: 'printer-2' });
  expect(refusalOf(await hall.ask('reprint', { printJobId, printer: { printer: 'printer-1', ready: false } }, ann))).toBe('none');
});

test('F14 §5 two consoles press for the next at one window: one call, and one plain no; nobody is sent away unserved', async () => {
  const hall = openHall();
  for (const _ of [1, 2, 3]) await hall.ask('takeTicket', { service: 'policy' });
  const both = await Promise.all([hall.ask('callNext', { windowId: 'w2', open: null }, ann), hall.ask('callNext', { windowId: 'w2', open: null }, staffActor)]);
  expect(both.map(refusalOf)).toEqual(['none', 'alreadyCalled open']);
  const first = factOf(both[0], 'ticketCalled');
  expect(hall.db.view.call(first.callId)?.open).toBe(true);
  // A second press of the same finger, before the first is seen: the same no.
  expect(refusalOf(await hall.ask('callNext', { windowId: 'w2', open: null }, ann))).toBe('alreadyCalled open');
  expect(factOf(await hall.ask('callNext', { windowId: 'w2', open: first.callId }, ann), 'ticketCalled').number).toBe('F002');
  // Whoever does not say what stood there calls as before.
  expect(factOf(await hall.ask('callNext', { windowId: 'w2' }, ann), 'ticketCalled').number).toBe('F003');
});
