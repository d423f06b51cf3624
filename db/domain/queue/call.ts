/* Calling numbers to windows and tables, and how a call ends. */
import type { Context } from '../context.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Decision, HallView } from '../view.ts';
import { mayBeCalledFor } from '../jobs/open-job.ts';
import type { CallForJob, CallNext, EndCall, MarkNoShow, Place, Recall } from './commands.ts';
import type { CallEnded, TicketCalled } from './facts.ts';
import type { CallRow, TicketRow } from './view.ts';

/** A job calls its open places and this many more, so that a refusal does not stop the table. */
export const standbyCalls = 2;

/** The next number to a window; what was open there ends as served. Refuses `placeUnknown`, `nobodyWaiting`. */
export function decideCallNext(view: HallView, command: CallNext, context: Context): Result<Decision> {
  const window = context.settings.windows.find((one) => one.id === command.windowId);
  if (window === undefined) return refuse('placeUnknown', 'windowId');
  const place: Place = { kind: 'window', id: window.id };
  const [next] = view.waiting(window.services, 1);
  if (next === undefined) return refuse('nobodyWaiting');
  const ended = view.openCallsAt(place).map((call) => callEnded(call, 'served'));
  return ok({ facts: [...ended, called(context, next, place)], records: [] });
}

/** The longest-waiting workers of the job's trade to a table. Refuses `placeUnknown`, what `mayBeCalledFor` refuses, `placeBusy` (another job sits there, or enough are called), `nobodyWaiting`. */
export function decideCallForJob(view: HallView, command: CallForJob, context: Context): Result<Decision> {
  const table = context.settings.tables.find((one) => one.id === command.tableId);
  if (table === undefined) return refuse('placeUnknown', 'tableId');
  const job = mayBeCalledFor(view, command.jobId, context.now);
  if (!job.ok) return job;
  const place: Place = { kind: 'table', id: table.id };
  if (view.openCallsAt(place).some((call) => call.jobId !== command.jobId)) return refuse('placeBusy', 'tableId');
  const room = job.value.placesLeft + standbyCalls - view.openCallsForJob(command.jobId).length;
  if (room <= 0) return refuse('placeBusy', 'jobId');
  const chosen = view.waitingForJob(command.jobId, job.value.terms.trade, Math.min(command.count, room));
  if (chosen.length === 0) return refuse('nobodyWaiting');
  return ok({ facts: chosen.map((ticket) => called(context, ticket, place, command.jobId)), records: [] });
}

/** Calls the same number again; the board and the voice repeat it. Refuses `callUnknown`, `callNotOpen`. */
export function decideRecall(view: HallView, command: Recall): Result<Decision> {
  return withOpenCall(view, command.callId, (call) => ok({ facts: [{ type: 'callRepeated', callId: call.callId, times: call.times + 1 }], records: [] }));
}

/** The person did not come. Refuses `callUnknown`, `callNotOpen`. */
export function decideMarkNoShow(view: HallView, command: MarkNoShow): Result<Decision> {
  return withOpenCall(view, command.callId, (call) => ok({ facts: [{ type: 'noShowMarked', callId: call.callId, ticketId: call.ticket.ticketId }], records: [] }));
}

/** Served, or parted without agreement: the worker then waits on at the old place. Refuses `callUnknown`, `callNotOpen`. */
export function decideEndCall(view: HallView, command: EndCall): Result<Decision> {
  return withOpenCall(view, command.callId, (call) => ok({ facts: [callEnded(call, command.outcome)], records: [] }));
}

export const callEnded = (call: CallRow, outcome: CallEnded['outcome']): CallEnded => ({
  type: 'callEnded', callId: call.callId, ticketId: call.ticket.ticketId, outcome,
});

export function withOpenCall<T>(view: HallView, callId: string, then: (call: CallRow) => Result<T>): Result<T> {
  const call = view.call(callId);
  if (call === undefined) return refuse('callUnknown', 'callId');
  return call.open ? then(call) : refuse('callNotOpen', 'callId');
}

function called(context: Context, ticket: TicketRow, place: Place, jobId?: string): TicketCalled {
  return { type: 'ticketCalled', callId: context.newId(), ticketId: ticket.ticketId, number: ticket.number, place, ...(jobId === undefined ? {} : { jobId }) };
}
