/* The devices of a kiosk at work, with the panel of the simulators where there are any. */
import type { StartChild } from '@kuaizhao/hardware/library-process/child-end.ts';
import type { KioskConfig } from '../config.ts';
import { DevPanel, type LanSwitch } from '../dev/dev-panel.ts';
import { openDevServer } from '../dev/dev-server.ts';
import { openDevices, type Devices } from '../devices/open-devices.ts';
import type { HostClock } from '../host-clock.ts';
import type { HostLog } from '../host-log.ts';

export interface Bench {
  readonly devices: Devices;
  /** of the panel that lays down synthetic cards and shows printed papers; absent with real devices only */
  readonly devUrl: string | undefined;
  /** The panel and the far ends; the devices themselves are closed by the host that drives them. */
  close(): Promise<void>;
}

export async function openBench(config: KioskConfig, { clock, log, startChild, lan }: { readonly clock: HostClock; readonly log: HostLog; readonly startChild: StartChild | undefined; readonly lan: LanSwitch | undefined }): Promise<Bench> {
  const devices = openDevices(config, clock.timer, log, startChild);
  const { simulators } = devices;
  const dev = Object.keys(simulators).length > 0 ? await openDevServer(new DevPanel({ ...simulators, lan })) : undefined;
  return {
    devices, devUrl: dev?.url,
    async close() {
      await dev?.close();
      await Promise.all([simulators.reader?.close(), simulators.printer?.close()]);
    },
  };
}
