/* The door of questions over real sockets: every question by every role, wrong questions, and no name in the log. */
import { once } from 'node:events';
import { pino } from 'pino';
import { io, type Socket } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import type { StaffRole } from '@kuaizhao/db/domain/staff/role.ts';
import { staffRoles } from '@kuaizhao/db/domain/staff/role.ts';
import { accessCopySchema } from '@kuaizhao/db/domain/people/data/access-copy.ts';
import { namespaces } from '@kuaizhao/sync-agent/contract/lan.ts';
import type { Grant } from '@kuaizhao/sync-agent/contract/may/grant.ts';
import { questionRows } from '@kuaizhao/sync-agent/contract/may/questions.ts';
import { queries, type QueryName } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import type { QueryAnswer, QuerySpec } from '@kuaizhao/sync-agent/contract/queries/query.ts';
import { lanVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import { systemClock, type HallClock } from '@kuaizhao/sync-agent/hall/clock.ts';
import { startHall } from '@kuaizhao/sync-agent/hall/hall-agent.ts';
import { tempDir } from '../../../fixtures/engine.ts';
import { person } from '../../../fixtures/people.ts';
import { seedMorning } from '../../../town/seed.ts';
import { demoPin, hallConfig, kioskConfig } from '../../../town/town.ts';
import { soundQuestions } from './sound-questions.ts';

/** A morning, whatever the hour of this machine: at three a business day ends and takes the open calls with it. */
const begun = systemClock.monotonicMs();
const morning = Date.parse('2026-11-20T21:31:00Z');
const clock: HallClock = { ...systemClock, now: () => morning + Math.round(systemClock.monotonicMs() - begun) };

async function openTown() {
  const said: string[] = [];
  const config = hallConfig(tempDir());
  const pin = config.staff[0]?.pin ?? '';
  const staff = staffRoles.map((role) => ({ staffId: `${role}-9`, name: '值班', role, pin }));
  const hall = await startHall({ ...config, staff }, pino({ level: 'info' }, { write: (line: string) => { said.push(line); } }), clock);
  onTestFinished(() => hall.close());
  await seedMorning(hall.engine, clock.now());
  const connect = (namespace: string, auth: object): Socket => {
    const socket = io(hall.urls.agent + namespace, { transports: ['websocket'], forceNew: true, reconnection: false, auth });
    onTestFinished(() => { socket.close(); });
    return socket;
  };
  const kiosk = connect(namespaces.kiosk, { version: lanVersion, deviceId: 'kiosk-1', key: kioskConfig('', 'http://127.0.0.1:1').agent.key });
  await once(kiosk as unknown as NodeJS.EventEmitter, 'connect');
  const console = async (role: StaffRole): Promise<Socket> => {
    const socket = connect(namespaces.console, { version: lanVersion, deviceId: `console-${role}` });
    await once(socket as unknown as NodeJS.EventEmitter, 'desk');
    expect(await socket.timeout(5_000).emitWithAck('signIn', { staffId: `${role}-9`, pin: demoPin })).toMatchObject({ ok: true });
    return socket;
  };
  return { hall, said, kiosk, console, connect };
}
const ask = (socket: Socket, name: unknown, asked: unknown): Promise<QueryAnswer> => socket.timeout(5_000).emitWithAck('query', { name, asked }) as Promise<QueryAnswer>;
const code = (answer: QueryAnswer): string => (answer.ok ? 'told' : `${answer.refusal.code} ${answer.refusal.field ?? ''}`.trim());

test('F22 F33 every question through both doors: told in the contract’s shape to those it is for, refused by name to all others', async () => {
  const town = await openTown();
  const doors: [string, StaffRole | undefined, Socket][] = [['kiosk', undefined, town.kiosk]];
  for (const role of staffRoles) doors.push(['console', role, await town.console(role)]);
  const head = town.hall.db.journal.head().seq;
  const wrong: string[] = [];
  for (const name of Object.keys(queries) as QueryName[]) {
    const { reply }: QuerySpec = queries[name];
    const { kiosk, staff }: Grant = questionRows[name];
    for (const [door, role, socket] of doors) {
      const answer = await ask(socket, name, soundQuestions(town.hall)[name]);
      const may = role === undefined ? kiosk === true : staff.includes(role);
      if (!may && code(answer) !== 'notYourRole') wrong.push(`${name} ${door} ${role ?? ''}: ${code(answer)}`);
      const allowed = ['exportGone exportId', 'reasonMissing reason', 'secondPersonMissing approvedBy', 'notYourRole who', 'employerNotYours card', 'windowNotYours callId', 'deviceUnknown', 'deviceUnknown signs'];
      if (may && !answer.ok && !allowed.includes(code(answer))) wrong.push(`${name} ${door} ${role ?? ''}: ${code(answer)}`);
      const shape = answer.ok ? reply.safeParse(answer.value).error?.issues[0] : undefined;
      if (shape !== undefined) wrong.push(`${name}: ${JSON.stringify(shape)}`);
    }
  }
  expect(wrong).toEqual([]);
  // Facts are a file that left the hall, and that somebody was shown everything of their own at a kiosk.
  expect(town.hall.db.journal.read(head + 1, 999).map((row) => row.kind).filter((kind) => kind !== 'exportMade' && kind !== 'recordsExported')).toEqual(['personalShown']);
});

test('questions that are none: refused by name, the connection kept, the journal as it was', async () => {
  const town = await openTown();
  const supervisor = await town.console('supervisor');
  const early = town.connect(namespaces.console, { version: lanVersion, deviceId: 'console-early' });
  await once(early as unknown as NodeJS.EventEmitter, 'desk');
  const head = town.hall.db.journal.head();
  expect(code(await ask(early, 'crews', {}))).toBe('notSignedIn');
  for (const message of [null, 7, 'crews', [], {}, { name: 'crews', asked: {}, more: 1 }]) expect(code(await supervisor.timeout(5_000).emitWithAck('query', message) as QueryAnswer)).toMatch(/^malformed/);
  for (const name of ['dropTables', '__proto__', 'constructor', 'toString', '', 'crews;', 'x'.repeat(99)]) expect([name, code(await ask(supervisor, name, {}))]).toEqual([name, 'malformed name']);
  for (const [name, asked, told] of [
    ['crews', { more: true }, 'malformed'], ['ticket', { number: '张三' }, 'malformed number'], ['queue', { service: 'rights', limit: 1e9 }, 'malformed limit'],
    ['findWorkers', { by: 'number', text: '1' }, 'malformed text'], ['accessCopy', { who: { by: 'worker', workerId: 'nobody' } }, 'reasonMissing reason'],
    ['accessCopy', { who: { by: 'worker', workerId: 'nobody' }, reason: 'personAsked' }, 'workerUnknown who'], ['helpStanding', { workerId: 'nobody' }, 'workerUnknown'],
    ['helpCase', { caseId: 'none' }, 'helpCaseUnknown'], ['phoneForEmployer', { asked: { by: 'call', callId: 'none' } }, 'reasonMissing reason'], ['phoneForEmployer', { asked: { by: 'call', callId: 'none' }, reason: 'employerAsked' }, 'notCalledForJob callId'], ['opinions', { from: '2026-11-22', to: '2026-11-21', texts: 1 }, 'rangeImpossible to'],
  ] as const) expect([name, code(await ask(supervisor, name, asked))]).toEqual([name, told]);
  expect(supervisor.connected).toBe(true);
  expect(town.hall.db.journal.head()).toEqual(head);
});

test('§4 one’s own data at the kiosk by the card alone; staff must say why, before four eyes, and log and journal say who asked, never about whom', async () => {
  const town = await openTown();
  const clerk = await town.console('clerk');
  const card = person(200, 1960);
  const own = await ask(town.kiosk, 'accessCopy', { who: { by: 'card', card } });
  expect(own).toMatchObject({ ok: true, value: { receipt: '20261121-Q001' } });
  const found = await ask(clerk, 'findWorkers', { by: 'number', text: card.number }) as { value: { workers: { workerId: string }[] } };
  const workerId = found.value.workers[0]?.workerId ?? '';
  expect(code(await ask(town.kiosk, 'accessCopy', { who: { by: 'worker', workerId } }))).toBe('notYourRole who');
  const look = () => ask(clerk, 'accessCopy', { who: { by: 'worker', workerId }, reason: 'personAsked' });
  const vouch = (staffId: string, pin = demoPin) => clerk.timeout(5_000).emitWithAck('vouch', { staffId, pin }) as Promise<unknown>;
  expect(code(await look())).toBe('secondPersonMissing approvedBy');
  for (const [staffId, pin] of [['supervisor-9', '000000'], ['clerk-9', demoPin], ['host-9', demoPin]] as const) {
    await vouch(staffId, pin);
    expect([staffId, code(await look())]).toEqual([staffId, 'secondPersonMissing approvedBy']);
  }
  const before = town.hall.db.journal.head().seq;
  expect(await vouch('supervisor-9')).toMatchObject({ ok: true });
  const seen = await ask(clerk, 'accessCopy', { who: { by: 'worker', workerId }, reason: 'personAsked' }) as { value: { copy: unknown } };
  expect(JSON.stringify(accessCopySchema.parse(seen.value.copy))).toContain(card.name);
  expect(town.hall.db.journal.read(before + 1, 9).map(({ body }) => JSON.parse(body) as unknown)).toEqual([{ type: 'personalShown', workerId, view: 'accessCopy', reason: 'personAsked', by: 'clerk-9', approvedBy: 'supervisor-9', receipt: '20261121-Q002' }]);
  // One look, one PIN.
  expect(code(await look())).toBe('secondPersonMissing approvedBy');
  const opened = town.said.map((line) => JSON.parse(line) as { msg: string; query?: string; by?: string; reason?: string }).filter((line) => line.msg === 'personal data opened');
  expect(opened.map(({ query, by, reason }) => [query, by, reason])).toEqual([['accessCopy', 'kiosk-1', undefined], ['findWorkers', 'clerk-9', undefined], ['accessCopy', 'clerk-9', 'personAsked']]);
  expect(town.said.join('\n')).not.toContain(card.number);
  expect(town.said.join('\n')).not.toContain(card.name);
});
