/* My data: what is held, changing it, consent by purpose, and letting it go. */
import type { TradeCode } from '@kuaizhao/db/domain/trades/trade.ts';
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import type { Purpose } from '@kuaizhao/db/domain/people/commands.ts';
import type { AccessCopy } from '@kuaizhao/db/domain/people/data/access-copy.ts';

/** What is carried from page to page of this desk. */
interface Held { readonly card: Card; readonly consents: readonly Purpose[]; readonly trades: readonly TradeCode[] }
export type SceneOfData = Held & { readonly at: 'data' };

export type DataScene =
  | SceneOfData
  | { readonly at: 'copy'; readonly card: Card; readonly copy: AccessCopy; readonly receipt: string | undefined }
  | Held & { readonly at: 'newPhone'; readonly digits: string }
  | Held & { readonly at: 'newTrades'; readonly chosen: readonly TradeCode[] }
  | Held & { readonly at: 'consents' | 'erase' | 'eraseSure' };

export type DataScreen =
  | { readonly at: 'data' | 'erase' | 'eraseSure' }
  /** opened by its own person, in front of the own card */
  | { readonly at: 'copy'; readonly copy: AccessCopy; /** to note down: staff print it at the desk */ readonly receipt?: string }
  | { readonly at: 'newPhone'; readonly digits: string; readonly complete: boolean }
  | { readonly at: 'newTrades'; readonly chosen: readonly TradeCode[] }
  | { readonly at: 'consents'; readonly consents: readonly Purpose[] };

export type DataErrand =
  | { readonly kind: 'accessCopy'; readonly card: Card }
  | { readonly kind: 'changeContact'; readonly card: Card; readonly removed: boolean; readonly data: SceneOfData }
  | { readonly kind: 'changeTrades' | 'eraseWorker'; readonly card: Card; readonly data: SceneOfData }
  | { readonly kind: 'consent'; readonly card: Card; readonly purpose: Purpose; readonly given: boolean; readonly data: SceneOfData };
