/* Questions about work in other halls, answered: numbers, never names. */
import { ok, refuse } from '@kuaizhao/db/domain/result.ts';
import type { referralQueries } from '@kuaizhao/sync-agent/contract/queries/referrals.ts';
import type { AnswersTo } from './desk.ts';
import type { QueryParts } from './parts.ts';

const offersOfOne = 20;

export function referralAnswers({ db, now }: QueryParts): AnswersTo<typeof referralQueries> {
  const { referrals } = db.faces;
  return {
    myReferrals({ card }) {
      const worker = db.view.workerByNumber(card.number);
      if (worker === undefined) return refuse('workerUnknown', 'card');
      const visit = db.view.visitOf(worker.workerId);
      return ok({ referrals: visit === undefined ? [] : referrals.ofTicket(visit.ticketId, now(), offersOfOne) });
    },
    cityReferrals({ jobId, limit }) {
      if (jobId !== undefined && db.view.job(jobId) === undefined) return refuse('jobUnknown', 'jobId');
      return ok(referrals.today(jobId, now(), limit));
    },
  };
}
