/* My calls and why not me; offers of other halls. */
import type { MyCall, NotCalled } from '@kuaizhao/db/domain/hiring/asked.ts';
import type { Explanation } from '@kuaizhao/db/domain/matching/pairs/explain.ts';
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import type { MyReferral } from '@kuaizhao/sync-agent/contract/queries/referrals.ts';

/** `tables`: what stands over a table, by its id. */
export interface CallList { readonly calls: readonly MyCall[]; readonly notCalled: readonly NotCalled[]; readonly offers: readonly MyReferral[]; readonly tables: readonly { readonly id: string; readonly label: string }[] }
export type SceneOfCalls = CallList & { readonly at: 'calls'; readonly card: Card };

export type CallsScene =
  | SceneOfCalls
  /** `callNo`: why not, in one tap */
  | { readonly at: 'call' | 'callNo'; readonly card: Card; readonly list: SceneOfCalls; readonly call: MyCall }
  | { readonly at: 'offer'; readonly card: Card; readonly list: SceneOfCalls; readonly offer: MyReferral }
  | { readonly at: 'whyNot'; readonly card: Card; readonly list: SceneOfCalls; readonly job: NotCalled; readonly why: Explanation | undefined };

export type CallsScreen =
  | CallList & { readonly at: 'calls' }
  | { readonly at: 'call' | 'callNo'; readonly call: MyCall; readonly table: string }
  | { readonly at: 'offer'; readonly offer: MyReferral }
  | { readonly at: 'whyNot'; readonly job: NotCalled; readonly why: Explanation | undefined };

export type CallsErrand =
  | { readonly kind: 'myCalls'; readonly card: Card }
  | { readonly kind: 'myReferrals'; readonly card: Card; readonly calls: Pick<CallList, 'calls' | 'notCalled' | 'tables'> }
  | { readonly kind: 'whyNotCalled'; readonly card: Card; readonly scene: Extract<CallsScene, { readonly at: 'whyNot' }> }
  | { readonly kind: 'answerCall'; readonly card: Card; readonly scene: Extract<CallsScene, { readonly at: 'call' | 'callNo' }>; readonly yes: boolean }
  | { readonly kind: 'answerReferral'; readonly card: Card; readonly scene: Extract<CallsScene, { readonly at: 'offer' }>; readonly yes: boolean };
