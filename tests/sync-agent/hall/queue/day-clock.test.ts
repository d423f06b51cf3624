/* §5 the end of the day by the hall's rule, on a real agent whose clock the test turns: once, at the hour, whatever was restarted, and never against what staff said. */
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import type { FactOf, FactType } from '@kuaizhao/db/domain/fact.ts';
import { hallSettingsSchema } from '@kuaizhao/db/domain/hall/settings.ts';
import { startHall } from '@kuaizhao/sync-agent/hall/hall-agent.ts';
import { factOf, morning, refusalOf, staffActor, tempDir } from '../../../fixtures/engine.ts';
import { ann, openHall, take } from '../../../fixtures/queue-hall.ts';
import { handClock } from '../../../flows/stage/hand-clock.ts';
import { hallConfig } from '../../../town/town.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const quiet = pino({ level: 'silent' });
/** A moment of Saturday 21 November 2026, local; 27:00 is three in the morning after. */
const at = (time: string): number => morning + (Number(time.slice(0, 2)) - 5) * hour + Number(time.slice(3)) * minute;

let commands = 0;
/** An agent that starts at `from` over what the folder holds; `closeDayAt` absent: a hall that leaves it to its staff. */
async function agentFrom(dir: string, from: number, closeDayAt?: string) {
  const time = handClock(from);
  const config = hallConfig(dir);
  const rules = [{ from: '2026-01-01', ...(closeDayAt === undefined ? {} : { closeDayAt }) }];
  const hall = await startHall({ ...config, hall: hallSettingsSchema.parse({ ...config.hall, queueRules: rules }) }, quiet, time.clock);
  let open = true;
  const close = async (): Promise<void> => { if (open) await hall.close(); open = false; };
  onTestFinished(close);
  const ask = (type: string, content: object = {}, actor: Actor = staffActor) => { commands += 1; return hall.engine.handle({ type, commandId: `evening-${String(commands)}`, ...content }, actor); };
  const told = <T extends FactType>(type: T) => hall.db.journal.read(1, 1_000).filter(({ kind }) => kind === type).map(({ body }) => JSON.parse(body) as FactOf<T>);
  return {
    time, ask, told, close, isClosed: () => hall.db.view.dayClosed(),
    ticket: async () => factOf(await ask('takeTicket', { service: 'rights' }), 'ticketIssued'),
    call: async () => factOf(await ask('callNext', { windowId: 'w3' }), 'ticketCalled'),
    stateOf: (ticketId: string) => hall.db.view.ticket(ticketId)?.state,
    /** What the agent itself did or was refused about the day, as the audit has it. */
    asked: () => hall.db.audit.read({}).rows.filter(({ name }) => name === 'closeDay').map(({ act, who, outcome }) => [act, who, outcome]),
  };
}

test('§5 the agent closes the day at the hall’s hour, by itself and once: not a minute before, with the numbers that wait, and the audit says who', async () => {
  const hall = await agentFrom(tempDir(), at('17:58'), '18:00');
  const { ticketId } = await hall.ticket();
  await hall.time.pass(115 * second);
  expect([hall.isClosed(), hall.asked(), hall.stateOf(ticketId)]).toEqual([false, [], 'waiting']);
  await hall.time.pass(40 * second);
  expect(hall.told('dayClosed')).toEqual([{ type: 'dayClosed', businessDay: '2026-11-21', work: 0, windows: 1, called: 0, parked: 0 }]);
  expect(hall.stateOf(ticketId)).toBe('closed');
  await hall.time.pass(3 * minute);
  expect([hall.asked(), hall.told('dayClosed').length]).toEqual([[['command', 'agent', 'ok']], 1]);
});

test('§5 an agent that was off at the hour closes the day when it starts; one that comes back after three closes the day that was left', async () => {
  for (const back of [at('21:40'), at('29:00')]) {
    const dir = tempDir();
    const before = await agentFrom(dir, at('16:00'), '18:00');
    await before.ticket();
    await before.close();
    const after = await agentFrom(dir, back, '18:00');
    await after.time.pass(40 * second);
    expect(after.told('dayClosed')).toEqual([{ type: 'dayClosed', businessDay: '2026-11-21', work: 0, windows: 1, called: 0, parked: 0 }]);
    expect(after.told('dayOpened')).toHaveLength(1);
    await after.close();
  }
});

test('§5 who is at a window is served to the end, and then the day closes; who is parked does not keep it open', async () => {
  const hall = await agentFrom(tempDir(), at('17:59'), '18:00');
  await hall.ticket();
  await hall.ticket();
  expect((await hall.ask('park', { callId: (await hall.call()).callId })).ok).toBe(true);
  const call = await hall.call();
  await hall.time.pass(5 * minute);
  expect([hall.isClosed(), hall.asked()]).toEqual([false, []]);
  expect((await hall.ask('endCall', { callId: call.callId, outcome: 'served' })).ok).toBe(true);
  await hall.time.pass(40 * second);
  expect(hall.told('dayClosed')).toMatchObject([{ called: 0, parked: 1 }]);
});

test('§5 a day that staff opened again after the hour is theirs, also over a restart, until three in the morning', async () => {
  const dir = tempDir();
  const hall = await agentFrom(dir, at('17:59'), '18:00');
  await hall.ticket();
  await hall.time.pass(2 * minute);
  expect(hall.isClosed()).toBe(true);
  expect((await hall.ask('reopenDay')).ok).toBe(true);
  await hall.time.pass(3 * minute);
  expect(hall.isClosed()).toBe(false);
  await hall.close();
  const later = await agentFrom(dir, at('26:58'), '18:00');
  await later.time.pass(110 * second);
  expect([later.isClosed(), later.told('dayClosed').length]).toEqual([false, 1]);
  await later.time.pass(minute);
  expect(later.told('dayClosed')).toHaveLength(2);
  expect(later.told('dayOpened')).toHaveLength(1);
});

test('§5 a day that was closed by mistake in the morning and opened again still closes at its hour; one that staff closed is not closed again', async () => {
  const dir = tempDir();
  const before = await agentFrom(dir, at('10:00'), '18:00');
  await before.ticket();
  for (const act of ['closeDay', 'reopenDay']) expect((await before.ask(act)).ok).toBe(true);
  await before.close();
  const hall = await agentFrom(dir, at('17:59'), '18:00');
  await hall.time.pass(2 * minute);
  expect(hall.told('dayClosed').map(({ by }) => by)).toEqual(['staff-1', undefined]);
  expect((await hall.ask('reopenDay')).ok).toBe(true);
  expect((await hall.ask('closeDay')).ok).toBe(true);
  await hall.time.pass(2 * minute);
  expect(hall.told('dayClosed').map(({ by }) => by)).toEqual(['staff-1', undefined, 'staff-1']);
});

test('§5 another hour in the settings holds from the next start: a later one closes a day that was opened again before it, none closes nothing', async () => {
  const dir = tempDir();
  const first = await agentFrom(dir, at('17:59'), '18:00');
  await first.ticket();
  await first.time.pass(2 * minute);
  expect((await first.ask('reopenDay')).ok).toBe(true);
  await first.close();
  const without = await agentFrom(dir, at('28:00'));
  await without.time.pass(2 * minute);
  expect([without.isClosed(), without.told('dayClosed').length]).toEqual([false, 1]);
  await without.close();
  const other = await agentFrom(dir, at('19:59'), '20:00');
  await other.time.pass(2 * minute);
  expect(other.told('dayClosed')).toHaveLength(2);
});

test('§5 nothing is asked where no day has begun; one that begins after the hour, with whoever comes then, stays open until three in the morning', async () => {
  const dir = tempDir();
  const hall = await agentFrom(dir, at('18:30'), '18:00');
  await hall.time.pass(2 * minute);
  expect([hall.told('dayOpened'), hall.asked()]).toEqual([[], []]);
  const { ticketId } = await hall.ticket();
  await hall.time.pass(3 * minute);
  expect([hall.isClosed(), hall.stateOf(ticketId)]).toEqual([false, 'waiting']);
  await hall.close();
  const later = await agentFrom(dir, at('26:59'), '18:00');
  await later.time.pass(2 * minute);
  expect(later.told('dayClosed')).toHaveLength(1);
});

test('§5 an hour after midnight is the one of the night that ends the day; a clock that goes back to the day before closes nothing', async () => {
  const agent: Actor = { role: 'agent' };
  for (const [closeDayAt, before, due] of [['01:30', at('25:29'), at('25:30')], ['24:00', at('23:59'), at('24:00')], ['02:59', at('26:58'), at('26:59')]] as const) {
    const hall = openHall({ closeDayAt });
    await take(hall, 'rights');
    for (const now of [morning, at('23:00'), before, due - 24 * hour]) {
      hall.clock.now = now;
      expect([now, refusalOf(await hall.ask('closeDay', {}, agent))]).toEqual([now, 'dayNotOver']);
    }
    hall.clock.now = due;
    expect(refusalOf(await hall.ask('closeDay', {}, ann))).toBe('notYourRole');
    expect(factOf(await hall.ask('closeDay', {}, agent), 'dayClosed').businessDay).toBe('2026-11-21');
  }
});
