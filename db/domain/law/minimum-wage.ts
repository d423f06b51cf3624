/* Pay against the local minimum hourly wage, by district and day (最低工资规定 art. 5, 12): blocked for units, warned for households, by the caller. */
import type { AgreedPay } from '../jobs/pay.ts';
import type { BusinessDay } from '../scalars.ts';
import { basis } from './legal-basis.ts';
import { shippedMinimumWages, type MinimumWageRow } from './minimum-wage-table.ts';

export const minimumWageBasis = [basis('劳动法', '第四十八条'), basis('最低工资规定', '第十二条')] as const;

/** Paid days of a month: (365 − 104) ÷ 12. */
const paidDaysPerMonth = 21.75;
/** A posting paid by the half day states either the half day's own hours or the whole day's: more than this cannot be half a day. */
const longestHalfDayHours = 5;

/** The row that holds in `district` on `day`: the most particular place, then the latest start; undefined when the table knows nothing. */
export function minimumWageRow(district: string, day: BusinessDay, table: readonly MinimumWageRow[] = shippedMinimumWages): MinimumWageRow | undefined {
  let best: MinimumWageRow | undefined;
  for (const row of table) {
    if (!district.startsWith(row.district) || row.since > day) continue;
    const nearer = best === undefined || row.district.length > best.district.length;
    const later = best !== undefined && row.district.length === best.district.length && row.since > best.since;
    if (nearer || later) best = row;
  }
  return best;
}

/** The city's table where it says anything of this district and day, else the shipped one: a newer word of the city about all its districts goes before an older one of ours about one. */
export const tableFor = (district: string, day: BusinessDay, city: readonly Omit<MinimumWageRow, 'confirmed'>[] = []): readonly MinimumWageRow[] => {
  const rows = city.map((row): MinimumWageRow => ({ ...row, confirmed: true }));
  return minimumWageRow(district, day, rows) === undefined ? shippedMinimumWages : rows;
};

/** Fen for an hour, or undefined when no row holds there on that day. `district` is six digits of GB/T 2260. */
export const minimumHourlyFen = (district: string, day: BusinessDay, table: readonly MinimumWageRow[] = shippedMinimumWages): number | undefined =>
  minimumWageRow(district, day, table)?.hourlyFen;

/** What an hour of such pay brings, in fen, rounded down so that it never flatters; undefined for pay by piece, time, area or weight, and for impossible hours. */
export function hourlyOf(pay: AgreedPay, hoursPerDay: number): number | undefined {
  if (!(hoursPerDay > 0 && hoursPerDay <= 24)) return undefined;
  switch (pay.unit) {
    case 'hour':
      return pay.amountFen;
    case 'halfDay':
      return Math.floor(pay.amountFen / (hoursPerDay > longestHalfDayHours ? hoursPerDay / 2 : hoursPerDay));
    case 'day':
      return Math.floor(pay.amountFen / hoursPerDay);
    case 'month':
      return Math.floor(pay.amountFen / (hoursPerDay * paidDaysPerMonth));
    case 'piece':
    case 'time':
    case 'squareMetre':
    case 'ton':
      return undefined;
  }
}

export type MinimumWageCheck = 'fine' | 'below' | 'unknown';

/** `unknown` when the pay cannot be told by the hour or no row is known; exactly the minimum is fine. */
export function checkMinimumWage(
  pay: AgreedPay, hoursPerDay: number, district: string, day: BusinessDay, table: readonly MinimumWageRow[] = shippedMinimumWages,
): MinimumWageCheck {
  const hourly = hourlyOf(pay, hoursPerDay);
  const minimum = minimumHourlyFen(district, day, table);
  if (hourly === undefined || minimum === undefined) return 'unknown';
  return hourly < minimum ? 'below' : 'fine';
}
