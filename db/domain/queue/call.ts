/* Calling numbers to windows and tables, and how a call ends. */
import type { Context } from '../context.ts';
import type { Fact } from '../fact.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Decision, HallView } from '../view.ts';
import type { CallNext, EndCall, Place, Recall } from './commands.ts';
import { holdsOf, windowFor } from './desk/windows.ts';
import { workService, type CallEnded, type TicketCalled } from './facts.ts';
import type { CallOutOfOrder } from './moves/commands.ts';
import { inNextService, requeued } from './moves/requeue.ts';
import { profileOf } from './rules.ts';
import { rulesToday, stepTaken } from './step.ts';
import { chooseNext } from './turn/choose.ts';
import type { CallRow, TicketRow } from './view.ts';

/** The next number to a window by its profile; what was open there ends as served. Refuses `placeUnknown`, `windowNotYours`, `alreadyCalled` (another call stands there than the one that was seen), `nobodyWaiting`. */
export function decideCallNext(view: HallView, command: CallNext, context: Context): Result<Decision> {
  const found = windowFor(view, command.windowId, context);
  if (!found.ok) return found;
  const { window, row } = found.value;
  if (command.open !== undefined && command.open !== (view.openCallsAt({ kind: 'window', id: window.id }).at(-1)?.callId ?? null)) return refuse('alreadyCalled', 'open');
  const profile = profileOf(rulesToday(view, context), window, row.profile);
  // Who has another service at this window stands before it already, at the place of the original number.
  const goingOn = view.openCallsAt({ kind: 'window', id: window.id }).map((call) => inNextService(call.ticket)).filter((one) => one !== undefined && profile.services.includes(one.queue));
  const waiting = [...view.heads(profile.services, holdsOf(row)), ...view.oldest(profile.services, holdsOf(row)), ...goingOn.filter((one) => one !== undefined)];
  const choice = chooseNext(waiting, row.turns, profile, context.now);
  if (choice === undefined) return refuse('nobodyWaiting');
  const { ticket, why, turns } = choice;
  return ok({ facts: [stepTaken(command, context, window.id), ...callTo(view, ticket, window.id, context, { step: command.commandId, why, turns, judgedAt: context.now })], records: [] });
}

/** A number before its turn; who may is in the table of roles. Refuses `placeUnknown`, `windowNotYours`, `ticketUnknown`, `transferImpossible` for a number for work, `alreadyCalled`, `ticketNotWaiting`. */
export function decideCallOutOfOrder(view: HallView, command: CallOutOfOrder, context: Context): Result<Decision> {
  const found = windowFor(view, command.windowId, context);
  if (!found.ok) return found;
  const ticket = view.ticket(command.ticketId);
  if (ticket === undefined) return refuse('ticketUnknown', 'ticketId');
  if (ticket.service === workService) return refuse('transferImpossible', 'ticketId');
  if (ticket.state === 'called') return refuse('alreadyCalled', 'ticketId');
  if (ticket.state !== 'waiting' && ticket.state !== 'parked') return refuse('ticketNotWaiting', 'ticketId');
  const called = callTo(view, ticket, command.windowId, context, { step: command.commandId, why: 'outOfOrder', reason: command.reason });
  return ok({ facts: [stepTaken(command, context, command.windowId), ...called], records: [] });
}

/** Calls the same number again; the board and the voice repeat it. A call to a window that was just missed is called there at once. Refuses `callUnknown`, `callNotOpen`, `tooOften`, `tooLate`, `windowNotYours`. */
export function decideRecall(view: HallView, command: Recall, context: Context): Result<Decision> {
  const missed = view.call(command.callId);
  if (missed?.missed === true) return recallMissed(view, missed, command, context);
  return withOpenCall(view, command.callId, (call) => {
    if (call.times > rulesToday(view, context).recalls) return refuse('tooOften', 'callId');
    return ok({ facts: [stepOf(command, call, context), { type: 'callRepeated', callId: call.callId, times: call.times + 1, step: command.commandId }], records: [] });
  });
}

/** Whoever turns up within the minutes of the rule is called at once, where they were missed; not once the number was closed, called elsewhere or sent on. */
function recallMissed(view: HallView, { callId, place, ticket }: CallRow, command: Recall, context: Context): Result<Decision> {
  if (place.kind !== 'window' || ticket.missedAt === undefined || (ticket.state !== 'waiting' && ticket.state !== 'missed') || view.lastCallOf(ticket.ticketId) !== callId) return refuse('callNotOpen', 'callId');
  if (context.now - ticket.missedAt > rulesToday(view, context).recallMinutes * 60_000) return refuse('tooLate', 'callId');
  const found = windowFor(view, place.id, context);
  if (!found.ok) return found;
  return ok({ facts: [stepTaken(command, context, place.id), ...callTo(view, ticket, place.id, context, { step: command.commandId, why: 'recalled' })], records: [] });
}

/** Served, or parted without agreement: the worker then waits on at the old place. With more services on the ticket, served means: waits for the next. Refuses `callUnknown`, `callNotOpen`, `resultUnknown`. */
export function decideEndCall(view: HallView, command: EndCall, context: Context): Result<Decision> {
  const step = command.commandId;
  return withOpenCall(view, command.callId, (call) => {
    if (command.result !== undefined && !rulesToday(view, context).results.some((one) => one.code === command.result)) return refuse('resultUnknown', 'result');
    const facts = [stepOf(command, call, context), ...(command.outcome === 'served' ? served(call, step, command.result) : [callEnded(call, command.outcome, { step, result: command.result })])];
    if (command.note === undefined) return ok({ facts, records: [] });
    const [noteId, { ticketId }] = [context.newId(), call.ticket];
    return ok({ facts: [...facts, { type: 'noteAdded', step, noteId, ticketId }], records: [{ table: 'note', noteId, aboutId: ticketId, text: command.note }] });
  });
}

export const callEnded = (call: CallRow, outcome: CallEnded['outcome'], more: { readonly step?: string; readonly result?: string | undefined } = {}): CallEnded => ({
  type: 'callEnded', callId: call.callId, ticketId: call.ticket.ticketId, outcome,
  ...(more.step === undefined ? {} : { step: more.step }), ...(more.result === undefined ? {} : { result: more.result }),
});

export function withOpenCall<T>(view: HallView, callId: string, then: (call: CallRow) => Result<T>): Result<T> {
  const call = view.call(callId);
  if (call === undefined) return refuse('callUnknown', 'callId');
  return call.open ? then(call) : refuse('callNotOpen', 'callId');
}

type How = Pick<TicketCalled, 'step' | 'why' | 'turns' | 'judgedAt' | 'reason' | 'jobId'>;

/** What was open at the window ends as served, and this number is called there. */
export function callTo(view: HallView, ticket: TicketRow, windowId: string, context: Context, how: How & { readonly step: string }): Fact[] {
  const place: Place = { kind: 'window', id: windowId };
  return [...view.openCallsAt(place).flatMap((call) => served(call, how.step)), called(context, ticket, place, how)];
}

function served(call: CallRow, step: string, result?: string): Fact[] {
  const next = inNextService(call.ticket);
  return [callEnded(call, 'served', { step, result }), ...(next === undefined ? [] : [requeued(next, step, 'nextService')])];
}

const stepOf = (command: { readonly type: string; readonly commandId: string }, call: CallRow, context: Context) => stepTaken(command, context, call.place.kind === 'window' ? call.place.id : undefined);

const called = (context: Context, ticket: TicketRow, place: Place, how: How): TicketCalled => ({ type: 'ticketCalled', callId: context.newId(), ticketId: ticket.ticketId, number: ticket.number, place, ...how });
