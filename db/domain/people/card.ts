/* What the hall takes from an identity card: the least that registration and the law need. No photo, no address, no fingerprint. */
import { z } from 'zod';
import { nameTextSchema } from '../scalars.ts';
import { isCalendarDay, isIdNumber } from './id-number.ts';

export const cardSchema = z.strictObject({
  layout: z.enum(['resident', 'hkMacaoTaiwan', 'foreigner2017', 'foreigner2023']),
  name: nameTextSchema,
  sex: z.enum(['male', 'female']),
  /** `YYYYMMDD` */
  birth: z.string().refine(isCalendarDay, { error: 'cardNumberWrong' }),
  number: z.string().refine(isIdNumber, { error: 'cardNumberWrong' }),
});
export type Card = z.infer<typeof cardSchema>;
