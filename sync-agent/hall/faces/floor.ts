/* The floor as consoles get it: what the tables say, and what of it is an alarm. */
import type { HallSettings } from '@kuaizhao/db/domain/hall/settings.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import type { Faces } from '@kuaizhao/db/hall/faces/faces.ts';
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import type { Devices } from '../devices.ts';
import type { Disk } from '../disk/disk.ts';
import { createAlarms, type UpdateTrouble } from './alarms.ts';
import type { Echoes } from './echoes.ts';
import { floorState } from './floor-state.ts';

interface FloorFaceParts { readonly faces: Faces; readonly settings: HallSettings; readonly devices: Pick<Devices, 'all'>; readonly echoes: Echoes; readonly disk?: Pick<Disk, 'now'>; readonly now: () => Instant; /** of the city, not done here after a loss */ readonly erasuresSince: () => Instant | undefined; /** a release that stopped by itself */ readonly update?: UpdateTrouble }

export function createFloor({ faces, settings, devices, echoes, disk, now, erasuresSince, update }: FloorFaceParts): (version: number) => FloorState {
  const alarmed = createAlarms(settings, faces.devices, { conflicts: faces.readBackConflicts, erasuresSince }, disk, update);
  return (version) => alarmed(floorState({ faces, settings, devices: devices.all(), echoes }, version, now()), now());
}
