/* Two records of one person become one person, and apart again when that was wrong. Always a member of staff decides. */
import { z } from 'zod';
import { commandIdSchema, idSchema } from '../../scalars.ts';

/** `from` is from now on found as `into`; nothing of either record is lost. */
export const mergeWorkerSchema = z.strictObject({
  type: z.literal('mergeWorker'), commandId: commandIdSchema, from: idSchema, into: idSchema, /** the proposal that this answers */ proposalId: idSchema.optional(),
});
export const dismissMergeSchema = z.strictObject({ type: z.literal('dismissMerge'), commandId: commandIdSchema, proposalId: idSchema });
export const undoMergeSchema = z.strictObject({ type: z.literal('undoMerge'), commandId: commandIdSchema, mergeId: idSchema });

export const mergingCommands = [mergeWorkerSchema, dismissMergeSchema, undoMergeSchema] as const;
export type MergeWorker = z.infer<typeof mergeWorkerSchema>;
export type DismissMerge = z.infer<typeof dismissMergeSchema>;
export type UndoMerge = z.infer<typeof undoMergeSchema>;
