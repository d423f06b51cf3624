/* Days, weeks and months of the records: ranges that can be asked for, and the period a day belongs to. */
import { z } from 'zod';
import { ok, refuse, type Result } from '../result.ts';
import { businessDaySchema, type BusinessDay } from '../scalars.ts';

const dayMs = 24 * 3_600_000;
const noon = (day: BusinessDay): number => Date.parse(`${day}T12:00:00Z`);

/** First and last day, both included. */
export const rangeFields = { from: businessDaySchema, to: businessDaySchema } as const;
export interface Range { readonly from: BusinessDay; readonly to: BusinessDay }

/** 1 for a range of one day. */
export const daysOf = ({ from, to }: Range): number => Math.round((noon(to) - noon(from)) / dayMs) + 1;

/** The day `count` days after `day`. */
export const dayAfter = (day: BusinessDay, count: number): BusinessDay => new Date(noon(day) + count * dayMs).toISOString().slice(0, 10);

/** Refuses `rangeImpossible`: `to` before `from`, or more than `limitDays` days. */
export function checkRange(range: Range, limitDays: number): Result<Range> {
  const days = daysOf(range);
  return days < 1 || days > limitDays ? refuse('rangeImpossible', 'to') : ok(range);
}

export const periodSchema = z.enum(['day', 'week', 'month', 'whole']);
export type Period = z.infer<typeof periodSchema>;

/** `2026-11-21`, `2026-W47` (ISO 8601), `2026-11`, or `` for the whole range. */
export function periodOf(day: BusinessDay, period: Period): string {
  switch (period) {
    case 'day': return day;
    case 'week': return isoWeek(day);
    case 'month': return day.slice(0, 7);
    case 'whole': return '';
  }
}

/** A week belongs to the year of its Thursday. */
function isoWeek(day: BusinessDay): string {
  const weekday = (new Date(noon(day)).getUTCDay() + 6) % 7;
  const thursday = dayAfter(day, 3 - weekday);
  const year = thursday.slice(0, 4);
  const week = Math.floor((noon(thursday) - noon(`${year}-01-01`)) / dayMs / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The days of a period as `periodOf` names it, within a range: which days a figure of a report is made of. The whole range for ``. */
export function daysOfPeriod(period: string, range: Range): Range {
  const within = (from: BusinessDay, to: BusinessDay): Range => ({ from: from < range.from ? range.from : from, to: to > range.to ? range.to : to });
  if (/^\d{4}-\d\d-\d\d$/.test(period)) return within(period, period);
  if (/^\d{4}-\d\d$/.test(period)) return within(`${period}-01`, dayAfter(dayAfter(`${period}-28`, 4).slice(0, 7).concat('-01'), -1));
  const week = /^(\d{4})-W(\d\d)$/.exec(period);
  if (week === null) return range;
  // The fourth of January is always in the first week.
  const fourth = `${week[1] ?? ''}-01-04`;
  const monday = dayAfter(fourth, -((new Date(noon(fourth)).getUTCDay() + 6) % 7) + 7 * (Number(week[2]) - 1));
  return within(monday, dayAfter(monday, 6));
}
