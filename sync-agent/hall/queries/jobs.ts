/* Questions about jobs and their employers, answered. */
import { shippedTrustRule } from '@kuaizhao/db/domain/employers/standing.ts';
import { stateAt } from '@kuaizhao/db/domain/jobs/open-job.ts';
import { refer } from '@kuaizhao/db/domain/matching/refer.ts';
import { businessDayAt } from '@kuaizhao/db/domain/queue/business-day.ts';
import { ok, refuse } from '@kuaizhao/db/domain/result.ts';
import type { jobQueries } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import type { AnswersTo } from './desk.ts';
import type { QueryParts } from './parts.ts';

export function jobAnswers({ db, now, settings }: QueryParts): AnswersTo<typeof jobQueries> {
  const { jobs, employers } = db.faces;
  const trustRule = settings.trustRule ?? shippedTrustRule;
  return {
    reviewQueue: ({ queue, limit }) => ok({ ...jobs.reviewQueue(queue, now(), limit), householdOrders: db.faces.online.held() }),
    job: ({ jobId }) => ok(jobs.job(jobId, now())),
    myJobs: ({ card, limit }) => ok(jobs.myJobs(card.number, now(), limit)),
    steadyJobs: ({ limit }) => ok({ ...jobs.steadyJobs(now(), limit), city: [...db.faces.city.steadyJobs(businessDayAt(now()))] }),
    candidates({ jobId, limit }) {
      const job = db.view.job(jobId);
      if (job === undefined) return refuse('jobUnknown', 'jobId');
      return stateAt(job, now()) === 'open' ? ok({ candidates: refer(db.view, job, limit, now()) }) : refuse('jobNotOpen', 'jobId');
    },
    employer: ({ employerId }) => ok(employers.employer(employerId, trustRule, now())),
    employers: (asked) => ok(employers.employers(asked, trustRule, now())),
    myEmployers: ({ card }) => ok({ employers: employers.choicesOf(card.number, now()) }),
    principals: ({ card }) => ok(employers.principalsOf(card.number)),
  };
}
