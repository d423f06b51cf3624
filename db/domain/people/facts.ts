/* What became true about a person who came in. Ids only: names, numbers and phones live in the worker table. */
import { z } from 'zod';
import { businessDaySchema, idSchema } from '../scalars.ts';
import { tradeCodeSchema } from '../trades/trade.ts';
import { purposeSchema } from './commands.ts';
import { rightReceiptSchema } from './data/receipt-number.ts';
import { profileFieldSchema, profileSourceSchema } from './profile.ts';

export const workerRegisteredSchema = z.strictObject({
  type: z.literal('workerRegistered'), workerId: idSchema, trades: z.array(tradeCodeSchema),
  /** the member of staff before whom it was told; absent when a card was read */
  witnessedBy: idSchema.optional(),
});
export const consentGivenSchema = z.strictObject({ type: z.literal('consentGiven'), workerId: idSchema, purpose: purposeSchema, textVersion: z.string(), /** when somebody asked for it: the number by which they can ask */ receipt: rightReceiptSchema.optional() });
export const visitOpenedSchema = z.strictObject({
  type: z.literal('visitOpened'), visitId: idSchema, workerId: idSchema, businessDay: businessDaySchema,
  /** who knew the person, when no card was read */
  witnessedBy: idSchema.optional(),
});
/** A paper number that had no name now belongs to a visit; its place in the queue stays. */
export const workNumberLinkedSchema = z.strictObject({ type: z.literal('workNumberLinked'), ticketId: idSchema, visitId: idSchema, trades: z.array(tradeCodeSchema) });
/** The person's record has a new version; `fields` says which kinds changed, never to what. */
export const profileChangedSchema = z.strictObject({
  type: z.literal('profileChanged'), workerId: idSchema, version: z.int().min(2), source: profileSourceSchema, by: idSchema.optional(), fields: z.array(profileFieldSchema).min(1).max(8),
  receipt: rightReceiptSchema.optional(),
});

export const peopleFacts = [workerRegisteredSchema, consentGivenSchema, visitOpenedSchema, workNumberLinkedSchema, profileChangedSchema] as const;
export type WorkerRegistered = z.infer<typeof workerRegisteredSchema>;
export type ConsentGiven = z.infer<typeof consentGivenSchema>;
export type VisitOpened = z.infer<typeof visitOpenedSchema>;
export type WorkNumberLinked = z.infer<typeof workNumberLinkedSchema>;
export type ProfileChanged = z.infer<typeof profileChangedSchema>;
