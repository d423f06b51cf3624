/* What became true about jobs. */
import { z } from 'zod';
import { businessDaySchema, hallNumberSchema, idSchema } from '../scalars.ts';
import { takeDownReasonSchema } from './commands.ts';
import { jobTermsSchema } from './terms.ts';

export const jobPostedSchema = z.strictObject({
  type: z.literal('jobPosted'), jobId: idSchema, number: hallNumberSchema, businessDay: businessDaySchema, employerId: idSchema, terms: jobTermsSchema,
});
export const jobTakenDownSchema = z.strictObject({ type: z.literal('jobTakenDown'), jobId: idSchema, reason: takeDownReasonSchema, by: idSchema });
export const jobFilledSchema = z.strictObject({ type: z.literal('jobFilled'), jobId: idSchema });

export const jobFacts = [jobPostedSchema, jobTakenDownSchema, jobFilledSchema] as const;
export type JobPosted = z.infer<typeof jobPostedSchema>;
export type JobTakenDown = z.infer<typeof jobTakenDownSchema>;
export type JobFilled = z.infer<typeof jobFilledSchema>;
