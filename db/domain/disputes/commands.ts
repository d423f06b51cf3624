/* 维权: somebody complains; the hall mediates, hands on, and closes. Free text goes into sealed columns, never into the journal. */
import { z } from 'zod';
import { businessDaySchema, commandIdSchema, hallNumberSchema, idSchema, remarkTextSchema } from '../scalars.ts';
import { cardSchema } from '../people/card.ts';
import { printTargetSchema } from '../printing/print-job.ts';
import { bodies, disputeKinds } from './kinds.ts';

export const disputeKindSchema = z.enum(disputeKinds);
export const bodySchema = z.enum(bodies);

/** A paper of the hall that proves something, by what is printed on it. */
export const evidenceSchema = z.strictObject({ kind: z.enum(['hireSlip', 'jobSlip', 'queueTicket']), businessDay: businessDaySchema, number: hallNumberSchema });
export type Evidence = z.infer<typeof evidenceSchema>;

export const openDisputeSchema = z.strictObject({
  type: z.literal('openDispute'), commandId: commandIdSchema, kind: disputeKindSchema,
  /** what it is about, as far as it is known: the hire says worker, employer and job by itself */
  hireId: idSchema.optional(), jobId: idSchema.optional(), employerId: idSchema.optional(),
  /** who complains, when that person wants to be known to the hall */
  card: cardSchema.optional(),
  sinceDay: businessDaySchema.optional(),
  owedFen: z.int().min(1).max(1_000_000_000).optional(),
  evidence: z.array(evidenceSchema).max(20),
  /** in the complainer's own words */
  statement: remarkTextSchema.optional(),
  printer: printTargetSchema.optional(),
});

export const mediationStepSchema = z.enum(['employerReached', 'employerNotReached', 'bothHeard', 'proposal', 'agreement', 'noAgreement', 'paidInPart', 'paidInFull']);
export const recordMediationSchema = z.strictObject({
  type: z.literal('recordMediation'), commandId: commandIdSchema, disputeId: idSchema, step: mediationStepSchema, note: remarkTextSchema.optional(),
});
export const transferDisputeSchema = z.strictObject({ type: z.literal('transferDispute'), commandId: commandIdSchema, disputeId: idSchema, to: bodySchema });
/** Only `upheld` counts in the employer’s record: a settled dispute is what mediation is for. */
export const disputeOutcomeSchema = z.enum(['settled', 'upheld', 'unfounded', 'withdrawn']);
export const closeDisputeSchema = z.strictObject({ type: z.literal('closeDispute'), commandId: commandIdSchema, disputeId: idSchema, outcome: disputeOutcomeSchema });

export const disputeCommands = [openDisputeSchema, recordMediationSchema, transferDisputeSchema, closeDisputeSchema] as const;
export type OpenDispute = z.infer<typeof openDisputeSchema>;
export type RecordMediation = z.infer<typeof recordMediationSchema>;
export type TransferDispute = z.infer<typeof transferDisputeSchema>;
export type CloseDispute = z.infer<typeof closeDisputeSchema>;
