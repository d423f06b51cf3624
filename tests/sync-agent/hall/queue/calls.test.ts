/* F14 and §5 at the real engine: calling, not coming, coming back, out of order, undo. Each act is one recorded command. */
import { expect, test } from 'vitest';
import { factOf, factsOf, kioskActor, morning, refusalOf, staffActor } from '../../../fixtures/engine.ts';
import { ann, bob, callNext, checksum, openHall, staff, tablesOf, take } from '../../../fixtures/queue-hall.ts';
import { person } from '../../../fixtures/people.ts';

const minute = 60_000;
const numbers = (hall: ReturnType<typeof openHall>, services: string[]) => hall.db.view.waiting(services, 99).map((one) => one.number);

test('F14 a window calls by its profile: conditions, weighted turns, sequence; the fact says why and the counts after it', async () => {
  const hall = openHall({ profiles: [{ id: 'p1', services: ['register', 'rights'], turns: { priority: 1, normal: 2 }, conditions: [{ service: 'rights', overMinutes: 20 }] }], windowProfiles: [{ windowId: 'w1', profile: 'p1' }] });
  for (const [service, priority] of [['register', false], ['register', false], ['register', false], ['register', true], ['rights', false], ['employ', false]] as const) await take(hall, service, { priority });
  const called: string[] = [];
  for (let n = 0; n < 3; n += 1) { const { number, why } = await callNext(hall); called.push(`${number} ${why}`); }
  hall.clock.now += 21 * minute;
  for (let n = 0; n < 2; n += 1) { const { number, why } = await callNext(hall); called.push(`${number} ${why}`); }
  expect(called).toEqual(['B004 turn', 'B001 sequence', 'B002 sequence', 'E001 condition', 'B003 sequence']);
  expect(refusalOf(await hall.ask('callNext', { windowId: 'w1' }, staffActor))).toBe('nobodyWaiting');
  expect(numbers(hall, ['employ'])).toEqual(['C001']);
});

test('F15 §5 weighted turns priority:normal 1:2 at a window, and the class is on no paper and in no face', async () => {
  const hall = openHall({ turns: { priority: 1, normal: 2 } });
  for (let n = 0; n < 4; n += 1) await take(hall, 'register');
  for (let n = 0; n < 2; n += 1) await take(hall, 'register', { priority: true });
  const called: string[] = [];
  for (let n = 0; n < 6; n += 1) called.push((await callNext(hall)).number);
  expect(called).toEqual(['B005', 'B001', 'B002', 'B006', 'B003', 'B004']);
  const faces = JSON.stringify([hall.db.faces.board.calls(12), hall.db.faces.floor.openCalls(), hall.db.faces.queue.story({ number: 'B005' }), hall.db.faces.queue.waiting('register', undefined, 99)]);
  expect(faces).not.toMatch(/priority|disabled/);
  expect(JSON.stringify(hall.db.journal.read(1, 1_000))).not.toContain('disabled');
});

test('F15 a card puts an elder into the priority class at windows; nothing else is taken from it', async () => {
  const hall = openHall({ elderFrom: 70 });
  await take(hall, 'policy');
  hall.clock.now += 14 * minute;
  const [old, young] = [person(1, 1950), person(2, 1990)];
  const answer = await hall.ask('takeTicket', { service: 'policy', card: old });
  expect(factOf(answer, 'prioritySet')).toMatchObject({ priority: true, rank: hall.clock.now - 15 * minute });
  expect(factsOf(await hall.ask('takeTicket', { service: 'policy', card: young })).map((fact) => fact.type)).toEqual(['ticketIssued']);
  expect((await callNext(hall, 'w2')).number).toBe('F002');
  expect(JSON.stringify(hall.db.journal.read(1, 1_000))).not.toContain(old.number);
  expect(JSON.stringify(tablesOf(hall))).not.toContain('elder');
});

test('§5 no-show after N calls: back M places, at most so often, then out', async () => {
  const hall = openHall({ noShow: { calls: 2, backPlaces: 2, backTimes: 1 } });
  for (let n = 0; n < 4; n += 1) await take(hall, 'rights');
  const first = await callNext(hall, 'w3');
  expect(refusalOf(await hall.ask('markNoShow', { callId: first.callId }, staffActor))).toBe('callAgainFirst callId');
  await hall.ask('recall', { callId: first.callId }, staffActor);
  expect(factsOf(await hall.ask('markNoShow', { callId: first.callId }, staffActor)).map((fact) => fact.type)).toEqual(['stepTaken', 'noShowMarked', 'ticketRequeued']);
  expect(numbers(hall, ['rights'])).toEqual(['E002', 'E003', 'E001', 'E004']);
  for (const expected of ['E002', 'E003']) expect((await callNext(hall, 'w3')).number).toBe(expected);
  const again = await callNext(hall, 'w3');
  expect(again.number).toBe('E001');
  await hall.ask('recall', { callId: again.callId }, staffActor);
  await hall.ask('markNoShow', { callId: again.callId }, staffActor);
  expect(hall.db.view.ticket(again.ticketId)?.state).toBe('missed');
  expect(numbers(hall, ['rights'])).toEqual(['E004']);
});

test('§5 sent back with fewer behind goes to the end, and later numbers stay behind it', async () => {
  const hall = openHall({ noShow: { calls: 1, backPlaces: 10, backTimes: 3 } });
  for (let n = 0; n < 3; n += 1) await take(hall, 'rights');
  await hall.ask('markNoShow', { callId: (await callNext(hall, 'w3')).callId }, staffActor);
  await take(hall, 'rights');
  expect(numbers(hall, ['rights'])).toEqual(['E002', 'E003', 'E001', 'E004']);
});

test('F14 recall has a limit; a missed number is reinstated at its place within time and so often', async () => {
  const hall = openHall({ recalls: 2, noShow: { calls: 1, backPlaces: 0, backTimes: 0 }, reinstate: { withinMinutes: 30, times: 1, at: 'kept' } });
  for (let n = 0; n < 3; n += 1) await take(hall, 'rights');
  const call = await callNext(hall, 'w3');
  for (const times of [2, 3]) expect(factOf(await hall.ask('recall', { callId: call.callId }, staffActor), 'callRepeated').times).toBe(times);
  expect(refusalOf(await hall.ask('recall', { callId: call.callId }, staffActor))).toBe('tooOften callId');
  await hall.ask('markNoShow', { callId: call.callId }, staffActor);
  hall.clock.now += 29 * minute;
  expect(refusalOf(await hall.ask('recall', { callId: call.callId }, staffActor))).toBe('tooLate callId');
  await hall.ask('reinstate', { ticketId: call.ticketId }, staffActor);
  expect(numbers(hall, ['rights'])).toEqual(['E001', 'E002', 'E003']);
  expect(refusalOf(await hall.ask('reinstate', { ticketId: call.ticketId }, staffActor))).toBe('ticketNotMissed ticketId');
  await hall.ask('markNoShow', { callId: (await callNext(hall, 'w3')).callId }, staffActor);
  // The second miss closes it: there is no way back but a new number.
  expect(hall.db.view.ticket(call.ticketId)?.state).toBe('closed');
  expect(refusalOf(await hall.ask('reinstate', { ticketId: call.ticketId }, staffActor))).toBe('ticketNotMissed ticketId');
  const second = await callNext(hall, 'w3');
  await hall.ask('markNoShow', { callId: second.callId }, staffActor);
  hall.clock.now += 31 * minute;
  expect(refusalOf(await hall.ask('reinstate', { ticketId: second.ticketId }, staffActor))).toBe('tooLate ticketId');
});

test('F14 a worker who has tapped for a new number is not reinstated with the old one', async () => {
  const hall = openHall();
  const consent = { textVersion: '2026-11', purposes: ['registration' as const] };
  const old = factOf(await hall.ask('registerWorker', { card: person(1), consent, trades: ['0201'] }), 'ticketIssued');
  await hall.ask('closeTicket', { ticketId: old.ticketId, reason: 'left' }, staffActor);
  expect(refusalOf(await hall.ask('reinstate', { ticketId: old.ticketId }, staffActor))).toBe('ticketNotMissed ticketId');
  expect(factOf(await hall.ask('checkIn', { card: person(1) }), 'ticketIssued').number).toBe('A002');
});

test('§5 calling out of order needs a reason and a role, and is recorded with both', async () => {
  const hall = openHall();
  const tickets = [await take(hall, 'rights'), await take(hall, 'rights'), await take(hall, 'rights')];
  const content = { windowId: 'w3', ticketId: tickets[2]!.ticketId, reason: 'frail' as const };
  expect(refusalOf(await hall.ask('callOutOfOrder', content, ann))).toBe('notYourRole');
  expect(refusalOf(await hall.engine.handle({ type: 'callOutOfOrder', commandId: 'command-without-reason', windowId: 'w3', ticketId: 'x' }, staffActor))).toBe('malformed reason');
  const facts = factsOf(await hall.ask('callOutOfOrder', content, staff('host-1', 'host')));
  expect(facts).toMatchObject([{ type: 'stepTaken', act: 'callOutOfOrder', by: 'host-1' }, { type: 'ticketCalled', number: 'E003', why: 'outOfOrder', reason: 'frail' }]);
  expect(refusalOf(await hall.ask('callOutOfOrder', content, staffActor))).toBe('alreadyCalled ticketId');
  expect(refusalOf(await hall.ask('callOutOfOrder', { ...content, ticketId: 'nobody' }, staffActor))).toBe('ticketUnknown ticketId');
  expect((await callNext(hall, 'w3')).number).toBe('E001');
});

test('§5 undo restores to the letter, step by step backwards, and the steps before stay', async () => {
  const hall = openHall({ noShow: { calls: 1, backPlaces: 1, backTimes: 2 } });
  for (const service of ['register', 'employ', 'register']) await take(hall, service);
  const pictures = [checksum(tablesOf(hall))];
  const steps: string[] = [];
  const act = async (run: () => Promise<string>) => { steps.push(await run()); pictures.push(checksum(tablesOf(hall))); };
  await act(async () => (await callNext(hall)).step ?? '');
  const open = hall.db.view.openCallsAt({ kind: 'window', id: 'w1' })[0]!;
  await act(async () => factOf(await hall.ask('recall', { callId: open.callId }, staffActor), 'stepTaken').step);
  await act(async () => (await callNext(hall)).step ?? '');
  const second = hall.db.view.openCallsAt({ kind: 'window', id: 'w1' })[0]!;
  await act(async () => factOf(await hall.ask('markNoShow', { callId: second.callId }, staffActor), 'stepTaken').step);
  await act(async () => factOf(await hall.ask('transfer', { ticketId: second.ticket.ticketId, to: { kind: 'service', service: 'rights' }, at: 'first' }, staffActor), 'stepTaken').step);
  expect(new Set(pictures).size).toBe(pictures.length);
  expect(refusalOf(await hall.ask('undo', { of: steps[0]! }, staffActor))).toBe('stepNotLast of');
  for (const [index, of] of [...steps.entries()].reverse()) {
    const undone = factOf(await hall.ask('undo', { of }, staffActor), 'queueUndone');
    expect(undone).toMatchObject({ of, by: 'staff-1' });
    expect(checksum(tablesOf(hall))).toBe(pictures[index]);
    expect(refusalOf(await hall.ask('undo', { of }, staffActor))).toBe('stepUnknown of');
  }
  expect(hall.db.journal.read(1, 1_000).filter((row) => row.kind === 'queueUndone')).toHaveLength(5);
});

test('F14 undo is for one’s own acts or for a supervisor, within its time, and not after something else has happened', async () => {
  const hall = openHall({ undoMinutes: 10 });
  for (let n = 0; n < 3; n += 1) await take(hall, 'rights');
  const call = await callNext(hall, 'w3', ann);
  expect(refusalOf(await hall.ask('undo', { of: call.step! }, bob))).toBe('notYourRole of');
  expect(refusalOf(await hall.ask('undo', { of: 'command-unheard' }, ann))).toBe('stepUnknown of');
  hall.clock.now += 11 * minute;
  expect(refusalOf(await hall.ask('undo', { of: call.step! }, ann))).toBe('tooLate of');
  hall.clock.now = morning;
  await callNext(hall, 'w3', ann);
  expect(refusalOf(await hall.ask('undo', { of: call.step! }, ann))).toBe('stepNotLast of');
});

test('§5 undo does not reach behind a hire: the call that led to it is not the queue’s any more', async () => {
  const hall = openHall();
  const { soundTerms } = await import('../../../fixtures/hall.ts');
  const consent = { textVersion: '2026-11', purposes: ['registration' as const] };
  await hall.ask('registerWorker', { card: person(1), consent, trades: ['0201'] });
  const employer = factOf(await hall.ask('registerHousehold', { card: person(900), promiseVersion: '2026-11' }), 'employerRegistered').employerId;
  const job = factOf(await hall.ask('postJob', { employerId: employer, card: person(900), terms: soundTerms(morning, { headcount: 2 }) }), 'jobPosted');
  const before = checksum(tablesOf(hall));
  const mistaken = factOf(await hall.ask('callForJob', { tableId: 't1', jobId: job.jobId, count: 1 }, staffActor), 'ticketCalled');
  await hall.ask('undo', { of: mistaken.step! }, staffActor);
  expect(checksum(tablesOf(hall))).toBe(before);
  const call = factOf(await hall.ask('callForJob', { tableId: 't1', jobId: job.jobId, count: 1 }, staffActor), 'ticketCalled');
  await hall.ask('confirmHire', { callId: call.callId, agreedPay: { amountFen: 20_000, unit: 'day' }, settlement: 'atOnce' }, staffActor);
  expect(refusalOf(await hall.ask('undo', { of: call.step! }, staffActor))).toBe('stepNotLast of');
});

test('§5 one command path: a kiosk can take a number and nothing more', async () => {
  const hall = openHall();
  const ticket = await take(hall, 'rights');
  for (const [type, content] of [['callNext', { windowId: 'w3' }], ['transfer', { ticketId: ticket.ticketId, to: { kind: 'service', service: 'policy' }, at: 'first' }], ['closeDay', {}]] as const) {
    expect(refusalOf(await hall.engine.handle({ type, commandId: `command-${type}`, ...content }, kioskActor))).toBe('notYourRole');
  }
});
