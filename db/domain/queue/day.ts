/* When a business day begins. Numbers and queues belong to one day, and a clock that jumps back never reopens yesterday. */
import type { Command } from '../command.ts';
import { commandDays } from '../command-days.ts';
import type { Context } from '../context.ts';
import type { Instant } from '../scalars.ts';
import { businessDayAt } from './business-day.ts';
import type { DayClosed } from './desk/facts.ts';
import type { DayOpened } from './facts.ts';
import type { QueueView } from './view.ts';

/** The facts that open the day, when the hall's clock has passed into a later one, and close the one before if nobody has; recorded before anything else of their transaction. */
export function openDayIfDue(view: QueueView, context: Context): (DayClosed | DayOpened)[] {
  const due = businessDayAt(context.now);
  const open = view.openDay();
  if (open !== undefined && due <= open) return [];
  const closed: DayClosed[] = open === undefined || view.dayClosed() ? [] : [{ type: 'dayClosed', businessDay: open, ...view.leftOpen() }];
  return [...closed, { type: 'dayOpened', businessDay: due }];
}

/** Whether the day of `now` begins with this command, if nobody has begun it; by the table of `command-days.ts`. */
export function beginsDay(command: Command, now: Instant): boolean {
  return commandDays[command.type] === 'begins' || (command.type === 'handInLeased' && command.businessDay === businessDayAt(now));
}

/** The clock has passed into a later day that nobody has begun: whoever waited on the open one has gone home. A clock that jumps back ends no day. */
export function dayIsOver(view: Pick<QueueView, 'openDay'>, now: Instant): boolean {
  const open = view.openDay();
  return open !== undefined && open < businessDayAt(now);
}

/** The open day. Throws where none ever was: only for what begins one, or is about people who came on one. */
export function theDay(view: QueueView): string {
  const day = view.openDay();
  if (day === undefined) throw new Error('no business day is open');
  return day;
}
