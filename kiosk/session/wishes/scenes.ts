/* What somebody wants of the work: one line each, changed in two taps. */
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import type { HeldCertificate, Wishes } from '@kuaizhao/db/domain/people/wishes/wishes.ts';
import type { WishPart } from './choices.ts';

interface Terms { readonly wishes: Wishes; readonly certificates: readonly HeldCertificate[]; readonly restate: boolean }

export type WishesScene =
  | Terms & { readonly at: 'wishes'; readonly card: Card }
  | Terms & { readonly at: 'wish'; readonly card: Card; readonly part: WishPart };
export type WishesScreen =
  | Terms & { readonly at: 'wishes' }
  | { readonly at: 'wish'; readonly part: WishPart; readonly wishes: Wishes };

export type WishesErrand =
  | { readonly kind: 'myWishes'; readonly card: Card }
  | { readonly kind: 'setWishes'; readonly card: Card; readonly terms: Extract<WishesScene, { readonly at: 'wishes' }> };
