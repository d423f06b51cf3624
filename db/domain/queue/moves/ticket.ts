/* Small acts on one ticket: a further service, the end of a number, its class, a note, and taking the last act back. */
import type { Context } from '../../context.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Decision, HallView } from '../../view.ts';
import { servicesPerTicket } from '../commands.ts';
import { isOpenNow } from '../desk/hours.ts';
import { workService } from '../facts.ts';
import { actorId, maySupervise, rulesToday, stepTaken } from '../step.ts';
import type { StepRow, TicketRow, TicketState } from '../view.ts';
import type { AddNote, AddService, CloseTicket, SetPriority, Undo } from './commands.ts';
import { withHeadStart } from '../turn/arrival.ts';
import { holderIsThere } from './requeue.ts';

const inTheHall: readonly TicketState[] = ['waiting', 'called', 'parked'];

/** Refuses `ticketUnknown`, `ticketNotWaiting` (it has ended), `transferImpossible` for a number for work, `serviceUnknown`, `alreadyThere`, `tooOften`, `serviceClosed`. */
export function decideAddService(view: HallView, command: AddService, context: Context): Result<Decision> {
  return withTicket(view, command.ticketId, inTheHall, (ticket) => {
    if (ticket.service === workService) return refuse('transferImpossible', 'ticketId');
    if (!context.settings.services.some((one) => one.code === command.service)) return refuse('serviceUnknown', 'service');
    if (ticket.queue === command.service || ticket.later.includes(command.service)) return refuse('alreadyThere', 'service');
    if (ticket.later.length + 1 >= servicesPerTicket) return refuse('tooOften', 'ticketId');
    const open = isOpenNow(view, command.service, context);
    if (!open.ok) return open;
    return ok({ facts: [stepTaken(command, context), { type: 'serviceAdded', step: command.commandId, ticketId: ticket.ticketId, later: [...ticket.later, command.service] }], records: [] });
  });
}

/** Refuses `ticketUnknown`, `ticketNotWaiting` (it has ended). */
export function decideCloseTicket(view: HallView, command: CloseTicket, context: Context): Result<Decision> {
  return withTicket(view, command.ticketId, [...inTheHall, 'missed'], (ticket) => {
    const call = ticket.state === 'called' ? view.openCallOf(ticket.ticketId) : undefined;
    const windowId = call?.place.kind === 'window' ? call.place.id : undefined;
    return ok({
      facts: [
        stepTaken(command, context, windowId),
        { type: 'ticketClosed', step: command.commandId, ticketId: ticket.ticketId, ...(call === undefined ? {} : { callId: call.callId }), reason: command.reason },
      ],
      records: [],
    });
  });
}

/** Refuses `ticketUnknown`, `ticketNotWaiting` (it has ended). */
export function decideSetPriority(view: HallView, command: SetPriority, context: Context): Result<Decision> {
  return withTicket(view, command.ticketId, inTheHall, (ticket) => {
    const reasons = [...new Set(command.reasons)];
    return ok({
      // A number for work has its head start in the plan, sealed.
      facts: [stepTaken(command, context), {
        type: 'prioritySet', step: command.commandId, ticketId: ticket.ticketId, priority: reasons.length > 0,
        ...(ticket.service === workService ? {} : { rank: withHeadStart(ticket, reasons, rulesToday(view, context)) }),
      }],
      records: [{ table: 'ticketPriority', ticketId: ticket.ticketId, reasons }],
    });
  });
}

/** Refuses `ticketUnknown`. */
export function decideAddNote(view: HallView, command: AddNote, context: Context): Result<Decision> {
  const ticket = view.ticket(command.ticketId);
  if (ticket === undefined) return refuse('ticketUnknown', 'ticketId');
  const noteId = context.newId();
  return ok({
    facts: [stepTaken(command, context), { type: 'noteAdded', step: command.commandId, noteId, ticketId: ticket.ticketId }],
    records: [{ table: 'note', noteId, aboutId: ticket.ticketId, text: command.note }],
  });
}

/** Everything the step changed is again as before. Refuses `stepUnknown` (never, not today, or taken back already), `notYourRole` for somebody else's step, `stepNotLast` when something has happened since, `tooLate`. */
export function decideUndo(view: HallView, command: Undo, context: Context): Result<Decision> {
  const step = view.step(command.of);
  if (step === undefined) return refuse('stepUnknown', 'of');
  if (step.by !== actorId(context) && !maySupervise(context)) return refuse('notYourRole', 'of');
  if (!step.last || wouldStrand(view, step)) return refuse('stepNotLast', 'of');
  if (context.now - step.at > rulesToday(view, context).undoMinutes * 60_000) return refuse('tooLate', 'of');
  return ok({ facts: [{ type: 'queueUndone', of: step.step, act: step.act, by: actorId(context), tickets: step.tickets.map(({ ticketId, state }) => ({ ticketId, state })), callsGone: [...step.callsGone] }], records: [] });
}

/** Taking it back would leave a ticket waiting for a window or person that is not there any more: that too is something that has happened since. */
const wouldStrand = (view: HallView, step: StepRow): boolean =>
  step.tickets.some(({ state, hold }) => state === 'waiting' && hold !== undefined && !holderIsThere(view, hold));

function withTicket(view: HallView, ticketId: string, states: readonly TicketState[], then: (ticket: TicketRow) => Result<Decision>): Result<Decision> {
  const ticket = view.ticket(ticketId);
  if (ticket === undefined) return refuse('ticketUnknown', 'ticketId');
  return states.includes(ticket.state) ? then(ticket) : refuse('ticketNotWaiting', 'ticketId');
}
