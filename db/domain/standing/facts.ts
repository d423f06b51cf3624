/* What became true in the record of either side. */
import { z } from 'zod';
import { idSchema, instantSchema } from '../scalars.ts';
import { standingCauses, standingSides } from './rules.ts';

export const standingSideSchema = z.enum(standingSides);
/** `who`: a worker or an employer, by `side`. */
const who = { side: standingSideSchema, who: idSchema };

export const pointsGivenSchema = z.strictObject({
  type: z.literal('pointsGiven'), pointsId: idSchema, ...who, cause: z.enum(standingCauses), points: z.int().min(1).max(100), rules: z.string(),
  /** what happened, one of them */
  callId: idSchema.optional(), hireId: idSchema.optional(), jobId: idSchema.optional(), disputeId: idSchema.optional(),
});
/** No calls for this worker, no postings of this employer, until then. */
export const standingStoppedSchema = z.strictObject({ type: z.literal('standingStopped'), ...who, until: instantSchema, points: z.int().min(1) });
export const pointsRemovedSchema = z.strictObject({ type: z.literal('pointsRemoved'), pointsId: idSchema, ...who, why: z.enum(['cleanHires', 'appealUpheld', 'actUndone']) });
export const stopLiftedSchema = z.strictObject({ type: z.literal('stopLifted'), ...who });
export const appealMadeSchema = z.strictObject({ type: z.literal('appealMade'), appealId: idSchema, pointsId: idSchema, by: idSchema });
export const appealDecidedSchema = z.strictObject({ type: z.literal('appealDecided'), appealId: idSchema, pointsId: idSchema, upheld: z.boolean(), by: idSchema });

export const standingFacts = [pointsGivenSchema, standingStoppedSchema, pointsRemovedSchema, stopLiftedSchema, appealMadeSchema, appealDecidedSchema] as const;
export type PointsGiven = z.infer<typeof pointsGivenSchema>;
export type StandingStopped = z.infer<typeof standingStoppedSchema>;
export type PointsRemoved = z.infer<typeof pointsRemovedSchema>;
export type StopLifted = z.infer<typeof stopLiftedSchema>;
export type AppealMade = z.infer<typeof appealMadeSchema>;
export type AppealDecided = z.infer<typeof appealDecidedSchema>;
