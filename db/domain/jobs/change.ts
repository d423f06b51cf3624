/* What an employer may still change on a posting that people have read: longer, more people, better pay, another place or time, other words. */
import type { Context } from '../context.ts';
import type { Fact } from '../fact.ts';
import { queuePrint } from '../printing/queue-print.ts';
import { rulesToday } from '../queue/step.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Decision, HallView } from '../view.ts';
import { changedElements, termsAfter, worseThanBefore, worthTelling } from './checks/changed-terms.ts';
import { askedBy } from './checks/asked-by.ts';
import { actingFor, mayName } from './checks/employers-behind.ts';
import { judgePay } from './checks/minimum-pay.ts';
import { routeOf } from './checks/route.ts';
import { judgeWording } from './checks/wording.ts';
import type { ChangeJob } from './commands.ts';
import type { JobChanged } from './facts.ts';
import { stateAt } from './open-job.ts';
import { judgement, sameWords } from './post.ts';
import { callsGone } from './take-down.ts';
import type { JobRow } from './view.ts';

/**
 * New words of somebody who is not trusted take the job off the screens until staff have looked. Whoever was called for it and is still on the way is called again, so that the table can tell.
 * Refuses `jobUnknown`, `employerNotYours`, `employerBanned`, what `askedBy` refuses, `jobNotOpen`, `jobChangedMeanwhile` (another desk was quicker than what was `seen`), `notYourRole` (a clerk who names somebody without the
 * employer's card), what `worseThanBefore` refuses, `quotesWereOpened` (prices were told already), `payBelowMinimum`, `wordingBlocked`, `contactInText`.
 */
export function decideChangeJob(view: HallView, command: ChangeJob, context: Context): Result<Decision> {
  const { change } = command;
  const job = view.job(command.jobId);
  if (job === undefined) return refuse('jobUnknown', 'jobId');
  const poster = actingFor(view, job.employerId, command.card, context);
  if (!poster.ok) return poster;
  const who = askedBy(view, job, command, context);
  if (!who.ok) return who;
  const state = stateAt(job, context.now);
  if (state !== 'open' && state !== 'inReview' && state !== 'filled') return refuse('jobNotOpen', 'jobId');
  if (command.seen !== undefined && command.seen !== job.changes) return refuse('jobChangedMeanwhile', 'seen');
  if (change.namedTicket !== undefined && !mayName(view, job.employerId, command.card, context)) return refuse('notYourRole', 'change.namedTicket');
  const terms = termsAfter(job.terms, change);
  const changed = changedElements(job.terms, terms);
  const problem = worseThanBefore(job, terms, { changed, change }, context);
  if (problem !== undefined) return problem;
  if (change.sealedQuotes !== undefined && !quotesMayTurn(view, job.jobId)) return refuse('quotesWereOpened', 'change.sealedQuotes');
  const realEmployer = terms.onBehalfOf === undefined ? undefined : view.employer(terms.onBehalfOf);
  const notices = judgePay(terms, realEmployer ?? poster.value, context, change.pay === undefined && change.hoursPerDay !== undefined ? 'change.hoursPerDay' : 'change.pay');
  if (!notices.ok) return notices;
  const placesLeft = terms.headcount - (job.terms.headcount - job.placesLeft);
  const fact: JobChanged = { type: 'jobChanged', jobId: job.jobId, terms, placesLeft, ...(notices.value.length === 0 ? {} : { notices: notices.value }), ...(changed.length === 0 ? {} : { changed: [...changed] }), ...who.value };
  if (sameWords(job.terms, terms, context)) {
    const stays = { ...fact, ...(state === 'inReview' ? { state } : {}), ...(job.checkAfter ? { checkAfter: true } : {}) };
    return ok({ facts: settled(view, job, stays, command, context), records: [] });
  }
  const wording = judgeWording(terms, context.settings);
  if (!wording.ok) return refuse(wording.error.code, wording.error.field?.replace('terms.', 'change.'), wording.error);
  const route = routeOf(view, { poster: poster.value, realEmployer, wording: wording.value, approvedBefore: false }, context);
  // What staff have not yet let through stays with them, whatever the new words are.
  const goes = state === 'inReview' && route.state === 'open' ? { state: 'inReview' as const, cause: 'freeText' as const } : route;
  return ok({ facts: settled(view, job, { ...fact, ...judgement(goes, wording.value, context) }, command, context), records: [] });
}

/** The change with what follows from it: calls that end, the last place, who is told, a new slip. */
function settled(view: HallView, job: JobRow, changed: JobChanged, command: ChangeJob, context: Context): Fact[] {
  if (changed.state === 'inReview') return [changed, ...callsGone(view, job.jobId)];
  const isFull = changed.placesLeft === 0 && job.state !== 'filled';
  const calls = isFull ? [{ type: 'jobFilled' as const, jobId: job.jobId }, ...callsGone(view, job.jobId)] : toldAgain(view, changed, context);
  return [changed, ...calls, ...queuePrint(view, context, { kind: 'jobSlip', id: job.jobId }, command.printer)];
}

/** Board and voice repeat the call of whoever has not yet come to the table, as often as the hall lets its staff repeat one; who sits there hears it at the table. */
function toldAgain(view: HallView, { jobId, changed = [] }: JobChanged, context: Context): Fact[] {
  if (!changed.some((element) => worthTelling.has(element))) return [];
  const { recalls } = rulesToday(view, context);
  return view.openCallsForJob(jobId).filter((call) => view.talk(call.callId)?.state !== 'accepted' && call.times <= recalls).map((call): Fact => ({ type: 'callRepeated', callId: call.callId, times: call.times + 1 }));
}

/** A price under seal stays where it was promised to be; one that was opened was seen. */
const quotesMayTurn = (view: HallView, jobId: string): boolean => view.sealedCount(jobId) === 0 && !view.quotesWereOpened(jobId);
