/* Who is connected, told by lines that come and go in any order. */
import { expect, test } from 'vitest';
import { createDevices } from '@kuaizhao/sync-agent/hall/devices.ts';

function openDevices() {
  const noted: string[] = [];
  let now = 0;
  const devices = createDevices(() => (now += 1), () => undefined, (deviceId, kind, state) => noted.push(`${deviceId} ${kind} ${state}`));
  return { devices, noted };
}

test.each(['kiosk', 'board'] as const)('a %s with two lines is lost with the last of them, not with the first, and comes back as a new one', (role) => {
  const { devices, noted } = openDevices();
  devices.connected(role, 'one');
  devices.connected(role, 'one');
  devices.lost(role, 'one');
  expect(devices.all()).toMatchObject([{ deviceId: 'one', connected: true }]);
  expect([devices.isHere('one'), noted.includes('one link lost')]).toEqual([true, false]);
  devices.lost(role, 'one');
  expect([devices.isHere('one'), noted.at(-1)]).toEqual([false, 'one link lost']);
  devices.connected(role, 'one');
  expect([devices.isHere('one'), noted.at(-1)]).toEqual([true, 'one link connected']);
  devices.lost(role, 'one');
  expect(devices.isHere('one')).toBe(false);
});

test('lines are counted by device and by what it is: another one of the same name keeps nobody here', () => {
  const { devices } = openDevices();
  devices.connected('kiosk', 'one');
  devices.connected('console', 'one');
  devices.connected('kiosk', 'two');
  devices.lost('kiosk', 'one');
  expect(devices.all().filter(({ connected }) => connected).map(({ role, deviceId }) => `${role} ${deviceId}`)).toEqual(['console one', 'kiosk two']);
});
