/* What the uplink is handed: nothing in this folder asks the machine for time or chance. */
import type { Logger } from 'pino';
import { uplinkLimits, type UplinkHandshake } from '@kuaizhao/sync-agent/contract/uplink.ts';
import type { IdentityKeeper } from './identity.ts';
import type { UplinkJournal } from './journal.ts';

/** `down`: waits before the next try. `refused`: the city will not have this machine. `damaged`: the disk changed rows, which must not leave the hall. In both a person decides; the log is kept and it asks again slowly. */
export type UplinkState = 'connecting' | 'pushing' | 'caughtUp' | 'refused' | 'damaged' | 'down';

export interface UplinkChance {
  /** 0 inclusive to 1 exclusive, for jitter */
  unit(): number;
  /** as many random bytes, as hex; unguessable */
  hex(bytes: number): string;
}
export interface UplinkTimer {
  /** Runs once after the delay; gives the cancellation. */
  after(delayMs: number, run: () => void): () => void;
}

/** One connection to the hub. */
export interface Line {
  /** Undefined: no answer in time, or the line is gone. Silence ends the line: after it nobody knows what arrived. */
  ask(event: 'hello' | 'push' | 'pull', message: object): Promise<unknown>;
  /** Like `ask`, for what is not the journal: silence ends nothing. */
  askBeside(event: BesideEvent, message: object, withinMs: number): Promise<unknown>;
  up(): boolean;
  readonly close: () => void;
}
export type BesideEvent = 'leftovers' | 'answerReferral' | 'pull' | 'auditHead';
export type Opened = { readonly ok: true; readonly line: Line } | { readonly ok: false; readonly reason: string; /** the hub knows who we are and will not have us */ readonly refused: boolean };

export interface LineParts {
  readonly url: string; readonly auth: UplinkHandshake; readonly ackMs: number; readonly timer: UplinkTimer;
  /** called once, when a line that was open ends */
  readonly lost: () => void;
  readonly hear: Hear | undefined;
  /** what nobody waits for an answer to */
  readonly news?: ((message: unknown) => void) | undefined;
}
export type OpenLine = (parts: LineParts) => { readonly opened: Promise<Opened>; readonly close: () => void };

/** What comes down beside the journal; undefined gives no answer, and it is said again. */
export type Hear = (message: unknown) => Promise<unknown>;

export interface UplinkParts {
  /** the hub's address, without a namespace: `http://127.0.0.1:7400` */
  readonly url: string;
  /** the hall's key at the city */
  readonly key: string;
  readonly hallName: string;
  readonly journal: UplinkJournal;
  readonly identity: IdentityKeeper;
  /** milliseconds UTC */
  readonly clock: () => number;
  readonly timer: UplinkTimer;
  readonly random: UplinkChance;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** referrals from the city */
  readonly hear?: Hear;
  /** a feed of the city has grown */
  readonly news?: (message: unknown) => void;
  /** The line is there and the city has let us in. */
  readonly welcomed?: () => void;
  /** the way to the hub, websocket when absent */
  readonly open?: OpenLine;
  /** `uplinkPace` when absent; a test is quicker */
  readonly pace?: UplinkPace;
}

export interface UplinkPace {
  readonly ackMs: number;
  readonly backoffMinMs: number; readonly backoffMaxMs: number;
  /** between two tries while refused or damaged */
  readonly slowMs: number;
  /** wake-ups may be lost: the journal is looked at this often */
  readonly pollMs: number;
  /** at most so many rows go together, unless one operation has more; as many as the hub takes when absent */
  readonly batchRows?: number;
}
export const uplinkPace: UplinkPace = { ackMs: uplinkLimits.ackMs, backoffMinMs: uplinkLimits.backoffMinMs, backoffMaxMs: uplinkLimits.backoffMaxMs, slowMs: 60_000, pollMs: 5_000 };

/** How a connection ended, and so how the next one is approached. */
export type Ending =
  | { readonly kind: 'lost'; readonly reason: string }
  | { readonly kind: 'busy'; readonly retryMs: number }
  /** `forked`: the city has another journal of this epoch, so a new epoch begins */
  | { readonly kind: 'refused' | 'forked' | 'damaged'; readonly reason: string };
