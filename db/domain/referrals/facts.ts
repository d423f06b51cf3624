/* What became true about work in other halls: ids, and the number by which somebody is known elsewhere. */
import { z } from 'zod';
import { fitPartsSchema } from '../matching/pairs/reasons.ts';
import { hallNumberSchema, idSchema, instantSchema } from '../scalars.ts';
import { jobElsewhereSchema, otherHallSchema, referralOutcomeSchema } from './commands.ts';

const referral = { referralId: idSchema };

/** In the worker's hall with the ticket and the job there; in the job's hall with the job and the number there. */
export const referralOfferedSchema = z.strictObject({
  type: z.literal('referralOffered'), ...referral, side: z.enum(['worker', 'job']), ticketId: idSchema.optional(), jobId: idSchema.optional(),
  hall: otherHallSchema, expiresAt: instantSchema, fit: fitPartsSchema, job: jobElsewhereSchema.optional(), theirNumber: hallNumberSchema,
});
/** `by`: the staff member who heard it; absent: the person at a kiosk. */
export const referralAnsweredSchema = z.strictObject({ type: z.literal('referralAnswered'), ...referral, ticketId: idSchema, answer: z.enum(['yes', 'no']), by: idSchema.optional() });
/** `heldUntil`: of a confirmed one; in the job's hall a place is held until then, in the worker's hall the yes can be heard again until then. */
export const referralSettledSchema = z.strictObject({ type: z.literal('referralSettled'), ...referral, side: z.enum(['worker', 'job']), outcome: referralOutcomeSchema, jobId: idSchema.optional(), heldUntil: instantSchema.optional() });
/** Whoever was expected is here, with this number of our own. */
export const referralMetSchema = z.strictObject({ type: z.literal('referralMet'), ...referral, jobId: idSchema, ticketId: idSchema, by: idSchema });

export const referralFacts = [referralOfferedSchema, referralAnsweredSchema, referralSettledSchema, referralMetSchema] as const;
export type ReferralSettled = z.infer<typeof referralSettledSchema>;
