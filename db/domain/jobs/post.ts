/* Posting a job, new or yesterday's again: complete, true, lawful, and then on the screens or with staff first. */
import type { Context } from '../context.ts';
import type { EmployerRow } from '../employers/view.ts';
import type { Fact } from '../fact.ts';
import { theDay } from '../queue/day.ts';
import { hallNumber, seriesOf } from '../queue/number.ts';
import { queuePrint } from '../printing/queue-print.ts';
import type { PrintTarget } from '../printing/print-job.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Decision, HallView } from '../view.ts';
import { jobKindOf } from './checks/duration.ts';
import { actingFor, mayName, realEmployerOf } from './checks/employers-behind.ts';
import { judgePay } from './checks/minimum-pay.ts';
import { routeOf, type Route } from './checks/route.ts';
import { completeTerms } from './checks/sound-terms.ts';
import { freeTexts, judgeWording, type Wording } from './checks/wording.ts';
import type { PostJob, RepeatJob, TakeOnlineOrder } from './commands.ts';
import type { JobPosted } from './facts.ts';
import { movedTo } from './checks/moved-terms.ts';
import type { DraftTerms, JobTerms } from './terms.ts';
import type { JobRow } from './view.ts';

/**
 * Refuses `employerUnknown`, `employerNotYours`, `employerBanned`; `notYourRole` (a clerk who names somebody without the employer's card); `termMissing` and `termImpossible` (both with the element's path), `tradeUnknown`, `tradeRetired` (the city has it posted no more); what `realEmployerOf` refuses;
 * `payBelowMinimum`; `wordingBlocked` and `contactInText`. The fact says where the posting went and why.
 */
export function decidePostJob(view: HallView, command: PostJob, context: Context): Result<Decision> {
  const poster = actingFor(view, command.employerId, command.card, context);
  if (!poster.ok) return poster;
  if (command.terms.namedTicket !== undefined && !mayName(view, poster.value.employerId, command.card, context)) return refuse('notYourRole', 'terms.namedTicket');
  return post(view, { poster: poster.value, draft: command.terms, printer: command.printer, repeats: undefined }, context);
}

/** The job of an order placed outside. Refuses `orderTaken` (it is a job of this hall already), `employerUnknown` (must come to the desk once), and what a posting refuses. */
export function postOnlineOrder(view: HallView, command: TakeOnlineOrder, context: Context): Result<Decision> {
  if (view.jobOfOrder(command.orderId) !== undefined) return refuse('orderTaken', 'orderId');
  const named = 'employerId' in command.employer ? view.employer(command.employer.employerId) : view.employerByCreditCode(command.employer.creditCode);
  if (named === undefined) return refuse('employerUnknown', 'employer');
  const poster = actingFor(view, named.employerId, undefined, context);
  return poster.ok ? post(view, { poster: poster.value, draft: command.terms, printer: undefined, repeats: undefined, onlineOrder: command.orderId }, context) : poster;
}

/** Yesterday's job in one command. Refuses `jobUnknown`, `jobNotOpen` (it was taken down or never approved), and what a posting refuses. */
export function decideRepeatJob(view: HallView, command: RepeatJob, context: Context): Result<Decision> {
  const before = view.job(command.jobId);
  if (before === undefined) return refuse('jobUnknown', 'jobId');
  const poster = actingFor(view, before.employerId, command.card, context);
  if (!poster.ok) return poster;
  if (before.state === 'takenDown' || before.state === 'inReview') return refuse('jobNotOpen', 'jobId');
  const changes = { ...(command.headcount === undefined ? {} : { headcount: command.headcount }), ...(command.pay === undefined ? {} : { pay: command.pay }) };
  const draft = { ...movedTo(before.terms, command.startAt, context.now), ...changes };
  return post(view, { poster: poster.value, draft, printer: command.printer, repeats: before }, context);
}

interface Posting { readonly poster: EmployerRow; readonly draft: DraftTerms; readonly printer: PrintTarget | undefined; readonly repeats: JobRow | undefined; readonly onlineOrder?: string }

function post(view: HallView, { poster, draft, printer, repeats, onlineOrder }: Posting, context: Context): Result<Decision> {
  const terms = completeTerms(draft, context);
  if (!terms.ok) return terms;
  const real = realEmployerOf(view, poster, terms.value.onBehalfOf, context);
  if (!real.ok) return real;
  const notices = judgePay(terms.value, real.value ?? poster, context);
  if (!notices.ok) return notices;
  const wording = judgeWording(terms.value, context.settings);
  if (!wording.ok) return wording;
  const approvedBefore = repeats !== undefined && repeats.approvedVersion === wording.value.version && sameWords(repeats.terms, terms.value, context);
  const route = routeOf(view, { poster, realEmployer: real.value, wording: wording.value, approvedBefore }, context);
  const jobId = context.newId();
  const posted: JobPosted = {
    type: 'jobPosted', jobId, number: hallNumber(seriesOf.job, view.jobsToday() + 1), businessDay: theDay(view), employerId: poster.employerId, terms: terms.value,
    ...(jobKindOf(terms.value) === 'steady' ? { jobKind: 'steady' } : {}), ...(repeats === undefined ? {} : { repeats: repeats.jobId }), ...(onlineOrder === undefined ? {} : { onlineOrder }),
    ...judgement(route, wording.value, context), ...(notices.value.length === 0 ? {} : { notices: notices.value }),
  };
  const facts: Fact[] = [posted];
  // The slip also hangs as a placard: it is printed when the posting may be seen.
  if (route.state === 'open') facts.push(...queuePrint(view, context, { kind: 'jobSlip', id: jobId }, printer));
  return ok({ facts, records: [] });
}

/** How a posting or a change of words came to where it is, for its fact. */
export function judgement(route: Route, wording: Wording, { actor }: Context) {
  return {
    ...(route.state === 'open' ? { checkAfter: true } : { state: 'inReview' as const, cause: route.cause }),
    ...(wording.findings.length === 0 ? {} : { findings: [...wording.findings] }),
    ...(wording.free ? { filterVersion: wording.version } : {}),
    ...(actor.role === 'console' ? { by: actor.staffId } : {}),
  };
}

export const sameWords = (one: JobTerms, other: JobTerms, { settings }: Context): boolean => JSON.stringify(freeTexts(one, settings)) === JSON.stringify(freeTexts(other, settings));
