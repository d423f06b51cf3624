/* What decisions need to know of fairs. */
import type { Instant } from '../scalars.ts';
import type { TradeCode } from '../trades/trade.ts';

export interface FairRow {
  readonly fairId: string; readonly name: string; readonly from: Instant; readonly until: Instant;
  readonly trades: readonly TradeCode[]; readonly tables: readonly string[]; readonly place: string | undefined;
  readonly by: string; /** by staff, before its time */ readonly endedAt: Instant | undefined;
}

export interface FairsView {
  fair(fairId: string): FairRow | undefined;
  /** Fairs that are on at some moment of this stretch, the earliest first. */
  fairsWithin(from: Instant, until: Instant): readonly FairRow[];
  /** Fairs that are on or to come. */
  fairCount(now: Instant): number;
}

/** Those that are on now. */
export const fairsAt = (view: Pick<FairsView, 'fairsWithin'>, now: Instant): readonly FairRow[] => view.fairsWithin(now, now + 1);

/** The trades that a table is kept for now; undefined: it takes all. */
export function tradesOfTable(view: Pick<FairsView, 'fairsWithin'>, tableId: string, now: Instant): readonly TradeCode[] | undefined {
  return fairsAt(view, now).find(({ tables }) => tables.includes(tableId))?.trades;
}
