/* When a business day begins. Numbers and queues belong to one day, and a clock that jumps back never reopens yesterday. */
import type { CommandType } from '../command.ts';
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

/** Blocks of numbers are fetched, machines are looked after, boards arranged and fairs planned while the hall sleeps, and numbers of yesterday come in after it: none of it begins a day. */
export function beginsDay(command: { readonly type: string; readonly businessDay?: string }, now: Instant): boolean {
  if (command.type === 'handInLeased') return command.businessDay === businessDayAt(now);
  return !dayless.has(command.type);
}
const dayless: ReadonlySet<string> = new Set<CommandType>(['leaseNumbers', 'noteDevice', 'reportReadiness', 'printReadiness', 'enrolDevice', 'renewDevice', 'revokeDevice', 'publishBoard', 'removeBoard', 'setBoardScene', 'putNotice', 'endNotice', 'putFair', 'endFair',
  'noteShown', 'openAccount', 'setAccountRole', 'setAccountPin', 'closeAccount', 'unlockAccount', 'setOwnPin', 'seedAccount', 'keepRecoveryCode', 'recoverAccount']);

/** The open day. Throws when the engine forgot to open one: every decision runs after `openDayIfDue`. */
export function theDay(view: QueueView): string {
  const day = view.openDay();
  if (day === undefined) throw new Error('no business day is open');
  return day;
}
