/* When a business day begins. Numbers and queues belong to one day, and a clock that jumps back never reopens yesterday. */
import type { Context } from '../context.ts';
import { businessDayAt } from './business-day.ts';
import type { DayOpened } from './facts.ts';
import type { QueueView } from './view.ts';

/** The fact that opens the day, when the hall's clock has passed into a later one; recorded before anything else of its transaction. */
export function openDayIfDue(view: QueueView, context: Context): DayOpened | undefined {
  const due = businessDayAt(context.now);
  const open = view.openDay();
  return open === undefined || due > open ? { type: 'dayOpened', businessDay: due } : undefined;
}

/** The open day. Throws when the engine forgot to open one: every decision runs after `openDayIfDue`. */
export function theDay(view: QueueView): string {
  const day = view.openDay();
  if (day === undefined) throw new Error('no business day is open');
  return day;
}
