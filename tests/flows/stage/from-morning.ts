/* The clock of a hall whose morning is now, whatever the hour of the machine: no story ends at midnight, and what is planned for nine o'clock is still to come. */
import { systemClock, type HallClock } from '@kuaizhao/sync-agent/hall/clock.ts';
import { dayStart, localDay } from '@kuaizhao/db/domain/queue/business-day.ts';

/** Runs as fast as any clock, from `time` ('08:30') of this day on. */
export function fromMorning(time: string): HallClock {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const begun = systemClock.now();
  const ahead = dayStart(localDay(begun)) + (hours * 60 + minutes) * 60_000 - begun;
  return { ...systemClock, now: () => systemClock.now() + ahead };
}
