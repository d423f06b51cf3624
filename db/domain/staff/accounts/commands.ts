/* 人员账号 (F33): who may sign in, as what. An admin opens, changes and closes accounts at the console; everybody sets the own PIN. A PIN is typed as digits and becomes what is kept of it before the engine takes the command; so does the number of a card. */
import { z } from 'zod';
import { commandIdSchema, idSchema, textSchema } from '../../scalars.ts';
import { staffRoleSchema } from '../role.ts';
import { isIdNumber } from '../../people/id-number.ts';
import { keptPin, typedPin } from './pin.ts';

const commandId = commandIdSchema;
const staffId = idSchema;
export const staffNameSchema = textSchema(20);
export const keptPinSchema = z.string().regex(keptPin);
/** A number that the reader of a kiosk can give: 18 signs whose check digit holds; what is kept of it once the agent has hashed it. */
const isCard = (card: string): boolean => keptPin.test(card) || (card.length === 18 && isIdNumber(card));
/** digits from a console; what is kept of them once the agent has hashed them */
const pin = z.union([z.string().regex(typedPin), keptPinSchema]);

/** Accounts that are not closed at once. */
export const accountsMost = 200;

/** The PIN is good for one sign-in, at which its owner sets another. An id is never given twice. */
export const openAccountSchema = z.strictObject({ type: z.literal('openAccount'), commandId, staffId, name: staffNameSchema, role: staffRoleSchema, pin });
export const setAccountRoleSchema = z.strictObject({ type: z.literal('setAccountRole'), commandId, staffId, role: staffRoleSchema });
/** Somebody forgot it: another one, good for one sign-in. */
export const setAccountPinSchema = z.strictObject({ type: z.literal('setAccountPin'), commandId, staffId, pin });
/** Cuts the lines of this person at once. */
export const closeAccountSchema = z.strictObject({ type: z.literal('closeAccount'), commandId, staffId });
/** The own identity card, without which the PIN opens no kiosk whose reader works; the one before, also the configuration's, is good for nothing. Without `card` the PIN alone opens again. */
export const setAccountCardSchema = z.strictObject({ type: z.literal('setAccountCard'), commandId, staffId, card: z.string().refine(isCard, { error: 'cardNumberWrong' }).optional() });
/** The wait after wrong tries is over now. */
export const unlockAccountSchema = z.strictObject({ type: z.literal('unlockAccount'), commandId, staffId });
export const setOwnPinSchema = z.strictObject({ type: z.literal('setOwnPin'), commandId, pin });
/** By the agent, at its start: an id of the configuration that the hall has never known. */
export const seedAccountSchema = z.strictObject({ type: z.literal('seedAccount'), commandId, staffId, name: staffNameSchema, role: staffRoleSchema, pin: keptPinSchema, card: keptPinSchema.optional(), oneTime: z.literal(true).optional() });
/** By the agent, for whoever runs its machine: what is kept of a code that lets an admin in again, once. The one before is good for nothing. */
export const keepRecoveryCodeSchema = z.strictObject({ type: z.literal('keepRecoveryCode'), commandId, code: keptPinSchema });
/** By the agent, after the code was right. */
export const recoverAccountSchema = z.strictObject({ type: z.literal('recoverAccount'), commandId, staffId, pin: keptPinSchema });

export const accountCommands = [
  openAccountSchema, setAccountRoleSchema, setAccountPinSchema, setAccountCardSchema, closeAccountSchema, unlockAccountSchema, setOwnPinSchema, seedAccountSchema, keepRecoveryCodeSchema, recoverAccountSchema,
] as const;
export type AccountCommand = z.infer<(typeof accountCommands)[number]>;
