/* Calls that the agent repeats and ends by its own clock, where the hall's clerks mark who came. */
import type { Context } from '../context.ts';
import type { Fact } from '../fact.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Decision, HallView } from '../view.ts';
import type { Instant } from '../scalars.ts';
import { withOpenCall } from './call.ts';
import type { BeginService } from './commands.ts';
import { notThere } from './moves/no-show.ts';
import { rulesToday, stepTaken } from './step.ts';
import type { QueueView } from './view.ts';

/** Windows of a hall, some times over. */
const callsAtOnce = 100;

/** The person stands at the window: nobody calls them again. Refuses `callUnknown`, `callNotOpen`, `placeUnknown` at a table, `alreadyAnswered`. */
export function decideBeginService(view: HallView, command: BeginService, context: Context): Result<Decision> {
  return withOpenCall(view, command.callId, (call) => {
    if (call.place.kind !== 'window') return refuse('placeUnknown', 'callId');
    if (call.begun) return refuse('alreadyAnswered', 'callId');
    return ok({ facts: [stepTaken(command, context, call.place.id), { type: 'serviceBegan', step: command.commandId, callId: call.callId, ticketId: call.ticket.ticketId }], records: [] });
  });
}

/** Calls told before this moment, and not answered, are due; undefined where the hall leaves it to its clerks. */
export function silentBefore(view: QueueView, context: Pick<Context, 'now' | 'settings'>): Instant | undefined {
  if (view.openDay() === undefined || view.dayClosed()) return undefined;
  const { autoCalls } = rulesToday(view, context);
  return autoCalls.on ? context.now - autoCalls.everySeconds * 1_000 : undefined;
}

/** Each call that is due is told again, or after the last time missed. Refuses `tooEarly` when none is. */
export function decideTendCalls(view: HallView, context: Context): Result<Decision> {
  const before = silentBefore(view, context);
  const due = before === undefined ? [] : view.silentCalls(before, callsAtOnce);
  if (due.length === 0) return refuse('tooEarly');
  const { times } = rulesToday(view, context).autoCalls;
  const facts = due.flatMap((call): Fact[] => (call.times < times ? [{ type: 'callRepeated', callId: call.callId, times: call.times + 1 }] : notThere(view, call, context)));
  return ok({ facts, records: [] });
}
