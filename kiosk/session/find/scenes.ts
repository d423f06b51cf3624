/* Looking for work: the list, the trades to look among, one job whole. */
import type { TradeCode } from '@kuaizhao/db/domain/trades/trade.ts';
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import type { Explanation } from '@kuaizhao/db/domain/matching/pairs/explain.ts';
import type { OpenJob } from '@kuaizhao/sync-agent/contract/queries/worker/day.ts';

/** Where somebody looks. `own`: the trades of this person; `trade`: one certain. */
export interface Look {
  readonly among: { readonly kind: 'own'; readonly trades: readonly TradeCode[] } | { readonly kind: 'all' } | { readonly kind: 'trade'; readonly trade: TradeCode };
  readonly own: readonly TradeCode[];
  readonly when: 'today' | 'later' | undefined;
  readonly near: boolean;
}
export interface WantedTrade { readonly trade: TradeCode; readonly jobs: number; readonly placesLeft: number }
interface List { readonly look: Look; readonly total: number; readonly jobs: readonly OpenJob[]; readonly trades: readonly WantedTrade[] }

export type FindScene =
  | List & { readonly at: 'jobs' | 'jobTrades'; readonly card: Card }
  /** `list`: where 返回 leads */
  | { readonly at: 'jobDetail'; readonly card: Card; readonly list: SceneOfList; readonly job: OpenJob; readonly why: Explanation | undefined };
export type SceneOfList = List & { readonly at: 'jobs' | 'jobTrades'; readonly card: Card };

export type FindScreen =
  | List & { readonly at: 'jobs' | 'jobTrades' }
  | { readonly at: 'jobDetail'; readonly job: OpenJob; readonly why: Explanation | undefined };

export type FindErrand =
  | { readonly kind: 'openJobs'; readonly card: Card; readonly look: Look }
  | { readonly kind: 'applyForJob' | 'whyNot'; readonly card: Card; readonly detail: Extract<FindScene, { readonly at: 'jobDetail' }> };
