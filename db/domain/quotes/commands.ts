/* 招投标: prices that nobody can read before all are opened together. */
import { z } from 'zod';
import { commandIdSchema, hallNumberSchema, idSchema } from '../scalars.ts';
import { agreedPaySchema } from '../jobs/pay.ts';
import { cardSchema } from '../people/card.ts';

/** A worker's price for a job that wants sealed quotes; a later one of the same worker takes its place. A kiosk sends the worker's card, staff the number. */
export const sealQuoteSchema = z.strictObject({
  type: z.literal('sealQuote'), commandId: commandIdSchema, jobId: idSchema, card: cardSchema.optional(), number: hallNumberSchema.optional(), pay: agreedPaySchema,
});
/** All at once; after that no further one is taken. `card`: the employer's, which a kiosk must send. */
export const openQuotesSchema = z.strictObject({ type: z.literal('openQuotes'), commandId: commandIdSchema, jobId: idSchema, card: cardSchema.optional() });

export const quoteCommands = [sealQuoteSchema, openQuotesSchema] as const;
export type SealQuote = z.infer<typeof sealQuoteSchema>;
export type OpenQuotes = z.infer<typeof openQuotesSchema>;
