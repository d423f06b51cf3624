/* Calling numbers to a table for a job: by the matching, or by name. */
import type { Context } from '../context.ts';
import type { Fact } from '../fact.ts';
import { callsAtOnce, hiringRulesOf } from '../hiring/rules.ts';
import { mayBeCalledFor } from '../jobs/open-job.ts';
import type { JobRow } from '../jobs/view.ts';
import { chooseFor } from '../matching/choose.ts';
import { ticketsOfCrew } from '../matching/crew.ts';
import { whyNotCalled } from '../matching/may-come.ts';
import type { CallForJob, Place } from '../queue/commands.ts';
import type { TicketCalled } from '../queue/facts.ts';
import { stepTaken } from '../queue/step.ts';
import type { TicketRow } from '../queue/view.ts';
import { placesFor } from '../referrals/held.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Decision, HallView } from '../view.ts';
import type { CallNamed } from './commands.ts';

/** Numbers for the job's free places and the standby ones to a table; `count` limits them. Refuses `placeUnknown`, what `mayBeCalledFor` refuses, `drawMissing` (its lots are not drawn), `placeBusy` (another job sits there, or enough are called), `nobodyWaiting`. */
export function decideCallForJob(view: HallView, command: CallForJob, context: Context): Result<Decision> {
  const place = freeTable(view, command.tableId, command.jobId, context);
  if (!place.ok) return place;
  const job = mayBeCalledFor(view, command.jobId, context.now);
  if (!job.ok) return job;
  if (isBeforeDraw(view, job.value)) return refuse('drawMissing', 'jobId');
  const room = roomFor(view, job.value, context);
  if (room <= 0) return refuse('placeBusy', 'jobId');
  const chosen = chooseFor(view, job.value, Math.min(command.count ?? callsAtOnce, callsAtOnce, room), context.now);
  if (chosen.length === 0) return refuse('nobodyWaiting');
  const step = command.commandId;
  return ok({ facts: [stepTaken(command, context), ...chosen.map((ticket) => calledFor(context, ticket, place.value, { jobId: command.jobId, step }))], records: [] });
}

/** 点名: the person the employer asks for, out of turn and on the record; the worker may refuse like anybody. Refuses what `callForJob` does, `hireUnknown`, `ticketUnknown`, `ticketNotWaiting`, of anybody in the crew `workerStopped`, `tooYoungForJob`, `alreadyHired`, `alreadyHiredThen`, `crewTooLarge`. */
export function decideCallNamed(view: HallView, command: CallNamed, context: Context): Result<Decision> {
  const place = freeTable(view, command.tableId, command.jobId, context);
  if (!place.ok) return place;
  const job = mayBeCalledFor(view, command.jobId, context.now);
  if (!job.ok) return job;
  // Whoever is asked for by name before the lots fall would go round the draw.
  if (isBeforeDraw(view, job.value)) return refuse('drawMissing', 'jobId');
  const wished = wishedTicket(view, command, job.value);
  if (!wished.ok) return wished;
  const together = ticketsOfCrew(view, wished.value);
  if (together === undefined || together.some((ticket) => ticket.state !== 'waiting')) return refuse('ticketNotWaiting', 'wish');
  const whyNot = together.map((ticket) => whyNotCalled(view, ticket, job.value, context.now)).find((why) => why !== undefined);
  if (whyNot !== undefined) return refuse(whyNot, 'wish');
  if (together.length > job.value.placesLeft) return refuse('crewTooLarge', 'jobId');
  if (together.length > roomFor(view, job.value, context, together.map((ticket) => ticket.ticketId))) return refuse('placeBusy', 'jobId');
  const facts = together.flatMap((ticket): Fact[] => {
    const called = calledFor(context, ticket, place.value, { jobId: command.jobId, step: command.commandId });
    return [called, { type: 'namedRequestMade', callId: called.callId, jobId: command.jobId, ticketId: ticket.ticketId }];
  });
  return ok({ facts: [stepTaken(command, context), ...facts], records: [] });
}

/** The next `count` for a job at a place, as far as the job has room; nothing when it is no longer open or another job sits at the place by now. `closing`: open calls that end with the same decision. */
export function callTheNext(view: HallView, jobId: string, place: Place, context: Context, { count, closing, placesFreed = 0, except = new Set() }: {
  readonly count: number; readonly closing: number; readonly placesFreed?: number; readonly except?: ReadonlySet<string>;
}): TicketCalled[] {
  const row = view.job(jobId);
  if (row === undefined || view.dayClosed() || isTakenByAnother(view, place, jobId)) return [];
  const freed: JobRow = placesFreed === 0 ? row : { ...row, placesLeft: row.placesLeft + placesFreed, state: row.state === 'filled' ? 'open' : row.state };
  if (freed.state !== 'open' || freed.terms.validUntil < context.now) return [];
  const room = roomFor(view, freed, context) + closing;
  const wanted = Math.min(count, room);
  return wanted <= 0 ? [] : chooseFor(view, freed, wanted, context.now, except).map((ticket) => calledFor(context, ticket, place, { jobId }));
}

/** How many more may be called: free places and standby numbers, less those already on their way. Places held for people from other halls are free for nobody but `tickets` whose they are, and need no standby. */
export function roomFor(view: HallView, job: JobRow, { now, settings }: Context, tickets: readonly string[] = []): number {
  const free = placesFor(view, job, tickets, now);
  return (free > 0 ? free + hiringRulesOf(settings).standby : 0) - view.openCallsForJob(job.jobId).length;
}

function freeTable(view: HallView, tableId: string, jobId: string, { settings }: Context): Result<Place> {
  const table = settings.tables.find((one) => one.id === tableId);
  if (table === undefined) return refuse('placeUnknown', 'tableId');
  const place: Place = { kind: 'table', id: table.id };
  return isTakenByAnother(view, place, jobId) ? refuse('placeBusy', 'tableId') : ok(place);
}

const isTakenByAnother = (view: HallView, place: Place, jobId: string): boolean => view.openCallsAt(place).some((call) => call.jobId !== jobId);

/** Its lots are not drawn yet. */
export const isBeforeDraw = (view: HallView, { jobId, terms }: JobRow): boolean => terms.mode === 'draw' && view.draw(jobId)?.drawnAt === undefined;

function wishedTicket(view: HallView, { wish }: CallNamed, job: JobRow): Result<TicketRow> {
  if (wish.kind === 'number') {
    const ticket = view.workTicket(wish.number);
    return ticket === undefined ? refuse('ticketUnknown', 'wish.number') : ok(ticket);
  }
  const hire = view.hireByNumber(wish.businessDay, wish.number);
  // Only an employer who had this worker before may ask by the slip: it is no way to look people up.
  if (hire === undefined || hire.employerId !== job.employerId) return refuse('hireUnknown', 'wish.number');
  const visit = view.visitOf(hire.workerId);
  const ticket = visit === undefined ? undefined : view.ticket(visit.ticketId);
  return ticket === undefined ? refuse('visitUnknown', 'wish') : ok(ticket);
}

/** One number called to a table for a job. */
export const calledFor = (context: Context, ticket: TicketRow, place: Place, how: Pick<TicketCalled, 'jobId' | 'step'>): TicketCalled => ({
  type: 'ticketCalled', callId: context.newId(), ticketId: ticket.ticketId, number: ticket.number, place, ...how,
});
