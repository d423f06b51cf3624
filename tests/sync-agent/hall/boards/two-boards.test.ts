/* Two boards on a real agent whose clock the test turns: the same picture on both, plans and scenes on time, what was shown and spoken at the console, a take-down everywhere, an agent that goes and comes back. */
import { pino } from 'pino';
import { io } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import { shippedPlan } from '@kuaizhao/db/domain/boards/shipped.ts';
import { boardOrderSchema, boardStateSchema, type BoardOrder, type BoardState } from '@kuaizhao/sync-agent/contract/board.ts';
import { namespaces } from '@kuaizhao/sync-agent/contract/lan.ts';
import { boardsQuery } from '@kuaizhao/sync-agent/contract/queries/machine/boards.ts';
import { lanVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import { startHall } from '@kuaizhao/sync-agent/hall/hall-agent.ts';
import { openLink, type LinkState } from '@kuaizhao/display-board/kit/link.ts';
import { morning, tempDir } from '../../../fixtures/engine.ts';
import { AtBoard, AtConsole } from '../../../flows/stage/people.ts';
import { eventually } from '../../../flows/stage/eventually.ts';
import { handClock } from '../../../flows/stage/hand-clock.ts';
import { seedMorning } from '../../../town/seed.ts';
import { demoPin, hallConfig } from '../../../town/town.ts';

const admin: Actor = { role: 'console', staffId: 'admin-1', staffRole: 'admin' };
const quiet = pino({ level: 'silent' });

async function openHall(dir = tempDir(), port = 0, time = handClock(morning)) {
  const hall = await startHall(hallConfig(dir, port), quiet, time.clock);
  let open = true;
  const close = async (): Promise<void> => { if (open) { open = false; await hall.close(); } };
  onTestFinished(close);
  let commands = 0;
  const ask = (content: object, actor: Actor = admin) => { commands += 1; return hall.engine.handle({ commandId: `command-${port}-${commands}`, ...content }, actor); };
  return { hall, time, dir, ask, close, port: Number(new URL(hall.urls.agent).port) };
}
type Open = Awaited<ReturnType<typeof openHall>>;

/** A board as the contract knows it, with what it was told to show. */
function board({ hall }: Open, boardId: string) {
  const reader = new AtBoard(hall.urls.agent, boardId);
  onTestFinished(() => reader.close());
  const orders: BoardOrder[] = [];
  const socket = io(hall.urls.agent + namespaces.board, { transports: ['websocket'], forceNew: true, auth: { version: lanVersion, deviceId: boardId } });
  socket.on('plan', (order: unknown) => { orders.push(boardOrderSchema.parse(order)); });
  onTestFinished(() => { socket.close(); });
  return { reader, socket, orders, scene: (scene: string) => eventually(`${boardId} in scene ${scene}`, () => orders.at(-1)?.scene === scene) };
}
const shownTo = ({ state }: AtBoard) => ({ version: state?.version, jobs: (state?.jobs ?? []).map(({ number, placesLeft }) => `${number} ${placesLeft}`).sort(), counts: state?.counts });

test('F16 two boards, one that came late and one that lost its line: the same picture on both, at the same number', async () => {
  const open = await openHall();
  const first = board(open, 'board-1');
  await first.reader.sees('an empty hall', (state) => state.jobs.length === 0);
  await seedMorning(open.hall.engine, open.time.clock.now());
  await open.time.pass(1_000);
  const second = board(open, 'board-2');
  await second.reader.sees('the hall', (state) => state.jobs.length > 0);
  await open.ask({ type: 'putNotice', text: '东门请勿停车', urgent: true });
  await open.time.pass(1_000);
  for (const { reader } of [first, second]) await reader.sees('the notice', (state) => state.urgent === 1 && state.notices[0] === '东门请勿停车');
  await eventually('the same picture', () => JSON.stringify(shownTo(first.reader)) === JSON.stringify(shownTo(second.reader)));
  const before = second.reader.state?.version ?? 0;
  second.reader.close();
  await open.ask({ type: 'takeTicket', service: 'policy' }, { role: 'kiosk', deviceId: 'kiosk-1', printer: 'printer-1' });
  await open.time.pass(6_000);
  const again = board(open, 'board-2');
  await again.reader.sees('a later picture', (state) => state.version > before);
  await open.time.pass(6_000);
  await eventually('the same picture again', () => JSON.stringify(shownTo(first.reader)) === JSON.stringify(shownTo(again.reader)));
  expect(shownTo(again.reader).jobs).toEqual(open.hall.db.faces.board.jobs(open.time.clock.now(), 99).map(({ number, placesLeft }) => `${number} ${placesLeft}`).sort());
});

test('F13 a take-down leaves every board within a second of the hall’s clock, whatever else is going on', async () => {
  const open = await openHall();
  await seedMorning(open.hall.engine, open.time.clock.now());
  const boards = ['board-1', 'board-2', 'board-3'].map((boardId) => board(open, boardId));
  const jobs = open.hall.db.faces.board.jobs(open.time.clock.now(), 99);
  const gone = jobs.find(({ terms }) => terms.bay !== undefined);
  for (const { reader } of boards) await reader.sees('the jobs', (state) => jobs.every(({ jobId }) => state.jobs.some((job) => job.jobId === jobId)) && state.bays.some(({ jobNumber }) => jobNumber === gone?.number));
  await open.time.pass(1_000);
  const takenAt = open.time.clock.now();
  expect(await open.ask({ type: 'takeDownJob', jobId: gone?.jobId, reason: 'falseTerms' })).toMatchObject({ ok: true });
  await open.time.pass(1_000);
  for (const { reader } of boards) {
    await reader.sees('the job gone', (state) => !state.jobs.some(({ jobId }) => jobId === gone?.jobId) && !state.bays.some(({ jobNumber }) => jobNumber === gone?.number));
    expect((reader.state?.countedAt ?? Infinity) - takenAt).toBeLessThanOrEqual(1_000);
    expect(reader.state?.jobs.length).toBe(jobs.length - 1);
  }
});

test('F16 a published plan reaches its board and no other; the clock changes the scene within a minute, a hand at once', async () => {
  const open = await openHall();
  const [one, other] = [board(open, 'board-1'), board(open, 'board-2')];
  await Promise.all([one.scene('rush'), other.scene('rush')]);
  expect(one.orders.at(-1)).toMatchObject({ published: false, why: 'clock', plan: { layout: 'wide' } });
  const plan = { ...shippedPlan('board-1', '正门', 'portrait'), schedule: [{ from: '04:00', scene: 'rush' }, { from: '05:02', scene: 'quiet' }] };
  expect(await open.ask({ type: 'publishBoard', plan })).toMatchObject({ ok: true });
  await eventually('the plan', () => one.orders.at(-1)?.plan.layout === 'portrait');
  expect(other.orders.at(-1)?.plan.layout).toBe('wide');
  await open.time.pass(119_000);
  expect(one.orders.at(-1)?.scene).toBe('rush');
  await open.time.pass(61_000);
  await one.scene('quiet');
  await open.ask({ type: 'setBoardScene', boardId: 'board-1', scene: 'fair' });
  await one.scene('fair');
  expect(one.orders.at(-1)).toMatchObject({ why: 'hand', published: true });
  await open.ask({ type: 'setBoardScene', boardId: 'board-1', scene: null });
  await one.scene('quiet');
  await open.ask({ type: 'removeBoard', boardId: 'board-1' });
  await eventually('the shipped plan', () => one.orders.at(-1)?.published === false);
  expect(other.orders.every(({ scene }) => scene === 'rush')).toBe(true);
});

test('F16 a board that connects is told its plan once, and the others only what is news to them', async () => {
  const open = await openHall();
  const one = board(open, 'board-1');
  await one.scene('rush');
  await one.reader.sees('the hall', () => true);
  await open.time.pass(30_000);
  // The reader is a second line under the same name: each of them had its own.
  const before = one.orders.length;
  expect(before).toBe(1);
  const other = board(open, 'board-2');
  await other.scene('rush');
  await open.time.pass(30_000);
  expect(other.orders).toHaveLength(1);
  expect(one.orders).toHaveLength(before);
});

test('F16 F17 what stands on which board and which loudspeaker spoke is seen at the console; silence for three seconds too', async () => {
  const open = await openHall();
  const one = board(open, 'board-1');
  await one.scene('rush');
  const desk = new AtConsole(open.hall.urls.agent, 'console-1');
  onTestFinished(() => desk.close());
  await desk.signIn('host-1', demoPin);
  await open.ask({ type: 'publishBoard', plan: { ...shippedPlan('board-1', '正门', 'wide'), voice: { speaker: 'gate', repeat: 2, volume: [{ from: '04:00', percent: 80 }] } } });
  await open.ask({ type: 'takeTicket', service: 'policy' });
  await open.ask({ type: 'callNext', windowId: 'w2' });
  const callId = open.hall.db.faces.floor.openCalls()[0]?.callId ?? '';
  const call = () => desk.floor?.windows.find(({ id }) => id === 'w2')?.call;
  await open.time.pass(1_000);
  await desk.sees('the call, heard by nobody yet', () => call()?.shown.length === 0 && call()?.spoken.length === 0);
  await open.time.pass(4_000);
  await desk.sees('nobody showed it', (floor) => floor.unheard.includes('F001'));
  for (const event of ['shown', 'shown', 'spoken']) one.socket.emit(event, { callId, times: 1 });
  one.socket.emit('painted', { version: 1, countedAt: open.time.clock.now() });
  await eventually('the echoes', async () => { await open.time.pass(1_000); return call()?.spoken.length === 1; });
  expect(call()).toMatchObject({ shown: [{ boardId: 'board-1' }], spoken: [{ boardId: 'board-1', speaker: 'gate' }] });
  expect(desk.floor?.unheard).toEqual([]);
  await open.ask({ type: 'recall', callId });
  await open.time.pass(1_000);
  await desk.sees('the recall, heard by nobody yet', () => call()?.times === 2 && call()?.shown.length === 0);
  const socket = io(open.hall.urls.agent + namespaces.console, { transports: ['websocket'], forceNew: true, auth: { version: lanVersion, deviceId: 'console-2' } });
  onTestFinished(() => { socket.close(); });
  await socket.timeout(5_000).emitWithAck('signIn', { staffId: 'clerk-1', pin: demoPin });
  const answer = await socket.timeout(5_000).emitWithAck('query', { name: 'boards', asked: {} }) as { value: unknown };
  const { boards } = boardsQuery.reply.parse(answer.value);
  expect(boards).toMatchObject([{ boardId: 'board-1', connected: true, scene: 'rush', published: { by: 'admin-1' }, shownAt: expect.any(Number) as number, spokenAt: expect.any(Number) as number, countedAt: expect.any(Number) as number }]);
});

test('F16 a page that is loaded anew is the same board: its old line, given up later, does not make it a lost one', async () => {
  const open = await openHall();
  const old = board(open, 'board-1');
  await old.scene('rush');
  const fresh = board(open, 'board-1');
  await fresh.scene('rush');
  const desk = new AtConsole(open.hall.urls.agent, 'console-1');
  onTestFinished(() => desk.close());
  await desk.signIn('host-1', demoPin);
  const here = () => desk.floor?.devices.find(({ deviceId }) => deviceId === 'board-1')?.connected;
  old.reader.close();
  old.socket.close();
  await open.time.pass(3_000);
  expect(here()).toBe(true);
  fresh.reader.close();
  fresh.socket.close();
  await eventually('the board lost', async () => { await open.time.pass(1_000); return here() === false; });
});

test('F16 a board asks for the whole as often as it likes and gets it once a second; nonsense changes nothing', async () => {
  const open = await openHall();
  const one = board(open, 'board-1');
  await one.scene('rush');
  let wholes = 0;
  one.socket.on('board', () => { wholes += 1; });
  await open.time.pass(2_000);
  for (let n = 0; n < 20; n += 1) one.socket.emit('whole');
  for (const message of [null, {}, { version: 1 }, { version: 'x', countedAt: 0 }]) one.socket.emit('painted', message);
  one.socket.emit('spoken', { callId: 'none', times: 0 });
  await eventually('a whole', () => wholes > 0);
  await open.time.pass(3_000);
  one.socket.emit('whole');
  await eventually('one more', () => wholes === 2);
  expect(one.socket.connected).toBe(true);
});

test('F16 the agent goes and comes back: its boards keep what they had, and by the page’s own line have the hall as it is by then', async () => {
  const open = await openHall();
  await seedMorning(open.hall.engine, open.time.clock.now());
  await open.ask({ type: 'publishBoard', plan: shippedPlan('board-1', '正门', 'wall') });
  const states: LinkState[] = [];
  const orders: BoardOrder[] = [];
  let picture: BoardState | undefined;
  // As display-board/board/live.ts opens it, but for the address, which a page has from where it was loaded.
  const line = openLink({
    namespace: open.hall.urls.agent + namespaces.board, auth: { version: lanVersion, deviceId: 'board-1' }, reload: () => { throw new Error('the version is the same'); }, onState: (state) => { states.push(state); },
    onMessage: { plan: (order) => { orders.push(boardOrderSchema.parse(order)); }, board: (state) => { picture = boardStateSchema.parse(state); } },
  });
  onTestFinished(() => { line.close(); });
  const kept = await eventually('the hall', () => (picture !== undefined && picture.jobs.length > 0 ? picture : undefined));
  await open.close();
  await eventually('the line is lost', () => states.at(-1)?.at !== 'up');
  expect(picture).toBe(kept);
  const back = await openHall(open.dir, open.port, open.time);
  await back.ask({ type: 'putNotice', text: '系统已恢复', urgent: true });
  await eventually('the hall as it is now', () => picture?.notices[0] === '系统已恢复' && picture.jobs.length === kept.jobs.length);
  expect(orders.at(-1)).toMatchObject({ published: true, plan: { layout: 'wall' } });
});
