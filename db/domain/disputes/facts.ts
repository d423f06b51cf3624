/* What became true about disputes. Ids, codes, days and sums; what people said is sealed elsewhere. */
import { z } from 'zod';
import { businessDaySchema, idSchema } from '../scalars.ts';
import { bodySchema, disputeKindSchema, disputeOutcomeSchema, evidenceSchema, mediationStepSchema } from './commands.ts';

/** `W261121-01`: the day and a count, because a dispute lives longer than a day's numbers. */
export const disputeNumberSchema = z.string().regex(/^W\d{6}-\d{2,4}$/);

export const disputeOpenedSchema = z.strictObject({
  type: z.literal('disputeOpened'), disputeId: idSchema, number: disputeNumberSchema, businessDay: businessDaySchema, kind: disputeKindSchema,
  hireId: idSchema.optional(), jobId: idSchema.optional(), employerId: idSchema.optional(), workerId: idSchema.optional(),
  /** the number for the rights window that was issued with it */
  ticketId: idSchema.optional(),
  sinceDay: businessDaySchema.optional(), owedFen: z.int().min(1).optional(), evidence: z.array(evidenceSchema).max(21),
  rules: z.string(), answerBy: businessDaySchema, mediateBy: businessDaySchema,
});
export const mediationRecordedSchema = z.strictObject({ type: z.literal('mediationRecorded'), mediationId: idSchema, disputeId: idSchema, step: mediationStepSchema, by: idSchema });
export const disputeTransferredSchema = z.strictObject({ type: z.literal('disputeTransferred'), disputeId: idSchema, to: bodySchema, by: idSchema });
export const disputeClosedSchema = z.strictObject({ type: z.literal('disputeClosed'), disputeId: idSchema, outcome: disputeOutcomeSchema, by: idSchema });

export const disputeFacts = [disputeOpenedSchema, mediationRecordedSchema, disputeTransferredSchema, disputeClosedSchema] as const;
export type DisputeOpened = z.infer<typeof disputeOpenedSchema>;
export type MediationRecorded = z.infer<typeof mediationRecordedSchema>;
export type DisputeTransferred = z.infer<typeof disputeTransferredSchema>;
export type DisputeClosed = z.infer<typeof disputeClosedSchema>;
