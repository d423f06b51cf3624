/* Questions about shifts, the opinion box and the daily clearing. */
import { z } from 'zod';
import { opinionReasonSchema } from '@kuaizhao/db/domain/opinions/commands.ts';
import { placeSchema } from '@kuaizhao/db/domain/queue/commands.ts';
import { businessDaySchema, idSchema, instantSchema } from '@kuaizhao/db/domain/scalars.ts';

/** Who sat where on a day. */
export const shiftsQuery = {
  request: z.strictObject({ day: businessDaySchema }),
  reply: z.strictObject({ shifts: z.array(z.strictObject({ shiftId: idSchema, staffId: idSchema, place: placeSchema, startedAt: instantSchema, endedAt: instantSchema.optional(), how: z.enum(['ended', 'moved', 'forgotten']).optional() })) }),
} as const;

/** Totals between two days, both included, and the newest words. */
export const opinionsQuery = {
  request: z.strictObject({ from: businessDaySchema, to: businessDaySchema, texts: z.int().min(0).max(100) }),
  reply: z.strictObject({
    from: businessDaySchema, to: businessDaySchema, byStars: z.array(z.strictObject({ stars: z.int().min(1).max(5), count: z.int() })), byReason: z.array(z.strictObject({ reason: opinionReasonSchema, count: z.int() })),
    texts: z.array(z.strictObject({ opinionId: idSchema, day: businessDaySchema, stars: z.int(), text: z.string() })),
  }),
} as const;

/** When data that was over its time went last, and how much of each kind. */
export const lastClearingQuery = {
  request: z.strictObject({}),
  reply: z.strictObject({ last: z.strictObject({ day: businessDaySchema, at: instantSchema, counts: z.record(z.string(), z.int().min(0)) }).optional() }),
} as const;
