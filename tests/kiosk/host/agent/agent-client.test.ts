/* The line to an agent that misbehaves: answers lost, answers that are none, a refused handshake, a cut in the middle. The server here speaks the contract's names and nothing more. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server as SocketServer, type Socket } from 'socket.io';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CheckIn } from '@kuaizhao/db/domain/people/commands.ts';
import type { Timer } from '@kuaizhao/hardware/ports.ts';
import { realTimer } from '@kuaizhao/hardware/serial/timer.ts';
import { createAgentClient, type AgentClient } from '@kuaizhao/kiosk/host/agent/agent-client.ts';
import { namespaces } from '@kuaizhao/sync-agent/contract/lan.ts';
import { lanVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import { hall, queued, ticket, ticketPaper, wang } from '../../session/driver.ts';

let http: Server;
let io: SocketServer;
let client: AgentClient;
const heard: string[] = [];
const events: string[] = [];
const logged: string[] = [];
type Reply = (answer: unknown) => void;
let answer: (command: { commandId: string }, reply: Reply, socket: Socket, time: number) => void;
let shake: unknown;
let refuse: string | undefined;

const waitFor = async (done: () => boolean): Promise<void> => {
  while (!done()) await new Promise((resolve) => setImmediate(resolve));
};
const good = ({ commandId }: { commandId: string }): unknown => ({ ok: true, commandId, facts: [ticket(), queued()], papers: [ticketPaper()] });
const checkIn = (commandId = 'command-1'): CheckIn => ({ type: 'checkIn', commandId, card: wang });

beforeEach(async () => {
  for (const list of [heard, events, logged]) list.length = 0;
  refuse = undefined;
  answer = (command, reply) => reply(good(command));
  http = createServer();
  await new Promise<void>((resolve) => { http.listen(0, '127.0.0.1', resolve); });
  io = new SocketServer(http, { transports: ['websocket'] });
  io.of(namespaces.kiosk).use((socket, next) => {
    shake = socket.handshake.auth;
    const why = refuse;
    refuse = undefined;
    next(why === undefined ? undefined : new Error(why));
  }).on('connection', (socket) => {
    socket.emit('hall', hall);
    socket.on('command', (command: { commandId: string }, reply: Reply) => {
      heard.push(command.commandId);
      answer(command, reply, socket, heard.filter((id) => id === command.commandId).length);
    });
    socket.on('query', (_query: unknown, reply: Reply) => reply({ ok: true, value: { employers: [{ employerId: 'firm-1', kind: 'agency', name: '某某' }] } }));
    socket.on('devices', (report: { printer: string }) => heard.push(`devices ${report.printer}`));
  });
});
afterEach(async () => {
  client.close();
  await io.close();
});

/** A hundred times as fast as the clock. */
const hurried: Timer = { now: () => realTimer.now(), after: (ms, run) => realTimer.after(ms / 100, run) };

const connect = (timer: Timer = realTimer): AgentClient => {
  client = createAgentClient({
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, deviceId: 'kiosk-1', key: 'key-of-this-kiosk', timer,
    log: { info: (_fields, event) => logged.push(event), warn: (fields, event) => logged.push(`${event} ${JSON.stringify(fields)}`) },
    up: () => events.push('up'), down: () => events.push('down'), hall: ({ name }) => events.push(name), print: ({ printJobId }) => events.push(printJobId), diverted: ({ to }) => events.push(to), openPlaces: (places) => events.push(`places ${places.length}`),
  });
  return client;
};

test('the handshake, the hall, an answer, employers, a device report told again after each connection', async () => {
  connect();
  client.devices({ reader: 'ready', printer: 'paperOut', printerId: 'printer-1' });
  expect(await client.command(checkIn(), true)).toMatchObject({ ok: true, commandId: 'command-1' });
  expect(shake).toEqual({ version: lanVersion, deviceId: 'kiosk-1', key: 'key-of-this-kiosk' });
  expect(events).toContain(hall.name);
  expect(await client.ask('query-1', { name: 'myEmployers', asked: { card: wang } })).toMatchObject({ ok: true });
  await waitFor(() => heard.includes('devices paperOut'));
  for (const socket of io.of(namespaces.kiosk).sockets.values()) socket.conn.close();
  await waitFor(() => events.filter((event) => event === 'up').length === 2);
  await waitFor(() => heard.filter((event) => event === 'devices paperOut').length === 2);
});

test('a line cut under a command: the same command again, one answer', async () => {
  answer = (command, reply, socket, time) => { if (time === 1) socket.conn.close(); else reply(good(command)); };
  expect(await connect().command(checkIn(), true)).toMatchObject({ ok: true });
  expect(heard).toEqual(['command-1', 'command-1']);
  expect(events.slice(0, 1)).toEqual(['up']);
  expect(events).toContain('down');
});

test('answers that are none do not count, and what they held is not logged', async () => {
  answer = (command, reply, _socket, time) => reply(time === 1 ? { ok: true, name: '王建国' } : good(command));
  expect(await connect().command(checkIn(), true)).toMatchObject({ ok: true });
  expect(heard).toEqual(['command-1', 'command-1']);
  expect(logged.join()).toContain('agentNotUnderstood');
  expect(logged.join()).not.toContain('王建国');
});

test('busy for a moment: asked again under the same id; a real refusal is an answer', async () => {
  answer = ({ commandId }, reply, _socket, time) => reply({ ok: false, commandId, refusal: { code: time === 1 ? 'tooMany' : 'underSixteen' } });
  expect(await connect().command(checkIn(), true)).toMatchObject({ ok: false, refusal: { code: 'underSixteen' } });
  expect(heard).toHaveLength(2);
});

test('a refused handshake and an end by the agent are tried again', async () => {
  refuse = 'unknownDevice';
  connect(hurried);
  expect(await client.command(checkIn(), true)).toMatchObject({ ok: true });
  expect(logged.join()).toContain('"reason":"unknownDevice"');
  for (const socket of io.of(namespaces.kiosk).sockets.values()) socket.disconnect(true);
  expect(await client.command(checkIn('command-2'), true)).toMatchObject({ ok: true });
});

test('pushes that are none are left out', async () => {
  connect();
  await waitFor(() => events.includes(hall.name));
  io.of(namespaces.kiosk).emit('print', { printJobId: 'print-7' });
  io.of(namespaces.kiosk).emit('print', ticketPaper('print-8'));
  await waitFor(() => events.includes('print-8'));
  expect(events).not.toContain('print-7');
});

test('who leaves before the line is there is forgotten, and the command never goes out', async () => {
  connect();
  const dropped = client.command(checkIn('command-of-somebody'), true);
  const kept = client.command({ type: 'finishPrint', commandId: 'command-of-kiosk', printJobId: 'print-1', outcome: 'printed' }, false);
  client.forget();
  expect(await dropped).toBeUndefined();
  await kept;
  expect(heard).toEqual(['command-of-kiosk']);
});

test('who leaves after the command went out still gets the number: the answer is heard', async () => {
  let late: () => void = () => undefined;
  answer = (command, reply) => { late = () => reply(good(command)); };
  connect();
  const answered = client.command(checkIn(), true);
  await waitFor(() => heard.length === 1);
  client.forget();
  late();
  expect(await answered).toMatchObject({ ok: true });
});
