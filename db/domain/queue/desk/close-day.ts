/* The end of the business day: by staff, by the hall's rule, or when the next one begins; and back, when it was a mistake. */
import type { Context } from '../../context.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Decision, HallView } from '../../view.ts';
import { localTime } from '../business-day.ts';
import { theDay } from '../day.ts';
import { actorId, rulesToday } from '../step.ts';

/** Staff close it when they say so; the agent only by the rule: after the hall's closing time, and while nobody is called. Refuses `dayClosed`, `dayNotOver`. */
export function decideCloseDay(view: HallView, context: Context): Result<Decision> {
  if (view.dayClosed()) return refuse('dayClosed');
  const left = view.leftOpen();
  const byRule = context.actor.role === 'agent';
  if (byRule) {
    const { closeDayAt } = rulesToday(view, context);
    if (closeDayAt === undefined || localTime(context.now) < closeDayAt || left.called > 0) return refuse('dayNotOver');
  }
  return ok({ facts: [{ type: 'dayClosed', businessDay: theDay(view), ...(byRule ? {} : { by: actorId(context) }), ...left }], records: [] });
}

/** Refuses `dayNotClosed`. */
export function decideReopenDay(view: HallView, context: Context): Result<Decision> {
  if (!view.dayClosed()) return refuse('dayNotClosed');
  return ok({ facts: [{ type: 'dayReopened', businessDay: theDay(view), by: actorId(context), work: view.leftOpen().work }], records: [] });
}
