/* Numbers and calls. One command path: whoever calls, the board and the voice follow. */
import { z } from 'zod';
import { commandIdSchema, idSchema } from '../scalars.ts';
import { printTargetSchema } from '../printing/print-job.ts';

export const placeSchema = z.strictObject({ kind: z.enum(['window', 'table']), id: idSchema });
export type Place = z.infer<typeof placeSchema>;

/** A number for a service window; no identity needed. */
export const takeTicketSchema = z.strictObject({
  type: z.literal('takeTicket'), commandId: commandIdSchema, service: idSchema, printer: printTargetSchema.optional(),
});
/** The next number to a window. An open call of that window ends as served. */
export const callNextSchema = z.strictObject({ type: z.literal('callNext'), commandId: commandIdSchema, windowId: idSchema });
/** The next `count` workers of the job's trade to a table. */
export const callForJobSchema = z.strictObject({
  type: z.literal('callForJob'), commandId: commandIdSchema, tableId: idSchema, jobId: idSchema, count: z.int().min(1).max(8),
});
export const recallSchema = z.strictObject({ type: z.literal('recall'), commandId: commandIdSchema, callId: idSchema });
export const markNoShowSchema = z.strictObject({ type: z.literal('markNoShow'), commandId: commandIdSchema, callId: idSchema });
/** Ends a call without a hire: served at a window, or no agreement at a table (the worker then waits on, at the old place). */
export const endCallSchema = z.strictObject({
  type: z.literal('endCall'), commandId: commandIdSchema, callId: idSchema, outcome: z.enum(['served', 'noAgreement']),
});

export const queueCommands = [takeTicketSchema, callNextSchema, callForJobSchema, recallSchema, markNoShowSchema, endCallSchema] as const;
export type TakeTicket = z.infer<typeof takeTicketSchema>;
export type CallNext = z.infer<typeof callNextSchema>;
export type CallForJob = z.infer<typeof callForJobSchema>;
export type Recall = z.infer<typeof recallSchema>;
export type MarkNoShow = z.infer<typeof markNoShowSchema>;
export type EndCall = z.infer<typeof endCallSchema>;
