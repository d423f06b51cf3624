/* What a kiosk asks about a person who stands in front of it. */
import { z } from 'zod';
import { commandIdSchema, idSchema, phoneSchema } from '../scalars.ts';
import { printTargetSchema } from '../printing/print-job.ts';
import { tradeCodeSchema } from '../trades/trade.ts';
import { cardSchema } from './card.ts';

/** What consent is asked for; each purpose separately, phone to employers never as part of another. */
export const purposeSchema = z.enum(['registration', 'phoneToEmployer']);
export type Purpose = z.infer<typeof purposeSchema>;

/** The wording a person agreed to, as a version that can be shown again. */
export const consentSchema = z.strictObject({ textVersion: z.string().regex(/^[a-z0-9.-]{1,20}$/), purposes: z.array(purposeSchema).min(1).max(4) });

export const checkInSchema = z.strictObject({
  type: z.literal('checkIn'), commandId: commandIdSchema,
  card: cardSchema,
  printer: printTargetSchema.optional(),
});

export const registerWorkerSchema = z.strictObject({
  type: z.literal('registerWorker'), commandId: commandIdSchema,
  card: cardSchema,
  consent: consentSchema,
  phone: phoneSchema.optional(),
  trades: z.array(tradeCodeSchema).min(1).max(6),
  printer: printTargetSchema.optional(),
});

export const workerIdSchema = idSchema;
export const peopleCommands = [checkInSchema, registerWorkerSchema] as const;
export type CheckIn = z.infer<typeof checkInSchema>;
export type RegisterWorker = z.infer<typeof registerWorkerSchema>;
