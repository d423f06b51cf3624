/* Days and moments as a desk reads them: in the hall's own time, whatever the clock zone of this machine. */
import { dayStart, localDay, localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';

/** `11-21 05:31` */
export const momentText = (at: Instant): string => `${localDay(at).slice(5)} ${localTime(at)}`;

/** `2026-11-21 05:31` */
export const longMomentText = (at: Instant): string => `${localDay(at)} ${localTime(at)}`;

/** The moment of a day `2026-11-21` and a time `06:30`; undefined while either is half typed. */
export function momentOf(day: string, time: string): Instant | undefined {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time) || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const at = momentAt(day, time);
  return Number.isNaN(at) ? undefined : at;
}

/** The same of a day and a time that were chosen whole. */
export const momentAt = (day: string, time: string): Instant => dayStart(day) + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000;
