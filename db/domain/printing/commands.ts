/* What the owner of a printer reports, and 补打. */
import { z } from 'zod';
import { commandIdSchema, idSchema } from '../scalars.ts';
import { printTargetSchema } from './print-job.ts';

/** Makes `sending` durable before the first byte goes out. */
export const startPrintSchema = z.strictObject({ type: z.literal('startPrint'), commandId: commandIdSchema, printJobId: idSchema });
export const finishPrintSchema = z.strictObject({
  type: z.literal('finishPrint'), commandId: commandIdSchema, printJobId: idSchema, outcome: z.enum(['printed', 'unknown', 'failed']),
});
/** One more copy of the same paper, marked as such; free, any number of times. */
export const reprintSchema = z.strictObject({
  type: z.literal('reprint'), commandId: commandIdSchema, printJobId: idSchema, printer: printTargetSchema,
});

export const printingCommands = [startPrintSchema, finishPrintSchema, reprintSchema] as const;
export type StartPrint = z.infer<typeof startPrintSchema>;
export type FinishPrint = z.infer<typeof finishPrintSchema>;
export type Reprint = z.infer<typeof reprintSchema>;
