/* Alarms on a real agent whose clock the test turns: each comes to a console's picture when its threshold is passed and not before, goes when it is over, and follows the hall's own thresholds. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { io, type Socket } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import { alarmRulesSchema, type Alarm, type AlarmRules } from '@kuaizhao/db/domain/hall/alarms.ts';
import { namespaces } from '@kuaizhao/sync-agent/contract/lan.ts';
import { lanVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import { startHall } from '@kuaizhao/sync-agent/hall/hall-agent.ts';
import { factOf, morning, tempDir } from '../../../fixtures/engine.ts';
import { person } from '../../../fixtures/people.ts';
import { eventually } from '../../../flows/stage/eventually.ts';
import { handClock } from '../../../flows/stage/hand-clock.ts';
import { AtConsole } from '../../../flows/stage/people.ts';
import { freePort, start } from '../../../flows/stage/processes.ts';
import { cityConfig, demoPin, hallConfig } from '../../../town/town.ts';

const minute = 60_000;
const clerk: Actor = { role: 'console', staffId: 'clerk-1', staffRole: 'clerk' };
/** On a busy machine a process of the city takes its time to begin. */
const patientMs = 60_000;
const quiet = pino({ level: 'silent' });
/** Short ones, so that the hours of a story are minutes: what is shipped is longer. */
const short: Partial<AlarmRules> = { waitMinutes: 3, queueLength: 3, workLength: 4, idleMinutes: 2, awayMinutes: 1, cityMinutes: 2 };

async function openHall(rules: Partial<AlarmRules>, cityPort?: number) {
  const time = handClock(morning);
  const dir = tempDir();
  const config = hallConfig(dir, 0, cityPort === undefined ? undefined : `http://127.0.0.1:${String(cityPort)}`);
  const hall = await startHall({ ...config, hall: { ...config.hall, alarms: alarmRulesSchema.parse(rules) } }, quiet, time.clock);
  onTestFinished(() => hall.close());
  const lead = new AtConsole(hall.urls.agent, 'console-lead');
  onTestFinished(() => lead.close());
  await lead.signIn('supervisor-1', demoPin);
  let commands = 0;
  const ask = (content: object) => { commands += 1; return hall.engine.handle({ commandId: `alarm-story-${String(commands)}`, ...content }, clerk); };
  /** What the supervisor's console was told last, an alarm as its kind and what it is about. */
  const told = (): string[] => (lead.floor?.alarms ?? []).map(({ kind, about }) => (about === undefined ? kind : `${kind} ${about}`));
  const alarm = (kind: Alarm['kind']): Alarm | undefined => lead.floor?.alarms?.find((one) => one.kind === kind);
  /** Lets the time pass, and the picture of that moment arrive. */
  const after = async (ms: number): Promise<string[]> => {
    await time.pass(ms);
    const now = time.clock.now();
    await eventually('the picture of this moment', async () => { await time.pass(200); return (lead.floor?.countedAt ?? 0) >= now; }, patientMs);
    return told();
  };
  await eventually('a first picture', async () => { await time.pass(1_000); return lead.floor; });
  return { hall, time, dir, config, lead, ask, told, alarm, after };
}
type Open = Awaited<ReturnType<typeof openHall>>;

function kiosk({ hall, config }: Open): Socket {
  const [known] = config.kiosks;
  const socket = io(hall.urls.agent + namespaces.kiosk, { transports: ['websocket'], forceNew: true, auth: { version: lanVersion, deviceId: known?.deviceId, key: known?.key } });
  onTestFinished(() => { socket.close(); });
  return socket;
}

test('§6 alarms on the agent: a wait and a length come at their thresholds, and go when somebody is called', async () => {
  const open = await openHall(short);
  const begun = open.time.clock.now();
  factOf(await open.ask({ type: 'takeTicket', service: 'policy' }), 'ticketIssued');
  expect(await open.after(2 * minute + 30_000)).toEqual([]);
  expect(await open.after(40_000)).toEqual(['wait policy']);
  expect(open.alarm('wait')).toEqual({ kind: 'wait', about: 'policy', since: begun, count: 1 });
  for (let n = 0; n < 2; n += 1) factOf(await open.ask({ type: 'takeTicket', service: 'policy' }), 'ticketIssued');
  expect(await open.after(1_000)).toEqual(['wait policy', 'length policy']);
  expect(open.alarm('length')?.count).toBe(3);
  // Called, and nobody's longest wait any more: the others came later.
  factOf(await open.ask({ type: 'callNext', windowId: 'w2' }), 'ticketCalled');
  expect((await open.after(1_000)).filter((one) => one !== 'unheard')).toEqual([]);
});

test('§6 alarms on the agent: the queue for work has a threshold of its own', async () => {
  const open = await openHall(short);
  for (const n of [81, 82, 83]) factOf(await open.ask({ type: 'registerWorker', card: person(n), consent: { textVersion: '2026-11', purposes: ['registration'] }, trades: ['0201'] }), 'ticketIssued');
  expect(await open.after(1_000)).toEqual([]);
  const { ticketId } = factOf(await open.ask({ type: 'registerWorker', card: person(84), consent: { textVersion: '2026-11', purposes: ['registration'] }, trades: ['0201'] }), 'ticketIssued');
  expect(await open.after(1_000)).toEqual(['length work']);
  factOf(await open.ask({ type: 'closeTicket', ticketId, reason: 'left' }), 'ticketClosed');
  expect(await open.after(1_000)).toEqual([]);
});

test('§6 alarms on the agent: a window where somebody sits calls nobody while people wait; one that calls, or that nobody staffs, is none', async () => {
  const open = await openHall(short);
  factOf(await open.ask({ type: 'startShift', place: { kind: 'window', id: 'w2' } }), 'shiftStarted');
  expect(await open.after(3 * minute)).toEqual([]);
  factOf(await open.ask({ type: 'takeTicket', service: 'policy' }), 'ticketIssued');
  // It was empty already: who comes now finds it idle at once. Window 3 serves rights and nobody sits there.
  factOf(await open.ask({ type: 'takeTicket', service: 'rights' }), 'ticketIssued');
  expect(await open.after(1_000)).toEqual(['idle w2']);
  factOf(await open.ask({ type: 'callNext', windowId: 'w2' }), 'ticketCalled');
  expect((await open.after(1_000)).filter((one) => one !== 'unheard')).toEqual([]);
});

test('§6 alarms on the agent: paper nearly out, out, a printer and a reader in trouble, and a kiosk that is away; each goes when it is mended', async () => {
  const open = await openHall(short);
  const device = kiosk(open);
  const report = (reader: string, printer: string): void => { device.emit('devices', { reader, printer, printerId: 'printer-1' }); };
  const becomes = async (wanted: readonly string[]): Promise<void> => { await eventually(`alarms ${wanted.join(', ')}`, async () => JSON.stringify(await open.after(1_000)) === JSON.stringify(wanted)); };
  report('ready', 'nearEnd');
  await becomes(['nearEnd kiosk-1']);
  report('ready', 'paperOut');
  await becomes(['paperOut kiosk-1']);
  report('outOfService', 'cutterError');
  await becomes(['printer kiosk-1', 'reader kiosk-1']);
  report('ready', 'ready');
  await becomes([]);
  device.close();
  await eventually('the line is lost', async () => { await open.after(1_000); return open.lead.floor?.devices.some(({ deviceId, connected }) => deviceId === 'kiosk-1' && !connected); });
  expect(open.told()).toEqual([]);
  expect(await open.after(minute)).toEqual(['away kiosk-1']);
  kiosk(open);
  await becomes([]);
});

test('§6 alarms on the agent: the city out of reach for as long as the rule says, and reached again', { timeout: 2 * patientMs }, async () => {
  const port = await freePort();
  const open = await openHall(short, port);
  expect(await open.after(minute)).toEqual([]);
  expect(await open.after(minute + 30_000)).toEqual(['city']);
  // A process of its own: while its store is made nothing else in it moves, and a console that hears nothing for so long is cut off.
  const file = join(open.dir, 'city.json');
  writeFileSync(file, JSON.stringify(cityConfig(open.dir, port)));
  await start('city', ['--config', file]);
  await eventually('the city', async () => { await open.time.pass(200); return open.hall.uplinkState() === 'caughtUp'; }, patientMs);
  await eventually('no alarm any more', async () => (await open.after(1_000)).length === 0, patientMs);
});

test('§6 alarms on the agent: another threshold in the rules is another alarm, for the same hall at the same hour', async () => {
  const story = async (rules: Partial<AlarmRules>): Promise<string[]> => {
    const open = await openHall({ ...short, ...rules });
    for (let n = 0; n < 3; n += 1) factOf(await open.ask({ type: 'takeTicket', service: 'policy' }), 'ticketIssued');
    return open.after(4 * minute);
  };
  expect(await story({})).toEqual(['wait policy', 'length policy']);
  expect(await story({ waitMinutes: 5 })).toEqual(['length policy']);
  expect(await story({ queueLength: 4 })).toEqual(['wait policy']);
  // What is shipped is for a large hall.
  expect(await story({ waitMinutes: 40, queueLength: 30 })).toEqual([]);
});
