/* F14 §5 Nobody at a window chooses who comes: every command that exists, aimed by a clerk at one waiting number, and the next call is still for the one before it. */
import { expect, test } from 'vitest';
import type { Command, CommandType } from '@kuaizhao/db/domain/command.ts';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import { decide } from '@kuaizhao/db/domain/decide.ts';
import { commandRows } from '@kuaizhao/sync-agent/contract/may/commands.ts';
import { factOf, kioskActor, refusalOf, staffActor, type TestEngine } from '../../../fixtures/engine.ts';
import { soundTerms } from '../../../fixtures/hall.ts';
import { person } from '../../../fixtures/people.ts';
import { ann, openHall, take } from '../../../fixtures/queue-hall.ts';
import { sampleCommands } from '../../../fixtures/sample-commands.ts';

const host: Actor = { role: 'console', staffId: 'hanna', staffRole: 'host' };
const minutes = 60_000;

/** Three wait for the window and three for work, so far apart that no published head start (45 minutes at most) brings one past another; the last of each is aimed at. */
async function openAimed() {
  const hall = openHall();
  const boss = person(900, 1970);
  const { employerId } = factOf(await hall.ask('registerHousehold', { card: boss, promiseVersion: '2026-11' }), 'employerRegistered');
  const { jobId } = factOf(await hall.ask('postJob', { employerId, card: boss, terms: soundTerms(hall.clock.now + 180 * minutes, { headcount: 1 }) }, kioskActor), 'jobPosted');
  const waiting: { ticketId: string; number: string; workNumber: string; workTicket: string; workerId: string }[] = [];
  for (const n of [1, 2, 3]) {
    hall.clock.now += 46 * minutes;
    const service = await take(hall, 'policy');
    const answer = await hall.ask('registerWorker', { card: person(n), consent: { textVersion: '2026-11', purposes: ['registration'] }, trades: ['0201'] });
    const work = factOf(answer, 'ticketIssued');
    waiting.push({ ticketId: service.ticketId, number: service.number, workNumber: work.number, workTicket: work.ticketId, workerId: factOf(answer, 'workerRegistered').workerId });
  }
  return { hall, employerId, jobId, target: waiting[2]! };
}
type Aimed = Awaited<ReturnType<typeof openAimed>>;

/** Every id that a command can name is one of this hall, and every number and ticket the target's. */
function aim(value: unknown, ids: Readonly<Record<string, string>>): unknown {
  if (Array.isArray(value)) return value.map((one) => aim(one, ids));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, typeof one === 'string' && key in ids ? ids[key] : aim(one, ids)]));
}

/** What the samples leave out: the ways of one command that could put somebody in front. */
const ways: { readonly [T in CommandType]?: readonly object[] } = {
  transfer: [
    { to: { kind: 'window', windowId: 'w2' }, at: 'first' }, { to: { kind: 'person', staffId: 'ann' }, at: 'first' }, { to: { kind: 'service', service: 'train' }, at: 'first' }, { to: { kind: 'service', service: 'policy' }, at: 'first' },
  ],
  unpark: [{ windowId: 'w2' }],
  setPriority: [{ reasons: ['elder', 'disabled', 'pregnant', 'veteran'] }],
  changeJob: [{ change: { namedTicket: 'A003' }, card: undefined }],
  postJob: [{ terms: soundTerms(0, { namedTicket: 'A003' }), card: undefined }],
  takeTicket: [{ service: 'policy' }], bookAppointment: [{ service: 'policy', number: 'F003' }],
};

/** Numbers that were called by it. */
async function sendAll(type: CommandType, { hall, employerId, jobId, target }: Aimed): Promise<string[]> {
  const called: string[] = [];
  const ids = { windowId: 'w2', tableId: 't1', service: 'policy', staffId: 'ann', employerId, jobId, number: target.number, ticketId: target.ticketId, workerId: target.workerId };
  const drafts = [{}, ...(ways[type] ?? [])].flatMap((way) => [ids, { ...ids, number: target.workNumber, ticketId: target.workTicket }].map((own) => aim({ ...sampleCommands[type], ...way }, own)));
  for (const [at, words] of [...new Set(drafts.map((draft) => JSON.stringify(draft)))].entries()) {
    const draft = JSON.parse(words) as object;
    const terms = (draft as { terms?: object }).terms;
    const sound = terms === undefined ? draft : { ...draft, terms: { ...terms, ...soundTerms(hall.clock.now), ...('namedTicket' in terms ? { namedTicket: 'A003' } : {}) } };
    const given = JSON.parse(JSON.stringify({ type, commandId: `aimed-${type}-${String(at)}`, ...sound })) as unknown;
    const answer = await hall.engine.handle(given, ann);
    if (answer.ok) called.push(...answer.facts.flatMap((fact) => (fact.type === 'ticketCalled' ? [fact.number] : [])));
  }
  return called;
}

/** Whoever the hall would call now, to the window and to the table; nothing is called. */
function nextOnes({ db, clock, settings }: TestEngine, jobId: string): string[] {
  const next = (command: Command, actor: Actor): string[] => {
    const decided = decide(db.view, command, { now: clock.now, newId: () => 'dry-run', settings, actor });
    return decided.ok ? decided.value.facts.flatMap((fact) => (fact.type === 'ticketCalled' ? [fact.number] : [])) : [];
  };
  return [...next({ type: 'callNext', commandId: 'dry-run-1', windowId: 'w2' }, staffActor), ...next({ type: 'callForJob', commandId: 'dry-run-2', tableId: 't1', jobId, count: 1 }, host)];
}

const typesOfConsoles = (Object.keys(commandRows) as CommandType[]).filter((type) => commandRows[type].staff.length > 0);

test('F14 §5 no request of a clerk calls a number before its turn, and none makes the next call go to it', async () => {
  const picked: string[] = [];
  let aimed = await openAimed();
  const before = nextOnes(aimed.hall, aimed.jobId);
  expect(before).toEqual(['F001', 'A001']);
  for (const type of typesOfConsoles) {
    const called = await sendAll(type, aimed);
    const next = nextOnes(aimed.hall, aimed.jobId);
    const now = [...called, ...next];
    // Called together with those before it is called in turn.
    const passed = (target: string, first: string): boolean => now.includes(target) && !now.includes(first);
    if (passed(aimed.target.number, 'F001') || passed(aimed.target.workNumber, 'A001')) picked.push(`${type}: ${now.join(' ')}`);
    // What changed who is next, or ended the target, must not stand before the next command.
    const asBefore = next.join() === before.join() && [aimed.target.ticketId, aimed.target.workTicket].every((id) => aimed.hall.db.view.ticket(id)?.state === 'waiting');
    if (asBefore) continue;
    aimed.hall.close();
    aimed = await openAimed();
  }
  expect(picked).toEqual([]);
});

test('§5 F33 out of order: refused to a clerk, refused without a reason, told with its reason to whom it is for', async () => {
  const { hall, jobId, employerId, target } = await openAimed();
  const { ticketId } = target;
  expect(refusalOf(await hall.ask('callOutOfOrder', { windowId: 'w2', ticketId, reason: 'frail' }, ann))).toBe('notYourRole');
  expect(refusalOf(await hall.ask('callNamed', { tableId: 't1', jobId, wish: { kind: 'number', number: target.workNumber } }, ann))).toBe('notYourRole');
  expect(refusalOf(await hall.ask('transfer', { ticketId, to: { kind: 'window', windowId: 'w2' }, at: 'first' }, ann))).toBe('notYourRole ticketId');
  expect(refusalOf(await hall.ask('changeJob', { jobId, shown: { kind: 'slip', number: 'J001' }, change: { namedTicket: target.workNumber } }, ann))).toBe('notYourRole change.namedTicket');
  expect(refusalOf(await hall.ask('postJob', { employerId, terms: soundTerms(hall.clock.now, { namedTicket: target.workNumber }) }, ann))).toBe('notYourRole terms.namedTicket');
  expect(refusalOf(await hall.engine.handle({ type: 'callOutOfOrder', commandId: 'no-reason-01', windowId: 'w2', ticketId }, host))).toBe('malformed reason');
  expect(factOf(await hall.ask('callOutOfOrder', { windowId: 'w2', ticketId, reason: 'frail' }, host), 'ticketCalled')).toMatchObject({ number: target.number, why: 'outOfOrder', reason: 'frail' });
  // The employer's own card speaks for the employer, also at a window.
  expect(factOf(await hall.ask('changeJob', { jobId, card: person(900, 1970), change: { namedTicket: target.workNumber } }, ann), 'jobChanged').terms.namedTicket).toBe(target.workNumber);
});
