/* Pay: an amount in fen with its unit, and when it is paid. */
import { z } from 'zod';

export const payUnitSchema = z.enum(['hour', 'halfDay', 'day', 'piece', 'time', 'squareMetre', 'ton', 'month']);
export type PayUnit = z.infer<typeof payUnitSchema>;
export const settlementSchema = z.enum(['atOnce', 'done', 'week', 'halfMonth', 'month']);
export type Settlement = z.infer<typeof settlementSchema>;

/** 0.01 yuan to 100,000 yuan. */
export const amountFenSchema = z.int().min(1).max(10_000_000);
export const agreedPaySchema = z.strictObject({ amountFen: amountFenSchema, unit: payUnitSchema });
export type AgreedPay = z.infer<typeof agreedPaySchema>;

/** 面议 is allowed on a posting, never on a hire slip. */
export const offeredPaySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), amountFen: amountFenSchema, unit: payUnitSchema }),
  z.strictObject({ kind: z.literal('negotiable') }),
]);
export type OfferedPay = z.infer<typeof offeredPaySchema>;
