/* What became true about jobs. What the filter found is kept as rule and place, never as the words themselves. */
import { z } from 'zod';
import { businessDaySchema, hallNumberSchema, idSchema } from '../scalars.ts';
import { refusalCodeSchema } from '../refusal.ts';
import { changedElementSchema, closeReasonSchema, reviewReasonSchema, revisionSchema, ruleIdSchema, takeDownReasonSchema } from './commands.ts';
import { jobTermsSchema } from './terms.ts';

export const jobKindSchema = z.enum(['daily', 'steady']);
export type JobKind = z.infer<typeof jobKindSchema>;

/** Why staff look at a posting before anybody else does. */
export const reviewCauseSchema = z.enum(['wording', 'watched', 'notVerified', 'freeText', 'hallRule']);
export type ReviewCause = z.infer<typeof reviewCauseSchema>;

export const textElementSchema = z.enum(['title', 'place', 'remark', 'conditions.text']);
export type TextElement = z.infer<typeof textElementSchema>;
/** `from`, `to`: code units in that text. */
export const wordingFindingSchema = z.strictObject({ element: textElementSchema, ruleId: ruleIdSchema, from: z.int().min(0), to: z.int().min(0) });
export type WordingFinding = z.infer<typeof wordingFindingSchema>;

/** Said to the employer and to staff, no ground for a refusal. */
export const jobNoticeSchema = z.enum(['payBelowMinimum']);

/** For whom staff acted at the desk, and what was shown to them; never the number itself. Absent at a kiosk, where the card acts. */
const askedForSchema = z.strictObject({ employerId: idSchema, showed: z.enum(['slip', 'number', 'card']) });
export type AskedFor = z.infer<typeof askedForSchema>;

/** How the posting came to where it is; absent in facts of halls that knew only open jobs. */
const judged = {
  /** `open` when absent */
  state: z.enum(['inReview', 'open']).optional(),
  /** shown at once, looked at after */
  checkAfter: z.boolean().optional(),
  cause: reviewCauseSchema.optional(),
  findings: z.array(wordingFindingSchema).max(40).optional(),
  filterVersion: z.string().max(40).optional(),
  notices: z.array(jobNoticeSchema).max(4).optional(),
  /** the staff member, when it was done at the desk */
  by: idSchema.optional(),
};

export const jobPostedSchema = z.strictObject({
  type: z.literal('jobPosted'), jobId: idSchema, number: hallNumberSchema, businessDay: businessDaySchema, employerId: idSchema, terms: jobTermsSchema,
  /** longer than six months is `steady`, `daily` when absent */
  jobKind: jobKindSchema.optional(),
  repeats: idSchema.optional(),
  /** the order outside that it came from */
  onlineOrder: idSchema.optional(),
  ...judged,
});
/** The terms as they are now, whole. */
export const jobChangedSchema = z.strictObject({
  type: z.literal('jobChanged'), jobId: idSchema, terms: jobTermsSchema, placesLeft: z.int().min(0), ...judged,
  /** which elements are other than before; absent in older facts */
  changed: z.array(changedElementSchema).max(changedElementSchema.options.length).optional(), askedFor: askedForSchema.optional(),
});
export const jobClosedSchema = z.strictObject({ type: z.literal('jobClosed'), jobId: idSchema, reason: closeReasonSchema, by: idSchema.optional(), askedFor: askedForSchema.optional() });
export const jobReviewedSchema = z.strictObject({
  type: z.literal('jobReviewed'), jobId: idSchema, outcome: z.enum(['approve', 'reject']), reason: reviewReasonSchema, ruleIds: z.array(ruleIdSchema), by: idSchema,
  /** the filter's version whose findings were looked at */
  filterVersion: z.string().max(40), noteId: idSchema.optional(),
});
export const jobTakenDownSchema = z.strictObject({
  type: z.literal('jobTakenDown'), jobId: idSchema, reason: z.enum([...takeDownReasonSchema.options, 'employerBanned', 'rejected']), by: idSchema, noteId: idSchema.optional(),
});
export const jobFilledSchema = z.strictObject({ type: z.literal('jobFilled'), jobId: idSchema });
export const jobExpiredSchema = z.strictObject({ type: z.literal('jobExpired'), jobId: idSchema });

/** How far the hall has followed an order placed outside, and what it made of that revision; `jobId` where the order is a job of the hall. */
export const onlineOrderAnsweredSchema = z.strictObject({
  type: z.literal('onlineOrderAnswered'), orderId: idSchema, revision: revisionSchema, outcome: z.enum(['taken', 'changed', 'withdrawn', 'refused']), jobId: idSchema.optional(),
  refusal: z.strictObject({ code: refusalCodeSchema, field: z.string().max(60).optional() }).optional(),
});

export const jobFacts = [jobPostedSchema, jobChangedSchema, jobClosedSchema, jobReviewedSchema, jobTakenDownSchema, jobFilledSchema, jobExpiredSchema, onlineOrderAnsweredSchema] as const;
export type JobFact = z.infer<(typeof jobFacts)[number]>;
export type JobPosted = z.infer<typeof jobPostedSchema>;
export type JobChanged = z.infer<typeof jobChangedSchema>;
export type JobTakenDown = z.infer<typeof jobTakenDownSchema>;
export type OnlineOrderAnswered = z.infer<typeof onlineOrderAnsweredSchema>;
export type JobFilled = z.infer<typeof jobFilledSchema>;
