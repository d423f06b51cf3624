/* What called people answer, and what the clock says when nobody answers. */
import { isSamePerson } from '../attendance/who.ts';
import type { Context } from '../context.ts';
import type { Fact } from '../fact.ts';
import { hiringRulesOf } from '../hiring/rules.ts';
import { nextTableCall, type TableCallState } from '../hiring/states/call.ts';
import { ticketsOfCrew } from '../matching/crew.ts';
import { matchingRulesOn } from '../matching/rules.ts';
import { callEnded } from '../queue/call.ts';
import { notThere } from '../queue/moves/no-show.ts';
import { theDay } from '../queue/day.ts';
import type { CallRow, TicketRow } from '../queue/view.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Instant } from '../scalars.ts';
import type { Decision, HallView } from '../view.ts';
import { callTheNext } from './call-for-job.ts';
import type { AnswerCall, MarkEmployerAbsent, RecordOffer } from './commands.ts';

/** So many tickets one fact puts in front. */
const inFrontAtOnce = 50;
/** One step of the clock ends at most this many calls; the next step takes the rest. */
const expireAtOnce = 64;

/** Where a call for a job stands. */
export function tableCallState(view: HallView, call: CallRow): TableCallState {
  const talk = view.talk(call.callId);
  if (call.open) return talk?.state === 'accepted' ? 'talking' : 'called';
  return talk?.state === 'lapsed' ? 'lapsed' : 'noAgreement';
}

/** The calls of everybody who goes together with this one. */
export function callsOfCrew(view: HallView, call: CallRow): readonly CallRow[] {
  const together = new Set(ticketsOfCrew(view, call.ticket)?.map((ticket) => ticket.ticketId));
  const calls = call.jobId === undefined ? [] : view.openCallsForJob(call.jobId).filter((one) => one.callId !== call.callId && together.has(one.ticket.ticketId));
  return [call, ...calls];
}

/** Accepts or refuses for the whole crew; a refusal calls the next to the same table. Refuses `callUnknown`, `notCalledForJob`, `callNotOpen`, `alreadyAnswered`, `crewMustSay` (a contractor alone says yes for a crew), `callNotYours` (a kiosk hears the called worker, and nobody for the employer). */
export function decideAnswerCall(view: HallView, command: AnswerCall, context: Context): Result<Decision> {
  const call = view.call(command.callId);
  if (call === undefined) return refuse('callUnknown', 'callId');
  const { jobId } = call;
  if (jobId === undefined) return refuse('notCalledForJob', 'callId');
  if (!call.open) return refuse('callNotOpen', 'callId');
  if (context.actor.role === 'kiosk') {
    const worker = command.card === undefined ? undefined : view.workerByNumber(command.card.number);
    const called = call.ticket.workerId;
    if (worker === undefined || called === undefined || !isSamePerson(view, worker.workerId, called)) return refuse('callNotYours', 'callId');
    if (command.answer.kind === 'refuse' && command.answer.by !== 'worker') return refuse('callNotYours', 'answer.by');
  }
  const { answer } = command;
  const event = answer.kind;
  if (nextTableCall(tableCallState(view, call), event) === undefined) return refuse('alreadyAnswered', 'callId');
  const together = callsOfCrew(view, call);
  // A contractor is never a crew's only voice.
  if (event === 'accept' && together.length > 1 && command.card !== undefined && isContractor(view, command.card.number)) return refuse('crewMustSay', 'card');
  const calls = together.filter((one) => nextTableCall(tableCallState(view, one), event) !== undefined);
  if (answer.kind === 'accept') return ok({ facts: calls.map((one): Fact => ({ type: 'callAccepted', callId: one.callId, ticketId: one.ticket.ticketId, jobId })), records: [] });
  const refused = calls.flatMap((one): Fact[] => [
    { type: 'callRefused', callId: one.callId, ticketId: one.ticket.ticketId, jobId, by: answer.by, reason: answer.reason }, callEnded(one, 'noAgreement'),
  ]);
  const next = callTheNext(view, jobId, call.place, context, { count: calls.length, closing: calls.length, except: new Set(calls.map((one) => one.ticket.ticketId)) });
  const again = answer.by === 'worker' ? calls.flatMap((one) => termsAgain(view, one.ticket, context)) : [];
  return ok({ facts: [...refused, ...again, ...next], records: [] });
}

const isContractor = (view: HallView, idNumber: string): boolean => view.employersOf(idNumber).some(({ employerId }) => view.employer(employerId)?.kind === 'contractor');

/** Whoever declines so many jobs that met the own terms is asked whether they are still right; it never counts against anybody. */
function termsAgain(view: HallView, { ticketId, workerId }: TicketRow, { settings }: Context): Fact[] {
  const { restateAfter } = matchingRulesOn(settings.matchingRules, theDay(view));
  return workerId !== undefined && view.declinesOf(ticketId) + 1 >= restateAfter ? [{ type: 'restateAsked', workerId, ticketId }] : [];
}

/** Until when calls had to be answered and talks ended, seen from `now`. */
export const overdueBefore = (context: Pick<Context, 'now' | 'settings'>): { readonly called: Instant; readonly accepted: Instant } => {
  const rules = hiringRulesOf(context.settings);
  return { called: context.now - rules.callAnswerSeconds * 1_000, accepted: context.now - rules.talkMinutes * 60_000 };
};

/** Ends what is overdue and calls the next for each job. Nothing overdue gives no facts. */
export function decideExpireCalls(view: HallView, context: Context): Result<Decision> {
  const before = overdueBefore(context);
  const overdue = view.overdueCalls(before.called, before.accepted, expireAtOnce);
  const facts: Fact[] = [];
  const taken = new Set(overdue.map((call) => call.ticket.ticketId));
  /** by job: calls that end here, less those made here */
  const closing = new Map<string, number>();
  // Each table of a job gets as many as it loses.
  for (const calls of Map.groupBy(overdue, (call) => `${call.jobId} ${call.place.id}`).values()) {
    const [first] = calls;
    const jobId = first?.jobId;
    if (first === undefined || jobId === undefined) continue;
    for (const call of calls) {
      const phase = tableCallState(view, call) === 'talking' ? 'talk' : 'answer';
      const ticketId = call.ticket.ticketId;
      facts.push(
        { type: 'callLapsed', callId: call.callId, ticketId, jobId, phase },
        ...(phase === 'talk' ? [callEnded(call, 'noAgreement')] : notThere(view, call, context)),
      );
    }
    const free = (closing.get(jobId) ?? 0) + calls.length;
    const next = callTheNext(view, jobId, first.place, context, { count: calls.length, closing: free, except: taken });
    closing.set(jobId, free - next.length);
    for (const call of next) taken.add(call.ticketId);
    facts.push(...next);
  }
  return ok({ facts, records: [] });
}

/** Everybody called for the job goes to the front, in the order of the hall. Refuses `notYourRole`, `jobUnknown`, `callNotOpen` (nobody is at its table). */
export function decideMarkEmployerAbsent(view: HallView, command: MarkEmployerAbsent, context: Context): Result<Decision> {
  if (context.actor.role !== 'console') return refuse('notYourRole');
  const job = view.job(command.jobId);
  if (job === undefined) return refuse('jobUnknown', 'jobId');
  const calls = view.openCallsForJob(job.jobId);
  if (calls.length === 0) return refuse('callNotOpen', 'jobId');
  const ticketIds = calls.map((call) => call.ticket).sort((a, b) => a.order - b.order).map((ticket) => ticket.ticketId);
  return ok({
    facts: [
      { type: 'employerWasAbsent', jobId: job.jobId, employerId: job.employerId, by: context.actor.staffId },
      ...calls.map((call) => callEnded(call, 'jobGone')),
      ...chunksOf(ticketIds, inFrontAtOnce).map((some): Fact => ({ type: 'ticketsPutInFront', jobId: job.jobId, ticketIds: some })),
    ],
    records: [],
  });
}

const chunksOf = <T>(all: readonly T[], size: number): T[][] => Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));

/** What one side asks or offers. Refuses `callUnknown`, `notCalledForJob`, `callNotOpen`. */
export function decideRecordOffer(view: HallView, command: RecordOffer, context: Context): Result<Decision> {
  const call = view.call(command.callId);
  if (call === undefined) return refuse('callUnknown', 'callId');
  if (call.jobId === undefined) return refuse('notCalledForJob', 'callId');
  if (!call.open) return refuse('callNotOpen', 'callId');
  return ok({ facts: [{ type: 'offerRecorded', offerId: context.newId(), callId: call.callId, jobId: call.jobId, side: command.side, pay: command.pay }], records: [] });
}
