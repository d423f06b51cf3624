/* Both sides agree at a table. */
import { z } from 'zod';
import { commandIdSchema, idSchema } from '../scalars.ts';
import { agreedPaySchema, settlementSchema } from '../jobs/pay.ts';

/** The called worker of an open table call takes a place of its job. Pay may be absent at the door so that the refusal can name it. */
export const confirmHireSchema = z.strictObject({
  type: z.literal('confirmHire'), commandId: commandIdSchema,
  callId: idSchema,
  agreedPay: agreedPaySchema.optional(),
  settlement: settlementSchema,
});

export const hiringCommands = [confirmHireSchema] as const;
export type ConfirmHire = z.infer<typeof confirmHireSchema>;
