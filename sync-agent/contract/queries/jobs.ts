/* What a face may ask about jobs: the queue of reviews, one job with its decisions, what somebody posted before, the steady list. */
import { z } from 'zod';
import { citySteadyMost, steadyJobSchema } from '@kuaizhao/db/domain/content/city-offers.ts';
import { employerKindSchema } from '@kuaizhao/db/domain/employers/documents.ts';
import { ruleIdSchema } from '@kuaizhao/db/domain/jobs/commands.ts';
import { jobKindSchema, jobNoticeSchema, reviewCauseSchema, wordingFindingSchema } from '@kuaizhao/db/domain/jobs/facts.ts';
import { jobTermsSchema } from '@kuaizhao/db/domain/jobs/terms.ts';
import { jobStates } from '@kuaizhao/db/domain/jobs/view.ts';
import { referralSchema } from '@kuaizhao/db/domain/matching/refer.ts';
import { cardSchema } from '@kuaizhao/db/domain/people/card.ts';
import { businessDaySchema, hallNumberSchema, idSchema, instantSchema } from '@kuaizhao/db/domain/scalars.ts';

const limit = z.int().min(1).max(200);

/** By the clock: an open job whose time is over reads `expired` before its fact is written. */
const jobStateSchema = z.enum(jobStates);

export const askedJobSchema = z.strictObject({
  jobId: idSchema, number: hallNumberSchema, businessDay: businessDaySchema, terms: jobTermsSchema, jobKind: jobKindSchema,
  state: jobStateSchema, placesLeft: z.int().min(0), postedAt: instantSchema,
  /** 线上订单: ordered outside */
  online: z.literal(true).optional(),
});
export type AskedJob = z.infer<typeof askedJobSchema>;

export const reviewJobRowSchema = askedJobSchema.extend({
  employerId: idSchema, employerName: z.string(), employerKind: employerKindSchema,
  realEmployer: z.strictObject({ employerId: idSchema, name: z.string(), kind: employerKindSchema }).optional(),
  /** how often its terms were changed: what `changeJob` may say it has seen */
  changes: z.int().min(0),
  checkAfter: z.boolean(), cause: reviewCauseSchema.optional(), findings: z.array(wordingFindingSchema), notices: z.array(jobNoticeSchema),
});
export type ReviewJobRow = z.infer<typeof reviewJobRowSchema>;

/** Longest waiting first. `inReview`: shown to nobody yet; `checkAfter`: on the screens already. `total` counts all of the queue. */
export const reviewQueueQuery = {
  request: z.strictObject({ queue: z.enum(['inReview', 'checkAfter']), limit }),
  reply: z.strictObject({ total: z.int().min(0), jobs: z.array(reviewJobRowSchema), /** 线上订单 of households that have not shown card and promise here yet */ householdOrders: z.int().min(0) }),
} as const;

export const jobDecisionSchema = z.strictObject({
  at: instantSchema, kind: z.string(), what: z.string(), ruleIds: z.array(ruleIdSchema), /** absent: the employer at a kiosk */ by: idSchema.optional(), note: z.string().optional(),
});
/** `job` is null when there is no such job. Decisions oldest first. */
export const jobQuery = {
  request: z.strictObject({ jobId: idSchema }),
  reply: z.strictObject({ job: reviewJobRowSchema.nullable(), decisions: z.array(jobDecisionSchema) }),
} as const;

/** Who would be called for a job now, in that order, each with the one reason. Refuses `jobUnknown`, `jobNotOpen`. */
export const candidatesQuery = {
  request: z.strictObject({ jobId: idSchema, limit: z.int().min(1).max(20) }),
  reply: z.strictObject({ candidates: z.array(referralSchema).max(20) }),
} as const;

/** Newest first, of every employer this card may post for: what `repeatJob`, `changeJob` and `closeJob` can be asked for. */
export const myJobsQuery = {
  request: z.strictObject({ card: cardSchema, limit }),
  reply: z.strictObject({ jobs: z.array(askedJobSchema.extend({ employerId: idSchema })) }),
} as const;

/** Open jobs longer than six months: a list of their own beside the day's board. */
export const steadyJobsQuery = {
  request: z.strictObject({ limit }),
  reply: z.strictObject({ jobs: z.array(askedJobSchema), /** of the city, in every hall */ city: z.array(steadyJobSchema).max(citySteadyMost) }),
} as const;
