/* Forms take time: the number steps aside, the window calls on, and the person comes back without a new number. */
import type { Context } from '../../context.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Decision, HallView } from '../../view.ts';
import { callTo, withOpenCall } from '../call.ts';
import { holdsOf, windowFor } from '../desk/windows.ts';
import { profileOf } from '../rules.ts';
import { rulesToday, stepTaken } from '../step.ts';
import { callOrder, firstOf, inFrontOf } from '../turn/order.ts';
import type { TicketRow } from '../view.ts';
import type { Park, Unpark } from './commands.ts';
import { heldWhilePossible, requeued } from './requeue.ts';

/** Refuses `callUnknown`, `callNotOpen`, `transferImpossible` at a table, `tooOften` when the window has parked as many as it may. */
export function decidePark(view: HallView, command: Park, context: Context): Result<Decision> {
  return withOpenCall(view, command.callId, (call) => {
    if (call.place.kind !== 'window') return refuse('transferImpossible', 'callId');
    if (view.parkedAt(call.place.id) >= rulesToday(view, context).parkedPerWindow) return refuse('tooOften', 'callId');
    return ok({
      facts: [
        stepTaken(command, context, call.place.id),
        { type: 'ticketParked', step: command.commandId, ticketId: call.ticket.ticketId, callId: call.callId, windowId: call.place.id },
      ],
      records: [],
    });
  });
}

/** In front of whom its window would call; at its own place when nobody sits there any more, and in front of nobody who waits too long. */
function nextAtItsWindow(view: HallView, ticket: TicketRow, context: Context): TicketRow {
  const setting = ticket.hold?.kind === 'window' ? context.settings.windows.find((one) => one.id === ticket.hold?.id) : undefined;
  if (setting === undefined) return ticket;
  const row = view.window(setting.id);
  const first = firstOf(view.heads(profileOf(rulesToday(view, context), setting, row.profile).services, holdsOf(row)));
  return first === undefined || callOrder(ticket, first) < 0 ? ticket : { ...ticket, ...inFrontOf(first) };
}

/** Refuses `ticketUnknown`, `ticketNotParked`, and with a window what `windowFor` refuses. */
export function decideUnpark(view: HallView, command: Unpark, context: Context): Result<Decision> {
  const ticket = view.ticket(command.ticketId);
  if (ticket === undefined) return refuse('ticketUnknown', 'ticketId');
  if (ticket.state !== 'parked') return refuse('ticketNotParked', 'ticketId');
  if (command.windowId !== undefined) {
    const found = windowFor(view, command.windowId, context);
    return found.ok ? ok({ facts: [stepTaken(command, context, command.windowId), ...callTo(view, ticket, command.windowId, context, { step: command.commandId, why: 'parked' })], records: [] }) : found;
  }
  return ok({ facts: [stepTaken(command, context), requeued(nextAtItsWindow(view, heldWhilePossible(view, ticket), context), command.commandId, 'unparked')], records: [] });
}
