/* The hall's day. China keeps one time zone without summer time, so the local day is arithmetic, not a time-zone database. */
import type { BusinessDay, Instant } from '../scalars.ts';

const chinaOffsetMs = 8 * 3_600_000;
export const dayMs = 24 * 3_600_000;
/** The crowd comes from 04:00: a day begins at 03:00, so somebody who waits at midnight still belongs to yesterday. */
export const dayBeginsMs = 3 * 3_600_000;

/** The calendar day in China at `now`. */
export const localDay = (now: Instant): BusinessDay => dayText(now + chinaOffsetMs);

/** The business day that the rule opens at `now`. */
export const businessDayAt = (now: Instant): BusinessDay => dayText(now + chinaOffsetMs - dayBeginsMs);

/** When the calendar day `day` begins in China. */
export const dayStart = (day: BusinessDay): Instant => Date.parse(`${day}T00:00:00Z`) - chinaOffsetMs;

/** `05:31`, local. */
export const localTime = (now: Instant): string => {
  const minutes = Math.floor(((now + chinaOffsetMs) % dayMs) / 60_000);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
};

const dayText = (shiftedMs: number): BusinessDay => new Date(shiftedMs).toISOString().slice(0, 10);
