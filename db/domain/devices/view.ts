/* What decisions about machines need to know. */
import type { FactOf } from '../fact.ts';
import type { Instant } from '../scalars.ts';
import type { Checked, DeviceKind, DeviceState } from './commands.ts';

/** A device of the hall's network; `revokedAt`: it was sent away then. */
export type EnrolledDevice = Omit<FactOf<'deviceEnrolled'>, 'type' | 'by'> & { readonly enrolledAt: Instant; readonly revokedAt?: Instant | undefined };

/** Whether its key opens a door now. */
export const isInForce = ({ until, revokedAt }: EnrolledDevice, now: Instant): boolean => revokedAt === undefined && now < until;

export interface DevicesView {
  /** As last noted; undefined before the first time. */
  deviceState(deviceId: string, kind: DeviceKind): DeviceState | undefined;
  /** Its checks as last told. */
  readinessOf(deviceId: string): readonly Checked[];
  enrolledDevice(deviceId: string): EnrolledDevice | undefined;
  /** So many may come in now. */
  enrolledCount(now: Instant): number;
}
