/* What became true about fairs. */
import { z } from 'zod';
import { idSchema, instantSchema } from '../scalars.ts';
import { tradeCodeSchema } from '../trades/trade.ts';
import { fairNameSchema, fairPlaceSchema, fairTradesMost } from './commands.ts';

export const fairPutSchema = z.strictObject({
  type: z.literal('fairPut'), fairId: idSchema, name: fairNameSchema, from: instantSchema, until: instantSchema,
  trades: z.array(tradeCodeSchema).min(1).max(fairTradesMost), tables: z.array(idSchema).max(200), place: fairPlaceSchema.optional(), by: idSchema,
});
/** Called off before it began, or ended before its time. */
export const fairEndedSchema = z.strictObject({ type: z.literal('fairEnded'), fairId: idSchema, by: idSchema });

export const fairFacts = [fairPutSchema, fairEndedSchema] as const;
