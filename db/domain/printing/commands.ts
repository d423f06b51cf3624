/* What the owner of a printer reports, 补打, and a paper that goes to another printer. */
import { z } from 'zod';
import { commandIdSchema, idSchema } from '../scalars.ts';
import { printTargetSchema } from './print-job.ts';

/** Makes `sending` durable before the first byte goes out. */
export const startPrintSchema = z.strictObject({ type: z.literal('startPrint'), commandId: commandIdSchema, printJobId: idSchema });
/** `notSent`: not one byte went out, so the paper waits again and may still go to another printer. */
export const finishPrintSchema = z.strictObject({
  type: z.literal('finishPrint'), commandId: commandIdSchema, printJobId: idSchema, outcome: z.enum(['printed', 'unknown', 'failed', 'notSent']),
  /** with an end unknown: the next copy is queued in the same step, so that no crash between the two loses a paper */
  copy: z.literal(true).optional(),
});
/** One more copy of the same paper, marked as such; free, any number of times. */
export const reprintSchema = z.strictObject({
  type: z.literal('reprint'), commandId: commandIdSchema, printJobId: idSchema, printer: printTargetSchema,
});
/** A paper that still waits comes out elsewhere: by staff, or by the agent when its printer has been in trouble for long. */
export const divertPrintSchema = z.strictObject({ type: z.literal('divertPrint'), commandId: commandIdSchema, printJobId: idSchema, to: idSchema });

export const printingCommands = [startPrintSchema, finishPrintSchema, reprintSchema, divertPrintSchema] as const;
export type StartPrint = z.infer<typeof startPrintSchema>;
export type FinishPrint = z.infer<typeof finishPrintSchema>;
export type Reprint = z.infer<typeof reprintSchema>;
export type DivertPrint = z.infer<typeof divertPrintSchema>;
