/* Jobs by trade, in the order of the trade list; inside a trade the van that leaves first comes first. Pure. */
import type { BoardJob } from '@kuaizhao/sync-agent/contract/board.ts';
import { trades } from '@kuaizhao/db/domain/trades/trade.ts';

const ranks = new WeakMap<ReturnType<typeof trades>, ReadonlyMap<string, number>>();
/** Of the list as it is now: the city may add to it. */
function rankOf(job: BoardJob): number {
  const list = trades();
  const rank = ranks.get(list) ?? new Map(list.map((trade, at) => [trade.code, at]));
  ranks.set(list, rank);
  return rank.get(job.trade) ?? list.length;
}
const urgency = (job: BoardJob): number => job.leaveBy ?? job.startAt;

/** Below zero when `one` stands before `other`. Full jobs go last in their trade: people look for the free ones. No two jobs are equal. */
export const byPlace = (one: BoardJob, other: BoardJob): number =>
  rankOf(one) - rankOf(other) || Number(one.placesLeft === 0) - Number(other.placesLeft === 0) || urgency(one) - urgency(other) || (one.number < other.number ? -1 : 1);

export const inOrder = (jobs: readonly BoardJob[]): BoardJob[] => jobs.toSorted(byPlace);
