/* Wrong input is normal input: every named kind of it has its refusal, and whatever is bent in any command, the journal stays as it was and nothing of ours breaks. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import type { CommandType } from '@kuaizhao/db/domain/command.ts';
import { commandRows } from '@kuaizhao/sync-agent/contract/may/commands.ts';
import { factOf, kioskActor, morning, openEngine, refusalOf, staffActor, type TestEngine } from '../../fixtures/engine.ts';
import { soundTerms } from '../../fixtures/hall.ts';
import { creditCode, person } from '../../fixtures/people.ts';
import { sampleCommands } from '../../fixtures/sample-commands.ts';

const printer = { printer: 'printer-1', ready: true };
const agreed = { agreedPay: { amountFen: 20_000, unit: 'day' as const }, settlement: 'atOnce' as const };

async function openHall() {
  const hall = openEngine();
  const { employerId } = factOf(await hall.ask('registerHousehold', { card: person(900), promiseVersion: '2026-11' }), 'employerRegistered');
  const post = (changes = {}) => hall.ask('postJob', { employerId, card: person(900), terms: soundTerms(hall.clock.now, changes) });
  const worker = (n: number) => hall.ask('registerWorker', { card: person(n), consent: { textVersion: '2026-11', purposes: ['registration'] }, trades: ['0201'] });
  return { hall, employerId, post, worker };
}
type Send = readonly [message: object, actor: Actor, refusal: string];
let sent = 0;
/** What each was answered, when nothing of it reached the journal. */
async function answersTo(hall: TestEngine, sends: readonly Send[]): Promise<string[]> {
  const head = hall.db.journal.head();
  const told: string[] = [];
  for (const [message, actor] of sends) told.push(refusalOf(await hall.engine.handle({ commandId: `command-wrong-${++sent}`, ...message }, actor)));
  expect(hall.db.journal.head()).toEqual(head);
  expect(hall.failures).toEqual([]);
  return told;
}

test('wrong input has its refusal by name, journal unchanged: unknown ids, long and control characters, impossible dates, pay, headcount', async () => {
  const { hall, employerId, worker } = await openHall();
  await worker(1);
  const card = person(900);
  const terms = (changes: object) => ({ type: 'postJob', employerId, card, terms: { ...soundTerms(morning), ...changes } });
  const wrong: readonly Send[] = [
    [{ type: 'callForJob', tableId: 't1', jobId: 'no-job', count: 1 }, staffActor, 'jobUnknown jobId'],
    [{ type: 'confirmHire', callId: 'no-call', ...agreed }, staffActor, 'callUnknown callId'],
    [{ type: 'takeTicket', service: 'no-service' }, kioskActor, 'serviceUnknown service'],
    [{ type: 'callNext', windowId: 'no-window' }, staffActor, 'placeUnknown windowId'],
    [{ type: 'postJob', employerId: 'nobody', card, terms: soundTerms(morning) }, kioskActor, 'employerUnknown employerId'],
    [terms({ remark: '好'.repeat(10_000) }), kioskActor, 'malformed terms.remark'],
    [terms({ remark: '搬家\u0000' }), kioskActor, 'malformed terms.remark'],
    [terms({ place: '东门\u001b[2J' }), kioskActor, 'malformed terms.place'],
    [terms({ place: '\u202e东门' }), kioskActor, 'malformed terms.place'],
    [terms({ headcount: 0 }), kioskActor, 'malformed terms.headcount'],
    [terms({ headcount: 10_000 }), kioskActor, 'malformed terms.headcount'],
    [terms({ pay: { kind: 'fixed', amountFen: -1, unit: 'day' } }), kioskActor, 'malformed terms.pay.amountFen'],
    [terms({ startAt: morning - 24 * 3_600_000 }), kioskActor, 'termImpossible terms.startAt'],
    [{ type: 'recordHelpVisit', caseId: 'x', kind: 'talk', on: '2026-02-30' }, staffActor, 'malformed on'],
    [{ type: 'registerWorker', card: { ...person(5), birth: '1990-13-45' }, consent: { textVersion: '2026-11', purposes: ['registration'] }, trades: ['0201'] }, kioskActor, 'cardNumberWrong card.birth'],
    [{ type: 'registerEmployer', kind: 'enterprise', name: '样例', creditCode: creditCode(1).replace(/.$/, (last) => (last === '0' ? '1' : '0')), representatives: [] }, staffActor, 'creditCodeWrong creditCode'],
    [{ type: 'dropTables' }, staffActor, 'malformed type'],
  ];
  expect(await answersTo(hall, wrong)).toEqual(wrong.map((send) => send[2]));
});

test('wrong input has its refusal by name, journal unchanged: a closed day, a banned employer, somebody hired for that time already', async () => {
  const { hall, employerId, post, worker } = await openHall();
  const [one, other] = [factOf(await post(), 'jobPosted'), factOf(await post(), 'jobPosted')];
  await worker(1);
  const call = factOf(await hall.ask('callForJob', { tableId: 't1', jobId: one.jobId, count: 1 }, staffActor), 'ticketCalled');
  factOf(await hall.ask('confirmHire', { callId: call.callId, ...agreed }, staffActor), 'hireConfirmed');
  const taken: readonly Send[] = [
    [{ type: 'callForJob', tableId: 't2', jobId: other.jobId, count: 1 }, staffActor, 'nobodyWaiting'],
    [{ type: 'callNamed', tableId: 't2', jobId: other.jobId, wish: { kind: 'number', number: call.number } }, staffActor, 'ticketNotWaiting wish'],
    [{ type: 'confirmHire', callId: call.callId, ...agreed }, staffActor, 'callNotOpen callId'],
  ];
  expect(await answersTo(hall, taken)).toEqual(taken.map((send) => send[2]));
  await hall.ask('setEmployerStanding', { employerId, standing: 'banned', reason: 'unpaid' }, staffActor);
  const banned: readonly Send[] = [
    [{ type: 'postJob', employerId, card: person(900), terms: soundTerms(morning) }, kioskActor, 'employerBanned employerId'],
    [{ type: 'repeatJob', jobId: other.jobId, card: person(900) }, kioskActor, 'employerBanned employerId'],
  ];
  expect(await answersTo(hall, banned)).toEqual(banned.map((send) => send[2]));
  await hall.ask('closeDay', {}, staffActor);
  const closed: readonly Send[] = [
    [{ type: 'takeTicket', service: 'policy', printer }, kioskActor, 'dayClosed'],
    [{ type: 'checkIn', card: person(1) }, kioskActor, 'dayClosed'],
    [{ type: 'callNext', windowId: 'w1' }, staffActor, 'dayClosed'],
  ];
  expect(await answersTo(hall, closed)).toEqual(closed.map((send) => send[2]));
});

/** One leaf bent, one key dropped or one key too many. */
const strange: readonly unknown[] = [null, -1, 0, 1e9, 1e300, 0.5, '', ' ', 'x'.repeat(3_000), '张\u0000三', '\u202e', '__proto__', "' OR 1=1 --", [], {}, [[]], true, '2026-02-30', 'none'];
function bend(message: unknown, path: readonly number[], value: unknown, how: 'set' | 'drop' | 'add'): unknown {
  if (typeof message !== 'object' || message === null || path.length === 0) return how === 'set' ? value : message;
  const keys = Object.keys(message);
  const key = keys[(path[0] ?? 0) % Math.max(1, keys.length)];
  const copy: Record<string, unknown> | unknown[] = Array.isArray(message) ? [...(message as unknown[])] : { ...message };
  const at = copy as Record<string, unknown>;
  if (how === 'add') at['more'] = value;
  else if (key !== undefined && how === 'drop' && path.length === 1) Reflect.deleteProperty(at, key);
  else if (key !== undefined) at[key] = bend(at[key], path.slice(1), value, how);
  return copy;
}
const types = Object.keys(sampleCommands) as CommandType[];
const bent = fc.record({
  type: fc.constantFrom(...types), path: fc.array(fc.nat(40), { minLength: 1, maxLength: 4 }), value: fc.constantFrom(...strange), how: fc.constantFrom('set' as const, 'set' as const, 'drop' as const, 'add' as const),
});

test('any bent command of any kind: a refusal with the journal as it was, or facts; never an internal fault', async () => {
  const { hall, post, worker } = await openHall();
  await post();
  for (const n of [1, 2, 3]) await worker(n);
  await fc.assert(fc.asyncProperty(bent, async ({ type, path, value, how }) => {
    const head = hall.db.journal.head();
    const message = bend({ ...sampleCommands[type] }, path, value, how) as object;
    const actor: Actor = commandRows[type].staff.length > 0 ? staffActor : commandRows[type].kiosk === true ? kioskActor : { role: 'agent' };
    const answer = await hall.engine.handle({ type, commandId: `command-bent-${++sent}`, ...(typeof message === 'object' ? message : {}) }, actor);
    expect(refusalOf(answer)).not.toMatch(/^internal/);
    expect(answer.ok ? head : hall.db.journal.head()).toEqual(head);
  }), { numRuns: 3_000 });
  expect(hall.failures).toEqual([]);
});
