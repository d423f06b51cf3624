/* What staff may ask about fairs. */
import { z } from 'zod';
import { fairNameSchema, fairPlaceSchema, fairTradesMost } from '@kuaizhao/db/domain/fairs/commands.ts';
import { idSchema, instantSchema } from '@kuaizhao/db/domain/scalars.ts';
import { tradeCodeSchema } from '@kuaizhao/db/domain/trades/trade.ts';

/** All that were ever planned, the latest first; `state` at the moment of asking. */
export const fairsQuery = {
  request: z.strictObject({ limit: z.int().min(1).max(200) }),
  reply: z.strictObject({
    at: instantSchema,
    fairs: z.array(z.strictObject({
      fairId: idSchema, name: fairNameSchema, from: instantSchema, until: instantSchema, trades: z.array(tradeCodeSchema).max(fairTradesMost), tables: z.array(idSchema).max(200), place: fairPlaceSchema.optional(), by: idSchema,
      state: z.enum(['waits', 'on', 'over']), endedAt: instantSchema.optional(),
    })).max(200),
  }),
} as const;
