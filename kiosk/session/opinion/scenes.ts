/* 意见箱: a face, then reasons, from nobody in particular. */
import type { OpinionReason } from '@kuaizhao/db/domain/opinions/commands.ts';
import type { Card } from '@kuaizhao/db/domain/people/card.ts';

/** Most to most: one reason is enough, and five are all that are kept. */
export const reasonsMost = 5;
interface Opinion { readonly at: 'opinion'; readonly stars: number | undefined; readonly reasons: readonly OpinionReason[] }

/** `card`: only so that 返回 finds the own page again; nothing of it goes with the opinion. */
export type OpinionScene = Opinion & { readonly card?: Card | undefined };
export type OpinionScreen = Opinion;
export type OpinionErrand = { readonly kind: 'giveOpinion'; readonly card?: Card | undefined };
