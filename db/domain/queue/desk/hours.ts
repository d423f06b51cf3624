/* Whether a service gives out numbers now, and which comes next. The clock opens and closes the door; it never orders the queue. */
import type { Context } from '../../context.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { fairsAt, type FairsView } from '../../fairs/view.ts';
import { workService } from '../facts.ts';
import type { BusinessDay, Instant } from '../../scalars.ts';
import { dayBeginsMs, dayMs, dayStart, localDay, localTime } from '../business-day.ts';
import { leasedSpan, outside, passing } from '../leases/span.ts';
import type { QueueRules, ServiceRule } from '../rules.ts';
import { rulesToday } from '../step.ts';
import type { QueueView } from '../view.ts';

/** A fair that is on gives out numbers for work whatever the hours say, early in the morning above all. Refuses `serviceClosed`: outside its hours, or a day without numbers. */
export function isOpenNow(view: QueueView & Pick<FairsView, 'fairsWithin'>, service: string, context: Context): Result<ServiceRule | undefined> {
  const rules = rulesToday(view, context);
  const rule = rules.services.find((one) => one.service === service);
  const forFair = service === workService && fairsAt(view, context.now).length > 0;
  if (!forFair && (rules.closedOn.includes(localDay(context.now)) || !withinHours(rule, context.now))) return refuse('serviceClosed', 'service');
  return ok(rule);
}

/** The serial of the next number of a service. Refuses `serviceClosed`, and `quotaReached` after the day's last number or as many as the day has. */
export function nextSerial(view: QueueView & Pick<FairsView, 'fairsWithin'>, service: string, context: Context): Result<number> {
  const open = isOpenNow(view, service, context);
  if (!open.ok) return open;
  const { first, last, perDay } = open.value ?? { first: 1, last: Number.MAX_SAFE_INTEGER, perDay: undefined };
  const leased = leasedSpan(context.settings, rulesToday(view, context));
  const serial = passing(Math.max(view.issuedToday(service, leased) + 1, first), leased);
  const full = perDay !== undefined && outside(first, serial, leased) + view.issuedIn(service, leased) >= perDay;
  return serial > last || full ? refuse('quotaReached', 'service') : ok(serial);
}

/** When a service gives out numbers on a business day, as stretches of time; undefined: always, empty: not on that day. */
export function openSpans(rules: QueueRules, service: string, day: BusinessDay): { from: Instant; to: Instant }[] | undefined {
  const hours = rules.services.find((one) => one.service === service)?.hours ?? [];
  if (rules.closedOn.includes(day)) return [];
  if (hours.length === 0 && rules.closedOn.length === 0) return undefined;
  const [begins, ends] = [dayStart(day) + dayBeginsMs, dayStart(day) + dayBeginsMs + dayMs];
  // The small hours belong to the business day before.
  return [day, localDay(ends)].flatMap((date) => {
    if (rules.closedOn.includes(date)) return [];
    const ofDate = hours.length === 0 ? [{ weekdays: [weekdayOf(date)], from: '00:00', to: '24:00' }] : hours;
    return ofDate.filter((one) => one.weekdays.includes(weekdayOf(date))).map((one) => ({ from: Math.max(begins, atTime(date, one.from)), to: Math.min(ends, atTime(date, one.to)) }));
  }).filter((one) => one.from < one.to);
}

/** A local time of a date, `24:00` too, as a moment. */
export const atTime = (date: BusinessDay, time: string): Instant => dayStart(date) + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000;
/** 1 January 1970 was a Thursday; Monday is 1. */
const weekdayOf = (date: BusinessDay): number => ((Date.parse(date) / dayMs + 3) % 7) + 1;

function withinHours(rule: ServiceRule | undefined, now: Instant): boolean {
  if (rule === undefined || rule.hours.length === 0) return true;
  const weekday = weekdayOf(localDay(now));
  const time = localTime(now);
  return rule.hours.some((one) => one.weekdays.includes(weekday) && one.from <= time && time < one.to);
}
