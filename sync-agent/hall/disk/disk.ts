/* Room on the disk of the hall: watched, kept back, and given up in the last moment. What can wait is not written when there is little; what the city has not acknowledged is never deleted. */
import { statfs } from 'node:fs/promises';
import type { Logger } from 'pino';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import type { HallClock } from '../clock.ts';
import { keepLooking } from '../clockwork/keep-looking.ts';
import { ballastBytes, giveUpBallast, makeBallast } from './ballast.ts';

const megabyte = 1024 * 1024;
/** A day of a large hall is about a hundred megabytes. */
export const ballastShippedMb = 64;
export const diskLimits = {
  lookMs: 10_000,
  /** free of the whole: with less, what can wait is not written */
  lowShare: 0.05,
  /** and with more than this never, however large the disk is */
  lowMostMb: 5_000,
} as const;

/** `low`: less than a twentieth is free. `full`: the ballast had to be given up and is not there again. */
export interface DiskState { readonly state: 'ok' | 'low' | 'full'; readonly freeMb: number | undefined; readonly since: Instant }

export interface Disk {
  readonly now: () => DiskState;
  /** Whether something may be written that can wait: files, new copies of tables, figures. */
  readonly room: () => boolean;
  /** The disk has no room for what must be written. True when there is some now: try again. */
  readonly full: () => boolean;
  /** Looks until stopped. */
  readonly start: () => { stop(): void };
  /** One look: measures, and makes the ballast again when there is room for it. */
  readonly look: () => Promise<void>;
}

export interface DiskParts {
  /** where the database lies */
  readonly folder: string;
  /** 64 when absent; 0: none is kept back */
  readonly ballastMb: number | undefined;
  readonly clock: Pick<HallClock, 'now' | 'after'>;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** what staff see of it is otherwise */
  readonly changed: () => void;
}

export function createDisk({ folder, ballastMb = ballastShippedMb, clock, log, changed }: DiskParts): Disk {
  const wanted = ballastMb * megabyte;
  let now: DiskState = { state: 'ok', freeMb: undefined, since: clock.now() };
  const enter = (state: DiskState['state'], freeMb: number | undefined): void => {
    const before = now;
    now = { state, freeMb, since: state === before.state ? before.since : clock.now() };
    if (state === before.state) return;
    const told = { freeMb, ballastMb: ballastBytes(folder) / megabyte };
    if (state === 'ok') log.info(told, 'there is room on the disk again');
    else if (state === 'low') log.warn(told, 'little room on the disk: what can wait is not written');
    else log.error(told, 'the disk is full: the ballast was given up, free room at once');
    changed();
  };
  async function look(): Promise<void> {
    const { bavail, bsize, blocks } = await statfs(folder);
    const free = bavail * bsize;
    const least = Math.max(wanted, Math.min(blocks * bsize * diskLimits.lowShare, diskLimits.lowMostMb * megabyte));
    const missing = wanted - ballastBytes(folder);
    // Only where there is enough left beside it: a ballast that makes the disk low would be given up again.
    const whole = missing <= 0 || (free - missing >= least && await makeBallast(folder, wanted));
    const left = Math.floor((whole ? free - Math.max(0, missing) : free) / megabyte);
    enter(whole ? (free - Math.max(0, missing) < least ? 'low' : 'ok') : 'full', left);
  }
  return {
    look,
    now: () => now,
    room: () => now.state === 'ok',
    full() {
      const gave = giveUpBallast(folder);
      enter('full', 0);
      return gave;
    },
    start: () => keepLooking(clock, diskLimits.lookMs, async () => {
      try {
        await look();
      } catch (error) {
        log.warn({ err: { message: error instanceof Error ? error.message : 'unknown' } }, 'the disk could not be looked at');
      }
    }),
  };
}
