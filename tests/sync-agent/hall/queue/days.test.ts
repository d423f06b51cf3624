/* Which commands begin a business day: every command there is, asked at an hour at which nobody has begun it yet. */
import { expect, test } from 'vitest';
import { commandDays } from '@kuaizhao/db/domain/command-days.ts';
import type { CommandOf, CommandType } from '@kuaizhao/db/domain/command.ts';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import { commandRows } from '@kuaizhao/sync-agent/contract/may/commands.ts';
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import { factOf, factsOf, morning, openEngine, refusalOf, staffActor, type TestEngine } from '../../../fixtures/engine.ts';
import { sampleCommands } from '../../../fixtures/sample-commands.ts';
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
