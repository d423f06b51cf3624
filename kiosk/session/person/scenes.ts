/* A worker from the card to the number: what the session keeps, what the screens see, what the agent is asked. */
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import type { TradeCode } from '@kuaizhao/db/domain/trades/trade.ts';
import type { PaperFate, PaperState } from '../paper.ts';

interface Number { readonly at: 'number'; readonly number: string; readonly ahead: number; readonly trades: readonly TradeCode[]; readonly serviceLabel: string | undefined }

export type PersonScene =
  | { readonly at: 'consent'; readonly card: Card }
  | { readonly at: 'phone'; readonly card: Card; readonly digits: string }
  | { readonly at: 'trades'; readonly card: Card; readonly digits: string; readonly chosen: readonly TradeCode[] }
  /** `card`: whose number it is; a window's number is nobody's */
  | Number & { readonly card?: Card | undefined; readonly paper: PaperState };

export type PersonScreen =
  | { readonly at: 'consent'; readonly textVersion: string }
  | { readonly at: 'phone'; readonly digits: string; readonly complete: boolean }
  | { readonly at: 'trades'; readonly chosen: readonly TradeCode[] }
  | Number & { readonly paper: PaperFate };

export type PersonErrand = { readonly kind: 'checkIn' | 'registerWorker'; readonly card: Card };
