/* Posting a job: everything the law wants said is said, and what is said can be true. */
import type { Context } from '../context.ts';
import { theDay } from '../queue/day.ts';
import { hallNumber, seriesOf } from '../queue/number.ts';
import { queuePrint } from '../printing/queue-print.ts';
import { ok, refuse, type Result } from '../result.ts';
import { tradeByCode } from '../trades/trade.ts';
import type { Decision, HallView } from '../view.ts';
import { callEnded } from '../queue/call.ts';
import type { PostJob, TakeDownJob } from './commands.ts';
import { jobTermsSchema, requiredTerms, type DraftTerms, type JobTerms } from './terms.ts';

/** A start may lie this far back: the boss is at the kiosk and work begins "now". */
const startGraceMs = 3_600_000;
/** A posting is for the near future; what begins later is posted later. */
const startHorizonMs = 60 * 24 * 3_600_000;

/** Refuses `employerUnknown`, `employerNotYours`, `termMissing` and `termImpossible` (both with the element's path), `tradeUnknown`. */
export function decidePostJob(view: HallView, command: PostJob, context: Context): Result<Decision> {
  const employer = view.employer(command.employerId);
  if (employer === undefined) return refuse('employerUnknown', 'employerId');
  if (context.actor.role === 'kiosk') {
    const mine = command.card !== undefined && view.employersOf(command.card.number).some((one) => one.employerId === employer.employerId);
    if (!mine) return refuse('employerNotYours', 'employerId');
  }
  const terms = completeTerms(command.terms, context);
  if (!terms.ok) return terms;
  const jobId = context.newId();
  return ok({
    facts: [
      { type: 'jobPosted', jobId, number: hallNumber(seriesOf.job, view.jobsToday() + 1), businessDay: theDay(view), employerId: employer.employerId, terms: terms.value },
      ...queuePrint(view, context, { kind: 'jobSlip', id: jobId }, command.printer),
    ],
    records: [],
  });
}

/** Takes a job off every screen; who was called for it waits on at the old place. Refuses `jobUnknown`, `jobNotOpen`, `notYourRole`. */
export function decideTakeDownJob(view: HallView, command: TakeDownJob, context: Context): Result<Decision> {
  if (context.actor.role !== 'console') return refuse('notYourRole');
  const job = view.job(command.jobId);
  if (job === undefined) return refuse('jobUnknown', 'jobId');
  if (job.state === 'takenDown') return refuse('jobNotOpen', 'jobId');
  return ok({
    facts: [
      { type: 'jobTakenDown', jobId: job.jobId, reason: command.reason, by: context.actor.staffId },
      ...view.openCallsForJob(job.jobId).map((call) => callEnded(call, 'jobGone')),
    ],
    records: [],
  });
}

function completeTerms(draft: DraftTerms, context: Context): Result<JobTerms> {
  const missing = requiredTerms.find((element) => draft[element] === undefined);
  if (missing !== undefined) return refuse('termMissing', `terms.${missing}`);
  const terms = jobTermsSchema.parse(draft);
  if (tradeByCode(terms.trade) === undefined) return refuse('tradeUnknown', 'terms.trade');
  const impossible = impossibleTerm(terms, context);
  return impossible === undefined ? ok(terms) : refuse('termImpossible', `terms.${impossible}`);
}

/** The first element that cannot be true, by name. */
function impossibleTerm(terms: JobTerms, { now, settings }: Context): keyof JobTerms | undefined {
  if (terms.startAt < now - startGraceMs || terms.startAt > now + startHorizonMs) return 'startAt';
  if (terms.validUntil <= now || terms.validUntil > now + startHorizonMs) return 'validUntil';
  if (terms.leaveBy !== undefined && terms.leaveBy > terms.startAt && terms.startAt > now) return 'leaveBy';
  if (terms.bay !== undefined && !settings.bays.includes(terms.bay)) return 'bay';
  if (terms.hazards.includes('none') && terms.hazards.length > 1) return 'hazards';
  // Who sends people to dangerous work gives them protection (劳动法 art. 54).
  if (!terms.hazards.includes('none') && !terms.protection) return 'protection';
  return undefined;
}
