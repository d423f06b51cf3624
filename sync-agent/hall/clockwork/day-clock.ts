/* The agent's clock over the business day: asks for `closeDay` when the hall's rule closes it now, and for nothing in a hall that leaves it to its staff.
   It remembers nothing: whether the day was closed, or opened again by staff, is what the file says, so an agent that was off at the hour does it later. */
import type { Context } from '@kuaizhao/db/domain/context.ts';
import { ruleClosesDay } from '@kuaizhao/db/domain/queue/desk/close-day.ts';
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import type { HallClock } from '../clock.ts';
import type { Engine } from '../engine.ts';
import { keepLooking } from './keep-looking.ts';

/** The hour is kept to half a minute. */
const lookEveryMs = 30_000;

export interface DayClockParts { readonly db: HallDb; readonly engine: Engine; readonly clock: HallClock; readonly settings: Context['settings']; readonly newId: () => string }

/** Looks until stopped. */
export const startDayClock = ({ db, engine, clock, settings, newId }: DayClockParts): { stop(): void } => keepLooking(clock, lookEveryMs, () => {
  if (!ruleClosesDay(db.view, { now: clock.now(), settings })) return undefined;
  // Refused or not, the next look sees what is left.
  return engine.handle({ type: 'closeDay', commandId: `close-${newId()}` }, { role: 'agent' });
});
