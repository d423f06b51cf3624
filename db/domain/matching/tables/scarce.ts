/* When tables are so short that lists are made in the order of arrival alone: who waits longest must not lose the table to who fits better. */
import type { Instant } from '../../scalars.ts';
import type { MatchingRules } from '../rules.ts';

const minuteMs = 60_000;
/** A table that is given on within this time after a talk was not free: the next ones were only walking to it. */
export const turnoverMs = minuteMs;

/** From the call for a job until its talk was over; without `to` it still goes on. */
export interface TableUse { readonly from: Instant; readonly to?: Instant }

/**
 * Whether no table has been free during the last `scarceMinutes`: `tables` gives for each table that is open its uses that reach into that time, in order of time.
 * A hall without tables is scarce of them.
 */
export function tablesScarce(tables: readonly (readonly TableUse[])[], now: Instant, { scarceMinutes }: Pick<MatchingRules, 'scarceMinutes'>): boolean {
  const windowStart = now - scarceMinutes * minuteMs;
  return tables.every((uses) => !wasFree(uses, windowStart, now));
}

/** Whether a stretch longer than a turnover lies in the window. A table that was not used in it was free. */
function wasFree(uses: readonly TableUse[], windowStart: Instant, now: Instant): boolean {
  if (uses.length === 0) return true;
  let freeFrom = windowStart;
  for (const { from, to = now } of uses) {
    if (from - freeFrom > turnoverMs) return true;
    freeFrom = Math.max(freeFrom, to);
  }
  return now - freeFrom > turnoverMs;
}
