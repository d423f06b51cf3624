/* A worker from the card to the number: what the session keeps, what the screens see, what the agent is asked. */
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import type { TradeCode } from '@kuaizhao/db/domain/trades/trade.ts';
import type { MyDay } from '@kuaizhao/sync-agent/contract/queries/worker/day.ts';
import type { PaperFate, PaperState } from '../paper.ts';
import type { IdPadState } from './id-pad.ts';

/** Minutes from and to, by the rate or by how long the first in line has waited. */
export type Wait = NonNullable<NonNullable<MyDay['ticket']>['wait']>;
interface Number { readonly at: 'number'; readonly number: string; readonly ahead: number; readonly trades: readonly TradeCode[]; readonly serviceLabel: string | undefined }

export type PersonScene =
  | { readonly at: 'consent'; readonly card: Card }
  | { readonly at: 'phone'; readonly card: Card; readonly digits: string }
  /** the card is not there or cannot be read: its number by hand */
  | { readonly at: 'typeId'; readonly text: string }
  /** without a card: a paper number without a name; `idNumber` was typed for it */
  | { readonly at: 'trades'; readonly card?: Card | undefined; readonly idNumber?: string | undefined; readonly digits: string; readonly chosen: readonly TradeCode[] }
  /** `card`: whose number it is; a paper number is nobody's. `awaits`: the question for wait and day that goes on behind the number. */
  | Number & { readonly card?: Card | undefined; readonly paper: PaperState; readonly awaits: string | undefined; readonly wait: Wait | undefined; readonly day: MyDay | undefined };

export type PersonScreen =
  | { readonly at: 'consent'; readonly textVersion: string }
  | { readonly at: 'phone'; readonly digits: string; readonly complete: boolean }
  /** `groups`: what is typed so far, as people read it aloud */
  | { readonly at: 'typeId'; readonly groups: readonly string[]; readonly state: IdPadState; readonly left: number }
  | { readonly at: 'trades'; readonly chosen: readonly TradeCode[]; readonly named: boolean }
  /** `more`: there is an own page. `toConfirm`: hires that wait for a word. `table`: where this person is called to right now. */
  | Number & { readonly paper: PaperFate; readonly wait: Wait | undefined; readonly more: boolean; readonly toConfirm: number; readonly table: string | undefined };

export type PersonErrand = { readonly kind: 'checkIn' | 'registerWorker'; readonly card: Card } | { readonly kind: 'takeWorkNumber' };
