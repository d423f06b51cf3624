/* The agent's word on who may open a kiosk: by name, PIN and card; tries are counted as at the console, and its door is the kiosks' alone. */
import { expect, test } from 'vitest';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import { maintenanceAnswers } from '@kuaizhao/sync-agent/hall/queries/maintenance.ts';
import { createStaffDoor, hashPin, type StaffMember } from '@kuaizhao/sync-agent/hall/staff.ts';

const pin = '246810';
const card = '440524198001010014';
const kiosk: Actor = { role: 'kiosk', deviceId: 'kiosk-1', printer: 'printer-1' };

const hashes = { pin: await hashPin(pin), card: await hashPin(card) };
const staff: readonly StaffMember[] = [
  { staffId: 'admin-1', name: '站长', role: 'admin', pin: hashes.pin, card: hashes.card },
  { staffId: 'supervisor-1', name: '值班长', role: 'supervisor', pin: hashes.pin },
  { staffId: 'clerk-1', name: '窗口值班', role: 'clerk', pin: hashes.pin },
];

function open() {
  const told = { now: 1_000_000, readerReady: true, opened: [] as string[] };
  const door = createStaffDoor(staff, () => told.now);
  const answers = maintenanceAnswers({ staff, door, readerReady: () => told.readerReady, opened: (staffId, deviceId) => told.opened.push(`${staffId} ${deviceId}`) });
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
  expect(told.opened).toEqual([]);
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
