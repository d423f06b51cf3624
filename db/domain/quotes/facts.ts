/* What became true about sealed quotes. The amount is in no fact before the opening. */
import { z } from 'zod';
import { idSchema } from '../scalars.ts';
import { agreedPaySchema } from '../jobs/pay.ts';

/** One job takes this many; all of them must fit into the fact that opens them. */
export const quotesLimit = 200;

export const quoteSealedSchema = z.strictObject({
  type: z.literal('quoteSealed'), quoteId: idSchema, jobId: idSchema, workerId: idSchema,
  /** an earlier one of the same worker that no longer counts */
  replaces: idSchema.optional(),
  /** the staff member who typed it, for whoever cannot use the kiosk */
  by: idSchema.optional(),
});
export const quotesOpenedSchema = z.strictObject({
  type: z.literal('quotesOpened'), jobId: idSchema, by: idSchema.optional(),
  quotes: z.array(z.strictObject({ quoteId: idSchema, pay: agreedPaySchema })).min(1).max(quotesLimit),
});

export const quoteFacts = [quoteSealedSchema, quotesOpenedSchema] as const;
export type QuoteSealed = z.infer<typeof quoteSealedSchema>;
export type QuotesOpened = z.infer<typeof quotesOpenedSchema>;
