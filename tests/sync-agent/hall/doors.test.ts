/* The doors of the agent as strangers, broken devices and floods meet them: one clear answer, the connection kept, others unharmed. */
import { once } from 'node:events';
import { pino } from 'pino';
import { io, type Socket } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import { boardChangeSchema } from '@kuaizhao/sync-agent/contract/board.ts';
import type { QueryAnswer } from '@kuaizhao/sync-agent/contract/queries/query.ts';
import { limits, namespaces } from '@kuaizhao/sync-agent/contract/lan.ts';
import { lanVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import { startHall } from '@kuaizhao/sync-agent/hall/hall-agent.ts';
import { demoPin, hallConfig, kioskConfig } from '../../town/town.ts';
import { tempDir } from '../../fixtures/engine.ts';
import { person } from '../../fixtures/people.ts';

const key = kioskConfig('', 'http://127.0.0.1:1').agent.key;

async function openHall() {
  const said: string[] = [];
  const hall = await startHall(hallConfig(tempDir()), pino({ level: 'info' }, { write: (line: string) => { said.push(line); } }));
  onTestFinished(() => hall.close());
  const connect = (namespace: string, auth: object, extraHeaders: Record<string, string> = {}): Socket => {
    const socket = io(hall.urls.agent + namespace, { transports: ['websocket'], forceNew: true, reconnection: false, auth, extraHeaders });
    onTestFinished(() => { socket.close(); });
    return socket;
  };
  return { hall, said, connect };
}
const goodKiosk = { version: lanVersion, deviceId: 'kiosk-1', key };
const refusal = async (socket: Socket): Promise<string> => ((await once(socket as unknown as NodeJS.EventEmitter, 'connect_error')) as [Error])[0].message;
const arrived = async (socket: Socket): Promise<Socket> => { await once(socket as unknown as NodeJS.EventEmitter, 'connect'); return socket; };
const asked = <T>(socket: Socket, event: string, message: unknown): Promise<T> => socket.timeout(5_000).emitWithAck(event, message) as Promise<T>;

test('the handshake: wrong version, unknown device, wrong key, wrong shape, another origin, another namespace', async () => {
  const { connect } = await openHall();
  expect(await refusal(connect(namespaces.kiosk, { ...goodKiosk, version: 99 }))).toBe('wrongVersion');
  expect(await refusal(connect(namespaces.kiosk, { ...goodKiosk, deviceId: 'kiosk-9' }))).toBe('unknownDevice');
  expect(await refusal(connect(namespaces.kiosk, { ...goodKiosk, key: 'x'.repeat(32) }))).toBe('unknownDevice');
  expect(await refusal(connect(namespaces.kiosk, { ...goodKiosk, key: undefined }))).toBe('unknownDevice');
  expect(await refusal(connect(namespaces.kiosk, { ...goodKiosk, extra: 1 }))).toBe('malformed');
  expect(await refusal(connect(namespaces.board, {}))).toBe('malformed');
  expect(await refusal(connect(namespaces.board, { version: 99, deviceId: 'b' }))).toBe('wrongVersion');
  expect(await refusal(connect(namespaces.console, { version: 99, deviceId: 'c' }))).toBe('wrongVersion');
  expect(await refusal(connect('/hall', goodKiosk))).toBe('Invalid namespace');
  expect(await refusal(connect(namespaces.kiosk, goodKiosk, { origin: 'http://elsewhere.example' }))).toBe('websocket error');
});

test('whatever a kiosk sends, it gets a refusal by name and stays connected; nothing personal is logged', async () => {
  const { hall, said, connect } = await openHall();
  const kiosk = await arrived(connect(namespaces.kiosk, goodKiosk));
  const card = person(1);
  for (const message of [null, 7, 'x', [], {}, { type: 'checkIn' }, { type: 'checkIn', commandId: 'command-1', card: { ...card, name: 'a\u202eb' } }]) {
    expect(await asked<Answer>(kiosk, 'command', message)).toMatchObject({ ok: false, refusal: { code: 'malformed' } });
  }
  expect(await asked<Answer>(kiosk, 'command', { type: 'checkIn', commandId: 'command-2', card: { ...card, number: '123' } })).toMatchObject({ ok: false, refusal: { code: 'cardNumberWrong' } });
  expect(await asked<Answer>(kiosk, 'dropTables', {})).toMatchObject({ ok: false, refusal: { code: 'malformed' } });
  expect(await asked<QueryAnswer>(kiosk, 'query', { name: 'myEmployers', asked: { card: 'none' } })).toMatchObject({ ok: false, refusal: { code: 'malformed' } });
  expect(await asked<QueryAnswer>(kiosk, 'query', { name: 'myEmployers', asked: { card } })).toEqual({ ok: true, value: { employers: [] } });
  kiosk.emit('devices', { reader: 'broken' });
  kiosk.emit('command', { type: 'takeTicket', commandId: 'command-no-ack', service: 'policy' });
  expect(await asked<Answer>(kiosk, 'command', { type: 'takeTicket', commandId: 'command-after', service: 'policy' })).toMatchObject({ ok: true });
  expect(kiosk.connected).toBe(true);
  expect(hall.db.journal.read(1, 99).filter((row) => row.kind === 'ticketIssued')).toHaveLength(2);
  expect(said.join('\n')).not.toContain(card.number);
  expect(said.join('\n')).not.toContain(card.name);
});

test('a console can do nothing before it has signed in, and a wrong PIN says nothing about the name', async () => {
  const { hall, connect } = await openHall();
  const desk = connect(namespaces.console, { version: lanVersion, deviceId: 'console-1' });
  const [shown] = await once(desk as unknown as NodeJS.EventEmitter, 'desk') as [object];
  expect(JSON.stringify(shown)).not.toContain('scrypt');
  expect(await asked<Answer>(desk, 'command', { type: 'callNext', commandId: 'command-early', windowId: 'w1' })).toMatchObject({ ok: false, refusal: { code: 'notSignedIn' } });
  for (const attempt of [{ staffId: 'host-1', pin: '000000' }, { staffId: 'nobody', pin: '000000' }, { staffId: 'host-1' }, null]) expect(await asked(desk, 'signIn', attempt)).toEqual({ ok: false, waitMs: 0 });
  for (let n = 0; n < 3; n += 1) await asked(desk, 'signIn', { staffId: 'host-1', pin: '111111' });
  expect(await asked<{ waitMs: number }>(desk, 'signIn', { staffId: 'host-1', pin: '111111' })).toMatchObject({ ok: false, waitMs: expect.any(Number) as number });
  const locked = await asked<{ ok: boolean; waitMs: number }>(desk, 'signIn', { staffId: 'host-1', pin: demoPin });
  expect([locked.ok, locked.waitMs > 10_000]).toEqual([false, true]);
  expect(await asked(desk, 'signIn', { staffId: 'clerk-1', pin: demoPin })).toMatchObject({ ok: true, role: 'clerk' });
  expect(await asked<Answer>(desk, 'command', { type: 'callNext', commandId: 'command-now', windowId: 'w1' })).toMatchObject({ ok: false, refusal: { code: 'nobodyWaiting' } });
  await asked(desk, 'signOut', undefined).catch(() => undefined);
  // What the hall notes of its machines, and whom its configuration brings in, is nobody's doing.
  expect(hall.db.journal.read(1, 99).map((row) => row.kind).filter((kind) => kind !== 'deviceStateChanged' && kind !== 'readinessChanged' && kind !== 'accountOpened')).toEqual([]);
});

test('a flood is answered tooMany and then cut; the board beside it goes on', async () => {
  const { connect } = await openHall();
  const [kiosk, board] = await Promise.all([arrived(connect(namespaces.kiosk, goodKiosk)), arrived(connect(namespaces.board, { version: lanVersion, deviceId: 'board-1' }))]);
  const refusals = new Map<string, number>();
  const gone = once(kiosk as unknown as NodeJS.EventEmitter, 'disconnect');
  for (let n = 0; n < limits.perSecond * 10 * 5; n += 1) {
    kiosk.emit('command', { type: 'takeTicket', commandId: `command-flood-${n}`, service: 'policy' }, (answer: Answer) => {
      const code = answer.ok ? 'ok' : answer.refusal.code;
      refusals.set(code, (refusals.get(code) ?? 0) + 1);
    });
  }
  await gone;
  expect(refusals.get('tooMany')).toBeGreaterThan(0);
  const other = await arrived(connect(namespaces.kiosk, { ...goodKiosk, deviceId: 'kiosk-2' }));
  const [change] = await Promise.all([once(board as unknown as NodeJS.EventEmitter, 'change') as Promise<[unknown]>, asked<Answer>(other, 'command', { type: 'takeTicket', commandId: 'command-calm', service: 'rights' })]);
  expect(boardChangeSchema.safeParse(change[0]).success).toBe(true);
});

test('a message over the limit ends its own connection only', async () => {
  const { hall, connect } = await openHall();
  const [kiosk, other] = await Promise.all([arrived(connect(namespaces.kiosk, goodKiosk)), arrived(connect(namespaces.kiosk, { ...goodKiosk, deviceId: 'kiosk-2' }))]);
  const gone = once(kiosk as unknown as NodeJS.EventEmitter, 'disconnect');
  kiosk.emit('command', { type: 'x'.repeat(limits.messageBytes + 1) });
  await gone;
  expect(await asked<Answer>(other, 'command', { type: 'takeTicket', commandId: 'command-fine', service: 'policy' })).toMatchObject({ ok: true });
  expect(hall.db.journal.read(1, 99).filter((row) => row.kind === 'ticketIssued')).toHaveLength(1);
});

test('the http side gives the built pages and nothing else', async () => {
  const { hall } = await openHall();
  const get = async (path: string, method = 'GET'): Promise<[number, string | null]> => {
    const reply = await fetch(hall.urls.agent + path, { method, redirect: 'manual' });
    return [reply.status, reply.headers.get('content-security-policy')];
  };
  const [status, policy] = await get('/board/');
  expect([status, policy?.includes("script-src 'self'"), policy?.includes('unsafe')]).toEqual([200, true, false]);
  expect((await get('/console/'))[0]).toBe(200);
  expect((await get('/board'))[0]).toBe(308);
  for (const path of ['/', '/etc/passwd', '/board/../../package.json', '/board/%2e%2e/%2e%2e/package.json', '/kiosk/', '/board/.built', '/console/nothing']) expect([path, (await get(path))[0]]).toEqual([path, 404]);
  expect((await get('/board/', 'POST'))[0]).toBe(405);
});
