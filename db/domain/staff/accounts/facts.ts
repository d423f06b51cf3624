/* What became true about accounts: ids and roles only. Names and what is kept of PINs are records beside the journal. */
import { z } from 'zod';
import { idSchema } from '../../scalars.ts';
import { staffRoleSchema } from '../role.ts';

const staffId = idSchema;
const by = idSchema;
/** its PIN is good for one sign-in */
const oneTime = z.literal(true).optional();

export const accountOpenedSchema = z.strictObject({ type: z.literal('accountOpened'), staffId, role: staffRoleSchema, by, oneTime });
export const accountRoleSetSchema = z.strictObject({ type: z.literal('accountRoleSet'), staffId, role: staffRoleSchema, by });
/** `by` the same: the own PIN */
export const accountPinSetSchema = z.strictObject({ type: z.literal('accountPinSet'), staffId, by, oneTime });
/** `card`: there is one now, or none any more; never which. */
export const accountCardSetSchema = z.strictObject({ type: z.literal('accountCardSet'), staffId, by, card: z.boolean() });
export const accountClosedSchema = z.strictObject({ type: z.literal('accountClosed'), staffId, by });
export const accountUnlockedSchema = z.strictObject({ type: z.literal('accountUnlocked'), staffId, by });
/** By the code of the envelope, which is used up. */
export const accountRecoveredSchema = z.strictObject({ type: z.literal('accountRecovered'), staffId });
export const recoveryCodeKeptSchema = z.strictObject({ type: z.literal('recoveryCodeKept'), by });

export const accountFacts = [accountOpenedSchema, accountRoleSetSchema, accountPinSetSchema, accountCardSetSchema, accountClosedSchema, accountUnlockedSchema, accountRecoveredSchema, recoveryCodeKeptSchema] as const;
export type AccountFact = z.infer<(typeof accountFacts)[number]>;
/** All about recovery codes stands under one key: there is one at a time. */
export const recoveryKey = 'recovery-code';
