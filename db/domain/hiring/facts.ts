/* What became true at the table. */
import { z } from 'zod';
import { businessDaySchema, hallNumberSchema, idSchema, instantSchema } from '../scalars.ts';
import { jobNoticeSchema } from '../jobs/facts.ts';
import { agreedPaySchema, settlementSchema } from '../jobs/pay.ts';
import { undoReasonSchema } from './commands.ts';

export const hireConfirmedSchema = z.strictObject({
  type: z.literal('hireConfirmed'), hireId: idSchema, number: hallNumberSchema, businessDay: businessDaySchema,
  jobId: idSchema, employerId: idSchema, workerId: idSchema, visitId: idSchema, callId: idSchema, tableId: idSchema,
  agreedPay: agreedPaySchema, settlement: settlementSchema,
  placesLeft: z.int().min(0),
  /** first and last moment of the work as agreed, and until when the pay is in time */
  startsAt: instantSchema.optional(), endsAt: instantSchema.optional(), settleBy: instantSchema.optional(),
  /** work so short that the worker's place in the queue is kept */
  keepsPlace: z.literal(true).optional(),
  /** those who were hired as one carry the same */
  crewId: idSchema.optional(),
  /** said to both sides at the table, no ground for a refusal */
  notices: z.array(jobNoticeSchema).max(4).optional(),
});
/** The agreement is taken back: the slip is void and the place free. */
export const hireUndoneSchema = z.strictObject({
  type: z.literal('hireUndone'), hireId: idSchema, jobId: idSchema, businessDay: businessDaySchema, placesLeft: z.int().min(1), reason: undoReasonSchema, by: idSchema,
});
/** The worker was not at the van in time: the place is free. */
export const hireReleasedSchema = z.strictObject({
  type: z.literal('hireReleased'), hireId: idSchema, jobId: idSchema, businessDay: businessDaySchema, placesLeft: z.int().min(1),
});
/** A ticket waits again at its own place of the sequence. */
export const placeGivenBackSchema = z.strictObject({
  type: z.literal('placeGivenBack'), ticketId: idSchema, hireId: idSchema, reason: z.enum(['hireUndone', 'shortJobDone']),
});

export const hiringFacts = [hireConfirmedSchema, hireUndoneSchema, hireReleasedSchema, placeGivenBackSchema] as const;
export type HireConfirmed = z.infer<typeof hireConfirmedSchema>;
export type HireUndone = z.infer<typeof hireUndoneSchema>;
export type HireReleased = z.infer<typeof hireReleasedSchema>;
export type PlaceGivenBack = z.infer<typeof placeGivenBackSchema>;
