/* What is in the way, each with its next step; and the ends of a session. */
import type { Refusal } from '@kuaizhao/db/domain/refusal.ts';

/** `numberWithheld`: a social-security card of a city that gives its number to its own readers only. */
export type CardTrouble = 'placeAgain' | 'unknownCard' | 'rejectedCard' | 'unreadable' | 'numberWithheld';

export type TroubleScene =
  | { readonly at: 'attract' | 'minor' | 'takeCard' }
  | { readonly at: 'cardTrouble'; readonly trouble: CardTrouble; readonly hiring: boolean };

export type TroubleScreen =
  | { readonly at: 'attract' | 'minor' }
  /** a command is on its way; shown only when it takes long */
  | { readonly at: 'asking' }
  | { readonly at: 'cardTrouble'; readonly trouble: CardTrouble }
  | { readonly at: 'refused'; readonly refusal: Refusal }
  | { readonly at: 'noAgent' }
  /** 请取回身份证: until the card leaves the field */
  | { readonly at: 'takeCard' };
