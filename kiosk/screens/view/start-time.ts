/* Start and leaving times as tiles: days of the hall's calendar, half hours, and never a time that is over. */
import { dayStart, localDay } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';

const minuteMs = 60_000;
const halfHourMs = 30 * minuteMs;
const dayMs = 24 * 60 * minuteMs;

export const startDays = ['now', 'today', 'tomorrow', 'dayAfter'] as const;
export type StartDay = (typeof startDays)[number];

/** Work in this country begins with the light; these are the hours that bosses say. */
export const usualHours = [5, 6, 7, 8, 13, 18] as const;
const firstHour = 6;

const daysAhead: Record<Exclude<StartDay, 'now'>, number> = { today: 0, tomorrow: 1, dayAfter: 2 };

/** Which tile a start stands under; undefined when it is further off than the tiles reach. */
export function dayOfStart(startAt: Instant, now: Instant): StartDay | undefined {
  if (startAt <= now) return 'now';
  const ahead = Math.round((dayStart(localDay(startAt)) - dayStart(localDay(now))) / dayMs);
  return startDays.find((day) => day !== 'now' && daysAhead[day] === ahead);
}

/** The start for a tapped day: the same time of day as before, or the next half hour when that is over. */
export function startOn(day: StartDay, before: Instant | undefined, now: Instant): Instant {
  if (day === 'now') return now;
  const timeOfDay = before === undefined || before <= now ? firstHour * 2 * halfHourMs : before - dayStart(localDay(before));
  return notOver(dayStart(localDay(now)) + daysAhead[day] * dayMs + timeOfDay, now);
}

/** The start at a full hour of the same day. */
export const startAtHour = (startAt: Instant, hour: number): Instant => dayStart(localDay(startAt)) + hour * 2 * halfHourMs;

/** Half an hour earlier or later on the same day; undefined where that is over or another day. */
export function shifted(startAt: Instant, halfHours: 1 | -1, now: Instant): Instant | undefined {
  const onGrid = halfHours === 1 ? Math.floor(startAt / halfHourMs) : Math.ceil(startAt / halfHourMs);
  const next = (onGrid + halfHours) * halfHourMs;
  return next > now && localDay(next) === localDay(startAt) ? next : undefined;
}

const leaveBeforeMinutes = [90, 60, 45, 30, 15, 0] as const;
const leastNoticeMs = 10 * minuteMs;

/** When a van may leave for a start: never after it, never sooner than somebody can get on. Empty for work that begins at once. */
export function leaveTimes(startAt: Instant | undefined, now: Instant): readonly Instant[] {
  if (startAt === undefined) return [];
  return leaveBeforeMinutes.map((minutes) => startAt - minutes * minuteMs).filter((leave) => leave >= now + leastNoticeMs);
}

const notOver = (startAt: Instant, now: Instant): Instant => (startAt > now ? startAt : Math.ceil((now + 1) / halfHourMs) * halfHourMs);
