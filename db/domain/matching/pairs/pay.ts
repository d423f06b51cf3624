/* Pay beside pay: what an offer, a wish and a sealed price come to in the same hours, as fractions without rounding. */
import type { AgreedPay } from '../../jobs/pay.ts';
import type { JobTerms } from '../../jobs/terms.ts';
import type { Wishes } from '../../people/wishes/wishes.ts';
import type { JobInputs, WorkerInputs } from './inputs.ts';

/** So many fen for so many hours. */
export interface Rate { readonly fen: number; readonly hours: number }

type Hours = Pick<JobTerms, 'hoursPerDay' | 'days'>;

/** Half a day is up to five hours, as in the sum of an agreement. */
const halfDayHours = 5;

/** What is paid per hour; undefined where the hours do not decide it (piece, square metre, ton) or the work is paid by the month. */
export function rateOf({ amountFen, unit }: AgreedPay, { hoursPerDay, days }: Hours): Rate | undefined {
  switch (unit) {
    case 'hour': return { fen: amountFen, hours: 1 };
    case 'halfDay': return { fen: amountFen * (hoursPerDay <= halfDayHours ? 1 : 2), hours: hoursPerDay };
    case 'day': return { fen: amountFen, hours: hoursPerDay };
    case 'time': return { fen: amountFen, hours: hoursPerDay * days };
    case 'piece': case 'squareMetre': case 'ton': case 'month': return undefined;
  }
}

/** The least that the person works for, per hour; a wish by the day is spread over the hours of this job's day. */
export const wishedRate = ({ leastPay }: Wishes, terms: Hours): Rate | undefined => leastPay && rateOf(leastPay, terms);

/** What this person would be paid: the own sealed price once the quotes are opened, otherwise what is offered. Undefined: 面议. */
export function payFor({ workerId }: WorkerInputs, { terms, quotes }: JobInputs): AgreedPay | undefined {
  const own = quotes?.find((quote) => quote.workerId === workerId);
  if (own !== undefined) return own.pay;
  return terms.pay.kind === 'fixed' ? terms.pay : undefined;
}

/** Below 0, 0 or above 0: the first is less, the same or more per hour. */
export const compareRates = (one: Rate, other: Rate): number => one.fen * other.hours - other.fen * one.hours;
