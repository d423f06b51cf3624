/* Sealing a price and opening all of them. */
import type { Context } from '../context.ts';
import { mayBeCalledFor } from '../jobs/open-job.ts';
import { employerStandsHere } from '../attendance/who.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Decision, HallView } from '../view.ts';
import type { OpenQuotes, SealQuote } from './commands.ts';
import { quotesLimit } from './facts.ts';

export const decideQuote = (view: HallView, command: SealQuote | OpenQuotes, context: Context): Result<Decision> =>
  command.type === 'sealQuote' ? decideSealQuote(view, command, context) : decideOpenQuotes(view, command, context);

/** Refuses what `mayBeCalledFor` refuses, `quotesNotWanted`, `quotesWereOpened`, `workerUnknown`, `visitUnknown` (not here today), `tooMany`. */
function decideSealQuote(view: HallView, command: SealQuote, context: Context): Result<Decision> {
  const job = mayBeCalledFor(view, command.jobId, context.now);
  if (!job.ok) return job;
  if (job.value.terms.sealedQuotes !== true) return refuse('quotesNotWanted', 'jobId');
  if (view.quotesWereOpened(command.jobId)) return refuse('quotesWereOpened', 'jobId');
  const workerId = bidder(view, command, context);
  if (!workerId.ok) return workerId;
  const replaces = view.sealedQuoteOf(command.jobId, workerId.value);
  if (replaces === undefined && view.sealedCount(command.jobId) >= quotesLimit) return refuse('tooMany', 'jobId');
  const quoteId = context.newId();
  return ok({
    facts: [{ type: 'quoteSealed', quoteId, jobId: command.jobId, workerId: workerId.value, ...(replaces === undefined ? {} : { replaces }), ...(context.actor.role === 'console' ? { by: context.actor.staffId } : {}) }],
    records: [{ table: 'quote', quoteId, pay: command.pay }],
  });
}

/** Whoever bids is in the hall today: by the own card at a kiosk, by the number on the paper at a desk. */
function bidder(view: HallView, command: SealQuote, context: Context): Result<string> {
  if (context.actor.role === 'kiosk' || command.card !== undefined) {
    const worker = command.card === undefined ? undefined : view.workerByNumber(command.card.number);
    if (worker === undefined) return refuse('workerUnknown', 'card');
    return view.visitOf(worker.workerId) === undefined ? refuse('visitUnknown', 'card') : ok(worker.workerId);
  }
  const workerId = command.number === undefined ? undefined : view.workTicket(command.number)?.workerId;
  return workerId === undefined ? refuse('visitUnknown', 'number') : ok(workerId);
}

/** Refuses `jobUnknown`, `employerNotYours`, `quotesNotWanted`, `quotesWereOpened`, `nothingSealed`. */
function decideOpenQuotes(view: HallView, command: OpenQuotes, context: Context): Result<Decision> {
  const job = view.job(command.jobId);
  if (job === undefined) return refuse('jobUnknown', 'jobId');
  if (!employerStandsHere(view, job.employerId, command.card, context)) return refuse('employerNotYours', 'jobId');
  if (job.terms.sealedQuotes !== true) return refuse('quotesNotWanted', 'jobId');
  if (view.quotesWereOpened(job.jobId)) return refuse('quotesWereOpened', 'jobId');
  const quotes = view.sealedQuotes(job.jobId);
  if (quotes.length === 0) return refuse('nothingSealed', 'jobId');
  const by = context.actor.role === 'console' ? { by: context.actor.staffId } : {};
  return ok({ facts: [{ type: 'quotesOpened', jobId: job.jobId, ...by, quotes: quotes.map(({ quoteId, pay }) => ({ quoteId, pay })) }], records: [] });
}
