/* What became true about papers. */
import { z } from 'zod';
import { idSchema } from '../scalars.ts';
import { subjectSchema } from './print-job.ts';

export const printQueuedSchema = z.strictObject({
  type: z.literal('printQueued'), printJobId: idSchema, printer: idSchema, subject: subjectSchema, copy: z.int().min(1).max(99), sending: z.boolean(),
});
export const printStartedSchema = z.strictObject({ type: z.literal('printStarted'), printJobId: idSchema });
export const printFinishedSchema = z.strictObject({ type: z.literal('printFinished'), printJobId: idSchema, outcome: z.enum(['printed', 'unknown', 'failed']) });
/** Not one byte of it went out: it waits again. */
export const printReturnedSchema = z.strictObject({ type: z.literal('printReturned'), printJobId: idSchema });
export const printDivertedSchema = z.strictObject({ type: z.literal('printDiverted'), printJobId: idSchema, from: idSchema, to: idSchema });

export const printingFacts = [printQueuedSchema, printStartedSchema, printFinishedSchema, printReturnedSchema, printDivertedSchema] as const;
export type PrintQueued = z.infer<typeof printQueuedSchema>;
export type PrintStarted = z.infer<typeof printStartedSchema>;
export type PrintFinished = z.infer<typeof printFinishedSchema>;
