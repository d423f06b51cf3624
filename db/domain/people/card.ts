/* What the hall takes from an identity card, or from a social-security card that says the same: the least that registration and the law need. No photo, no address, no fingerprint. */
import { z } from 'zod';
import { nameTextSchema } from '../scalars.ts';
import { isCalendarDay, isIdNumber } from './id-number.ts';

export const cardSchema = z.strictObject({
  /** `socialSecurity`: 社会保障卡; it carries name and number, sex and birthday follow from the number */
  layout: z.enum(['resident', 'hkMacaoTaiwan', 'foreigner2017', 'foreigner2023', 'socialSecurity']),
  name: nameTextSchema,
  sex: z.enum(['male', 'female']),
  /** `YYYYMMDD` */
  birth: z.string().refine(isCalendarDay, { error: 'cardNumberWrong' }),
  number: z.string().refine(isIdNumber, { error: 'cardNumberWrong' }),
});
export type Card = z.infer<typeof cardSchema>;

/** An identity card is the stronger paper: what a social-security card says otherwise never changes what an identity card said. */
export const yieldsTo = (card: Card, known: Card['layout'] | 'witnessed'): boolean => card.layout === 'socialSecurity' && known !== 'socialSecurity' && known !== 'witnessed';
