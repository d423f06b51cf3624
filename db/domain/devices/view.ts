/* What decisions about machines need to know. */
import type { Checked, DeviceKind, DeviceState } from './commands.ts';

export interface DevicesView {
  /** As last noted; undefined before the first time. */
  deviceState(deviceId: string, kind: DeviceKind): DeviceState | undefined;
  /** Its checks as last told. */
  readinessOf(deviceId: string): readonly Checked[];
}
