/* What became true about a person. Ids only: names, numbers and phones live in the worker table. */
import { z } from 'zod';
import { businessDaySchema, idSchema } from '../scalars.ts';
import { tradeCodeSchema } from '../trades/trade.ts';
import { purposeSchema } from './commands.ts';

export const workerRegisteredSchema = z.strictObject({ type: z.literal('workerRegistered'), workerId: idSchema, trades: z.array(tradeCodeSchema) });
export const consentGivenSchema = z.strictObject({ type: z.literal('consentGiven'), workerId: idSchema, purpose: purposeSchema, textVersion: z.string() });
export const visitOpenedSchema = z.strictObject({ type: z.literal('visitOpened'), visitId: idSchema, workerId: idSchema, businessDay: businessDaySchema });

export const peopleFacts = [workerRegisteredSchema, consentGivenSchema, visitOpenedSchema] as const;
export type WorkerRegistered = z.infer<typeof workerRegisteredSchema>;
export type ConsentGiven = z.infer<typeof consentGivenSchema>;
export type VisitOpened = z.infer<typeof visitOpenedSchema>;
