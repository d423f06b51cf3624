/* Accounts at the consoles of a running agent: a new clerk needs no restart, a PIN that was given out opens nothing but the own one, and whoever is closed is out at once. */
import { once } from 'node:events';
import { pino } from 'pino';
import { io, type Socket } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import type { Desk } from '@kuaizhao/sync-agent/contract/console.ts';
import { namespaces } from '@kuaizhao/sync-agent/contract/lan.ts';
import type { QueryAnswer } from '@kuaizhao/sync-agent/contract/queries/query.ts';
import type { QueryReply } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import { lanVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import { systemClock } from '@kuaizhao/sync-agent/hall/clock.ts';
import { startHall } from '@kuaizhao/sync-agent/hall/hall-agent.ts';
import { tempDir } from '../../../fixtures/engine.ts';
import { demoPin, hallConfig } from '../../../town/town.ts';

const silent = pino({ level: 'silent' });
const pin = '480251';
const own = '905173';
let ids = 0;

async function openHall(dir = tempDir()) {
  const shifted = { ms: 0 };
  // Time stands still unless the test moves it: a slow machine must not end a wait or a proof.
  const began = systemClock.now();
  const clock = { ...systemClock, now: () => began + shifted.ms, monotonicMs: () => 1_000_000 + shifted.ms };
  const hall = await startHall(hallConfig(dir), silent, clock);
  let open = true;
  const close = async (): Promise<void> => { if (open) { open = false; await hall.close(); } };
  onTestFinished(close);
  const sit = async (deviceId: string) => {
    const socket: Socket = io(hall.urls.agent + namespaces.console, { transports: ['websocket'], forceNew: true, reconnection: false, auth: { version: lanVersion, deviceId } });
    onTestFinished(() => { socket.close(); });
    const floors: unknown[] = [];
    socket.on('floor', (floor) => floors.push(floor));
    const [desk] = await once(socket as unknown as NodeJS.EventEmitter, 'desk') as [Desk];
    const say = (event: string, message?: unknown): Promise<unknown> => socket.timeout(30_000).emitWithAck(event, ...(message === undefined ? [] : [message]));
    return {
      socket, floors, desk,
      signIn: (staffId: string, given = demoPin) => say('signIn', { staffId, pin: given }),
      vouch: (staffId: string, given: string) => say('vouch', { staffId, pin: given }),
      send: async (command: object): Promise<string> => { const answer = await say('command', { commandId: `command-console-${String(++ids)}`, ...command }) as Answer; return answer.ok ? 'done' : answer.refusal.code; },
      query: async (name: string, asked: object = {}): Promise<string> => { const answer = await say('query', { name, asked }) as QueryAnswer; return answer.ok ? 'told' : answer.refusal.code; },
      accounts: async () => { const answer = await say('query', { name: 'accounts', asked: {} }) as { readonly ok: true; readonly value: QueryReply<'accounts'> }; return answer.value.accounts; },
      cut: () => once(socket as unknown as NodeJS.EventEmitter, 'disconnect') as Promise<[string]>,
    };
  };
  return { hall, sit, dir, close, shifted };
}

test('F33 a new clerk works without a restart: every console hears of the account, the given PIN opens nothing but the own one, and then the hall', async () => {
  const { sit, dir, close } = await openHall();
  const [chief, desk] = [await sit('console-1'), await sit('console-2')];
  await chief.signIn('admin-1');
  const heard = once(desk.socket as unknown as NodeJS.EventEmitter, 'staff') as Promise<[Desk['staff']]>;
  expect(await chief.send({ type: 'openAccount', staffId: 'clerk-7', name: '样例新人', role: 'clerk', pin })).toBe('done');
  expect((await heard)[0]).toContainEqual({ staffId: 'clerk-7', staffName: '样例新人', role: 'clerk' });
  expect(await desk.signIn('clerk-7', pin)).toEqual({ ok: true, staffName: '样例新人', role: 'clerk', mustSetPin: true, lockAfterMs: 300_000 });
  expect([await desk.send({ type: 'callNext', windowId: 'w1' }), await desk.send({ type: 'dropTables' }), await desk.query('wait', { service: 'work' }), await desk.vouch('admin-1', demoPin)]).toEqual(['pinFirst', 'pinFirst', 'pinFirst', { ok: false, waitMs: 0 }]);
  expect(desk.floors).toEqual([]);
  expect([await desk.send({ type: 'setOwnPin', pin: '123456' }), await desk.send({ type: 'setOwnPin', pin }), await desk.send({ type: 'callNext', windowId: 'w1' })]).toEqual(['pinRun', 'pinOld', 'pinFirst']);
  expect(await desk.send({ type: 'setOwnPin', pin: own })).toBe('done');
  expect(await desk.query('wait', { service: 'work' })).toBe('told');
  expect(desk.floors.length).toBeGreaterThan(0);
  await close();
  // The next start knows the account, and what the configuration says of others changes nothing.
  const again = await openHall(dir);
  const next = await again.sit('console-2');
  expect(next.desk.staff.filter(({ staffId }) => staffId === 'clerk-7')).toHaveLength(1);
  expect(await next.signIn('clerk-7', pin)).toMatchObject({ ok: false });
  expect(await next.signIn('clerk-7', own)).toEqual({ ok: true, staffName: '样例新人', role: 'clerk', lockAfterMs: 300_000 });
});

test('F33 who is closed, has another role or another PIN is cut off at once, everywhere, and others stay', async () => {
  const { sit } = await openHall();
  const [chief, other, lines] = [await sit('console-1'), await sit('console-9'), await Promise.all(['console-2', 'console-3', 'console-4'].map(sit))];
  await chief.signIn('admin-1');
  await other.signIn('supervisor-1');
  const [one, two, three] = lines;
  if (one === undefined || two === undefined || three === undefined) throw new Error('three consoles');
  // One after the other: of two tries of one name side by side only one is looked at.
  for (const line of [one, two]) expect(await line.signIn('clerk-1')).toMatchObject({ ok: true });
  const gone = Promise.all([one.cut(), two.cut()]);
  expect(await chief.send({ type: 'closeAccount', staffId: 'clerk-1' })).toBe('done');
  expect((await gone).map(([why]) => why)).toEqual(['io server disconnect', 'io server disconnect']);
  expect(await three.signIn('clerk-1')).toMatchObject({ ok: false });
  for (const change of [{ type: 'setAccountRole', role: 'clerk' }, { type: 'setAccountPin', pin }]) {
    const line = await sit('console-5');
    expect(await line.signIn('host-1')).toMatchObject({ ok: true });
    const cut = line.cut();
    expect(await chief.send({ ...change, staffId: 'host-1' })).toBe('done');
    expect((await cut)[0]).toBe('io server disconnect');
  }
  expect(await three.signIn('host-1', pin)).toMatchObject({ ok: true, role: 'clerk', mustSetPin: true });
  expect([await other.query('shifts', { day: '2026-11-21' }), chief.socket.connected]).toEqual(['told', true]);
});

test('F33 another own PIN needs the present one just now; one that was set by oneself cuts nobody', async () => {
  const { sit, shifted } = await openHall();
  const desk = await sit('console-1');
  await desk.signIn('clerk-1');
  shifted.ms = 121_000;
  expect(await desk.send({ type: 'setOwnPin', pin: own })).toBe('pinAgain');
  expect(await desk.signIn('clerk-1')).toMatchObject({ ok: true });
  expect(await desk.send({ type: 'setOwnPin', pin: own })).toBe('done');
  expect([desk.socket.connected, await desk.query('wait', { service: 'work' })]).toEqual([true, 'told']);
});

test('F33 an admin ends the wait after wrong tries; the list says who waits, never a PIN', async () => {
  const { sit } = await openHall();
  const [chief, desk] = [await sit('console-1'), await sit('console-2')];
  await chief.signIn('admin-1');
  for (let tried = 1; tried <= 5; tried++) await desk.signIn('clerk-1', '000000');
  expect(await desk.signIn('clerk-1')).toMatchObject({ ok: false });
  const waits = (await chief.accounts()).find(({ staffId }) => staffId === 'clerk-1');
  expect(waits?.waitMs).toBeGreaterThan(0);
  expect(Object.keys(waits ?? {}).toSorted()).toEqual(['card', 'name', 'noPin', 'oneTime', 'openedAt', 'role', 'staffId', 'waitMs']);
  expect(await chief.send({ type: 'unlockAccount', staffId: 'clerk-1' })).toBe('done');
  expect(await desk.signIn('clerk-1')).toMatchObject({ ok: true });
  // Whoever does not answer for the hall does not see who has an account in trouble.
  expect(await desk.query('accounts')).toBe('notYourRole');
});

test('F33 a PIN that was given out opens no kiosk and vouches for nobody', async () => {
  const { sit, hall } = await openHall();
  const [chief, desk] = [await sit('console-1'), await sit('console-2')];
  await chief.signIn('admin-1');
  await chief.send({ type: 'openAccount', staffId: 'supervisor-7', name: '样例主管', role: 'supervisor', pin });
  await desk.signIn('supervisor-1');
  expect(await desk.vouch('supervisor-7', pin)).toEqual({ ok: false, waitMs: 0 });
  expect(hall.db.faces.accounts.kept('supervisor-7')?.oneTime).toBe(true);
});
