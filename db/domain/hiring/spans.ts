/* When a hire is at work, and until when it must be paid: the same hours each day, from the start of the terms. */
import type { AgreedPay, Settlement } from '../jobs/pay.ts';
import type { Instant } from '../scalars.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Days after the last hour of work until which each settlement is in time. A month is taken long, so that nobody is accused early. */
const graceDays: Readonly<Record<Settlement, number>> = { atOnce: 0, done: 0, week: 7, halfMonth: 15, month: 31 };

export interface WorkTimes { readonly startAt: Instant; readonly hoursPerDay: number; readonly days: number }

export const endOfWork = ({ startAt, hoursPerDay, days }: WorkTimes): Instant => startAt + (days - 1) * dayMs + hoursPerDay * hourMs;

export const totalHours = ({ hoursPerDay, days }: WorkTimes): number => hoursPerDay * days;

/** The last moment at which the agreed settlement is in time. 现结 and 完工结清: the end of the work. */
export const settleBy = (times: WorkTimes, settlement: Settlement): Instant => endOfWork(times) + graceDays[settlement] * dayMs;

/** Whether somebody would have to be at two works at once. Ends and beginnings that touch do not overlap. */
export function overlap(one: WorkTimes, other: WorkTimes): boolean {
  if (endOfWork(one) <= other.startAt || endOfWork(other) <= one.startAt) return false;
  // Both repeat daily: it is enough to look at the days of the shorter one against the two days of the other that surround each.
  const [short, long] = one.days <= other.days ? [one, other] : [other, one];
  for (let day = 0; day < short.days; day += 1) {
    const from = short.startAt + day * dayMs;
    const to = from + short.hoursPerDay * hourMs;
    const nearest = Math.floor((from - long.startAt) / dayMs);
    for (let near = Math.max(0, nearest); near <= Math.min(long.days - 1, nearest + 1); near += 1) {
      const begins = long.startAt + near * dayMs;
      if (begins < to && from < begins + long.hoursPerDay * hourMs) return true;
    }
  }
  return false;
}

/** Half a day is up to five hours. */
const halfDayHours = 5;

/** What the agreement comes to for the whole work, in fen; undefined where the amount of work is known only afterwards (piece, square metre, ton) or the work is paid by the month. */
export function agreedSum({ amountFen, unit }: AgreedPay, { hoursPerDay, days }: Omit<WorkTimes, 'startAt'>): number | undefined {
  switch (unit) {
    case 'hour': return Math.round(amountFen * hoursPerDay * days);
    case 'halfDay': return amountFen * days * (hoursPerDay <= halfDayHours ? 1 : 2);
    case 'day': return amountFen * days;
    case 'time': return amountFen;
    case 'piece': case 'squareMetre': case 'ton': case 'month': return undefined;
  }
}
