/* Fairs 零工专场 (F29): some hours of a day, some trades, some tables, and where in the hall. */
import { z } from 'zod';
import { commandIdSchema, idSchema, instantSchema, textSchema } from '../scalars.ts';
import { tradeCodeSchema } from '../trades/trade.ts';

/** So many are on or to come at most. */
export const fairsMost = 60;
/** A fair is no longer than a working day, and planned for the next half year. */
export const fairHoursMost = 16;
export const fairDaysAhead = 183;
export const fairTradesMost = 30;

export const fairNameSchema = textSchema(20);
export const fairPlaceSchema = textSchema(20);

/** A fair, or with `fairId` another plan for one that is not over. From `from` to `until` its tables are given jobs of its trades alone (staff may still call somebody there by hand), boards show their fair, and numbers for work are given out even where the hall would still be closed. */
export const putFairSchema = z.strictObject({
  type: z.literal('putFair'), commandId: commandIdSchema, fairId: idSchema.optional(), name: fairNameSchema, from: instantSchema, until: instantSchema,
  trades: z.array(tradeCodeSchema).min(1).max(fairTradesMost), tables: z.array(idSchema).max(200),
  /** where in the hall people of the fair go */
  place: fairPlaceSchema.optional(),
});
export const endFairSchema = z.strictObject({ type: z.literal('endFair'), commandId: commandIdSchema, fairId: idSchema });

export const fairCommands = [putFairSchema, endFairSchema] as const;
export type FairCommand = z.infer<(typeof fairCommands)[number]>;
export type PutFair = z.infer<typeof putFairSchema>;
