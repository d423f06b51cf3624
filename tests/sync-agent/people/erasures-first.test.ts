/* A hall that came back from a backup shows nobody before the city's erasures are done, a minute at most; what names nobody goes on. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import { namespaces } from '@kuaizhao/sync-agent/contract/lan.ts';
import { lanVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import { erasuresFirstMs, startErasuresFirst, type ErasuresDue } from '@kuaizhao/sync-agent/hall/people/erasures-first.ts';
import { quietLog } from '../../fixtures/city/hall.ts';
import { morning, tempDir } from '../../fixtures/engine.ts';
import { person } from '../../fixtures/people.ts';
import { eventually } from '../../flows/stage/eventually.ts';
import { handClock } from '../../flows/stage/hand-clock.ts';
import { AtConsole } from '../../flows/stage/people.ts';
import { kioskKey, openTown, pin, supervisor, type Town } from './stage.ts';

const erased = { ...person(91), name: '名某甲' };
const who = { by: 'card' as const, card: erased };
const patienceMs = 180_000;
const register = (town: Town, name: 'hall-a' | 'hall-b') => town.ask(name, { type: 'registerWorker', card: erased, consent: { textVersion: '2026-11', purposes: ['registration', 'sharing'] }, trades: ['0201'] });
const identity = (town: Town): unknown => JSON.parse(readFileSync(join(town.dir, 'hall-a', 'identity.json'), 'utf8'));

async function atKiosk(town: Town): Promise<Socket> {
  const socket = io(town.hall('hall-a').urls.agent + namespaces.kiosk, { transports: ['websocket'], forceNew: true, reconnection: false, auth: { version: lanVersion, deviceId: 'kiosk-1', key: kioskKey } });
  onTestFinished(() => { socket.close(); });
  await once(socket as unknown as NodeJS.EventEmitter, 'hall');
  return socket;
}

test('I11 rule 14 a backup of before an erasure is put back while the city is away: both doors refuse whoever it is about, paper numbers go on, and once the city is heard the person is gone', async () => {
  const town = await openTown();
  for (const name of ['hall-a', 'hall-b'] as const) await register(town, name);
  await town.caughtUp('hall-a');
  const file = join(tempDir(), 'before.kzb');
  expect(await town.operateHall('hall-a', 'backup', file)).toMatchObject({ ok: true });
  expect(await town.ask('hall-b', { type: 'eraseWorker', who, reason: 'personAsked', everywhere: true }, supervisor)).toMatchObject({ ok: true });
  await eventually('hall A has forgotten', () => town.hall('hall-a').db.view.workerByNumber(erased.number) === undefined);

  await town.hubDown();
  expect(await town.operateHall('hall-a', 'restore', file)).toMatchObject({ ok: true });
  expect(town.hall('hall-a').db.view.workerByNumber(erased.number), 'the backup holds the person').toBeDefined();
  const [lead, kiosk] = [new AtConsole(town.hall('hall-a').urls.agent, 'console-1'), await atKiosk(town)];
  onTestFinished(() => lead.close());
  await lead.signIn('supervisor-1', pin);
  const look = (): Promise<unknown> => kiosk.timeout(5_000).emitWithAck('query', { name: 'myCalls', asked: { card: erased } }) as Promise<unknown>;
  const waits = { ok: false, refusal: { code: 'erasuresFirst' } };
  expect(await lead.question('findWorkers', { by: 'number', text: erased.number })).toMatchObject(waits);
  expect(await lead.ask({ type: 'checkIn', card: erased })).toMatchObject(waits);
  expect(await look()).toMatchObject(waits);
  expect(await kiosk.timeout(5_000).emitWithAck('command', { type: 'checkIn', commandId: 'command-tap-1', card: erased })).toMatchObject(waits);
  expect(await kiosk.timeout(5_000).emitWithAck('command', { type: 'takeTicket', commandId: 'command-paper-1', service: 'policy' }), 'a paper number names nobody').toMatchObject({ ok: true });
  await eventually('staff are told', () => lead.floor?.alarms?.some(({ kind }) => kind === 'erasures'));
  expect(identity(town)).toMatchObject({ erasuresFirst: true });

  await town.hubAgain();
  const found = await eventually('people are shown', async () => { const answer = await lead.question('findWorkers', { by: 'number', text: erased.number }); return answer.ok && answer; });
  expect(found, 'and the first look finds nobody').toMatchObject({ value: { workers: [] } });
  expect(await look()).not.toMatchObject(waits);
  await eventually('the alarm is over', () => lead.floor?.alarms?.some(({ kind }) => kind === 'erasures') !== true);
  expect(identity(town)).not.toHaveProperty('erasuresFirst');
}, patienceMs);

function stage(over: Partial<ErasuresDue> = {}, left: () => number = () => 0) {
  const time = handClock(morning);
  let [due, opened] = [true, 0];
  const gate = startErasuresFirst({
    erasures: () => ({ due: () => due, done: () => { due = false; return Promise.resolve(); }, heardAll: () => true, ...over }),
    left, clock: time.clock, log: quietLog, opened: () => { opened += 1; },
  });
  onTestFinished(() => { gate.stop(); });
  return { gate, time, opened: () => opened };
}

test('rule 14 the city cannot be reached: after a minute people are shown, the alarm stays until the erasures are done', async () => {
  let heard = false;
  const { gate, time, opened } = stage({ heardAll: () => heard });
  expect(gate.holdsCommand('checkIn') && gate.holdsQuery('accessCopy')).toBe(true);
  expect(gate.holdsCommand('takeTicket') || gate.holdsQuery('wait')).toBe(false);
  await time.pass(erasuresFirstMs - 1_000);
  expect([gate.peopleShown(), opened()]).toEqual([false, 0]);
  await time.pass(2_000);
  expect([gate.peopleShown(), opened(), gate.dueSince()]).toEqual([true, 1, morning]);
  heard = true;
  await time.pass(2_000);
  expect([gate.peopleShown(), opened(), gate.dueSince()]).toEqual([true, 1, undefined]);
});

test('rule 14 nobody is shown while an erasure waits for the end of a call, or its end is not on disk', async () => {
  let left = 1;
  let full = true;
  let due = true;
  const { gate, time } = stage({ due: () => due, done: () => { if (full) return Promise.reject(new Error('disk full')); due = false; return Promise.resolve(); } }, () => left);
  await time.pass(5_000);
  expect(gate.peopleShown()).toBe(false);
  left = 0;
  await time.pass(5_000);
  expect(gate.peopleShown()).toBe(false);
  full = false;
  await time.pass(2_000);
  expect([gate.peopleShown(), gate.dueSince()]).toEqual([true, undefined]);
});
