/* All that the agent does about machines: who is here and how they fare, what of it becomes a fact, and its own readiness. */
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import type { HallClock } from '../clock.ts';
import { createDevices } from '../devices.ts';
import type { Engine } from '../engine.ts';
import type { Uplink } from '../uplink/uplink.ts';
import { createDeviceNotes, noteLimits, type DeviceNotes } from './device-notes.ts';
import { startOwnReadiness } from './own-readiness.ts';

export interface MachinesParts { readonly db: HallDb; readonly data: string; readonly clock: HallClock; readonly newId: (now: Instant) => string }

/** `changed`: what staff see of machines is otherwise. Nothing is noted before `start`. */
export function createMachines({ db, data, clock, newId }: MachinesParts, changed: () => void) {
  let notes: DeviceNotes | undefined;
  const devices = createDevices(clock.now, changed, (deviceId, kind, state) => notes?.state(deviceId, kind, state));
  const freshId = (): string => newId(clock.now());
  return {
    devices,
    start(engine: Engine, uplink: Pick<Uplink, 'uplinkState' | 'clockAheadMs'> | undefined): { stop(): void } {
      const noting = createDeviceNotes({ clock, newId: freshId, engine });
      notes = noting;
      const own = startOwnReadiness({ db, data, clock, newId: freshId, engine, uplink });
      // Whoever was here when the agent ended and has not come back is lost.
      const cancel = clock.after(noteLimits.graceMs, () => {
        for (const { deviceId, kind, state } of db.faces.devices.states()) if (kind === 'link' && state === 'connected' && !devices.isHere(deviceId)) noting.state(deviceId, 'link', 'lost');
      });
      return { stop() { cancel(); own.stop(); noting.stop(); } };
    },
  };
}
