/* Who is connected, and how their devices fare: in memory, because a connection is nothing that outlives the process. */
import type { DeviceKind, DeviceState } from '@kuaizhao/db/domain/devices/commands.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import type { DeviceReport } from '@kuaizhao/sync-agent/contract/kiosk.ts';

export type FloorDevice = FloorState['devices'][number];
type Role = FloorDevice['role'];

/** Boards and consoles that went away are remembered up to this many. */
const rememberedLimit = 300;

/** What is noted of a device: its line, and the parts it reports. A part that is only starting is no news yet. */
type Note = (deviceId: string, kind: DeviceKind, state: DeviceState) => void;

export function createDevices(now: () => Instant, changed: () => void, note: Note) {
  const known = new Map<string, FloorDevice>();
  /** Lines of a device that are open now: one that comes back is here before its old line is given up, and a console may be two pages. */
  const lines = new Map<string, number>();
  const key = (role: Role, deviceId: string) => `${role} ${deviceId}`;
  const set = (device: FloorDevice): void => {
    known.delete(key(device.role, device.deviceId));
    known.set(key(device.role, device.deviceId), device);
    if (known.size > rememberedLimit) known.delete(known.keys().next().value ?? '');
    changed();
  };
  return {
    /** Each line says so once. */
    connected(role: Role, deviceId: string): void {
      lines.set(key(role, deviceId), (lines.get(key(role, deviceId)) ?? 0) + 1);
      set({ deviceId, role, connected: true, since: now() });
      if (role !== 'console') note(deviceId, 'link', 'connected');
    },
    /** Each line says so once, at its end; the device is lost with its last. */
    lost(role: Role, deviceId: string): void {
      const left = (lines.get(key(role, deviceId)) ?? 1) - 1;
      if (left > 0) return void lines.set(key(role, deviceId), left);
      lines.delete(key(role, deviceId));
      const before = known.get(key(role, deviceId));
      set({ ...before, deviceId, role, connected: false, since: now() });
      if (role !== 'console') note(deviceId, 'link', 'lost');
    },
    reported(deviceId: string, report: DeviceReport): void {
      const before = known.get(key('kiosk', deviceId));
      set({
        deviceId, role: 'kiosk', connected: true, since: before?.since ?? now(), reader: report.reader, printer: report.printer,
        readerSince: before?.reader === report.reader ? before.readerSince ?? now() : now(), printerSince: before?.printer === report.printer ? before.printerSince ?? now() : now(),
      });
      if (report.reader !== 'starting') note(deviceId, 'reader', report.reader);
      if (report.printer !== 'starting') note(deviceId, 'printer', report.printer);
    },
    /** Whether it is here now. */
    isHere: (deviceId: string): boolean => [...known.values()].some((one) => one.deviceId === deviceId && one.connected),
    all: (): FloorDevice[] => [...known.values()].sort((a, b) => key(a.role, a.deviceId).localeCompare(key(b.role, b.deviceId))),
  };
}
export type Devices = ReturnType<typeof createDevices>;
