/* What the audit needs from time to time: refusals that were counted together are written, and rows that are over their time go in the quiet hours. */
import type { Logger } from 'pino';
import { auditDaysShipped } from '@kuaizhao/db/domain/audit/row.ts';
import { dayMs, localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import type { HallClock } from '../clock.ts';
import { keepLooking } from './keep-looking.ts';
import { quietFrom } from './retention-job.ts';

const lookEveryMs = 60_000;
/** Of one step, some twenty milliseconds: taps get in between. */
const rowsAtOnce = 2_000;
const restMs = 100;
/** Steps of one look: more than a week of a large hall. What is left goes with the next one. */
const stepsAtOnce = 100;

export interface AuditClockParts {
  readonly db: Pick<HallDb, 'audit' | 'group'>;
  readonly clock: HallClock;
  /** how long rows are kept; 400 days when absent */
  readonly days: number | undefined;
  /** Whether this is a moment to let rows go: the clock is what the city's is. A clock that is a year ahead would take them all. */
  readonly sound: () => boolean;
  /** rows of before then have gone */
  readonly forgotten?: (before: Instant) => void;
  readonly log: Pick<Logger, 'info' | 'error'>;
}

/** From the start of the agent on, until stopped. */
export function startAuditClock(parts: AuditClockParts): { stop(): void } {
  let stopped = false;
  inGroup(parts, ({ audit }) => audit.start(parts.clock.now()));
  const looking = keepLooking(parts.clock, lookEveryMs, async () => {
    if (parts.db.audit.owes()) inGroup(parts, ({ audit }) => audit.settle(parts.clock.now()));
    await forgetIfDue(parts, () => stopped);
  });
  return {
    stop() {
      stopped = true;
      looking.stop();
      if (parts.db.audit.owes()) inGroup(parts, ({ audit }) => audit.settle(parts.clock.now(), true));
    },
  };
}

/** A disk that takes nothing is logged: what is owed stays owed. */
function inGroup({ db, log }: AuditClockParts, write: (db: AuditClockParts['db']) => unknown): boolean {
  try {
    db.group(() => { write(db); });
    return true;
  } catch (error) {
    log.error({ err: { message: error instanceof Error ? error.message : 'unknown' } }, 'the audit could not be written');
    return false;
  }
}

/** Gives how many rows went: none before the quiet hours. */
export async function forgetIfDue(parts: AuditClockParts, stopped: () => boolean = () => false): Promise<number> {
  const { db, clock, days = auditDaysShipped, sound, forgotten, log } = parts;
  if (localTime(clock.now()) < quietFrom) return 0;
  let went = 0;
  for (let step = 0; step < stepsAtOnce && !stopped() && sound(); step += 1) {
    const before = clock.now() - days * dayMs;
    const base = db.audit.oldest();
    if (base === undefined || base >= before) break;
    let rows = 0;
    if (!inGroup(parts, () => { rows = db.audit.forget(before, rowsAtOnce, clock.now()); }) || rows === 0) break;
    went += rows;
    await new Promise<void>((resolve) => { clock.after(restMs, resolve); });
  }
  if (went > 0) {
    log.info({ rows: went }, 'the audit was shortened');
    forgotten?.(clock.now() - days * dayMs);
  }
  return went;
}
