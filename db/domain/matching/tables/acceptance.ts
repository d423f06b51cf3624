/* How often offers of one kind of work at one kind of pay are taken: what a table is likely to bring. */
import type { JobTerms } from '../../jobs/terms.ts';
import { rateOf } from '../pairs/pay.ts';

/** Upper ends of the wage bands in fen an hour; above the last is a band too. */
const bandEnds = [1_500, 2_000, 2_500, 3_000, 4_000, 6_000] as const;

/** Offers of a band and how many of them both sides agreed to. */
export interface Taken { readonly accepted: number; readonly offers: number }

/** Trade and wage band, `0201:2`; `0201:-` where pay cannot be said by the hour (面议, piece, month). */
export function bandOf({ trade, pay, hoursPerDay, days }: Pick<JobTerms, 'trade' | 'pay' | 'hoursPerDay' | 'days'>): string {
  const rate = pay.kind === 'fixed' ? rateOf(pay, { hoursPerDay, days }) : undefined;
  if (rate === undefined) return `${trade}:-`;
  const band = bandEnds.findIndex((end) => rate.fen < end * rate.hours);
  return `${trade}:${band < 0 ? bandEnds.length : band}`;
}

/** Per mille, (accepted + 2)·1000 / (offers + 4) rounded down: half for a band of which nothing is known yet. */
export const acceptancePerMille = ({ accepted, offers }: Taken = { accepted: 0, offers: 0 }): number => Math.floor(((accepted + 2) * 1_000) / (offers + 4));
