/* Four eyes at a console's own line: the second person proves to stand there by PIN, for one file, and for a short time. */
import { once } from 'node:events';
import { pino } from 'pino';
import { io, type Socket } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import { namespaces } from '@kuaizhao/sync-agent/contract/lan.ts';
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import type { QueryAnswer } from '@kuaizhao/sync-agent/contract/queries/query.ts';
import { lanVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import { startHall } from '@kuaizhao/sync-agent/hall/hall-agent.ts';
import { tempDir } from '../../../fixtures/engine.ts';
import { seedMorning } from '../../../town/seed.ts';
import { demoPin, hallConfig } from '../../../town/town.ts';

const roles = ['supervisor', 'admin', 'clerk'] as const;

test('§4 F22 four eyes: without a PIN, with a wrong one, with one’s own and with a clerk’s no file with people leaves; with a second one’s one file, and only one', async () => {
  const config = hallConfig(tempDir());
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

test('§4 four eyes: nobody is erased at a desk by one person; with a second one’s PIN one person is, and the journal says both; a phone for an employer likewise', async () => {
  const config = hallConfig(tempDir());
  const pin = config.staff[0]?.pin ?? '';
  const hall = await startHall({ ...config, staff: roles.map((role) => ({ staffId: `${role}-9`, name: '值班', role, pin })) }, pino({ level: 'silent' }));
  onTestFinished(() => hall.close());
  await seedMorning(hall.engine, Date.now());
  // Nobody who is just called: they would be asked to wait.
  const free = hall.db.journal.read(1, 1_000).flatMap(({ kind, key }) => (kind === 'workerRegistered' ? [key] : [])).filter((id) => { const visit = hall.db.view.visitOf(id); return visit === undefined || hall.db.view.ticket(visit.ticketId)?.state === 'waiting'; });
  const workers = free.slice(0, 2);
  expect(workers).toHaveLength(2);
  const socket: Socket = io(hall.urls.agent + namespaces.console, { transports: ['websocket'], forceNew: true, reconnection: false, auth: { version: lanVersion, deviceId: 'console-1' } });
  onTestFinished(() => { socket.close(); });
  await once(socket as unknown as NodeJS.EventEmitter, 'desk');
  const say = (event: string, message: unknown): Promise<unknown> => socket.timeout(5_000).emitWithAck(event, message);
  const vouch = (staffId: string, given = demoPin): Promise<unknown> => say('vouch', { staffId, pin: given });
  let ids = 0;
  const erase = async (workerId: string | undefined): Promise<string> => {
    const answer = await say('command', { type: 'eraseWorker', commandId: `command-erase-${String(++ids)}`, who: { by: 'worker', workerId }, reason: 'personAsked' }) as Answer;
    return answer.ok ? 'done' : answer.refusal.code;
  };
  const phone = async (asked: object): Promise<string> => { const answer = await say('query', { name: 'phoneForEmployer', asked }) as QueryAnswer; return answer.ok ? 'told' : answer.refusal.code; };
  expect(await say('signIn', { staffId: 'clerk-9', pin: demoPin })).toMatchObject({ ok: true });
  expect(await erase(workers[0])).toBe('secondPersonMissing');
  // Oneself, a colleague who answers for nothing, and a wrong PIN are nobody beside.
  await vouch('clerk-9');
  expect(await erase(workers[0])).toBe('secondPersonMissing');
  await vouch('admin-9', '000000');
  expect(await erase(workers[0])).toBe('secondPersonMissing');
  // What the message says of a second person is no proof.
  expect((await say('command', { type: 'eraseWorker', commandId: 'command-erase-said', who: { by: 'worker', workerId: workers[0] }, reason: 'personAsked', second: 'admin-9' }) as Answer).ok).toBe(false);
  expect(await vouch('admin-9')).toMatchObject({ ok: true });
  expect([await erase(workers[0]), await erase(workers[1])]).toEqual(['done', 'secondPersonMissing']);
  const erased = hall.db.journal.read(1, 2_000).flatMap(({ kind, body }) => (kind === 'workerErased' ? [JSON.parse(body) as object] : []));
  expect(erased).toMatchObject([{ by: 'clerk-9', approvedBy: 'admin-9' }]);
  expect(await phone({ asked: { by: 'call', callId: 'none' } })).toBe('reasonMissing');
  // Five wrong PINs of the second one make that name wait.
  for (let tried = 1; tried <= 5; tried++) await vouch('supervisor-9', '000000');
  expect(await vouch('supervisor-9')).toMatchObject({ ok: false, waitMs: expect.any(Number) as number });
  expect(await erase(workers[1])).toBe('secondPersonMissing');
});
