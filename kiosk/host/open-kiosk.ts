/* From a checked configuration to a running kiosk without a face: devices, host, and the panel of the simulators where there are any. */
import type { StartChild } from '@kuaizhao/hardware/library-process/child-end.ts';
import { trustFor } from './agent/trust-file.ts';
import type { KioskConfig } from './config.ts';
import { DevPanel, type LanSwitch } from './dev/dev-panel.ts';
import { openDevServer, type DevServer } from './dev/dev-server.ts';
import { openDevices, type Simulators } from './devices/open-devices.ts';
import { systemClock, type HostClock } from './host-clock.ts';
import type { HostLog } from './host-log.ts';
import { createKioskHost, type Doorkeeper, type DoorwayMeans } from './kiosk-host.ts';

export interface OpenKiosk {
  readonly doorkeeper: Doorkeeper;
  readonly simulators: Simulators;
  /** of the panel that lays down synthetic cards and shows printed papers; absent with real devices only */
  readonly devUrl: string | undefined;
  close(): Promise<void>;
}

/** What differs from one doorway to another. */
export interface OpenMeans {
  /** how a process is started that holds a foreign library; Node's own way unless told */
  readonly startChild?: StartChild | undefined;
  readonly doorway?: DoorwayMeans | undefined;
  /** the cable to the hall, where it can be pulled: in the demo town */
  readonly lan?: LanSwitch | undefined;
}

export async function openKiosk(config: KioskConfig, log: HostLog, clock: HostClock = systemClock, { startChild, doorway, lan }: OpenMeans = {}): Promise<OpenKiosk> {
  const trust = trustFor(config);
  const { reader, socialCard, scanner, printing, simulators } = openDevices(config, clock.timer, log, startChild);
  const host = createKioskHost({
    deviceId: config.deviceId, printerId: config.printerId, pxPerMm: config.pxPerMm, volume: config.volume, printing, data: config.data, agent: { ...config.agent, trust }, reader, socialCard, scanner, clock, log, doorway,
  });
  const simulated = Object.keys(simulators).length > 0;
  const dev: DevServer | undefined = simulated ? await openDevServer(new DevPanel({ ...simulators, lan })) : undefined;
  return {
    doorkeeper: host, simulators, devUrl: dev?.url,
    async close() {
      await dev?.close();
      await host.close();
      await Promise.all([simulators.reader?.close(), simulators.printer?.close()]);
    },
  };
}
