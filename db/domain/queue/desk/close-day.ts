/* The end of the business day: by staff, by the hall's rule, or when the next one begins; and back, when it was a mistake. */
import type { Context } from '../../context.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Decision, HallView } from '../../view.ts';
import { localTime } from '../business-day.ts';
import { dayIsOver, theDay } from '../day.ts';
import { actorId, rulesToday } from '../step.ts';

/**
 * Closes the last day that somebody began, also when its hours are over. Staff close it when they say so; the agent only by the rule: after the hall's closing time, and while nobody is called; at any hour when it was left open until the next one could begin.
 * Refuses `dayNotBegun` (none has begun since the last one was closed), `dayClosed`, `dayNotOver`.
 */
export function decideCloseDay(view: HallView, context: Context): Result<Decision> {
  const businessDay = view.openDay();
  if (businessDay === undefined) return refuse('dayNotBegun');
  const over = dayIsOver(view, context.now);
  if (view.dayClosed()) return refuse(over ? 'dayNotBegun' : 'dayClosed');
  const left = view.leftOpen();
  const byRule = context.actor.role === 'agent';
  if (byRule) {
    const { closeDayAt } = rulesToday(view, context);
    if (closeDayAt === undefined || (!over && (localTime(context.now) < closeDayAt || left.called > 0))) return refuse('dayNotOver');
  }
  return ok({ facts: [{ type: 'dayClosed', businessDay, ...(byRule ? {} : { by: actorId(context) }), ...left }], records: [] });
}

/** Refuses `dayNotClosed`. */
export function decideReopenDay(view: HallView, context: Context): Result<Decision> {
  if (!view.dayClosed()) return refuse('dayNotClosed');
  return ok({ facts: [{ type: 'dayReopened', businessDay: theDay(view), by: actorId(context), work: view.leftOpen().work }], records: [] });
}
