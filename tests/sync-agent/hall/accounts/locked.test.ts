/* A console that nobody touches: the hall itself stops hearing it and telling it anything, until whoever sat there types the PIN. */
import { once } from 'node:events';
import { pino } from 'pino';
import { io, type Socket } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import { inputEveryMs } from '@kuaizhao/db/domain/staff/idle.ts';
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import { namespaces } from '@kuaizhao/sync-agent/contract/lan.ts';
import type { QueryAnswer } from '@kuaizhao/sync-agent/contract/queries/query.ts';
import { lanVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import { systemClock } from '@kuaizhao/sync-agent/hall/clock.ts';
import { hallConfigSchema } from '@kuaizhao/sync-agent/hall/config.ts';
import { startHall } from '@kuaizhao/sync-agent/hall/hall-agent.ts';
import { tempDir } from '../../../fixtures/engine.ts';
import { demoPin, hallConfig } from '../../../town/town.ts';

const minute = 60_000;

/** A console of a hall with a lock after two minutes, whose time the test turns. */
async function openConsole() {
  const config = hallConfig(tempDir());
  let [shifted, ids] = [0, 0];
  const timers = new Set<() => void>();
  const clock = {
    ...systemClock, monotonicMs: () => 1_000_000 + shifted,
    // Only the locks of consoles wait for minutes here; the test lets them look.
    after: (ms: number, run: () => void): (() => void) => {
      if (ms < minute) return systemClock.after(ms, run);
      timers.add(run);
      return () => { timers.delete(run); };
    },
  };
  const hall = await startHall({ ...config, hall: { ...config.hall, idleLockMinutes: 2 } }, pino({ level: 'silent' }), clock);
  onTestFinished(() => hall.close());
  const socket: Socket = io(hall.urls.agent + namespaces.console, { transports: ['websocket'], forceNew: true, reconnection: false, auth: { version: lanVersion, deviceId: 'console-1' } });
  onTestFinished(() => { socket.close(); });
  const heard: string[] = [];
  for (const event of ['floor', 'locked']) socket.on(event, () => heard.push(event));
  await once(socket as unknown as NodeJS.EventEmitter, 'desk');
  const say = (event: string, message: unknown): Promise<unknown> => socket.timeout(30_000).emitWithAck(event, message);
  return {
    socket, heard, hall,
    signIn: (staffId = 'clerk-1', pin = demoPin) => say('signIn', { staffId, pin }),
    vouch: () => say('vouch', { staffId: 'admin-1', pin: demoPin }),
    send: async (): Promise<string> => { const answer = await say('command', { type: 'takeTicket', commandId: `command-lock-${String(++ids)}`, service: 'policy' }) as Answer; return answer.ok ? 'done' : answer.refusal.code; },
    ask: async (): Promise<string> => { const answer = await say('query', { name: 'wait', asked: { service: 'work' } }) as QueryAnswer; return answer.ok ? 'told' : answer.refusal.code; },
    /** So much later; what waits for minutes looks at its clock. */
    later(ms: number): void { shifted += ms; const due = Array.from(timers); timers.clear(); for (const run of due) run(); },
    touch: async (): Promise<void> => { socket.emit('input'); await say('signOut2', {}).catch(() => undefined); },
  };
}

test('§4 a console that nobody touches is locked by the hall: it hears `locked`, no floor any more, and everything is refused by that name', async () => {
  const desk = await openConsole();
  expect(await desk.signIn()).toMatchObject({ ok: true, lockAfterMs: 2 * minute });
  desk.later(2 * minute);
  // The page tells of input now and then only: the hall waits so much longer than the page.
  expect([await desk.send(), await desk.ask()]).toEqual(['done', 'told']);
  const locked = once(desk.socket as unknown as NodeJS.EventEmitter, 'locked');
  desk.later(2 * minute + inputEveryMs);
  await locked;
  const floors = desk.heard.filter((event) => event === 'floor').length;
  expect([await desk.send(), await desk.ask(), await desk.vouch()]).toEqual(['locked', 'locked', { ok: false, waitMs: 0 }]);
  // What becomes true meanwhile is told to nobody who may be somebody else.
  expect((await desk.hall.engine.handle({ type: 'takeTicket', commandId: 'command-of-agent', service: 'policy' }, { role: 'agent' })).ok).toBe(true);
  await desk.touch();
  expect([desk.heard.filter((event) => event === 'floor').length, desk.heard.filter((event) => event === 'locked')]).toEqual([floors, ['locked']]);
  expect(await desk.signIn('clerk-1', '000000')).toMatchObject({ ok: false });
  expect(await desk.ask()).toBe('locked');
  expect(await desk.signIn()).toMatchObject({ ok: true });
  expect([await desk.send(), await desk.ask()]).toEqual(['done', 'told']);
  await expect.poll(() => desk.heard.filter((event) => event === 'floor').length).toBeGreaterThan(floors);
});

test('§4 input keeps a console open, questions that a page asks by itself do not; nothing but the PIN opens a locked one', async () => {
  const desk = await openConsole();
  await desk.signIn();
  for (let turn = 0; turn < 4; turn++) {
    desk.later(100_000);
    await desk.touch();
    expect(await desk.ask()).toBe('told');
  }
  for (let turn = 0; turn < 2; turn++) {
    desk.later(60_000);
    expect(await desk.ask()).toBe('told');
  }
  desk.later(20_000);
  expect(await desk.ask()).toBe('locked');
  await desk.touch();
  expect(await desk.ask()).toBe('locked');
});

test('§4 the lock is a setting of the hall: one minute to sixty, a refusal by name beside them', async () => {
  const config = hallConfig(tempDir());
  const wrong = (idleLockMinutes: unknown): string[] => hallConfigSchema.safeParse({ ...config, hall: { ...config.hall, idleLockMinutes } }).error?.issues.map(({ path }) => path.join('.')) ?? [];
  expect([wrong(1), wrong(60), wrong(undefined)]).toEqual([[], [], []]);
  for (const bad of [0, 61, 2.5, '5', null]) expect([bad, wrong(bad)]).toEqual([bad, ['hall.idleLockMinutes']]);
});
