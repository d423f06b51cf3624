/* The kiosk under its launcher: health is told, and the next version had ready, as long as it runs; at work as at its set-up. */
import { addressOf, readTrust, type AgentTrust } from '../agent/trust-file.ts';
import type { KioskConfig } from '../config.ts';
import type { HostClock } from '../host-clock.ts';
import type { HostLog } from '../host-log.ts';
import type { Doorkeeper, DoorwayMeans } from '../kiosk-host.ts';
import { openHallLine } from './hall-line.ts';
import { watchHealth } from './health.ts';
import { startUpdater } from './updater.ts';

/** The version that a launcher started, and the folder it shares with the kiosk. */
export interface Launched { readonly folder: string; readonly running: string }
export interface KeptUpdated { /** the page of the kiosk came, or was lost */ page(stands: boolean): void; stop(): void }
export interface KeepUpdatedParts {
  readonly config: KioskConfig; readonly launched: Launched | undefined;
  readonly doorkeeper: Doorkeeper; readonly doorway: DoorwayMeans | undefined;
  readonly clock: HostClock; readonly log: HostLog;
}

/** Does nothing without a launcher, or where kiosk.json does not say whose releases may come. Throws one line when launcher and kiosk.json name two folders: health would be told where nobody looks. */
export function keepUpdated({ config, launched, doorkeeper, doorway, clock: { timer }, log }: KeepUpdatedParts): KeptUpdated {
  const { updates, agent, data } = config;
  if (launched === undefined || updates === undefined) return { page: () => undefined, stop: () => undefined };
  if (launched.folder !== updates.folder) throw new Error(`the launcher was started with the folder ${launched.folder}, and updates.folder of kiosk.json is ${updates.folder}`);
  // A file that is broken or open to others is told of by whoever works with it.
  const trust = (): AgentTrust | undefined => { try { return readTrust(data); } catch { return undefined; } };
  const health = watchHealth(timer, () => { updater.healthy(); });
  const updater = startUpdater({
    config: updates, running: launched.running, health, timer, log, line: openHallLine(() => addressOf(agent.url, config), trust),
    idle: () => doorkeeper.face().screen.at === 'attract', leave: () => doorway?.leave('restart'),
  });
  const forget = doorkeeper.onFace(({ agentUp }) => health.line(agentUp));
  health.line(doorkeeper.face().agentUp);
  return { page: (stands) => health.page(stands), stop() { forget(); health.stop(); updater.stop(); } };
}
