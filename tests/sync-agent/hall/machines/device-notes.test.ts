/* Machines: the first change at once, flapping held together, and only news in the journal. */
import { expect, test } from 'vitest';
import { createDeviceNotes, noteLimits } from '@kuaizhao/sync-agent/hall/machines/device-notes.ts';
import { machineAnswers } from '@kuaizhao/sync-agent/hall/queries/machines.ts';
import { createManualTimer, settle } from '../../../hardware/manual-timer.ts';
import { factOf, factsOf, morning, openEngine, refusalOf, staffActor } from '../../../fixtures/engine.ts';

const agent = { role: 'agent' } as const;

function notes() {
  const timer = createManualTimer();
  const noted: string[] = [];
  const made = createDeviceNotes({
    clock: { monotonicMs: () => timer.now(), after: (ms, then) => timer.after(ms, then) }, newId: () => 'command-x',
    engine: { handle: async (message) => { noted.push((message as { state: string }).state); return { ok: false, refusal: { code: 'internal' } }; } },
  });
  return { timer, noted, made };
}

test('hardware.md §2 a device’s trouble is noted at once, the next change of it a second later as it is by then', async () => {
  const { timer, noted, made } = notes();
  made.state('kiosk-1', 'printer', 'ready');
  made.state('kiosk-1', 'printer', 'paperOut');
  made.state('kiosk-1', 'printer', 'coverOpen');
  expect(noted).toEqual(['ready']);
  await timer.advance(noteLimits.apartMs);
  expect(noted).toEqual(['ready', 'coverOpen']);
  await timer.advance(noteLimits.apartMs);
  made.state('kiosk-1', 'printer', 'ready');
  made.state('kiosk-2', 'printer', 'ready');
  expect(noted).toEqual(['ready', 'coverOpen', 'ready', 'ready']);
});

test('hardware.md §2 a plug that flaps is noted seldom, and its last state is not lost', async () => {
  const { timer, noted, made } = notes();
  for (let n = 0; n < 200; n += 1) {
    made.state('kiosk-1', 'reader', n % 2 === 0 ? 'outOfService' : 'ready');
    await timer.advance(100);
  }
  expect(noted.length).toBeLessThan(10);
  await timer.advance(noteLimits.flappingApartMs);
  expect(noted.at(-1)).toBe('ready');
});

test('F33 how machines fare: once in the journal for each change, kept with its trouble and its end, and no day begins by it', async () => {
  const hall = openEngine();
  const note = (state: 'ready' | 'paperOut') => hall.ask('noteDevice', { deviceId: 'kiosk-1', kind: 'printer', state }, agent);
  expect(factOf(await note('ready'), 'deviceStateChanged')).toMatchObject({ state: 'ready' });
  hall.clock.now += 1_000;
  await note('paperOut');
  expect(factsOf(await note('paperOut'))).toEqual([]);
  hall.clock.now += 60_000;
  await note('ready');
  expect(hall.db.faces.devices.states()).toEqual([{ deviceId: 'kiosk-1', kind: 'printer', state: 'ready', since: morning + 61_000 }]);
  expect(hall.db.faces.devices.troubles(morning, 10)).toEqual([{ deviceId: 'kiosk-1', kind: 'printer', state: 'paperOut', from: morning + 1_000, until: morning + 61_000 }]);
  expect(hall.db.view.openDay()).toBeUndefined();
  expect(refusalOf(await hall.ask('noteDevice', { deviceId: 'kiosk-1', kind: 'printer', state: 'ready' }))).toBe('notYourRole');
});

test('§6 readiness: each machine tells of itself, what is no news is no fact, and one table has all of it', async () => {
  const hall = openEngine();
  await hall.ask('noteDevice', { deviceId: 'kiosk-1', kind: 'link', state: 'connected' }, agent);
  await hall.ask('reportReadiness', { checks: [{ check: 'plan', state: 'ok' }] }, agent);
  expect(factOf(await hall.ask('reportReadiness', { checks: [{ check: 'reader', state: 'ok' }, { check: 'disk', state: 'ok', value: 900 }] }), 'readinessChanged')).toMatchObject({ deviceId: 'kiosk-1' });
  expect(factsOf(await hall.ask('reportReadiness', { checks: [{ check: 'reader', state: 'ok' }, { check: 'disk', state: 'ok', value: 899 }] }))).toEqual([]);
  const readiness = () => machineAnswers({ db: hall.db, now: () => hall.clock.now } as Parameters<typeof machineAnswers>[0]).readiness({}, staffActor);
  expect(await readiness()).toMatchObject({ ok: true, value: { ready: true, devices: [{ deviceId: 'agent' }, { deviceId: 'kiosk-1', checks: [{ check: 'link', state: 'ok' }, { check: 'disk', value: 900 }, { check: 'reader', state: 'ok' }] }] } });
  expect(factsOf(await hall.ask('reportReadiness', { checks: [{ check: 'reader', state: 'bad' }] }))).toMatchObject([{ checks: [{ check: 'reader', state: 'bad' }] }]);
  expect(await readiness()).toMatchObject({ ok: true, value: { ready: false } });
  expect(refusalOf(await hall.ask('reportReadiness', { checks: [{ check: 'reader', state: 'ok' }, { check: 'reader', state: 'bad' }] }))).toMatch(/^malformed/);
});

test('§6 readiness on paper: an ordinary print job of a kiosk’s printer', async () => {
  const hall = openEngine();
  await hall.ask('reportReadiness', { checks: [{ check: 'paper', state: 'soon' }] });
  const { printJobId } = factOf(await hall.ask('printReadiness', { printer: { printer: 'printer-1', ready: false } }, staffActor), 'printQueued');
  expect(hall.db.faces.papers.order(printJobId, hall.settings)?.paper).toMatchObject({ kind: 'readiness', day: '2026-11-21', devices: [{ deviceId: 'kiosk-1', checks: [{ check: 'paper', state: 'soon' }] }] });
  await settle();
});

test('a device that was copied stays so, whichever machine comes and goes, until it is let in anew or sent away', async () => {
  const hall = openEngine();
  const note = (state: 'connected' | 'lost' | 'copied') => hall.ask('noteDevice', { deviceId: 'kiosk-1', kind: 'link', state }, agent);
  const enrol = (fingerprint: string) => hall.ask('enrolDevice', { deviceId: 'kiosk-1', role: 'kiosk', name: '一号机', printer: 'printer-1', fingerprint: fingerprint.repeat(64), proof: 'certificate' }, agent);
  const link = () => hall.db.view.deviceState('kiosk-1', 'link');
  expect(factsOf(await enrol('a')).map(({ type }) => type)).toEqual(['deviceEnrolled']);
  await note('connected');
  expect(factOf(await note('copied'), 'deviceStateChanged')).toMatchObject({ deviceId: 'kiosk-1', kind: 'link', state: 'copied' });
  for (const state of ['lost', 'connected', 'copied'] as const) expect(factsOf(await note(state))).toEqual([]);
  expect(link()).toBe('copied');
  expect(factsOf(await enrol('b')).map(({ type }) => type)).toEqual(['deviceEnrolled', 'deviceStateChanged']);
  expect(link()).toBe('lost');
  await note('connected');
  await note('copied');
  expect(factsOf(await hall.ask('revokeDevice', { deviceId: 'kiosk-1' }, agent)).map(({ type }) => type)).toEqual(['deviceRevoked', 'deviceStateChanged']);
  expect([link(), hall.db.faces.devices.troubles(0, 9).map(({ state, until }) => [state, until !== undefined])]).toEqual(['lost', expect.arrayContaining([['copied', true]])]);
});
