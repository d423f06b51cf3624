/* Who hires. A household registers itself at the kiosk by card and promise; everyone else shows papers to staff. */
import { z } from 'zod';
import { commandIdSchema, nameTextSchema } from '../scalars.ts';
import { cardSchema } from '../people/card.ts';
import { isIdNumber } from '../people/id-number.ts';
import { isCreditCode } from './credit-code.ts';

export const employerKindSchema = z.enum(['enterprise', 'soleTrader', 'household', 'agency', 'contractor']);
export type EmployerKind = z.infer<typeof employerKindSchema>;

export const registerHouseholdSchema = z.strictObject({
  type: z.literal('registerHousehold'), commandId: commandIdSchema,
  card: cardSchema,
  /** version of the 用工承诺书 that was agreed to */
  promiseVersion: z.string().regex(/^[a-z0-9.-]{1,20}$/).optional(),
});

export const registerEmployerSchema = z.strictObject({
  type: z.literal('registerEmployer'), commandId: commandIdSchema,
  kind: employerKindSchema.exclude(['household']),
  name: nameTextSchema,
  creditCode: z.string().refine(isCreditCode, { error: 'creditCodeWrong' }),
  /** ID numbers of the people who may post for this employer with their card */
  representatives: z.array(z.string().refine(isIdNumber, { error: 'cardNumberWrong' })).max(10),
});

export const employerCommands = [registerHouseholdSchema, registerEmployerSchema] as const;
export type RegisterHousehold = z.infer<typeof registerHouseholdSchema>;
export type RegisterEmployer = z.infer<typeof registerEmployerSchema>;
