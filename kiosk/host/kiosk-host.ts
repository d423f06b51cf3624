/* The kiosk put together: session, devices, agent and spool. Knows nothing of windows: faces go out and touches come in, whoever carries them. */
import type { CardReader, ScannerPort, SocialCardReader } from '@kuaizhao/hardware/ports.ts';
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import { join } from 'node:path';
import type { Command } from '@kuaizhao/db/domain/command.ts';
import { learnTrades } from '@kuaizhao/db/domain/trades/trade.ts';
import type { Effect, LeaveHow, SessionEvent } from '@kuaizhao/kiosk/session/event.ts';
import { faceOf } from '@kuaizhao/kiosk/session/face-of.ts';
import type { KioskFace, Touch } from '@kuaizhao/kiosk/session/face.ts';
import { next } from '@kuaizhao/kiosk/session/next.ts';
import { firstState, type State } from '@kuaizhao/kiosk/session/state.ts';
import { createAgentClient, type AgentClient } from './agent/agent-client.ts';
import type { KeptTrust } from './agent/trust-file.ts';
import { createIdentities, type Identities } from './devices/identities.ts';
import { createHallTime } from './hall-time.ts';
import type { HostClock } from './host-clock.ts';
import type { HostLog } from './host-log.ts';
import { LeaseDesk } from './leases/lease-desk.ts';
import { openLeaseFile } from './leases/lease-file.ts';
import { layOut, scrapPaper } from './papers/lay-out.ts';
import type { OpenedPrinter } from './printing/open-printer.ts';
import { Spool } from './printing/spool.ts';
import { startReporter } from './readiness/reporter.ts';
import { clipsMissing } from './readiness/self-check.ts';
import { createTouchEar } from './touch-ear.ts';
import { within } from './within.ts';

export const hostLimits = {
  /** how often the session hears that time passes */
  tickMs: 500,
  /** when the kiosk ends: so long for the paper under way and its report, then so long for the devices */
  papersMs: 3_500,
  devicesMs: 1_000,
} as const;

export interface KioskHostParts {
  readonly deviceId: string;
  readonly printerId: string;
  readonly pxPerMm: number;
  /** of the voice, 0 to 1 */
  readonly volume?: number;
  /** where the numbers for the time without the agent are kept */
  readonly data: string;
  readonly agent: { readonly url: string; readonly key?: string | undefined; readonly trust?: KeptTrust | undefined };
  /** what staff see of the machine, and what ends it: whoever opened the window knows both */
  readonly doorway?: DoorwayMeans | undefined;
  /** this kiosk's certificate opens nothing any more */
  readonly turnedAway?: (() => void) | undefined;
  readonly reader: CardReader;
  readonly socialCard?: SocialCardReader | undefined;
  readonly scanner?: ScannerPort | undefined;
  readonly printing: OpenedPrinter;
  readonly clock: HostClock;
  readonly log: HostLog;
}

/** What whoever opened the window or the page can do for staff. */
export interface DoorwayMeans {
  /** versions, in one line */
  readonly about: string;
  /** Ends the kiosk, or ends it and begins anew. */
  leave(how: LeaveHow): void;
}

/** What a window or a page needs of the kiosk. */
export interface Doorkeeper {
  face(): KioskFace;
  /** Calls the listener with each new face; gives what ends it. */
  onFace(listener: (face: KioskFace) => void): () => void;
  /** Any shape: checked here. */
  touch(touch: unknown): void;
}
export interface KioskHost extends Doorkeeper {
  /** Ends within 4.5 s: the paper under way is finished and told, nothing new begins. Devices are closed too. */
  close(): Promise<void>;
}

/** Runs at once and until `close`. */
export const createKioskHost = (parts: KioskHostParts): KioskHost => new Host(parts);

class Host implements KioskHost {
  readonly #parts: KioskHostParts;
  readonly #hallTime: ReturnType<typeof createHallTime>;
  readonly #agent: AgentClient;
  readonly #spool: Spool;
  readonly #leases: LeaseDesk;
  /** Commands that nobody answered and whose person holds another number by now: their papers are not wanted. */
  readonly #superseded = new Set<string>();
  readonly #identities: Identities;
  readonly #listeners = new Set<(face: KioskFace) => void>();
  readonly #reporter: ReturnType<typeof startReporter>;
  readonly #clipsMissing = clipsMissing(join(import.meta.dirname, '../voice'));
  readonly #hear: (raw: unknown) => Touch | undefined;
  #state: State;
  #shown = '';
  #cancelTick = (): void => undefined;

  constructor(parts: KioskHostParts) {
    const { clock, log, printing, printerId } = parts;
    const { printer } = printing;
    this.#parts = parts;
    this.#hear = createTouchEar(clock.timer, log);
    this.#hallTime = createHallTime(clock);
    this.#state = firstState({ ...parts, machine: parts.doorway === undefined ? undefined : { about: parts.doorway.about, canLeave: true } });
    this.#agent = createAgentClient({
      url: parts.agent.url, key: parts.agent.key, trust: parts.agent.trust, deviceId: parts.deviceId, timer: clock.timer, log, turnedAway: parts.turnedAway,
      up: () => this.#line(true),
      down: () => this.#line(false),
      hall: (hall) => {
        this.#hallTime.told(hall.now);
        learnTrades(hall.trades ?? []);
        this.#happen({ type: 'hall', hall });
        this.#leases.hall(hall);
      },
      openPlaces: (openPlaces) => this.#happen({ type: 'openPlaces', openPlaces }),
      print: (order) => void this.#spool.pushed(order),
      diverted: ({ printJobId }) => this.#spool.diverted(printJobId),
    });
    this.#leases = new LeaseDesk({
      file: openLeaseFile(parts.data), printerId, agent: this.#agent, timer: clock.timer, now: this.#hallTime.now, newId: clock.newId, log,
      changed: (left) => this.#happen({ type: 'left', left }),
      heard: () => this.#happen({ type: 'agentHeard' }),
    });
    this.#spool = new Spool({
      printer, printerId, agent: this.#agent, timer: clock.timer, log, newId: clock.newId,
      ownEnded: (printJobId, outcome) => this.#leases.paperEnded(printJobId, outcome),
      compose: (order) => printing.compose(layOut(order, printing.columns)),
      scrap: () => printing.compose(scrapPaper()),
      moved: (move) => {
        this.#happen({ type: 'paper', ...move });
        this.#printerMoved();
      },
      readied: () => this.#printerMoved(),
    });
    printer.onState(() => this.#printerMoved());
    this.#identities = createIdentities(parts.reader, parts.socialCard);
    this.#identities.onEvent((event) => {
      this.#happen(event);
      if (event.type === 'reader') this.#reportDevices();
    });
    parts.scanner?.onEvent((event) => {
      if (event.type === 'code') this.#happen({ type: 'codeScanned', code: event.code });
    });
    this.#printerMoved();
    this.#reportDevices();
    const hall = this.#leases.rememberedHall();
    if (hall !== undefined && this.#state.hall === undefined) {
      learnTrades(hall.trades ?? []);
      this.#happen({ type: 'hall', hall });
    }
    this.#happen({ type: 'left', left: this.#leases.left() });
    this.#reporter = startReporter({
      timer: clock.timer, newId: clock.newId, data: parts.data, agent: this.#agent,
      look: () => ({ state: this.#state, drawn: this.#listeners.size > 0, clockOffS: this.#hallTime.machineOffS(), clipsMissing: this.#clipsMissing }),
      changed: (checks) => this.#happen({ type: 'checked', checks }),
    });
    this.#tick();
  }

  face = (): KioskFace => faceOf(this.#state);

  onFace(listener: (face: KioskFace) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  touch(raw: unknown): void {
    const touch = this.#hear(raw);
    if (touch !== undefined) this.#happen({ type: 'touch', touch });
  }

  async close(): Promise<void> {
    const { scanner, printing: { printer }, clock: { timer } } = this.#parts;
    this.#cancelTick();
    this.#leases.close();
    this.#reporter.stop();
    const closed = [this.#identities.close(), scanner?.close()];
    await within(timer, hostLimits.papersMs, this.#spool.close());
    this.#agent.close();
    await within(timer, hostLimits.devicesMs, Promise.all([...closed, printer.close()]));
    this.#listeners.clear();
  }

  #happen(event: SessionEvent): void {
    const { clock: { timer, newId }, log } = this.#parts;
    const before = this.#state;
    const step = next(before, event, { now: this.#hallTime.now(), ms: timer.now(), freshId: newId() });
    this.#state = step.state;
    if (step.state.scene.at !== before.scene.at) log.info({ from: before.scene.at, to: step.state.scene.at, by: event.type }, 'scene');
    if (step.state !== before) this.#show();
    for (const effect of step.effects) this.#carryOut(effect);
  }

  #show(): void {
    const face = this.face();
    const text = JSON.stringify(face);
    if (text === this.#shown) return;
    this.#shown = text;
    for (const listener of this.#listeners) listener(face);
  }

  #carryOut(effect: Effect): void {
    switch (effect.type) {
      case 'paperSaid': return this.#spool.said(effect.printJobId, effect.came);
      case 'forget': return this.#agent.forget();
      case 'leave': return this.#parts.doorway?.leave(effect.how);
      case 'send': return void this.#send(effect.command);
      case 'ask': return void this.#ask(effect);
      case 'takeNumber': return this.#takeNumber(effect);
    }
  }

  #line(up: boolean): void {
    this.#happen({ type: up ? 'agentUp' : 'agentDown' });
    this.#leases.lineUp(up);
    if (!up) return;
    this.#spool.agentUp();
    this.#reporter.lineUp();
  }

  #takeNumber({ requestId, service, card, instead }: Extract<Effect, { type: 'takeNumber' }>): void {
    if (instead !== undefined) this.#superseded.add(instead);
    const taken = this.#leases.take({ service, card, instead });
    this.#happen({ type: 'numberTaken', requestId, taken });
    if (!taken.ok) return;
    const stage = this.#spool.stageOf(taken.printJobId);
    if (taken.order !== undefined) this.#spool.takeOwn(taken.order);
    else this.#happen({ type: 'paper', printJobId: taken.printJobId, stage: stage ?? 'failed' });
  }

  async #ask({ queryId, question }: Extract<Effect, { type: 'ask' }>): Promise<void> {
    const reply = await this.#agent.ask(queryId, question);
    if (reply !== undefined) this.#happen({ type: 'replied', queryId, reply });
  }

  async #send(command: Command): Promise<void> {
    const answer = await this.#agent.command(command, true);
    const superseded = this.#superseded.delete(command.commandId);
    if (answer === undefined) return;
    if (superseded) return this.#unwanted(answer);
    this.#happen({ type: 'answered', commandId: command.commandId, answer });
    if (!answer.ok) return;
    // Papers of somebody who left while the agent was silent are printed too: the number is his, and he may still be in the hall.
    for (const order of answer.papers) this.#spool.take(order);
    // The hall may have pushed the paper of an answer before the answer came.
    for (const fact of answer.facts) {
      const stage = fact.type === 'printQueued' ? this.#spool.stageOf(fact.printJobId) : undefined;
      if (fact.type === 'printQueued' && (stage === 'waiting' || stage === 'printing')) this.#happen({ type: 'paper', printJobId: fact.printJobId, stage });
    }
  }

  /** The word came after all, when its person had a number of the kiosk's own: that one counts, and this one's paper stays inside. */
  #unwanted(answer: Answer): void {
    this.#happen({ type: 'agentHeard' });
    if (answer.ok) for (const { printJobId } of answer.papers) this.#spool.unwanted(printJobId);
  }

  #printerMoved(): void {
    const printer = this.#parts.printing.printer.state();
    const ready = this.#spool.ready();
    if (printer === this.#state.printer && ready === this.#state.printTarget.ready) return;
    const changed = printer !== this.#state.printer;
    this.#happen({ type: 'printer', printer, ready });
    if (!changed) return;
    this.#reportDevices();
    this.#reporter?.now();
  }

  #reportDevices(): void {
    this.#agent.devices({ reader: this.#state.reader, printer: this.#state.printer, printerId: this.#parts.printerId });
  }

  #tick(): void {
    this.#cancelTick = this.#parts.clock.timer.after(hostLimits.tickMs, () => this.#tick());
    this.#happen({ type: 'tick' });
  }
}
