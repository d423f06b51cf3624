/* When a kiosk may be given another version: after the hall's day was closed, or in the night. */
import type { HallView } from '@kuaizhao/db/domain/view.ts';
import { businessDayAt, localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';

/** `from` and `to` are local, and may stand on two sides of midnight. A day that was closed is over until the next one begins, not until somebody comes in the morning. */
export function isClosed(view: Pick<HallView, 'openDay' | 'dayClosed'>, { from, to }: { readonly from: string; readonly to: string }, now: Instant): boolean {
  if (view.openDay() === businessDayAt(now) && view.dayClosed()) return true;
  const time = localTime(now);
  return from <= to ? from <= time && time < to : from <= time || time < to;
}
