/* What the hub is handed at its root: nothing below asks the machine for time or chance. */
import type { Logger } from 'pino';

export interface HubParts {
  /** milliseconds UTC */
  readonly now: () => number;
  /** as many random bytes, as hex; unguessable */
  readonly randomHex: (bytes: number) => string;
  /** 0 inclusive to 1 exclusive, for jitter */
  readonly unit: () => number;
  /** Runs once after the delay; gives the cancellation. */
  readonly after: (delayMs: number, run: () => void) => () => void;
  readonly log: Logger;
}

/** All lines of a hall that were welcomed, on whichever hub. */
export const roomOf = (hallId: string): string => `hall:${hallId}`;

export const hubLimits = {
  /** messages above this end the connection unread; between a batch's size and this they are refused by name */
  messageBytes: 1024 * 1024,
  pingTimeoutMs: 10_000,
  connectMs: 5_000,
  /** hello and pushes of one hall that wait for their turn */
  waitingPerHall: 8,
  /** and of all halls together */
  waiting: 400,
  /** batches that are applied at the same time; PostgreSQL has as many connections */
  applying: 8,
  /** batches that lie open while they wait; with more work than this, each is opened when its turn comes */
  openAhead: 16,
  /** more waiting work than this, and halls send one batch at a time */
  crowded: 32,
  socketsPerHall: 4,
  watchers: 200,
  busyMs: 1_000,
  figuresMinMs: 250,
  figuresMaxMs: 5_000,
  /** places of halls, thresholds and days gone by, for the big screen */
  wallMs: 30_000,
  /** on the way down, what runs may take this long */
  drainMs: 2_000,
  /** and saying goodbye this long */
  farewellMs: 500,
} as const;
