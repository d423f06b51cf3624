/* A kiosk as a local page, in this process: what `npm run kiosk -- --browser`, the demo town and the flow tests start. */
import { mkdirSync } from 'node:fs';
import { servePage } from '@kuaizhao/kiosk/browser/serve-page.ts';
import { checkKioskConfig, type KioskConfig } from '@kuaizhao/kiosk/host/config.ts';
import type { LanSwitch } from '@kuaizhao/kiosk/host/dev/dev-panel.ts';
import type { Simulators } from '@kuaizhao/kiosk/host/devices/open-devices.ts';
import type { HostClock } from '@kuaizhao/kiosk/host/host-clock.ts';
import type { HostLog } from '@kuaizhao/kiosk/host/host-log.ts';
import type { Doorkeeper, DoorwayMeans } from '@kuaizhao/kiosk/host/kiosk-host.ts';
import { openKiosk } from '@kuaizhao/kiosk/host/open-kiosk.ts';
import type { Launched } from '@kuaizhao/kiosk/host/updates/keep-updated.ts';

export interface Kiosk {
  /** the page, and the panel of the simulators where there are any and the kiosk is at work */
  readonly urls: { readonly kiosk: string; readonly dev?: string };
  /** far ends of the simulated devices; empty with real ones, and while the kiosk is being set up */
  readonly simulators: Simulators;
  /** the kiosk without a page: for tests that touch it themselves */
  readonly doorkeeper: Doorkeeper;
  /** Ends within 4.5 s; the paper under way is finished or reported. */
  close(): Promise<void>;
}

const silent: HostLog = { info: () => undefined, warn: () => undefined };

/** Takes what kiosk.json may hold (defaults filled in here); rejects with one line when it is wrong, with `EADDRINUSE` when the port is busy. `data` is made when it is not there. */
export async function startKiosk(raw: unknown, means: { readonly log?: HostLog; readonly clock?: HostClock; readonly doorway?: DoorwayMeans; readonly lan?: LanSwitch; readonly launched?: Launched | undefined } = {}): Promise<Kiosk> {
  const config: KioskConfig = checkKioskConfig(raw, 'kiosk configuration');
  const { log = silent } = means;
  mkdirSync(config.data, { recursive: true });
  const page = await servePage({ listen: config.listen, log, open: () => openKiosk(config, log, means.clock, { doorway: means.doorway, lan: means.lan, launched: means.launched }) });
  const kiosk = page.opened;
  return {
    get urls() { return { kiosk: page.url, ...(kiosk.devUrl === undefined ? {} : { dev: kiosk.devUrl }) }; },
    get simulators() { return kiosk.simulators; },
    doorkeeper: kiosk.doorkeeper,
    async close() {
      await page.close();
      await kiosk.close();
    },
  };
}
