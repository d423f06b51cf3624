/* A device id that nobody has: what most halls write anyway. */
import type { DeviceRole } from '@kuaizhao/db/domain/devices/commands.ts';
import type { NetworkMember } from '@kuaizhao/sync-agent/contract/queries/machine/network.ts';

/** `kiosk-4` in a hall with kiosk-1 to kiosk-3. */
export function nextName(role: DeviceRole, known: readonly Pick<NetworkMember, 'deviceId'>[]): string {
  const taken = new Set(known.map(({ deviceId }) => deviceId));
  let n = 1;
  while (taken.has(`${role}-${String(n)}`)) n += 1;
  return `${role}-${String(n)}`;
}
