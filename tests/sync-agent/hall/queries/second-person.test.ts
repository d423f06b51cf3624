/* Four eyes at a console's own line: the second person proves to stand there by PIN, for one file, and for a short time. */
import { once } from 'node:events';
import { pino } from 'pino';
import { io, type Socket } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import { namespaces } from '@kuaizhao/sync-agent/contract/lan.ts';
import type { QueryAnswer } from '@kuaizhao/sync-agent/contract/queries/query.ts';
import { lanVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import { startHall } from '@kuaizhao/sync-agent/hall/hall-agent.ts';
import { tempDir } from '../../../fixtures/engine.ts';
import { seedMorning } from '../../../town/seed.ts';
import { demoPin, hallConfig } from '../../../town/town.ts';

const roles = ['supervisor', 'admin', 'clerk'] as const;

test('§4 F22 four eyes: without a PIN, with a wrong one, with one’s own and with a clerk’s no file with people leaves; with a second one’s one file, and only one', async () => {
  const config = await hallConfig(tempDir());
  const pin = config.staff[0]?.pin ?? '';
  const hall = await startHall({ ...config, staff: roles.map((role) => ({ staffId: `${role}-9`, name: '值班', role, pin })) }, pino({ level: 'silent' }));
  onTestFinished(() => hall.close());
  await seedMorning(hall.engine, Date.now());
  const day = JSON.parse(hall.db.journal.read(1, 1_000).find((row) => row.kind === 'dayOpened')?.body ?? '{}') as { readonly businessDay: string };
  const socket: Socket = io(hall.urls.agent + namespaces.console, { transports: ['websocket'], forceNew: true, reconnection: false, auth: { version: lanVersion, deviceId: 'console-1' } });
  onTestFinished(() => { socket.close(); });
  await once(socket as unknown as NodeJS.EventEmitter, 'desk');
  const say = (event: string, message: unknown): Promise<unknown> => socket.timeout(5_000).emitWithAck(event, message);
  const vouch = (staffId: string, given = demoPin): Promise<unknown> => say('vouch', { staffId, pin: given });
  const file = async (approvedBy?: string): Promise<string> => {
    const answer = await say('query', { name: 'exportRecords', asked: { what: 'seekers', format: 'csv', from: day.businessDay, to: day.businessDay, personal: true, ...(approvedBy === undefined ? {} : { approvedBy }) } }) as QueryAnswer;
    return answer.ok ? 'told' : answer.refusal.code;
  };
  // Nobody has signed in: nobody can stand beside.
  expect(await vouch('admin-9')).toEqual({ ok: false, waitMs: 0 });
  expect(await say('signIn', { staffId: 'supervisor-9', pin: demoPin })).toMatchObject({ ok: true });
  expect(await file('admin-9')).toBe('secondPersonMissing');
  expect(await vouch('admin-9', '0000')).toMatchObject({ ok: false });
  expect(await file('admin-9')).toBe('secondPersonMissing');
  expect(await vouch('supervisor-9')).toMatchObject({ ok: true });
  expect(await file('supervisor-9')).toBe('secondPersonMissing');
  expect(await vouch('clerk-9')).toMatchObject({ ok: true, role: 'clerk' });
  expect(await file('clerk-9')).toBe('secondPersonMissing');
  expect(await vouch('admin-9')).toMatchObject({ ok: true, role: 'admin' });
  // Another question between the PIN and the file takes nothing away.
  expect(await say('query', { name: 'reports', asked: {} })).toMatchObject({ ok: true });
  expect([await file('admin-9'), await file('admin-9')]).toEqual(['told', 'secondPersonMissing']);
  expect(await vouch('admin-9')).toMatchObject({ ok: true });
  await socket.timeout(5_000).emitWithAck('signOut');
  expect(await say('signIn', { staffId: 'supervisor-9', pin: demoPin })).toMatchObject({ ok: true });
  expect(await file('admin-9')).toBe('secondPersonMissing');
  expect(await say('vouch', { staffId: 'admin-9', pin: 'not a pin' })).toEqual({ ok: false, waitMs: 0 });
  // Somebody else sits down without the first one's leaving: who vouched did so for the first.
  expect(await vouch('admin-9')).toMatchObject({ ok: true });
  expect(await say('signIn', { staffId: 'supervisor-9', pin: demoPin })).toMatchObject({ ok: true });
  expect(await file('admin-9')).toBe('secondPersonMissing');
  // Left while the PIN was being looked at: the proof is for nobody, whoever sits down then.
  const proving = vouch('admin-9');
  await socket.timeout(5_000).emitWithAck('signOut');
  await proving;
  expect(await say('signIn', { staffId: 'supervisor-9', pin: demoPin })).toMatchObject({ ok: true });
  expect(await file('admin-9')).toBe('secondPersonMissing');
});
