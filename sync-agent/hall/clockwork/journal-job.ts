/* The journal gets shorter: in the quiet hours, a few rows at a time, what the city has and what is older than the hall keeps it. */
import type { Logger } from 'pino';
import { journalDaysShipped } from '@kuaizhao/db/domain/operations/shorten.ts';
import { dayMs, localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import type { HallClock } from '../clock.ts';
import { keepLooking } from './keep-looking.ts';
import { quietFrom } from './retention-job.ts';

const lookEveryMs = 30 * 60_000;
/** Between two steps, of about twenty milliseconds each: taps get in between. */
const restMs = 100;
/** Steps of one look: the rows of four days of a large hall. What is left goes with the next look. */
const stepsAtOnce = 400;

export interface JournalParts {
  readonly db: Pick<HallDb, 'shorten'>;
  readonly clock: HallClock;
  /** how long rows are kept after the city has them; 190 when absent */
  readonly days: number | undefined;
  /** Whether this is a moment for it: the clock is what the city's is, and there is room on the disk. A clock that is a year ahead would take the whole journal. */
  readonly sound: () => boolean;
  readonly log: Logger;
}

/** Looks now and then; gives the end of it. */
export function startJournalJob(parts: JournalParts): { stop(): void } {
  let stopped = false;
  const looking = keepLooking(parts.clock, lookEveryMs, () => shortenIfDue(parts, () => stopped));
  return {
    stop() {
      stopped = true;
      looking.stop();
    },
  };
}

/** Gives how many rows went: none before the quiet hours. */
export async function shortenIfDue({ db, clock, days = journalDaysShipped, sound, log }: JournalParts, stopped: () => boolean = () => false): Promise<number> {
  if (localTime(clock.now()) < quietFrom) return 0;
  let went = 0;
  for (let step = 0; step < stepsAtOnce && !stopped() && sound(); step += 1) {
    try {
      const rows = db.shorten(clock.now() - days * dayMs);
      if (rows === 0) break;
      went += rows;
    } catch (error) {
      // Nothing of this step happened; a full disk has room again one day.
      log.error({ err: { message: error instanceof Error ? error.message : 'unknown' } }, 'the journal could not be shortened');
      break;
    }
    await new Promise<void>((resolve) => { clock.after(restMs, resolve); });
  }
  if (went > 0) log.info({ rows: went }, 'the journal was shortened');
  return went;
}
