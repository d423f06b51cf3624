/* The daily clearing: once a business day, after the crowd has gone, until nothing that is over its time is left. */
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import type { Logger } from 'pino';
import type { HallClock } from '../clock.ts';
import type { Engine } from '../engine.ts';
import { keepLooking } from './keep-looking.ts';

const lookEveryMs = 30 * 60_000;
/** A clearing cuts the write-ahead log, which nobody should wait for at five in the morning. */
export const quietFrom = '11:00';
/** Runs of one day: what is left after so many goes tomorrow. */
const runsAtOnce = 20;

export interface RetentionParts { readonly db: HallDb; readonly engine: Engine; readonly clock: HallClock; readonly newId: () => string; readonly log: Logger; /** whether the disk has room for tables written anew; absent: it has */ readonly room?: () => boolean }

/** Looks now and then; gives the end of it. */
export function startRetentionJob(parts: RetentionParts): () => void {
  let stopped = false;
  const looking = keepLooking(parts.clock, lookEveryMs, () => clearIfDue(parts, () => stopped));
  return () => {
    stopped = true;
    looking.stop();
  };
}

/** Gives how many runs there were: none before the quiet hours, or when this business day has had its clearing. */
export async function clearIfDue(parts: RetentionParts, stopped: () => boolean = () => false): Promise<number> {
  const { db, clock } = parts;
  const day = db.view.openDay();
  const last = db.view.lastRetention();
  if (day === undefined || localTime(clock.now()) < quietFrom || (last?.businessDay === day && !last.more)) return 0;
  const runs = await clear(parts, stopped);
  // Also without anything over its time: somebody may have asked to be erased this morning.
  if (!stopped() && parts.room?.() !== false) db.rewritePeople();
  return runs;
}

async function clear({ db, engine, newId, log }: RetentionParts, stopped: () => boolean): Promise<number> {
  for (let run = 1; run <= runsAtOnce && !stopped(); run += 1) {
    const answer = await engine.handle({ type: 'runRetention', commandId: `retention-${newId()}` }, { role: 'agent' });
    if (!answer.ok) {
      log.error({ refusal: answer.refusal.code }, 'the daily clearing was refused');
      return run;
    }
    if (db.view.lastRetention()?.more !== true) return run;
  }
  return runsAtOnce;
}
