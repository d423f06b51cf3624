/* What decisions about matching need to know. Answered from the living plan, which follows the facts inside their own transaction. */
import type { TradeCode } from '../trades/trade.ts';
import type { Instant } from '../scalars.ts';
import type { Explanation } from './pairs/explain.ts';
import type { NextJob } from './tables/next-job.ts';

export interface SessionRow { readonly sessionId: string; readonly tableId: string; readonly jobId: string; readonly openedAt: Instant }

export interface MatchingView {
  /** Numbers for a job in the order of their calls, crews together. Undefined when the job is not on the floor of the plan. */
  planList(jobId: string, heads: number, except: ReadonlySet<string>, scarce: boolean): readonly string[] | undefined;
  /** Which job gets the next table; undefined when none that waits for one has anybody to call. `except`: jobs that were tried; `trades`: of these alone. */
  nextJob(now: Instant, except: ReadonlySet<string>, trades?: readonly TradeCode[]): NextJob | undefined;
  /** No table was free for as long as the rule says. */
  tablesScarce(now: Instant, tableIds: readonly string[]): boolean;
  sessionAt(tableId: string): SessionRow | undefined;
  /** Why a number is not called for a job; `next`: with the two other jobs that are nearest. Undefined when one of them is not on the floor. */
  explained(ticketId: string, jobId: string, how: { readonly now: Instant; readonly next: boolean }): Explanation | undefined;
}
