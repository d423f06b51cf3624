/* The plan proves itself: every few seconds, and once at the start. One that fails is made anew out of the tables, and the log says so. */
import type { Logger } from 'pino';
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import type { HallClock } from '../clock.ts';
import { keepLooking } from './keep-looking.ts';

/** A proof of a full hall takes one or two milliseconds. */
const proveEveryMs = 5_000;
const violationsTold = 5;

/** Proves until stopped. */
export function startPlanProof(db: Pick<HallDb, 'matching'>, clock: HallClock, log: Logger): { stop(): void } {
  const prove = (): void => {
    const wrong = db.matching.prove();
    if (wrong !== undefined) log.error({ violations: wrong.slice(0, violationsTold) }, 'the plan was not the best: made anew');
  };
  prove();
  return keepLooking(clock, proveEveryMs, prove);
}
