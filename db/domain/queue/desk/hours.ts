/* Whether a service gives out numbers now, and which comes next. The clock opens and closes the door; it never orders the queue. */
import type { Context } from '../../context.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Instant } from '../../scalars.ts';
import { localDay, localTime } from '../business-day.ts';
import type { ServiceRule } from '../rules.ts';
import { rulesToday } from '../step.ts';
import type { QueueView } from '../view.ts';

/** Refuses `serviceClosed`: outside its hours, or a day without numbers. */
export function isOpenNow(view: QueueView, service: string, context: Context): Result<ServiceRule | undefined> {
  const rules = rulesToday(view, context);
  const rule = rules.services.find((one) => one.service === service);
  if (rules.closedOn.includes(localDay(context.now)) || !withinHours(rule, context.now)) return refuse('serviceClosed', 'service');
  return ok(rule);
}

/** The serial of the next number of a service. Refuses `serviceClosed`, and `quotaReached` after the day's last number or as many as the day has. */
export function nextSerial(view: QueueView, service: string, context: Context): Result<number> {
  const open = isOpenNow(view, service, context);
  if (!open.ok) return open;
  const { first, last, perDay } = open.value ?? { first: 1, last: Number.MAX_SAFE_INTEGER, perDay: undefined };
  const serial = Math.max(view.issuedToday(service) + 1, first);
  const issued = serial - first;
  return serial > last || (perDay !== undefined && issued >= perDay) ? refuse('quotaReached', 'service') : ok(serial);
}

function withinHours(rule: ServiceRule | undefined, now: Instant): boolean {
  if (rule === undefined || rule.hours.length === 0) return true;
  // 1 January 1970 was a Thursday; Monday is 1.
  const weekday = ((Date.parse(localDay(now)) / 86_400_000 + 3) % 7) + 1;
  const time = localTime(now);
  return rule.hours.some((one) => one.weekdays.includes(weekday) && one.from <= time && time < one.to);
}
