/* What staff do at a real agent's doors that is no command stands in the audit before they get their answer: by ids, with nothing of anybody in it. */
import { once } from 'node:events';
import { join } from 'node:path';
import { pino } from 'pino';
import { io, type Socket } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import { auditPageSchema } from '@kuaizhao/db/domain/audit/page.ts';
import { openHallDb } from '@kuaizhao/db/hall/hall-db.ts';
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import { namespaces } from '@kuaizhao/sync-agent/contract/lan.ts';
import type { QueryAnswer } from '@kuaizhao/sync-agent/contract/queries/query.ts';
import { lanVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import { staffRoles } from '@kuaizhao/db/domain/staff/role.ts';
import type { HallConfig } from '@kuaizhao/sync-agent/hall/config.ts';
import { startHall } from '@kuaizhao/sync-agent/hall/hall-agent.ts';
import { tempDir } from '../../../fixtures/engine.ts';
import { person } from '../../../fixtures/people.ts';
import { seedMorning } from '../../../town/seed.ts';
import { demoPin, hallConfig, kioskConfig } from '../../../town/town.ts';

async function openHall(over: Partial<HallConfig> = {}) {
  const config = { ...hallConfig(tempDir()), ...over };
  const hall = await startHall(config, pino({ level: 'silent' }));
  let open = true;
  const close = async (): Promise<void> => { if (open) await hall.close(); open = false; };
  onTestFinished(close);
  const line = async (namespace: string, auth: object): Promise<Socket> => {
    const socket = io(hall.urls.agent + namespace, { transports: ['websocket'], forceNew: true, reconnection: false, auth: { version: lanVersion, ...auth } });
    onTestFinished(() => { socket.close(); });
    await once(socket as unknown as NodeJS.EventEmitter, 'connect');
    return socket;
  };
  const say = <T>(socket: Socket, event: string, ...message: unknown[]): Promise<T> => socket.timeout(10_000).emitWithAck(event, ...message) as Promise<T>;
  return { config, hall, close, line, say, /** what people did; the agent does things of its own accord beside */
    told: (from = 2) => hall.db.audit.read({}).rows.toReversed().filter(({ seq, who }) => seq > from && who !== 'agent').map(({ act, who, role, device, name, subject, outcome }) => ({ act, who, role, device, name, subject, outcome })) };
}
const atConsole = { device: 'console-7', name: undefined, subject: undefined, outcome: 'ok' };

test('architecture §4 signing in, wrong PINs, names that nobody has, a second person, signing out and a line that ends: each a row when it is answered', async () => {
  const { hall, line, say, told } = await openHall();
  const socket = await line(namespaces.console, { deviceId: 'console-7' });
  const signIn = (staffId: string, pin = demoPin) => say(socket, 'signIn', { staffId, pin });
  await signIn('supervisor-1', '000000');
  expect(told()).toEqual([{ ...atConsole, act: 'signInFailed', who: 'supervisor-1', role: 'nobody', outcome: 'pinWrong' }]);
  await signIn('zhang-san');
  await signIn('supervisor-1');
  await say(socket, 'vouch', { staffId: 'admin-1', pin: demoPin });
  await say(socket, 'vouch', { staffId: 'admin-1', pin: '000000' });
  await say(socket, 'signOut');
  await signIn('clerk-1');
  socket.close();
  await expect.poll(() => told().slice(1)).toEqual([
    { ...atConsole, act: 'signInFailed', who: 'nobody', role: 'nobody', outcome: 'pinWrong' },
    { ...atConsole, act: 'signedIn', who: 'supervisor-1', role: 'supervisor' },
    { ...atConsole, act: 'vouched', who: 'admin-1', role: 'admin', subject: 'supervisor-1' },
    { ...atConsole, act: 'vouchFailed', who: 'admin-1', role: 'nobody', subject: 'supervisor-1', outcome: 'pinWrong' },
    { ...atConsole, act: 'signedOut', who: 'supervisor-1', role: 'supervisor' },
    { ...atConsole, act: 'signedIn', who: 'clerk-1', role: 'clerk' },
    { ...atConsole, act: 'signedOut', who: 'clerk-1', role: 'clerk', name: 'lineLost' },
  ]);
  expect(JSON.stringify(hall.db.audit.read({}))).not.toContain('zhang-san');
});

test('architecture §4 who was shown somebody, who fetched a file and who asked for what is not theirs stands there, and a kiosk that was opened', async () => {
  const { hall, line, say, told } = await openHall();
  await seedMorning(hall.engine, Date.now());
  const from = hall.db.audit.head().count;
  const day = JSON.parse(hall.db.journal.read(1, 1_000).find((row) => row.kind === 'dayOpened')?.body ?? '{}') as { readonly businessDay: string };
  const socket = await line(namespaces.console, { deviceId: 'console-7' });
  const ask = (name: string, asked: object) => say<QueryAnswer>(socket, 'query', { name, asked });
  await say(socket, 'signIn', { staffId: 'supervisor-1', pin: demoPin });
  expect(await ask('findWorkers', { by: 'number', text: person(1).number })).toMatchObject({ ok: true });
  const made = await ask('exportRecords', { what: 'jobs', format: 'csv', from: day.businessDay, to: day.businessDay });
  const { exportId } = (made.ok ? made.value : {}) as { readonly exportId: string };
  for (const at of [0, 10]) expect(await ask('exportPiece', { exportId, at })).toMatchObject({ ok: true });
  await say(socket, 'signIn', { staffId: 'clerk-1', pin: demoPin });
  expect(await ask('exportPiece', { exportId, at: 0 })).toMatchObject({ ok: false, refusal: { code: 'notYourRole' } });
  expect(await say<Answer>(socket, 'command', { type: 'closeDay', commandId: 'command-night' })).toMatchObject({ ok: false, refusal: { code: 'notYourRole' } });
  await expect.poll(() => told(from).map(({ act, who, name, subject, outcome }) => [act, who, name, subject, outcome])).toEqual([
    ['signedIn', 'supervisor-1', undefined, undefined, 'ok'],
    ['personalRead', 'supervisor-1', 'findWorkers', undefined, 'ok'],
    ['command', 'supervisor-1', 'noteExport', exportId, 'ok'],
    ['exportFetched', 'supervisor-1', 'exportPiece', exportId, 'ok'],
    ['signedIn', 'clerk-1', undefined, undefined, 'ok'],
    ['refused', 'clerk-1', 'exportPiece', undefined, 'notYourRole'],
    ['refused', 'clerk-1', 'closeDay', undefined, 'notYourRole'],
  ]);
  const { key } = kioskConfig('', 'http://127.0.0.1:1').agent;
  const kiosk = await line(namespaces.kiosk, { deviceId: 'kiosk-1', key });
  const open = (pin: string) => say<QueryAnswer>(kiosk, 'query', { name: 'mayMaintain', asked: { staffId: 'admin-1', pin } });
  expect([await open('000000'), await open(demoPin)]).toMatchObject([{ value: { granted: false } }, { value: { granted: true } }]);
  expect(told(from).slice(7)).toMatchObject([{ act: 'signInFailed', who: 'admin-1', role: 'nobody', device: 'kiosk-1', name: 'maintenance' }, { act: 'maintenanceOpened', who: 'admin-1', role: 'admin', device: 'kiosk-1' }]);
  const rows = JSON.stringify(hall.db.audit.read({}));
  for (const { name, number } of [1, 2, 3].map((n) => person(n))) expect([rows.includes(name), rows.includes(number)]).toEqual([false, false]);
});

test('architecture §4 an agent that ends writes what it had counted: nothing of a flood is left out', async () => {
  const { config, hall, close, line, say } = await openHall();
  const { key } = kioskConfig('', 'http://127.0.0.1:1').agent;
  const kiosk = await line(namespaces.kiosk, { deviceId: 'kiosk-1', key });
  for (let n = 0; n < 40; n += 1) expect(await say<Answer>(kiosk, 'command', { type: 'closeDay', commandId: `command-flood-${n}` })).toMatchObject({ ok: false });
  expect(hall.db.audit.owes()).toBe(true);
  await close();
  const db = openHallDb(join(config.data), 'c'.repeat(16));
  const refused = db.audit.read({ acts: ['refused'] }).rows;
  db.close();
  expect([refused.length, refused.reduce((sum, { times }) => sum + times, 0)]).toEqual([2, 40]);
  expect(refused[0]).toMatchObject({ who: 'kiosk-1', role: 'kiosk', name: 'closeDay', outcome: 'notYourRole' });
});

test('architecture §4 F33 the auditor reads the audit, and nobody else: neither any other of the staff nor a kiosk', async () => {
  const pin = (hallConfig(tempDir())).staff[0]?.pin ?? '';
  const { line, say } = await openHall({ staff: staffRoles.map((role) => ({ staffId: `${role}-9`, name: '值班', role, pin })) });
  const answers: Record<string, string> = {};
  for (const role of staffRoles) {
    const socket = await line(namespaces.console, { deviceId: `console-${role}` });
    const ask = () => say<QueryAnswer>(socket, 'query', { name: 'audit', asked: { limit: 10 } });
    expect(await ask()).toMatchObject({ ok: false, refusal: { code: 'notSignedIn' } });
    await say(socket, 'signIn', { staffId: `${role}-9`, pin: demoPin });
    const answer = await ask();
    answers[role] = answer.ok ? String(auditPageSchema.parse(answer.value).rows.length > 0) : answer.refusal.code;
  }
  expect(answers).toEqual({ ...Object.fromEntries(staffRoles.map((role) => [role, 'notYourRole'])), auditor: 'true' });
  const kiosk = await line(namespaces.kiosk, { deviceId: 'kiosk-1', key: kioskConfig('', 'http://127.0.0.1:1').agent.key });
  expect(await say<QueryAnswer>(kiosk, 'query', { name: 'audit', asked: { limit: 10 } })).toMatchObject({ ok: false, refusal: { code: 'notYourRole' } });
});
