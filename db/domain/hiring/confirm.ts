/* Agreed at the table: the hire takes a place, a crew takes as many as it is, and the last place closes the job in the same step. */
import type { Context } from '../context.ts';
import type { Fact } from '../fact.ts';
import { judgePay } from '../jobs/checks/minimum-pay.ts';
import { mayBeCalledFor } from '../jobs/open-job.ts';
import { mayTakeJob } from '../jobs/work-conditions.ts';
import type { JobRow } from '../jobs/view.ts';
import { ticketsOfCrew } from '../matching/crew.ts';
import { queuePrint } from '../printing/queue-print.ts';
import { callEnded } from '../queue/call.ts';
import { theDay } from '../queue/day.ts';
import { hallNumber, seriesOf } from '../queue/number.ts';
import type { CallRow } from '../queue/view.ts';
import { placesFor } from '../referrals/held.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { SlipPageOpened, SurnameTold } from '../slips/facts.ts';
import { openSlipPage } from '../slips/open-page.ts';
import { callsOfCrew, tableCallState } from '../talks/answer.ts';
import type { Decision, HallView } from '../view.ts';
import type { ConfirmHire } from './commands.ts';
import type { HireConfirmed } from './facts.ts';
import { hiringRulesOf } from './rules.ts';
import { endOfWork, overlap, settleBy, totalHours } from './spans.ts';
import { nextTableCall } from './states/call.ts';

/** One who is hired, with what the hire needs to name. */
interface Hand { readonly call: CallRow; readonly workerId: string; readonly visitId: string }

/**
 * Refuses `callUnknown`, `notCalledForJob`, `jobFull`, `jobNotOpen`, `callNotOpen`, `payNotAgreed`, `visitUnknown`, `alreadyHired` (for this job), `alreadyHiredThen` (elsewhere at the same time),
 * `tooYoungForJob`, `crewNotWhole`, `crewTooLarge`, `placeHeld` (for somebody on the way from another hall), `payBelowMinimum` (a unit; to a household it is a notice). The job is looked at before the call: whoever comes second to the last place hears that it is taken.
 */
export function decideConfirmHire(view: HallView, command: ConfirmHire, context: Context): Result<Decision> {
  const call = view.call(command.callId);
  if (call === undefined) return refuse('callUnknown', 'callId');
  if (call.jobId === undefined) return refuse('notCalledForJob', 'callId');
  const job = mayBeCalledFor(view, call.jobId, context.now);
  if (!job.ok) return job;
  if (!mayStillAgree(view, call)) return refuse('callNotOpen', 'callId');
  const { agreedPay, settlement } = command;
  if (agreedPay === undefined) return refuse('payNotAgreed', 'agreedPay');
  const payer = view.employer(job.value.terms.onBehalfOf ?? job.value.employerId);
  if (payer === undefined) throw new Error('a job has an employer');
  const notices = judgePay({ ...job.value.terms, pay: { kind: 'fixed', ...agreedPay } }, payer, context, 'agreedPay');
  if (!notices.ok) return notices;
  const hands = handsOf(view, call, job.value, context);
  if (!hands.ok) return hands;
  const crewId = hands.value.length > 1 ? context.newId() : undefined;
  const hires = hands.value.map((hand, index) => hireFact(view, context, { hand, job: job.value, index, crewId, agreedPay, settlement, notices: notices.value }));
  const facts: Fact[] = hires.flatMap((hire, index): Fact[] => {
    const hand = hands.value[index];
    return hand === undefined ? [] : [hire, callEnded(hand.call, 'hired')];
  });
  if (hires.at(-1)?.placesLeft === 0) {
    const gone = new Set(hands.value.map((hand) => hand.call.callId));
    const others = view.openCallsForJob(job.value.jobId).filter((other) => !gone.has(other.callId));
    facts.push({ type: 'jobFilled', jobId: job.value.jobId }, ...others.map((other) => callEnded(other, 'jobGone')));
  }
  const table = context.settings.tables.find((one) => one.id === call.place.id);
  const pages = slipPages(view, context, job.value.jobId, hires, hands.value);
  facts.push(...pages);
  if (table !== undefined) {
    const printer = { printer: table.printer, ready: false };
    for (const hire of hires) facts.push(...queuePrint(view, context, { kind: 'hireSlip', id: hire.hireId }, printer));
    // The employer gets a code of his own with the first hire: the slip that hangs behind the windscreen is for everybody's eyes.
    if (pages.some((page) => page.type === 'slipPageOpened' && page.side === 'employer')) facts.push(...queuePrint(view, context, { kind: 'employerCopy', id: job.value.jobId }, printer));
  }
  return ok({ facts, records: [] });
}

const slipPages = (view: HallView, context: Context, jobId: string, hires: readonly HireConfirmed[], hands: readonly Hand[]): (SlipPageOpened | SurnameTold)[] => [
  ...hires.flatMap(({ hireId, workerId }, index) => {
    const [queueNumber, surname] = [hands[index]?.call.ticket.number, view.slipSurname(jobId, hireId, workerId)];
    const opened = openSlipPage(view, context, 'worker', hireId, queueNumber === undefined ? {} : { queueNumber });
    return [...opened, ...(opened.length === 0 || surname === undefined ? [] : [{ type: 'surnameTold' as const, workerId, told: { hireId, box: surname } }])];
  }),
  ...openSlipPage(view, context, 'employer', jobId),
];

/** Open, or only timed out while the worker stayed free: nothing was called or issued for the person since. */
function mayStillAgree(view: HallView, call: CallRow): boolean {
  if (nextTableCall(tableCallState(view, call), 'agree') === undefined) return false;
  if (call.open) return true;
  const { state, workerId, ticketId } = call.ticket;
  return (state === 'waiting' || state === 'missed') && workerId !== undefined && view.visitOf(workerId)?.ticketId === ticketId;
}

/** Everybody who is hired by this one agreement. */
function handsOf(view: HallView, call: CallRow, job: JobRow, { now }: Context): Result<readonly Hand[]> {
  const calls = callsOfCrew(view, call);
  const crew = ticketsOfCrew(view, call.ticket);
  if (crew === undefined || calls.length < crew.length) return refuse('crewNotWhole', 'callId');
  if (calls.length > job.placesLeft) return refuse('crewTooLarge', 'callId');
  if (calls.length > placesFor(view, job, calls.map((one) => one.ticket.ticketId), now)) return refuse('placeHeld', 'callId');
  const hands: Hand[] = [];
  for (const one of calls) {
    const { visitId, workerId } = one.ticket;
    if (visitId === undefined || workerId === undefined) return refuse('visitUnknown', 'callId');
    const birth = view.birthOf(workerId);
    if (birth !== undefined && mayTakeJob(birth, job.terms, now).kind !== 'may') return refuse('tooYoungForJob', 'callId');
    if (view.isHiredFor(workerId, job.jobId)) return refuse('alreadyHired', 'callId');
    if (view.workOf(workerId, now).some((work) => overlap(work, job.terms))) return refuse('alreadyHiredThen', 'callId');
    hands.push({ call: one, workerId, visitId });
  }
  return ok(hands);
}

function hireFact(view: HallView, context: Context, { hand, job, index, crewId, agreedPay, settlement, notices }: {
  readonly hand: Hand; readonly job: JobRow; readonly index: number; readonly crewId: string | undefined;
  readonly agreedPay: HireConfirmed['agreedPay']; readonly settlement: HireConfirmed['settlement']; readonly notices: NonNullable<HireConfirmed['notices']>;
}): HireConfirmed {
  const short = totalHours(job.terms) < hiringRulesOf(context.settings).keepPlaceHours;
  return {
    type: 'hireConfirmed', hireId: context.newId(), number: hallNumber(seriesOf.hire, view.hiresToday() + index + 1), businessDay: theDay(view),
    jobId: job.jobId, employerId: job.employerId, workerId: hand.workerId, visitId: hand.visitId, callId: hand.call.callId, tableId: hand.call.place.id,
    agreedPay, settlement, placesLeft: job.placesLeft - index - 1,
    startsAt: job.terms.startAt, endsAt: endOfWork(job.terms), settleBy: settleBy(job.terms, settlement),
    ...(short ? { keepsPlace: true as const } : {}), ...(crewId === undefined ? {} : { crewId }), ...(notices.length === 0 ? {} : { notices }),
  };
}
