/* Which commands begin a business day: every command there is, asked at an hour at which nobody has begun it yet. */
import { expect, test } from 'vitest';
import { commandDays } from '@kuaizhao/db/domain/command-days.ts';
import type { CommandOf, CommandType } from '@kuaizhao/db/domain/command.ts';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import { leftoversOf } from '@kuaizhao/sync-agent/hall/city-pool/leftovers.ts';
import { commandRows } from '@kuaizhao/sync-agent/contract/may/commands.ts';
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import { factOf, factsOf, morning, openEngine, refusalOf, staffActor, type TestEngine } from '../../../fixtures/engine.ts';
import { sampleCommands } from '../../../fixtures/sample-commands.ts';
import { person } from '../../../fixtures/people.ts';
import { soundTerms } from '../../../fixtures/hall.ts';
import { offerFor, offerTo, settle } from '../referrals/stage.ts';
import { newcomer, postedJob } from '../people/stage.ts';

const agent: Actor = { role: 'agent' };
const all = Object.keys(sampleCommands) as CommandType[];
const halfPastThree = Date.parse('2026-11-22T03:30:00+08:00');
const days = (hall: TestEngine): string[] => hall.db.journal.read(1, 1_000).flatMap(({ kind }) => (kind === 'dayOpened' || kind === 'dayClosed' ? [kind] : []));

/** A day that nobody closed, and the night after it: 03:30 of the next. */
async function atNight() {
  const hall = openEngine();
  const { workerId } = await newcomer(hall, 1, { purposes: ['sharing'] });
  hall.clock.now = halfPastThree;
  return { hall, workerId };
}

test('every command at half past three: the day begins with an accepted one whose row says so, and with nothing else', async () => {
  const { hall } = await atNight();
  const opened = (): number => days(hall).filter((kind) => kind === 'dayOpened').length;
  let before = opened();
  const accepted: Record<'begins' | 'none' | 'named', CommandType[]> = { begins: [], none: [], named: [] };
  // Those that begin nothing first: after the first that does, there is nothing left to begin.
  for (const type of all.toSorted((one, other) => Number(commandDays[one] === 'begins') - Number(commandDays[other] === 'begins'))) {
    const answer = await hall.engine.handle({ type, commandId: `night-${type}`, ...sampleCommands[type] }, commandRows[type].staff.length === 0 ? agent : staffActor);
    if (answer.ok) accepted[commandDays[type]].push(type);
    const begun = opened() - before;
    expect([type, begun > 0]).toEqual([type, answer.ok && commandDays[type] === 'begins' && accepted.begins.length === 1]);
    before = opened();
  }
  expect(days(hall).slice(0, 3)).toEqual(['dayOpened', 'dayClosed', 'dayOpened']);
  expect(hall.failures).toEqual([]);
  // The walk is worth nothing when all of them are refused.
  expect(accepted.none).toEqual(expect.arrayContaining(['takeCityKey', 'noteExport', 'hearErasure', 'runRetention', 'noteDevice', 'putNotice', 'enrolDevice']));
  expect(accepted.begins.length).toBeGreaterThan(0);
});

test('a hall that never opened: whatever begins no day fails at nothing for want of one', async () => {
  const hall = openEngine();
  for (const type of all.filter((one) => commandDays[one] === 'none')) await hall.engine.handle({ type, commandId: `never-${type}`, ...sampleCommands[type] }, agent);
  expect([hall.failures, days(hall)]).toEqual([[], []]);
});

test('what the agent does by itself in the night is of the day before, or of none: the city’s key, somebody told to the city, an erasure, a file, what was shown, the clearing', async () => {
  const { hall, workerId } = await atNight();
  const ask = <T extends CommandType>(type: T, content: Omit<CommandOf<T>, 'type' | 'commandId'>): Promise<Answer> => hall.ask(type, content, agent);
  const done: readonly Answer[] = [
    await ask('takeCityKey', { keyId: '0123456789abcdef' }),
    await ask('shareWorker', { workerId, share: { to: '0123456789abcdef', hallKey: 'A'.repeat(43), box: 'A'.repeat(60) } }),
    await ask('noteShown', { workerId, view: 'accessCopy', reason: 'personAsked', by: 'staff-1', approvedBy: 'admin-1' }),
    await ask('noteExport', sampleCommands.noteExport),
    await ask('runRetention', {}),
    await ask('hearErasure', { ...sampleCommands.hearErasure, workerIds: [workerId] }),
  ];
  const facts = done.flatMap(factsOf);
  expect(facts.map(({ type }) => type)).toEqual(expect.arrayContaining(['cityKeyTaken', 'workerShared', 'personalShown', 'recordsExported', 'retentionRan', 'workerErased', 'erasureHeard']));
  expect(facts.find(({ type }) => type === 'retentionRan')).toMatchObject({ businessDay: '2026-11-21' });
  expect(facts.find(({ type }) => type === 'workerErased')).toMatchObject({ receipt: '20261121-001' });
  expect([days(hall), hall.db.view.openDay()]).toEqual([['dayOpened'], '2026-11-21']);
  // Whoever comes then begins it, and what was written in the night is counted without a complaint.
  expect(factsOf(await hall.ask('takeWorkNumber', { trades: ['0101'] })).map(({ type }) => type)).toContain('dayOpened');
  expect(hall.db.catchUp(1_000)).toBe(0);
});

test('a job that is over gets its end in the night, and no day begins by it', async () => {
  const { hall } = await atNight();
  hall.clock.now = morning;
  const { jobId } = await postedJob(hall);
  hall.clock.now = halfPastThree;
  expect(factsOf(await hall.ask('expireJobs', { limit: 10 }, agent))).toMatchObject([{ type: 'jobExpired', jobId }]);
  expect(days(hall)).toEqual(['dayOpened']);
});

test('an erasure is heard in the night although a call was left open: nobody stands there, and by day it waits for its end', async () => {
  const { hall, workerId } = await atNight();
  hall.clock.now = morning;
  const { jobId } = await postedJob(hall, { headcount: 1 });
  factOf(await hall.ask('callForJob', { tableId: 't1', jobId, count: 1 }, staffActor), 'ticketCalled');
  const hear = () => hall.ask('hearErasure', { ...sampleCommands.hearErasure, workerIds: [workerId] }, agent);
  expect(refusalOf(await hear())).toBe('erasureWaits workerIds');
  hall.clock.now = halfPastThree;
  expect(factsOf(await hear()).map(({ type }) => type)).toContain('workerErased');
  expect([days(hall), hall.db.view.worker(workerId)]).toEqual([['dayOpened'], undefined]);
});

test('an order of the night is a job at once and begins no day: it stands in the books of the last one, and goes on when somebody comes', async () => {
  const { hall } = await atNight();
  hall.clock.now = morning;
  const { employerId } = await postedJob(hall);
  hall.clock.now = halfPastThree;
  const order = (content: Partial<CommandOf<'takeOnlineOrder'>>) => hall.ask('takeOnlineOrder', { orderId: 'order-night', employer: { employerId }, terms: soundTerms(hall.clock.now), ...content }, agent);
  const { jobId, ...posted } = factOf(await order({ revision: 1 }), 'jobPosted');
  expect(posted).toMatchObject({ number: 'J002', businessDay: '2026-11-21', onlineOrder: 'order-night' });
  expect(factsOf(await order({ revision: 2, changes: [{ revision: 2, change: { headcount: 7 } }] })).map(({ type }) => type)).toEqual(['jobChanged', 'onlineOrderAnswered']);
  expect([days(hall), hall.db.view.openDay()]).toEqual([['dayOpened'], '2026-11-21']);
  await newcomer(hall, 2);
  expect([days(hall), hall.db.view.openDay()]).toEqual([['dayOpened', 'dayClosed', 'dayOpened'], '2026-11-22']);
  expect(hall.db.faces.board.jobs(hall.clock.now, 9)).toMatchObject([{ jobId, number: 'J002' }]);
  expect(factOf(await order({ revision: 3, withdrawn: 'weather' }), 'jobClosed').jobId).toBe(jobId);
  expect([hall.db.catchUp(1_000), hall.failures]).toEqual([0, []]);
});

test('another hall’s offer in the night is for nobody of yesterday, and begins no day; somebody who comes for a job here is expected on the day that begins then', async () => {
  const { hall, workerId } = await atNight();
  hall.clock.now = morning;
  const { employerId } = await postedJob(hall);
  const ticketId = hall.db.view.visitOf(workerId)!.ticketId;
  const { ticket: left } = await newcomer(hall, 4, { trades: ['0101'] });
  await hall.ask('setWishes', { who: { by: 'card', card: person(4) }, wishes: { otherHalls: true } });
  const leftOver = () => leftoversOf(hall.db, hall.clock.now).people.map((one) => one.ticketId);
  // The small hours belong to the day before: whoever waits there at two is still asked.
  hall.clock.now = halfPastThree - 90 * 60_000;
  expect(leftOver()).toEqual([left.ticketId]);
  factOf(await offerTo(hall, 'referral-1', ticketId), 'referralOffered');
  await settle(hall, 'referral-1', 'expired');
  hall.clock.now = halfPastThree;
  expect(leftOver()).toEqual([]);
  expect(refusalOf(await offerTo(hall, 'referral-2', ticketId))).toBe('ticketNotWaiting about.ticketId');
  const { jobId } = factOf(await hall.ask('takeOnlineOrder', { orderId: 'order-night', employer: { employerId }, terms: soundTerms(hall.clock.now) }, agent), 'jobPosted');
  factOf(await offerFor(hall, 'referral-3', jobId), 'referralOffered');
  factOf(await settle(hall, 'referral-3', 'confirmed'), 'referralSettled');
  expect(days(hall)).toEqual(['dayOpened']);
  const expected = () => hall.db.faces.referrals.today(jobId, hall.clock.now, 9).expected.map((one) => one.referralId);
  expect(expected()).toEqual(['referral-3']);
  await newcomer(hall, 2);
  expect([hall.db.view.openDay(), expected()]).toEqual(['2026-11-22', ['referral-3']]);
  // The day after it is nobody's news any more.
  hall.clock.now += 24 * 3_600_000;
  await newcomer(hall, 3);
  expect(expected()).toEqual([]);
  expect(hall.failures).toEqual([]);
});
