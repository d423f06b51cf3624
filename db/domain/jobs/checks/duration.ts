/* How long a job lasts: longer than six months is a steady job and belongs to its own list. */
import { localDay } from '../../queue/business-day.ts';
import type { Instant } from '../../scalars.ts';
import type { JobKind } from '../facts.ts';

const dayMs = 24 * 3_600_000;
const steadyMonths = 6;

/** The first day that is no longer inside `months` calendar months from `day`: the same date, or the first of the next month where there is no such date. */
function firstDayAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDate + 1))).toISOString().slice(0, 10);
}

/** `steady` when the last day of work lies beyond six calendar months. */
export function jobKindOf({ startAt, days }: { readonly startAt: Instant; readonly days: number }): JobKind {
  return localDay(startAt + (days - 1) * dayMs) >= firstDayAfter(localDay(startAt), steadyMonths) ? 'steady' : 'daily';
}
