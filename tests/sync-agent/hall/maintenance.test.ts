/* The agent's word on who may open a kiosk: by name, PIN and card; tries are counted as at the console, and its door is the kiosks' alone. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import { maintenanceAnswers } from '@kuaizhao/sync-agent/hall/queries/maintenance.ts';
import { hashPin } from '@kuaizhao/db/sealing/pin-hash.ts';
import { createStaffDoor, type StaffMember } from '@kuaizhao/sync-agent/hall/staff.ts';
import { openTriesFile, staffTriesFileName, type TriesKept } from '@kuaizhao/sync-agent/hall/staff-tries.ts';

const pin = '246810';
const card = '440524198001010014';
const kiosk: Actor = { role: 'kiosk', deviceId: 'kiosk-1', printer: 'printer-1' };

const hashes = { pin: await hashPin(pin), card: await hashPin(card) };
const staff: readonly StaffMember[] = [
  { staffId: 'admin-1', name: '站长', role: 'admin', pin: hashes.pin, card: hashes.card },
  { staffId: 'supervisor-1', name: '值班长', role: 'supervisor', pin: hashes.pin },
  { staffId: 'clerk-1', name: '窗口值班', role: 'clerk', pin: hashes.pin },
];

function open(kept: TriesKept = { read: () => new Map(), write: () => undefined }) {
  const told = { now: 1_000_000, readerReady: true, opened: [] as string[], denied: [] as string[] };
  const door = createStaffDoor(() => staff, () => told.now, kept);
  const answers = maintenanceAnswers({ staff: () => staff, door, readerReady: () => told.readerReady, opened: async ({ staffId }, deviceId) => { told.opened.push(`${staffId} ${deviceId}`); }, denied: async (staffId, deviceId) => { told.denied.push(`${staffId} ${deviceId}`); } });
  const may = async (asked: { staffId: string; pin: string; cardNumber?: string }, reader: Actor = kiosk) => {
    const result = await answers.mayMaintain(asked, reader);
    return result.ok ? result.value : result.error;
  };
  return { told, door, answers, may };
}

test('F33 who may open a kiosk: those who answer for the hall, each with what is wanted of them', async () => {
  expect(await open().answers.maintainers({}, kiosk)).toEqual({ ok: true, value: { staff: [{ staffId: 'admin-1', staffName: '站长', withCard: true }, { staffId: 'supervisor-1', staffName: '值班长', withCard: false }] } });
});

test('F33 PIN and card: one without the other opens nothing; what is opened leaves a line', async () => {
  const { may, told } = open();
  expect(await may({ staffId: 'admin-1', pin })).toEqual({ granted: false, waitMs: 0 });
  expect(await may({ staffId: 'admin-1', pin, cardNumber: '11010519491231002X' })).toEqual({ granted: false, waitMs: 0 });
  expect(await may({ staffId: 'admin-1', pin: '1357', cardNumber: card })).toEqual({ granted: false, waitMs: 0 });
  expect(told).toMatchObject({ opened: [], denied: ['admin-1 kiosk-1', 'admin-1 kiosk-1', 'admin-1 kiosk-1'] });
  expect(await may({ staffId: 'admin-1', pin, cardNumber: card })).toEqual({ granted: true });
  expect(await may({ staffId: 'supervisor-1', pin })).toEqual({ granted: true });
  expect(told.opened).toEqual(['admin-1 kiosk-1', 'supervisor-1 kiosk-1']);
});

test('F33 a reader that cannot see a card asks for none: the agent knows it from the kiosk’s own report', async () => {
  const { may, told } = open();
  told.readerReady = false;
  expect(await may({ staffId: 'admin-1', pin })).toEqual({ granted: true });
});

test('F33 others of the staff, strangers and other faces open nothing', async () => {
  const { may } = open();
  expect(await may({ staffId: 'clerk-1', pin })).toEqual({ granted: false, waitMs: 0 });
  expect(await may({ staffId: 'nobody', pin })).toEqual({ granted: false, waitMs: 0 });
  expect(await may({ staffId: 'supervisor-1', pin }, { role: 'console', staffId: 'supervisor-1', staffRole: 'supervisor' })).toEqual({ granted: false, waitMs: 0 });
});

test('F33 five tries, then waits that double, for kiosk and console together; side by side counts for no more', async () => {
  const { may, door, told } = open();
  const wrong = { staffId: 'supervisor-1', pin: '0000' };
  const atOnce = await Promise.all(Array.from({ length: 10 }, () => may(wrong)));
  expect(atOnce.every((one) => 'granted' in one && !one.granted)).toBe(true);
  for (let round = 0; round < 3; round += 1) expect(await may(wrong)).toEqual({ granted: false, waitMs: 0 });
  expect(await may(wrong)).toEqual({ granted: false, waitMs: 15_000 });
  expect(await may({ staffId: 'supervisor-1', pin })).toEqual({ granted: false, waitMs: 15_000 });
  expect(await door.signIn('supervisor-1', pin)).toEqual({ ok: false, waitMs: 15_000 });
  told.now += 15_000;
  expect(await may(wrong)).toEqual({ granted: false, waitMs: 30_000 });
  told.now += 30_000;
  expect(await may({ staffId: 'supervisor-1', pin })).toEqual({ granted: true });
});

function triesFile(): { readonly path: string; readonly open: () => TriesKept; readonly said: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'staff-tries-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const said: string[] = [];
  const log = pino({}, { write: (line: string) => { said.push(line); } });
  return { path: join(folder, staffTriesFileName), open: () => openTriesFile(folder, log), said };
}

test('F33 §4 wrong tries and their waits outlive the agent: a restart gives none more, and a right PIN forgets them for good', async () => {
  const file = triesFile();
  const wrong = { staffId: 'supervisor-1', pin: '0000' };
  const before = open(file.open());
  for (let round = 0; round < 4; round += 1) await before.may(wrong);
  const after = open(file.open());
  expect(await after.may(wrong)).toEqual({ granted: false, waitMs: 15_000 });
  const later = open(file.open());
  expect(await later.may({ staffId: 'supervisor-1', pin })).toEqual({ granted: false, waitMs: 15_000 });
  later.told.now += 15_000;
  expect(await later.may({ staffId: 'supervisor-1', pin })).toEqual({ granted: true });
  const last = open(file.open());
  expect(await last.may(wrong)).toEqual({ granted: false, waitMs: 0 });
  expect(readFileSync(file.path, 'utf8')).toBe('{"tries":[["supervisor-1",{"wrong":1,"until":1000000}]]}');
  expect(statSync(file.path).mode & 0o777).toBe(0o600);
});

test('F33 §4 a file of tries that cannot be believed spends the free ones of everybody, and says so; a disk that takes nothing stops nobody', async () => {
  const file = triesFile();
  writeFileSync(file.path, '{"tries":[["supervisor-1",{"wrong":-9}]]}');
  const { may } = open(file.open());
  expect(await may({ staffId: 'supervisor-1', pin: '0000' })).toEqual({ granted: false, waitMs: 15_000 });
  expect(await may({ staffId: 'admin-1', pin, cardNumber: card })).toEqual({ granted: true });
  expect(file.said.join('')).toContain('cannot be read');
  const nowhere = openTriesFile(join(file.path, 'no folder'), pino({}, { write: (line: string) => { file.said.push(line); } }));
  const full = open({ read: () => new Map(), write: (tries) => nowhere.write(tries) });
  for (let round = 0; round < 4; round += 1) await full.may({ staffId: 'supervisor-1', pin: '0000' });
  expect(await full.may({ staffId: 'supervisor-1', pin: '0000' })).toEqual({ granted: false, waitMs: 15_000 });
  expect(file.said.join('')).toContain('cannot be kept');
  // A time of the log may well end in the same digits.
  expect(file.said.map((line) => JSON.stringify({ ...JSON.parse(line) as object, time: 0, pid: 0 })).join('')).not.toContain('0000');
});

test('F33 §4 a clock that was set back locks nobody out for longer than an hour', async () => {
  const { may, told } = open({ read: () => new Map([['supervisor-1', { wrong: 30, until: 90_000_000 }]]), write: () => undefined });
  expect(await may({ staffId: 'supervisor-1', pin })).toEqual({ granted: false, waitMs: 3_600_000 });
  told.now = 90_000_000;
  expect(await may({ staffId: 'supervisor-1', pin })).toEqual({ granted: true });
});
