/* From a checked configuration to a running kiosk without a face: at work with its devices, or at its set-up while its hall does not know it; from one to the other by itself. */
import type { StartChild } from '@kuaizhao/hardware/library-process/child-end.ts';
import { addressOf, standingOf, type KeptTrust, type Standing } from './agent/trust-file.ts';
import type { KioskConfig } from './config.ts';
import type { LanSwitch } from './dev/dev-panel.ts';
import type { Simulators } from './devices/open-devices.ts';
import { systemClock, type HostClock } from './host-clock.ts';
import type { HostLog } from './host-log.ts';
import { createKioskHost, type Doorkeeper, type DoorwayMeans, type KioskHost } from './kiosk-host.ts';
import { openBench, type Bench } from './set-up/bench.ts';
import { createFront, type Front } from './set-up/front.ts';
import { createSetUpHost, type SetUpHost } from './set-up/set-up-host.ts';
import { keepUpdated, type KeptUpdated, type Launched } from './updates/keep-updated.ts';

export interface OpenKiosk {
  readonly doorkeeper: Doorkeeper;
  /** those of now: none while this kiosk is being set up */
  readonly simulators: Simulators;
  /** of the panel that lays down synthetic cards and shows printed papers; absent with real devices only, and while this kiosk is being set up */
  readonly devUrl: string | undefined;
  /** The page of the kiosk came, or was lost. */
  page(stands: boolean): void;
  close(): Promise<void>;
}

/** What differs from one doorway to another. */
export interface OpenMeans {
  /** how a process is started that holds a foreign library; Node's own way unless told */
  readonly startChild?: StartChild | undefined;
  readonly doorway?: DoorwayMeans | undefined;
  /** the version that a launcher started, and the folder it shares with the kiosk */
  readonly launched?: Launched | undefined;
  /** the cable to the hall, where it can be pulled: in the demo town */
  readonly lan?: LanSwitch | undefined;
  /** Called each time this kiosk begins to work: at once, or after its set-up. */
  readonly atWork?: (() => void) | undefined;
}

/** Rejects with one line when what this kiosk keeps of its hall is open to others. */
export async function openKiosk(config: KioskConfig, log: HostLog, clock: HostClock = systemClock, means: OpenMeans = {}): Promise<OpenKiosk> {
  const opened = new Opened(config, log, clock, means);
  await opened.begin();
  return opened;
}

class Opened implements OpenKiosk {
  readonly #config: KioskConfig;
  readonly #log: HostLog;
  readonly #clock: HostClock;
  readonly #means: OpenMeans;
  #front: Front | undefined;
  #bench: Bench | undefined;
  #host: KioskHost | undefined;
  #setUp: SetUpHost | undefined;
  #updating: KeptUpdated | undefined;
  /** one change at a time: devices are closed before they are opened again */
  #changing: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(config: KioskConfig, log: HostLog, clock: HostClock, means: OpenMeans) {
    this.#config = config;
    this.#log = log;
    this.#clock = clock;
    this.#means = means;
  }

  async begin(): Promise<void> {
    const standing = standingOf(this.#config);
    if (standing.at === 'out') this.#beginSetUp(standing);
    else await this.#work(standing);
    this.#updating = keepUpdated({ config: this.#config, launched: this.#means.launched, doorkeeper: this.doorkeeper, doorway: this.#means.doorway, clock: this.#clock, log: this.#log });
  }

  get doorkeeper(): Doorkeeper {
    if (this.#front === undefined) throw new Error('asked before it began');
    return this.#front;
  }
  get simulators(): Simulators { return this.#bench?.devices.simulators ?? {}; }
  get devUrl(): string | undefined { return this.#bench?.devUrl; }

  page(stands: boolean): void { this.#updating?.page(stands); }

  async close(): Promise<void> {
    this.#closed = true;
    this.#updating?.stop();
    this.#setUp?.close();
    await this.#changing;
    await this.#host?.close();
    await this.#bench?.close();
  }

  async #work(standing: Exclude<Standing, { at: 'out' }>): Promise<void> {
    const { startChild, doorway, lan, atWork } = this.#means;
    const [config, log, clock] = [this.#config, this.#log, this.#clock];
    this.#bench = await openBench(config, { clock, log, startChild, lan });
    const trust = standing.at === 'in' ? standing.trust : undefined;
    const { simulators: _far, ...devices } = this.#bench.devices;
    this.#host = createKioskHost({
      deviceId: config.deviceId, printerId: config.printerId, pxPerMm: config.pxPerMm, volume: config.volume, data: config.data,
      agent: { ...config.agent, url: addressOf(config.agent.url, config), trust }, turnedAway: trust && (() => this.#sentAway(trust)), ...devices, clock, log, doorway,
    });
    this.#setUp?.close();
    this.#setUp = undefined;
    this.#show(this.#host);
    atWork?.();
  }

  #beginSetUp({ why, authority }: Extract<Standing, { at: 'out' }>): void {
    this.#setUp = createSetUpHost({ config: this.#config, why, authority, clock: this.#clock, log: this.#log, work: () => this.#change(() => this.#workAfterSetUp()) });
    this.#show(this.#setUp);
  }

  async #workAfterSetUp(): Promise<void> {
    const standing = standingOf(this.#config);
    if (this.#closed || standing.at === 'out') return;
    try {
      await this.#work(standing);
    } catch (error) {
      // A beginning from nothing says in one line what is wrong; the screen that says "it is in" would stand there for good.
      this.#means.doorway?.leave('restart');
      throw error;
    }
    if (this.#bench?.devUrl !== undefined) this.#log.info({ url: this.#bench.devUrl }, 'devPanel');
  }

  /** Nobody is served any more from this moment on; the paper under way still ends as at every close. */
  #sentAway({ held }: KeptTrust): void {
    const [host, bench] = [this.#host, this.#bench];
    if (this.#closed || host === undefined) return;
    this.#host = undefined;
    this.#bench = undefined;
    const newest = standingOf(this.#config);
    const until = newest.at === 'in' ? newest.trust.held.until : held.until;
    this.#beginSetUp({ at: 'out', why: until <= this.#clock.now() ? 'ranOut' : 'sentAway', authority: held.authority });
    this.#change(async () => {
      await host.close();
      await bench?.close();
    });
  }

  #show(behind: Doorkeeper): void {
    if (this.#front === undefined) this.#front = createFront(behind);
    else this.#front.join(behind);
  }

  #change(step: () => Promise<void>): void {
    this.#changing = this.#changing.then(step).catch((error: unknown) => this.#log.warn({ problem: error instanceof Error ? error.name : typeof error }, 'notChanged'));
  }
}
