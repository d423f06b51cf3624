/* What the city's line says: an offer, and what became of it. */
import type { Context } from '../context.ts';
import { mayBeCalledFor } from '../jobs/open-job.ts';
import { dayIsOver } from '../queue/day.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Instant } from '../scalars.ts';
import type { Decision, HallView } from '../view.ts';
import { referralLimits, type SettleReferral, type TakeReferral } from './commands.ts';
import { placesFor } from './held.ts';
import type { ReferralRow } from './view.ts';

/** Time ends at most so many in one step of the clock. */
export const expireAtOnce = 64;

/** Told again: nothing. Refuses `ticketUnknown`, `ticketNotWaiting` (also on a day that is over), `alreadyReferred` (the number has another offer); of a job what `mayBeCalledFor` refuses. */
export function decideTakeReferral(view: HallView, { referralId, hall, openMs, fit, about }: TakeReferral, { now }: Context): Result<Decision> {
  if (view.referral(referralId) !== undefined) return nothing;
  const offered = { type: 'referralOffered' as const, referralId, hall, expiresAt: now + openMs, fit };
  if (about.side === 'job') {
    const job = mayBeCalledFor(view, about.jobId, now);
    return job.ok ? ok({ facts: [{ ...offered, side: 'job', jobId: about.jobId, theirNumber: about.number }], records: [] }) : job;
  }
  const ticket = view.ticket(about.ticketId);
  if (ticket === undefined) return refuse('ticketUnknown', 'about.ticketId');
  if (ticket.state !== 'waiting' || dayIsOver(view, now)) return refuse('ticketNotWaiting', 'about.ticketId');
  if (view.liveReferralOf(ticket.ticketId) !== undefined) return refuse('alreadyReferred', 'about.ticketId');
  return ok({ facts: [{ ...offered, side: 'worker', ticketId: ticket.ticketId, job: about.job, theirNumber: about.job.number }], records: [] });
}

const nothing = ok({ facts: [], records: [] });

/**
 * Told again, or told late: nothing. In the job's hall a confirmed one takes a place that nobody has been called for, and holds it. Refuses `referralUnknown`; `placeTaken` and what
 * `mayBeCalledFor` refuses when there is no such place; `referralOver` when it ended here before.
 */
export function decideSettleReferral(view: HallView, { referralId, outcome }: SettleReferral, { now }: Context): Result<Decision> {
  const row = view.referral(referralId);
  if (row === undefined) return refuse('referralUnknown', 'referralId');
  const { side, jobId, state } = row;
  if (state === outcome || state === 'went') return nothing;
  if (outcome !== 'confirmed') return state === 'offered' || state === 'confirmed' ? ok({ facts: [settled(row, outcome)], records: [] }) : nothing;
  if (state !== 'offered') return refuse('referralOver', 'referralId');
  const heldUntil = Math.min(now + referralLimits.holdMs, row.lastMoment ?? Infinity);
  if (side === 'worker' || jobId === undefined) return ok({ facts: [settled(row, outcome, heldUntil)], records: [] });
  const job = mayBeCalledFor(view, jobId, now);
  if (!job.ok) return job;
  // Whoever was called comes first: the place was offered because nobody was.
  if (placesFor(view, job.value, [], now) - view.openCallsForJob(jobId).length < 1) return refuse('placeTaken', 'referralId');
  const { leaveBy, validUntil } = job.value.terms;
  return ok({ facts: [settled(row, outcome, Math.min(heldUntil, leaveBy ?? validUntil, validUntil))], records: [] });
}

/** What time has ended. Nothing overdue gives no facts. */
export function decideExpireReferrals(view: HallView, { now }: Context): Result<Decision> {
  return ok({ facts: view.overdueReferrals(now, expireAtOnce).map((row) => settled(row, hasTimeLeft(row, now) ? 'declined' : 'expired')), records: [] });
}

/** Before that moment only a number that waits no longer ends it. */
const hasTimeLeft = ({ state, expiresAt, heldUntil }: ReferralRow, now: Instant): boolean => (state === 'offered' ? expiresAt : heldUntil ?? 0) > now;

export const settled = ({ referralId, side, jobId }: ReferralRow, outcome: SettleReferral['outcome'], heldUntil?: Instant) => ({
  type: 'referralSettled' as const, referralId, side, outcome, ...(jobId === undefined ? {} : { jobId }), ...(heldUntil === undefined ? {} : { heldUntil }),
});
