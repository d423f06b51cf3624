/* The end of the business day: by staff, by the hall's rule, or when the next one begins; and back, when it was a mistake. */
import type { Context } from '../../context.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Decision, HallView } from '../../view.ts';
import type { BusinessDay, Instant } from '../../scalars.ts';
import { dayBeginsMs, dayMs, dayStart } from '../business-day.ts';
import { dayIsOver, theDay } from '../day.ts';
import { actorId, rulesToday } from '../step.ts';
import type { QueueView } from '../view.ts';
import { atTime } from './hours.ts';

/** When the hour `time` comes on a business day: before three in the morning it is the one of the night that ends the day. */
function momentOf(day: BusinessDay, time: string): Instant {
  const at = atTime(day, time);
  return at < dayStart(day) + dayBeginsMs ? at + dayMs : at;
}

/**
 * Whether the hall's rule closes the day now: its hour has come and nobody is called, or the day was left open until the next one could begin.
 * What began after the hour, or was opened again by staff, stays open until then. Never in a hall without the rule, and never by a clock that went back to before the hour.
 */
export function ruleClosesDay(view: QueueView, context: Pick<Context, 'now' | 'settings'>): boolean {
  const day = view.openDay();
  if (day === undefined || view.dayClosed()) return false;
  const { closeDayAt } = rulesToday(view, context);
  if (closeDayAt === undefined) return false;
  if (dayIsOver(view, context.now)) return true;
  const due = momentOf(day, closeDayAt);
  return context.now >= due && (view.dayOpenedAt() ?? due) < due && view.leftOpen().called === 0;
}

/**
 * Closes the last day that somebody began, also when its hours are over. Staff close it when they say so; the agent only by the rule (`ruleClosesDay`).
 * Refuses `dayNotBegun` (none has begun since the last one was closed), `dayClosed`, `dayNotOver`.
 */
export function decideCloseDay(view: HallView, context: Context): Result<Decision> {
  const businessDay = view.openDay();
  if (businessDay === undefined) return refuse('dayNotBegun');
  const over = dayIsOver(view, context.now);
  if (view.dayClosed()) return refuse(over ? 'dayNotBegun' : 'dayClosed');
  const byRule = context.actor.role === 'agent';
  if (byRule && !ruleClosesDay(view, context)) return refuse('dayNotOver');
  return ok({ facts: [{ type: 'dayClosed', businessDay, ...(byRule ? {} : { by: actorId(context) }), ...view.leftOpen() }], records: [] });
}

/** Refuses `dayNotClosed`. */
export function decideReopenDay(view: HallView, context: Context): Result<Decision> {
  if (!view.dayClosed()) return refuse('dayNotClosed');
  return ok({ facts: [{ type: 'dayReopened', businessDay: theDay(view), by: actorId(context), work: view.leftOpen().work }], records: [] });
}
