/* 意见箱 (F32): stars and tapped reasons, from nobody in particular. */
import { z } from 'zod';
import { commandIdSchema, remarkTextSchema } from '../scalars.ts';

export const opinionReasonSchema = z.enum(['shortWait', 'longWait', 'kindStaff', 'unkindStaff', 'goodJobs', 'fewJobs', 'fairCalling', 'unfairCalling', 'easyMachine', 'hardMachine', 'cleanPlace', 'dirtyPlace', 'payTrouble', 'other']);
export type OpinionReason = z.infer<typeof opinionReasonSchema>;
export const giveOpinionSchema = z.strictObject({
  type: z.literal('giveOpinion'), commandId: commandIdSchema, stars: z.int().min(1).max(5), reasons: z.array(opinionReasonSchema).max(5),
  /** what was spoken or typed, sealed and for staff only */
  text: remarkTextSchema.optional(),
});

export const opinionCommands = [giveOpinionSchema] as const;
export type GiveOpinion = z.infer<typeof giveOpinionSchema>;
