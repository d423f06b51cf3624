/* Not there: back some places or out, by the hall's rule; and back in, when the person turns up. */
import type { Context } from '../../context.ts';
import type { Fact } from '../../fact.ts';
import { ok, refuse, type Result } from '../../result.ts';
import type { Decision, HallView } from '../../view.ts';
import { withOpenCall } from '../call.ts';
import type { MarkNoShow } from '../commands.ts';
import { workService } from '../facts.ts';
import { rulesToday, stepTaken } from '../step.ts';
import { halfWait } from '../turn/arrival.ts';
import { behind, callOrder } from '../turn/order.ts';
import type { CallRow, TicketRow } from '../view.ts';
import type { ConfirmAgain, Reinstate } from './commands.ts';
import { heldWhilePossible, requeued } from './requeue.ts';

/** The person did not come. Refuses `callUnknown`, `callNotOpen`, `callAgainFirst` before as many calls as the rule wants. */
export function decideMarkNoShow(view: HallView, command: MarkNoShow, context: Context): Result<Decision> {
  return withOpenCall(view, command.callId, (call) => {
    const rules = rulesToday(view, context);
    const atWindow = call.place.kind === 'window';
    const rule = atWindow ? rules.noShow : rules.workNoShow;
    if (call.times < rule.calls) return refuse('callAgainFirst', 'callId');
    return ok({ facts: [stepTaken(command, context, atWindow ? call.place.id : undefined), ...notThere(view, call, context, command.commandId)], records: [] });
  });
}

/** Some places back, out, or closed, by the rule of windows or tables. Without `step` it is the clock that says so. */
export function notThere(view: HallView, { callId, place, ticket }: CallRow, context: Context, step?: string): Fact[] {
  const rules = rulesToday(view, context);
  const rule = place.kind === 'window' ? rules.noShow : rules.workNoShow;
  const missed: Fact = { type: 'noShowMarked', callId, ticketId: ticket.ticketId, ...(step === undefined ? {} : { step }) };
  const returns = rule.backPlaces === 0 ? 0 : rule.backTimes;
  // Confirmed again as often as may be: there is no way back any more.
  if (place.kind === 'window' && ticket.noShows >= returns + rules.reinstate.times) return [missed, { type: 'ticketClosed', ...(step === undefined ? {} : { step }), ticketId: ticket.ticketId, reason: 'missed' }];
  if (ticket.noShows >= returns) return [missed];
  return [missed, requeued(placesBack(view, heldWhilePossible(view, ticket), rule.backPlaces), step, 'sentBack')];
}

/** Refuses `ticketUnknown`, `ticketNotMissed`, `tooLate`, `tooOften`, `alreadyThere` when the worker has a newer number. */
export function decideReinstate(view: HallView, command: Reinstate, context: Context): Result<Decision> {
  const ticket = view.ticket(command.ticketId);
  if (ticket === undefined) return refuse('ticketUnknown', 'ticketId');
  if (ticket.state !== 'missed') return refuse('ticketNotMissed', 'ticketId');
  const { reinstate } = rulesToday(view, context);
  if (context.now - (ticket.missedAt ?? context.now) > reinstate.withinMinutes * 60_000) return refuse('tooLate', 'ticketId');
  if (ticket.returns >= reinstate.times) return refuse('tooOften', 'ticketId');
  if (ticket.workerId !== undefined && ticket.queue === ticket.service) {
    const newest = view.visitOf(ticket.workerId)?.ticketId;
    const other = newest === undefined || newest === ticket.ticketId ? undefined : view.ticket(newest);
    if (other?.service === ticket.service && (other.state === 'waiting' || other.state === 'called')) return refuse('alreadyThere', 'ticketId');
  }
  const placed = { kept: () => ticket, last: () => atTheEnd(view, ticket), half: () => ({ ...ticket, rank: halfWait(ticket, context.now), back: 0 }) }[reinstate.at]();
  return ok({ facts: [stepTaken(command, context), requeued({ ...placed, hold: undefined }, command.commandId, 'reinstated')], records: [] });
}

/** The same, by the number on the paper; a number for work is confirmed at the desk. Refuses what `decideReinstate` refuses, `transferImpossible` for a number for work. */
export function decideConfirmAgain(view: HallView, { number, commandId }: ConfirmAgain, context: Context): Result<Decision> {
  const ticket = view.ticketByNumber(number);
  if (ticket === undefined) return refuse('ticketUnknown', 'number');
  if (ticket.service === workService) return refuse('transferImpossible', 'number');
  return decideReinstate(view, { type: 'reinstate', commandId, ticketId: ticket.ticketId }, context);
}

function placesBack(view: HallView, ticket: TicketRow, places: number): TicketRow {
  const other = view.waitingBehind(ticket.queue, ticket, places);
  return other === undefined ? ticket : { ...ticket, ...behind(other) };
}

/** Behind everybody who waits in its queue; never in front of where it stood. */
export function atTheEnd(view: HallView, ticket: TicketRow): TicketRow {
  const last = view.lastWaiting([ticket.queue]).findLast((one) => callOrder(one, ticket) > 0);
  return last === undefined ? ticket : { ...ticket, ...behind(last) };
}
