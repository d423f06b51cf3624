/* What is in the way, each with its next step; and the ends of a session. */
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import type { Refusal } from '@kuaizhao/db/domain/refusal.ts';

/** `closed`: the day is over. `notNow`: outside the hours. `full`: all numbers of today are given out. */
export type ShutKind = 'closed' | 'notNow' | 'full';
/** `numberWithheld`: a social-security card of a city that gives its number to its own readers only. */
export type CardTrouble = 'placeAgain' | 'unknownCard' | 'rejectedCard' | 'unreadable' | 'numberWithheld';

export type TroubleScene =
  | { readonly at: 'attract' | 'minor' | 'takeCard' }
  | { readonly at: 'shut'; readonly kind: ShutKind; readonly card?: Card | undefined }
  | { readonly at: 'cardTrouble'; readonly trouble: CardTrouble; readonly hiring: boolean };

export type TroubleScreen =
  | { readonly at: 'attract' | 'minor' }
  /** a command is on its way; shown only when it takes long */
  | { readonly at: 'asking' }
  /** `canType`: a worker may type the number of the card instead */
  | { readonly at: 'cardTrouble'; readonly trouble: CardTrouble; readonly canType: boolean }
  | { readonly at: 'refused'; readonly refusal: Refusal }
  | { readonly at: 'shut'; readonly kind: ShutKind; readonly more: boolean }
  | { readonly at: 'noAgent' }
  /** 请取回身份证: until the card leaves the field */
  | { readonly at: 'takeCard' };
