/* Handing a number on: to another service, a window, or a person. It keeps its number and, unless staff say otherwise, its place in the hall's sequence, and counts as some minutes earlier for the walk. */
import type { Context } from '../../context.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Decision, HallView } from '../../view.ts';
import { isOpenNow } from '../desk/hours.ts';
import { holdsOf } from '../desk/windows.ts';
import { workService } from '../facts.ts';
import { profileOf } from '../rules.ts';
import { mayActAtAnyWindow, maySupervise, rulesToday, stepTaken } from '../step.ts';
import { afterTransfer } from '../turn/arrival.ts';
import { behind, callOrder, firstOf, inFrontOf } from '../turn/order.ts';
import type { TicketRow } from '../view.ts';
import type { Transfer, TransferTarget } from './commands.ts';
import { atOriginalPlace, requeued } from './requeue.ts';

/** Refuses `ticketUnknown`, `notYourRole` (a clerk, of a number that was not called yet), `ticketNotWaiting` (it has ended), `transferImpossible` for a number for work, `tooOften` for all but supervisors, `serviceUnknown`, `serviceClosed`, `placeUnknown`, `windowClosed` (nobody sits there), `staffAway`, `alreadyThere`. */
export function decideTransfer(view: HallView, command: Transfer, context: Context): Result<Decision> {
  const ticket = view.ticket(command.ticketId);
  if (ticket === undefined) return refuse('ticketUnknown', 'ticketId');
  if (ticket.service === workService) return refuse('transferImpossible', 'ticketId');
  if (ticket.state !== 'waiting' && ticket.state !== 'called' && ticket.state !== 'parked') return refuse('ticketNotWaiting', 'ticketId');
  // To move a number that nobody has called yet is to choose who comes next: not for whoever sits at a window.
  if (ticket.state === 'waiting' && !mayActAtAnyWindow(context)) return refuse('notYourRole', 'ticketId');
  if (ticket.transfers >= rulesToday(view, context).transfers && !maySupervise(context)) return refuse('tooOften', 'ticketId');
  const target = targetOf(view, ticket, command.to, context);
  if (!target.ok) return target;
  const moved = target.value.ticket;
  if (ticket.state === 'waiting' && command.at === 'kept' && moved.queue === ticket.queue && moved.hold?.kind === ticket.hold?.kind && moved.hold?.id === ticket.hold?.id) return refuse('alreadyThere', 'to');
  const call = ticket.state === 'called' ? view.openCallOf(ticket.ticketId) : undefined;
  const placed = command.at === 'kept' ? moved : command.at === 'first' ? toTheFront(moved, target.value.firsts()) : toTheEnd(moved, target.value.lasts());
  const windowId = call?.place.kind === 'window' ? call.place.id : undefined;
  return ok({ facts: [stepTaken(command, context, windowId), requeued(placed, command.commandId, 'transferred', call?.callId)], records: [] });
}

interface Target { readonly ticket: TicketRow; /** who stands first, and last, where it goes */ readonly firsts: () => readonly TicketRow[]; readonly lasts: () => readonly TicketRow[] }

function targetOf(view: HallView, ticket: TicketRow, to: TransferTarget, context: Context): Result<Target> {
  const { settings } = context;
  const queue = to.service ?? ticket.queue;
  if (!settings.services.some((one) => one.code === queue)) return refuse('serviceUnknown', 'to.service');
  if (queue !== ticket.queue) {
    const open = isOpenNow(view, queue, context);
    if (!open.ok) return open;
  }
  const moved = { ...atOriginalPlace(ticket), rank: afterTransfer(ticket, rulesToday(view, context)), queue, later: ticket.later.filter((one) => one !== queue) };
  if (to.kind === 'service') return ok({ ticket: moved, firsts: () => view.heads([queue], []), lasts: () => view.lastWaiting([queue]) });
  if (to.kind === 'window' && !settings.windows.some((one) => one.id === to.windowId)) return refuse('placeUnknown', 'to.windowId');
  const windowId = to.kind === 'window' ? to.windowId : view.windowsOf(to.staffId)[0];
  if (windowId === undefined) return refuse('staffAway', 'to.staffId');
  const row = view.window(windowId);
  if (row.staffId === undefined) return refuse('windowClosed', 'to.windowId');
  const setting = settings.windows.find((one) => one.id === windowId);
  const services = setting === undefined ? [] : profileOf(rulesToday(view, context), setting, row.profile).services;
  return ok({
    ticket: { ...moved, hold: to.kind === 'window' ? { kind: 'window', id: windowId } : { kind: 'person', id: to.staffId } },
    firsts: () => view.heads(services, holdsOf(row)), lasts: () => view.lastWaiting(services),
  });
}

function toTheFront(ticket: TicketRow, others: readonly TicketRow[]): TicketRow {
  const first = firstOf(others.filter((one) => one.ticketId !== ticket.ticketId));
  return first === undefined || callOrder(ticket, first) < 0 ? ticket : { ...ticket, ...inFrontOf(first) };
}

function toTheEnd(ticket: TicketRow, others: readonly TicketRow[]): TicketRow {
  const last = others.filter((one) => one.ticketId !== ticket.ticketId).sort(callOrder).at(-1);
  return last === undefined || callOrder(ticket, last) > 0 ? ticket : { ...ticket, ...behind(last) };
}
