/* What an employer may still change on a posting that people have read: longer, more people, better pay, other words. */
import type { Context } from '../context.ts';
import type { Fact } from '../fact.ts';
import { queuePrint } from '../printing/queue-print.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Decision, HallView } from '../view.ts';
import { actingFor, mayName } from './checks/employers-behind.ts';
import { judgePay } from './checks/minimum-pay.ts';
import { routeOf } from './checks/route.ts';
import { startHorizonMs } from './checks/sound-terms.ts';
import { judgeWording } from './checks/wording.ts';
import type { ChangeJob } from './commands.ts';
import type { JobChanged } from './facts.ts';
import { stateAt } from './open-job.ts';
import type { OfferedPay } from './pay.ts';
import { judgement, sameWords } from './post.ts';
import { callsGone } from './take-down.ts';
import type { JobTerms } from './terms.ts';
import type { JobRow } from './view.ts';

/**
 * New words of somebody who is not trusted take the job off the screens until staff have looked. Refuses `jobUnknown`, `employerNotYours`, `employerBanned`, `jobNotOpen`, `notYourRole` (a clerk who names somebody without the employer's card),
 * `termImpossible` (not longer; fewer than are hired or than the minimum crew), `quotesWereOpened` (prices were told already), `payOnlyUp`, `payBelowMinimum`, `wordingBlocked`, `contactInText`.
 */
export function decideChangeJob(view: HallView, command: ChangeJob, context: Context): Result<Decision> {
  const job = view.job(command.jobId);
  if (job === undefined) return refuse('jobUnknown', 'jobId');
  const poster = actingFor(view, job.employerId, command.card, context);
  if (!poster.ok) return poster;
  const state = stateAt(job, context.now);
  if (state !== 'open' && state !== 'inReview' && state !== 'filled') return refuse('jobNotOpen', 'jobId');
  if (command.change.namedTicket !== undefined && !mayName(view, job.employerId, command.card, context)) return refuse('notYourRole', 'change.namedTicket');
  const problem = worseThanBefore(job, command.change, context);
  if (problem !== undefined) return problem;
  if (command.change.sealedQuotes !== undefined && !quotesMayTurn(view, job.jobId)) return refuse('quotesWereOpened', 'change.sealedQuotes');
  const terms: JobTerms = termsAfter(job.terms, command.change);
  const realEmployer = terms.onBehalfOf === undefined ? undefined : view.employer(terms.onBehalfOf);
  const notices = judgePay(terms, realEmployer ?? poster.value, context, 'change.pay');
  if (!notices.ok) return notices;
  const placesLeft = terms.headcount - (job.terms.headcount - job.placesLeft);
  const fact: JobChanged = { type: 'jobChanged', jobId: job.jobId, terms, placesLeft, ...(notices.value.length === 0 ? {} : { notices: notices.value }) };
  if (sameWords(job.terms, terms, context)) {
    const by = context.actor.role === 'console' ? { by: context.actor.staffId } : {};
    const stays = { ...fact, ...by, ...(state === 'inReview' ? { state } : {}), ...(job.checkAfter ? { checkAfter: true } : {}) };
    return ok({ facts: settled(view, job, stays, command, context), records: [] });
  }
  const wording = judgeWording(terms, context.settings);
  if (!wording.ok) return refuse(wording.error.code, wording.error.field?.replace('terms.', 'change.'), wording.error);
  const route = routeOf(view, { poster: poster.value, realEmployer, wording: wording.value, approvedBefore: false }, context);
  // What staff have not yet let through stays with them, whatever the new words are.
  const goes = state === 'inReview' && route.state === 'open' ? { state: 'inReview' as const, cause: 'freeText' as const } : route;
  return ok({ facts: settled(view, job, { ...fact, ...judgement(goes, wording.value, context) }, command, context), records: [] });
}

/** The change with what follows from it: calls that end, the last place, a new slip. */
function settled(view: HallView, job: JobRow, changed: JobChanged, command: ChangeJob, context: Context): Fact[] {
  if (changed.state === 'inReview') return [changed, ...callsGone(view, job.jobId)];
  const filled: Fact[] = changed.placesLeft === 0 && job.state !== 'filled' ? [{ type: 'jobFilled', jobId: job.jobId }, ...callsGone(view, job.jobId)] : [];
  return [changed, ...filled, ...queuePrint(view, context, { kind: 'jobSlip', id: job.jobId }, command.printer)];
}

function worseThanBefore(job: JobRow, change: ChangeJob['change'], { now }: Context): ReturnType<typeof refuse> | undefined {
  const { terms } = job;
  if (change.validUntil !== undefined && (change.validUntil < terms.validUntil || change.validUntil <= now || change.validUntil > now + startHorizonMs)) return refuse('termImpossible', 'change.validUntil');
  if (change.headcount !== undefined && change.headcount < Math.max(terms.headcount - job.placesLeft, terms.minimum ?? 0)) return refuse('termImpossible', 'change.headcount');
  return change.pay === undefined || isUp(terms.pay, change.pay) ? undefined : refuse('payOnlyUp', 'change.pay');
}

/** 面议 may become any amount, an amount only a higher one of the same unit. */
const isUp = (before: OfferedPay, after: OfferedPay): boolean =>
  before.kind === 'negotiable' || (after.kind === 'fixed' && after.unit === before.unit && after.amountFen >= before.amountFen);

/** A price under seal stays where it was promised to be; one that was opened was seen. */
const quotesMayTurn = (view: HallView, jobId: string): boolean => view.sealedCount(jobId) === 0 && !view.quotesWereOpened(jobId);

function termsAfter({ sealedQuotes: before, ...terms }: JobTerms, { sealedQuotes = before === true, ...change }: ChangeJob['change']): JobTerms {
  return { ...terms, ...(sealedQuotes ? { sealedQuotes } : {}), ...given(change) };
}

const given = (change: Omit<ChangeJob['change'], 'sealedQuotes'>): Partial<JobTerms> => Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
