/* What became true about what the hall holds of people. The city repeats an erasure when it reads `workerErased`. */
import { z } from 'zod';
import { idSchema, instantSchema } from '../../scalars.ts';
import { tradeCodeSchema } from '../../trades/trade.ts';
import { purposeSchema } from '../commands.ts';
import { rightReceiptSchema } from './receipt-number.ts';
import { erasureMarkSchema } from '../sharing/commands.ts';

/** `20261121-003`: the third erasure of that day. */
export const erasureReceiptSchema = z.string().regex(/^\d{8}-\d{3,5}$/);

export const consentWithdrawnSchema = z.strictObject({ type: z.literal('consentWithdrawn'), workerId: idSchema, purpose: purposeSchema, receipt: rightReceiptSchema.optional() });
export const tradesChangedSchema = z.strictObject({ type: z.literal('tradesChanged'), workerId: idSchema, trades: z.array(tradeCodeSchema) });
export const trainingWishedSchema = z.strictObject({ type: z.literal('trainingWished'), workerId: idSchema, trade: tradeCodeSchema });
export const workerErasedSchema = z.strictObject({
  type: z.literal('workerErased'), workerId: idSchema, receipt: erasureReceiptSchema,
  reason: z.enum(['personAsked', 'consentWithdrawn', 'registeredByMistake', 'keptLongEnough', 'cityAsked']), by: idSchema.optional(), /** who stood beside at the desk */ approvedBy: idSchema.optional(),
  /** in every hall and at the city; with one record of the person, the one that holds the number */
  everywhere: erasureMarkSchema.extend({ at: instantSchema }).optional(),
});

export const dataFacts = [consentWithdrawnSchema, tradesChangedSchema, trainingWishedSchema, workerErasedSchema] as const;
export type ConsentWithdrawn = z.infer<typeof consentWithdrawnSchema>;
export type WorkerErased = z.infer<typeof workerErasedSchema>;
