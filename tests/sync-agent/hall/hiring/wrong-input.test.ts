/* Wrong input at the tables is normal input: the right refusal by name, and the journal is what it was. */
import { expect, test } from 'vitest';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import type { CommandType } from '@kuaizhao/db/domain/command.ts';
import { talkCommands } from '@kuaizhao/db/domain/talks/commands.ts';
import { hiringCommands } from '@kuaizhao/db/domain/hiring/commands.ts';
import { factOf, factsOf, staffActor } from '../../../fixtures/engine.ts';
import { person } from '../../../fixtures/people.ts';
import { accept, agree, agent, atKiosk, callFor, callsIn, crewOf, hired, host, hour, jobOf, minute, newcomers, openTables, pay, refuseCall, refused } from './stage.ts';

const long = 'x'.repeat(65);
const settlement = 'atOnce';

test('F7 §4 no hire without pay, and no pay that is none', async () => {
  expect.hasAssertions();
  const hall = openTables();
  await newcomers(hall, 1);
  const { callId } = callsIn(await callFor(hall, await jobOf(hall)))[0]!;
  await refused(hall, 'confirmHire', { callId, settlement }, 'payNotAgreed agreedPay', host);
  for (const amountFen of [0, -1, -20_000, 1.5, 10_000_001, Number.NaN, '21000', null]) await refused(hall, 'confirmHire', { callId, settlement, agreedPay: { amountFen, unit: 'day' } }, 'malformed agreedPay.amountFen', host);
  await refused(hall, 'confirmHire', { callId, settlement, agreedPay: { amountFen: 100, unit: 'year' } }, 'malformed agreedPay.unit', host);
  await refused(hall, 'confirmHire', { callId, settlement, agreedPay: { kind: 'negotiable' } }, 'malformed agreedPay.amountFen', host);
  await refused(hall, 'confirmHire', { callId, settlement: 'someday', agreedPay: pay }, 'malformed settlement', host);
  await refused(hall, 'confirmHire', { callId, agreedPay: pay }, 'malformed settlement', host);
  for (const amountFen of [0, -5]) await refused(hall, 'recordOffer', { callId, side: 'worker', pay: { amountFen, unit: 'day' } }, 'malformed pay.amountFen', host);
  await refused(hall, 'recordOffer', { callId, side: 'hall', pay }, 'malformed side', host);
});

test('F7 what is not there is refused by its name', async () => {
  const hall = openTables();
  await newcomers(hall, 2);
  const jobId = await jobOf(hall);
  const printer = { printer: 'printer-1', ready: false };
  const cases: readonly (readonly [CommandType, object, string])[] = [
    ['callForJob', { tableId: 't9', jobId }, 'placeUnknown tableId'], ['callForJob', { tableId: 'w1', jobId }, 'placeUnknown tableId'], ['callForJob', { tableId: 't1', jobId: 'none' }, 'jobUnknown jobId'],
    ['callNamed', { tableId: 't9', jobId, wish: { kind: 'number', number: 'A001' } }, 'placeUnknown tableId'], ['callNamed', { tableId: 't1', jobId: 'none', wish: { kind: 'number', number: 'A001' } }, 'jobUnknown jobId'],
    ['callNamed', { tableId: 't1', jobId, wish: { kind: 'number', number: 'A099' } }, 'ticketUnknown wish.number'],
    ['confirmHire', { callId: 'none', agreedPay: pay, settlement }, 'callUnknown callId'], ['answerCall', { callId: 'none', answer: { kind: 'accept' } }, 'callUnknown callId'],
    ['recordOffer', { callId: 'none', side: 'worker', pay }, 'callUnknown callId'], ['undoHire', { hireId: 'none', reason: 'mistake' }, 'hireUnknown hireId'], ['releaseLate', { hireId: 'none' }, 'hireUnknown hireId'],
    ['markEmployerAbsent', { jobId: 'none' }, 'jobUnknown jobId'],
    ['printForm', { form: 'agreement', id: 'none', printer }, 'hireUnknown id'], ['printForm', { form: 'agreement', id: jobId, printer }, 'hireUnknown id'], ['printForm', { form: 'promise', id: 'none', printer }, 'jobUnknown id'],
    ['printForm', { form: 'disputeCopy', id: 'none', printer }, 'disputeUnknown id'], ['printForm', { form: 'promise', id: jobId, printer: { printer: 'printer-9', ready: false } }, 'printerUnknown printer'],
  ];
  for (const [type, content, refusal] of cases) await refused(hall, type, content, refusal, host);
  expect(hall.failures).toEqual([]);
});

test('F7 over-long, misspelt and unknown words are malformed before anything is looked at', async () => {
  expect.hasAssertions();
  const hall = openTables();
  const cases: readonly (readonly [CommandType, object, string])[] = [
    ['callForJob', { tableId: long, jobId: 'j' }, 'tableId'], ['callForJob', { tableId: 't1', jobId: '甲' }, 'jobId'], ['callForJob', { tableId: 't1', jobId: 'j', count: 0 }, 'count'], ['callForJob', { tableId: 't1', jobId: 'j', count: -3 }, 'count'],
    ['callNamed', { tableId: 't1', jobId: 'j', wish: { kind: 'number', number: 'A1' } }, 'wish.number'], ['callNamed', { tableId: 't1', jobId: 'j', wish: { kind: 'name', name: '张三' } }, 'wish.kind'],
    ['callNamed', { tableId: 't1', jobId: 'j', wish: { kind: 'slip', businessDay: '2026-02-30', number: 'H001' } }, 'wish.businessDay'],
    ['answerCall', { callId: 'c', answer: { kind: 'maybe' } }, 'answer.kind'], ['answerCall', { callId: 'c', answer: { kind: 'refuse', by: 'worker', reason: '钱太少了' } }, 'answer.reason'], ['answerCall', { callId: 'c', answer: { kind: 'refuse', by: 'worker' } }, 'answer.reason'],
    ['undoHire', { hireId: 'h', reason: long }, 'reason'], ['undoHire', { hireId: `h\u0007`, reason: 'mistake' }, 'hireId'], ['releaseLate', { hireId: long }, 'hireId'], ['markEmployerAbsent', { jobId: '' }, 'jobId'],
    ['printForm', { form: 'contract', id: 'h', printer: { printer: 'printer-1', ready: false } }, 'form'],
  ];
  for (const [type, content, field] of cases) await refused(hall, type, content, `malformed ${field}`, host);
  for (const schema of [...talkCommands, ...hiringCommands]) await refused(hall, schema.shape.type.value, { surprise: 1 }, expect.stringMatching(/^malformed/) as string, host);
});

test('F7 what is not in its state is refused: calls of windows, ended calls, taken and finished jobs', async () => {
  const hall = openTables({ standby: 1 });
  await newcomers(hall, 4);
  await hall.ask('takeTicket', { service: 'register' });
  const atWindow = factOf(await hall.ask('callNext', { windowId: 'w1' }, staffActor), 'ticketCalled').callId;
  await refused(hall, 'confirmHire', { callId: atWindow, agreedPay: pay, settlement }, 'notCalledForJob callId', host);
  await refused(hall, 'answerCall', { callId: atWindow, answer: { kind: 'accept' } }, 'notCalledForJob callId', host);
  await refused(hall, 'recordOffer', { callId: atWindow, side: 'worker', pay }, 'notCalledForJob callId', host);
  const jobId = await jobOf(hall, { headcount: 1 });
  const [one, two] = callsIn(await callFor(hall, jobId));
  await refuseCall(hall, one!.callId);
  await refused(hall, 'confirmHire', { callId: one!.callId, agreedPay: pay, settlement }, 'callNotOpen callId', host);
  await accept(hall, two!.callId);
  await agree(hall, two!.callId);
  for (const type of ['callForJob', 'callNamed'] as const) await refused(hall, type, { tableId: 't1', jobId, ...(type === 'callNamed' ? { wish: { kind: 'number', number: 'A001' } } : {}) }, 'jobFull jobId', host);
  await refused(hall, 'confirmHire', { callId: two!.callId, agreedPay: pay, settlement }, 'jobFull jobId', host);
  const over = await jobOf(hall);
  const late = callsIn(await callFor(hall, over, { tableId: 't2', count: 1 }))[0]!;
  hall.clock.now += 7 * hour;
  await refused(hall, 'callForJob', { tableId: 't2', jobId: over }, 'jobNotOpen jobId', host);
  await refused(hall, 'confirmHire', { callId: late.callId, agreedPay: pay, settlement }, 'jobNotOpen jobId', host);
  expect(hall.failures).toEqual([]);
});

test('F7 a closed day calls and hires nobody', async () => {
  const hall = openTables();
  await newcomers(hall, 3);
  const [jobId, other] = [await jobOf(hall), await jobOf(hall, { headcount: 1 })];
  const { hireId } = await hired(hall, other, 't2');
  const { callId } = callsIn(await callFor(hall, jobId))[0]!;
  hall.clock.now += 2 * hour;
  factsOf(await hall.ask('closeDay', {}, staffActor));
  await refused(hall, 'callForJob', { tableId: 't1', jobId }, 'dayClosed', host);
  await refused(hall, 'callNamed', { tableId: 't1', jobId, wish: { kind: 'number', number: 'A001' } }, 'dayClosed', host);
  await refused(hall, 'confirmHire', { callId, agreedPay: pay, settlement }, 'dayClosed', host);
  await refused(hall, 'answerCall', { callId, answer: { kind: 'accept' } }, 'dayClosed', host);
  await refused(hall, 'recordOffer', { callId, side: 'worker', pay }, 'dayClosed', host);
  await refused(hall, 'markEmployerAbsent', { jobId }, 'dayClosed', host);
  // What was agreed goes on: the van leaves, the evening comes.
  expect(factsOf(await hall.ask('releaseLate', { hireId }, host)).map((fact) => fact.type)).not.toContain('ticketCalled');
});

test('F33 doors: a kiosk speaks with a card of the right person or not at all, and hosts do what hosts may', async () => {
  const hall = openTables();
  await newcomers(hall, 2);
  const jobId = await jobOf(hall);
  const hire = await hired(hall, jobId);
  const { callId } = callsIn(await callFor(hall, jobId, { count: 1 }))[0]!;
  const consoleOnly: readonly (readonly [CommandType, object])[] = [
    ['callForJob', { tableId: 't1', jobId }], ['callNamed', { tableId: 't1', jobId, wish: { kind: 'number', number: 'A002' } }], ['confirmHire', { callId, agreedPay: pay, settlement }],
    ['undoHire', { hireId: hire.hireId, reason: 'mistake' }], ['markEmployerAbsent', { jobId }], ['recordOffer', { callId, side: 'worker', pay }],
  ];
  for (const [type, content] of consoleOnly) await refused(hall, type, content, 'notYourRole', atKiosk);
  await refused(hall, 'printForm', { form: 'promise', id: jobId, printer: { printer: 'printer-1', ready: true } }, 'notYourRole form', atKiosk);
  const auditor: Actor = { role: 'console', staffId: 'auditor-1', staffRole: 'auditor' };
  for (const [type, content] of consoleOnly.slice(0, 6)) await refused(hall, type, content, 'notYourRole', auditor);
  hall.clock.now += 31 * minute;
  for (const card of [undefined, person(1), person(77)]) {
    await refused(hall, 'releaseLate', { hireId: hire.hireId, ...(card === undefined ? {} : { card }) }, 'employerNotYours hireId', atKiosk);
    await refused(hall, 'markArrived', { hireId: hire.hireId, ...(card === undefined ? {} : { card }) }, 'employerNotYours hireId', atKiosk);
  }
  await refused(hall, 'releaseLate', { hireId: hire.hireId, card: { ...person(900), number: '370102198001010000' } }, 'cardNumberWrong card.number', atKiosk);
  // Only people undo and mark an absence: their name stands beside it.
  for (const [type, content] of [['undoHire', { hireId: hire.hireId, reason: 'mistake' }], ['markEmployerAbsent', { jobId }]] as const) await refused(hall, type, content, 'notYourRole', agent);
  expect(hall.db.view.hire(hire.hireId)?.state).toBe('agreed');
});

test('F7 who is stopped is not asked for by name, and a crew of which one is away is not either', async () => {
  const hall = openTables({ standby: 4 }, { reinstate: { withinMinutes: 60, times: 10, at: 'kept' } });
  const [, , third] = await newcomers(hall, 3);
  const { workerId } = third!;
  await crewOf(hall, [1, 2]);
  const first = await jobOf(hall, { headcount: 1 });
  const jobId = await jobOf(hall, { headcount: 3 });
  const call = callsIn(await callFor(hall, first, { count: 1 }))[0]!;
  expect(call.number).toBe('A003');
  await refuseCall(hall, call.callId);
  await hall.ask('closeTicket', { ticketId: hall.db.view.workTicket('A002')!.ticketId, reason: 'left' }, staffActor);
  await refused(hall, 'callNamed', { tableId: 't2', jobId, wish: { kind: 'number', number: 'A001' } }, 'ticketNotWaiting wish', host);
  for (let absences = 0; hall.db.view.stoppedUntil('worker', workerId) === undefined; absences += 1) {
    expect(absences).toBeLessThan(20);
    const { callId } = callsIn(await hall.ask('callNamed', { tableId: 't2', jobId, wish: { kind: 'number', number: 'A003' } }, host))[0]!;
    await hall.ask('markNoShow', { callId }, host);
    await hall.ask('reinstate', { ticketId: call.ticketId }, staffActor);
  }
  await refused(hall, 'callNamed', { tableId: 't2', jobId, wish: { kind: 'number', number: 'A003' } }, 'workerStopped wish', host);
  await refused(hall, 'callForJob', { tableId: 't2', jobId }, 'nobodyWaiting', host);
});
