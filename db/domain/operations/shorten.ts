/* Which rows of a journal may go, and what stays of them: where the journal begins then, and which operations were in what is gone. */
import type { Instant } from '../scalars.ts';
import type { Range } from './ranges.ts';

/** Where a journal that was shortened begins: its last row that is gone. `clock`: of the newest row that is gone, which the journal's clock never goes behind. */
export interface JournalBase { readonly seq: number; readonly hash: string; readonly boot: string; readonly counter: number; readonly clock: Instant }

/** Operations of one process start that were in what is gone; both ends included. */
export interface PastRange extends Range { readonly boot: string }

/** Days for which a hall keeps what the city has acknowledged, when its configuration says nothing: more than the six months of the audit trail. */
export const journalDaysShipped = 190;
/** Fewer would leave nothing to a city that was restored from a backup. */
export const journalDaysLeast = 14;

interface Row { readonly seq: number; readonly clock: Instant; readonly ends: boolean }

/** How many of `rows`, the oldest first, may go: acknowledged by the city up to row `acked`, older than `before`, and whole operations. */
export function mayGo(rows: readonly Row[], { acked, before }: { readonly acked: number; readonly before: Instant }): number {
  let go = 0;
  for (const [index, { seq, clock, ends }] of rows.entries()) {
    if (seq > acked || clock >= before) break;
    if (ends) go = index + 1;
  }
  return go;
}
