/* Posting a job and taking it down. */
import { z } from 'zod';
import { commandIdSchema, idSchema } from '../scalars.ts';
import { cardSchema } from '../people/card.ts';
import { printTargetSchema } from '../printing/print-job.ts';
import { draftTermsSchema } from './terms.ts';

export const postJobSchema = z.strictObject({
  type: z.literal('postJob'), commandId: commandIdSchema,
  employerId: idSchema,
  /** who posts; a kiosk must send it, staff may post for an employer at the desk */
  card: cardSchema.optional(),
  terms: draftTermsSchema,
  printer: printTargetSchema.optional(),
});

export const takeDownReasonSchema = z.enum(['employerAsked', 'falseTerms', 'unlawful', 'mistake', 'other']);
export const takeDownJobSchema = z.strictObject({
  type: z.literal('takeDownJob'), commandId: commandIdSchema, jobId: idSchema, reason: takeDownReasonSchema,
});

export const jobCommands = [postJobSchema, takeDownJobSchema] as const;
export type PostJob = z.infer<typeof postJobSchema>;
export type TakeDownJob = z.infer<typeof takeDownJobSchema>;
