/* What people may do with what the hall holds of them: consent, contact, correction, trades, erasure. */
import { z } from 'zod';
import { commandIdSchema, idSchema, nameTextSchema, phoneSchema } from '../../scalars.ts';
import { tradeCodeSchema } from '../../trades/trade.ts';
import { bornSchema, consentSchema, idNumberSchema, purposesSchema, wantedTradesSchema } from '../commands.ts';
import { whoSchema } from '../who.ts';

export const giveConsentSchema = z.strictObject({ type: z.literal('giveConsent'), commandId: commandIdSchema, who: whoSchema, consent: consentSchema });
export const withdrawConsentSchema = z.strictObject({ type: z.literal('withdrawConsent'), commandId: commandIdSchema, who: whoSchema, purposes: purposesSchema });

/** A district (GB/T 2260, 6 digits) is the nearest that the hall ever keeps of an address. */
export const districtCodeSchema = z.string().regex(/^[1-9]\d{5}$/);
/** `null` takes a value away. A district needs its own consent. */
export const changeContactSchema = z.strictObject({
  type: z.literal('changeContact'), commandId: commandIdSchema, who: whoSchema, phone: phoneSchema.nullable().optional(), district: districtCodeSchema.nullable().optional(),
});

/** What somebody told wrongly or staff typed wrongly. What a card said can only be changed by a card. */
export const correctWorkerSchema = z.strictObject({
  type: z.literal('correctWorker'), commandId: commandIdSchema, workerId: idSchema, reason: z.enum(['personAsked', 'documentSeen', 'typingMistake']),
  name: nameTextSchema.optional(), sex: z.enum(['male', 'female']).optional(), born: bornSchema.optional(), number: idNumberSchema.optional(),
});

/** Counts for the next number; a number that is out keeps what it says. */
export const changeTradesSchema = z.strictObject({ type: z.literal('changeTrades'), commandId: commandIdSchema, who: whoSchema, trades: wantedTradesSchema });
/** 想学: would like to be trained in a trade (F28). */
export const wishTrainingSchema = z.strictObject({ type: z.literal('wishTraining'), commandId: commandIdSchema, who: whoSchema, trade: tradeCodeSchema });

/** Everything that tells who it was goes; the counts stay. */
export const eraseWorkerSchema = z.strictObject({
  type: z.literal('eraseWorker'), commandId: commandIdSchema, who: whoSchema, reason: z.enum(['personAsked', 'consentWithdrawn', 'registeredByMistake']),
  /** not in this hall alone: in every hall, and at the city */
  everywhere: z.literal(true).optional(),
});

export const dataCommands = [giveConsentSchema, withdrawConsentSchema, changeContactSchema, correctWorkerSchema, changeTradesSchema, wishTrainingSchema, eraseWorkerSchema] as const;
export type GiveConsent = z.infer<typeof giveConsentSchema>;
export type WithdrawConsent = z.infer<typeof withdrawConsentSchema>;
export type ChangeContact = z.infer<typeof changeContactSchema>;
export type CorrectWorker = z.infer<typeof correctWorkerSchema>;
export type ChangeTrades = z.infer<typeof changeTradesSchema>;
export type WishTraining = z.infer<typeof wishTrainingSchema>;
export type EraseWorker = z.infer<typeof eraseWorkerSchema>;
