/* What became true about records of one person. Both records keep their ids for ever. */
import { z } from 'zod';
import { idSchema } from '../../scalars.ts';

export const mergeProposedSchema = z.strictObject({ type: z.literal('mergeProposed'), proposalId: idSchema, from: idSchema, into: idSchema, ground: z.enum(['nameAndBirth']) });
export const mergeDismissedSchema = z.strictObject({ type: z.literal('mergeDismissed'), proposalId: idSchema, by: idSchema });
export const workersMergedSchema = z.strictObject({ type: z.literal('workersMerged'), mergeId: idSchema, from: idSchema, into: idSchema, by: idSchema, proposalId: idSchema.optional() });
export const mergeUndoneSchema = z.strictObject({ type: z.literal('mergeUndone'), mergeId: idSchema, from: idSchema, into: idSchema, by: idSchema });

export const mergingFacts = [mergeProposedSchema, mergeDismissedSchema, workersMergedSchema, mergeUndoneSchema] as const;
export type MergeProposed = z.infer<typeof mergeProposedSchema>;
export type WorkersMerged = z.infer<typeof workersMergedSchema>;
export type MergeUndone = z.infer<typeof mergeUndoneSchema>;
