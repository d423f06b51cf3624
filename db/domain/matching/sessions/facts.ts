/* What became true about jobs at tables. */
import { z } from 'zod';
import { idSchema } from '../../scalars.ts';

/** Planned for long without a table; somebody waits long who could take it; or the most that this table can bring. */
export const sessionWhySchema = z.enum(['plannedLong', 'workerWaitsLong', 'best']);
export type SessionWhy = z.infer<typeof sessionWhySchema>;

/** The calls of its list are facts of their own, beside it. */
export const sessionOpenedSchema = z.strictObject({
  type: z.literal('sessionOpened'), sessionId: idSchema, tableId: idSchema, jobId: idSchema, why: sessionWhySchema, scarce: z.boolean(), /** heads that were called with it */ heads: z.int().min(1).max(100),
});
/** Nobody is called to the table for this job any more. */
export const sessionEndedSchema = z.strictObject({ type: z.literal('sessionEnded'), sessionId: idSchema, tableId: idSchema, jobId: idSchema });

export const sessionFacts = [sessionOpenedSchema, sessionEndedSchema] as const;
export type SessionOpened = z.infer<typeof sessionOpenedSchema>;
export type SessionEnded = z.infer<typeof sessionEndedSchema>;
