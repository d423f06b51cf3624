/* Papers between printers: what returns unsent, what is queued with an unknown end, what goes elsewhere by staff or by the agent's clock, and what nobody finished. */
import { expect, test } from 'vitest';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import type { HallClock } from '@kuaizhao/sync-agent/hall/clock.ts';
import { startPaperClock } from '@kuaizhao/sync-agent/hall/clockwork/paper-clock.ts';
import type { FloorDevice } from '@kuaizhao/sync-agent/hall/devices.ts';
import { factOf, factsOf, kioskActor, openEngine, refusalOf, staffActor, type TestEngine } from '../../../fixtures/engine.ts';

const minute = 60_000;
const other: Actor = { role: 'kiosk', deviceId: 'kiosk-2', printer: 'printer-2' };
const kiosks = [{ deviceId: 'kiosk-1', key: 'k'.repeat(16), printer: 'printer-1' }, { deviceId: 'kiosk-2', key: 'k'.repeat(16), printer: 'printer-2' }];

async function ticket(hall: TestEngine, ready = true): Promise<string> {
  return factOf(await hall.ask('takeTicket', { service: hall.settings.services[0]!.code, printer: { printer: 'printer-1', ready } }), 'printQueued').printJobId;
}
const state = (hall: TestEngine, printJobId: string) => hall.db.view.printJob(printJobId)?.state;

/** The agent's clock, looked at when the test says so. */
function clockOver(hall: TestEngine, printDivertMinutes: number | undefined, printers: readonly NonNullable<FloorDevice['printer']>[]) {
  const due: (() => void)[] = [];
  const clock: HallClock = { now: () => hall.clock.now, monotonicMs: () => hall.clock.now, after: (_ms, run) => { due.push(run); return () => { due.splice(due.indexOf(run), 1); }; } };
  const devices = { all: (): FloorDevice[] => kiosks.map(({ deviceId }, at) => ({ deviceId, role: 'kiosk', connected: true, since: hall.clock.now, reader: 'ready', printer: printers[at] ?? 'ready' })) };
  let ids = 0;
  startPaperClock({ db: hall.db, engine: hall.engine, clock, settings: printDivertMinutes === undefined ? {} : { printDivertMinutes }, kiosks: () => kiosks, devices, newId: () => `paper-clock-${String(ids += 1)}` });
  return async (): Promise<void> => {
    const before = due.shift();
    before?.();
    while (due.length === 0) await new Promise((done) => { setImmediate(done); });
  };
}

test('hardware.md §2 not one byte went out: it waits again, and is started again as the same paper', async () => {
  const hall = openEngine();
  const paper = await ticket(hall);
  expect(factsOf(await hall.ask('finishPrint', { printJobId: paper, outcome: 'notSent' }))).toMatchObject([{ type: 'printReturned' }]);
  expect(state(hall, paper)).toBe('queued');
  expect(refusalOf(await hall.ask('finishPrint', { printJobId: paper, outcome: 'notSent' }))).toBe('printJobNotReady printJobId');
  const started = await hall.ask('startPrint', { printJobId: paper });
  expect(started.ok && started.papers).toMatchObject([{ printJobId: paper, copy: 1, state: 'sending' }]);
});

test('hardware.md §2 an end unknown: the copy that is due is queued in the same step', async () => {
  const hall = openEngine();
  const paper = await ticket(hall);
  expect(factsOf(await hall.ask('finishPrint', { printJobId: paper, outcome: 'unknown', copy: true }))).toMatchObject([{ type: 'printFinished', outcome: 'unknown' }, { type: 'printQueued', copy: 2, sending: false, printer: 'printer-1' }]);
  // whoever looked may still say that it did come out
  expect(factsOf(await hall.ask('finishPrint', { printJobId: paper, outcome: 'printed' }))).toMatchObject([{ type: 'printFinished', outcome: 'printed' }]);
});

test('F14 staff send a waiting paper to another printer: only what waits, only within the hall; the old owner cannot start it', async () => {
  const hall = openEngine();
  const paper = await ticket(hall, false);
  const divert = (to: string) => hall.ask('divertPrint', { printJobId: paper, to }, staffActor);
  expect(refusalOf(await divert('printer-9'))).toBe('printerUnknown to');
  expect(refusalOf(await divert('printer-1'))).toBe('printJobNotReady printJobId');
  expect(refusalOf(await hall.ask('divertPrint', { printJobId: paper, to: 'printer-2' }))).toBe('notYourRole');
  expect(factsOf(await divert('printer-2'))).toMatchObject([{ type: 'printDiverted', from: 'printer-1', to: 'printer-2' }]);
  expect(refusalOf(await hall.ask('startPrint', { printJobId: paper }, kioskActor))).toBe('printJobUnknown printJobId');
  expect(refusalOf(await hall.ask('startPrint', { printJobId: paper }, other))).toBe('none');
  expect(refusalOf(await divert('printer-1'))).toBe('printJobNotReady printJobId');
});

test('hardware.md §2 out of paper for long: the agent diverts to a printer that works, not before its time, not without the setting', async () => {
  const hall = openEngine();
  const paper = await ticket(hall, false);
  const [never, later, noneWorks] = [clockOver(hall, undefined, ['paperOut', 'ready']), clockOver(hall, 3, ['paperOut', 'ready']), clockOver(hall, 3, ['paperOut', 'coverOpen'])];
  const printerOf = (): string | undefined => hall.db.view.printJob(paper)?.printer;
  hall.clock.now += 2 * minute;
  await later();
  expect(printerOf()).toBe('printer-1');
  hall.clock.now += 2 * minute;
  await never();
  await noneWorks();
  expect(printerOf()).toBe('printer-1');
  await later();
  expect(printerOf()).toBe('printer-2');
});

test('hardware.md §2 a paper that nobody finished is given up with a notice: queued as failed, begun as unknown', async () => {
  const hall = openEngine();
  const [queued, begun] = [await ticket(hall, false), await ticket(hall)];
  const look = clockOver(hall, undefined, ['ready', 'ready']);
  hall.clock.now += 10 * minute;
  await look();
  expect([state(hall, queued), state(hall, begun)]).toEqual(['queued', 'sending']);
  hall.clock.now += 2 * minute;
  await look();
  expect([state(hall, queued), state(hall, begun)]).toEqual(['failed', 'unknown']);
});
