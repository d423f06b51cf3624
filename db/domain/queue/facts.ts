/* What became true about numbers and calls. */
import { z } from 'zod';
import { businessDaySchema, commandIdSchema, hallNumberSchema, idSchema, instantSchema } from '../scalars.ts';
import { tradeCodeSchema } from '../trades/trade.ts';
import { placeSchema } from './commands.ts';
import { appointmentFacts } from './appointments/facts.ts';
import { deskFacts } from './desk/facts.ts';
import { leaseFacts } from './leases/facts.ts';
import { outOfOrderReasonSchema } from './moves/commands.ts';
import { moveFacts } from './moves/facts.ts';
import { choiceReasons } from './turn/choose.ts';

/** The service code of the queue for work; its numbers carry the letter A. */
export const workService = 'work';

export const dayOpenedSchema = z.strictObject({ type: z.literal('dayOpened'), businessDay: businessDaySchema });
export const ticketIssuedSchema = z.strictObject({
  type: z.literal('ticketIssued'), ticketId: idSchema, businessDay: businessDaySchema,
  visitId: idSchema.optional(),
  service: idSchema,
  number: hallNumberSchema,
  /** place in the hall's sequence of the day: the only order there is */
  order: z.int().min(1),
  /** the moment the number counts from: the clock's, but never before that of an earlier number; absent in journals of old, where the order is all there is */
  arrival: instantSchema.optional(),
  /** virtual arrival, where an appointment makes it another than `arrival` */
  rank: z.int().min(0).optional(),
  /** the appointment it was taken with */
  appointmentId: idSchema.optional(),
  /** how many waited in front when it was issued */
  ahead: z.int().min(0),
  trades: z.array(tradeCodeSchema),
  /** further services of the same number, in their order */
  later: z.array(idSchema).optional(),
  /** given out by a kiosk while the agent was away; `arrival` is then the moment it was given out, which may lie before that of earlier orders */
  leaseId: idSchema.optional(),
});
/** The command whose step a fact belongs to; without it, undo does not reach it. */
const step = commandIdSchema.optional();
const count = z.int().min(0);
export const ticketCalledSchema = z.strictObject({
  type: z.literal('ticketCalled'), callId: idSchema, ticketId: idSchema, number: hallNumberSchema, place: placeSchema, jobId: idSchema.optional(),
  step,
  why: z.enum([...choiceReasons, 'outOfOrder', 'parked', 'recalled']).optional(),
  reason: outOfOrderReasonSchema.optional(),
  /** the moment by which waits were judged: the journal's own clock never goes back, the hall's may */
  judgedAt: instantSchema.optional(),
  /** the counts of the window after this call, so that the next choice can be recomputed */
  turns: z.strictObject({ priority: count, normal: count, passed: count }).optional(),
});
export const callRepeatedSchema = z.strictObject({ type: z.literal('callRepeated'), callId: idSchema, times: z.int().min(2), step });
export const noShowMarkedSchema = z.strictObject({ type: z.literal('noShowMarked'), callId: idSchema, ticketId: idSchema, step });
export const serviceBeganSchema = z.strictObject({ type: z.literal('serviceBegan'), step, callId: idSchema, ticketId: idSchema });
export const callEndedSchema = z.strictObject({
  type: z.literal('callEnded'), callId: idSchema, ticketId: idSchema, outcome: z.enum(['served', 'noAgreement', 'hired', 'jobGone']),
  step, result: idSchema.optional(),
});

export const queueFacts = [dayOpenedSchema, ticketIssuedSchema, ticketCalledSchema, callRepeatedSchema, noShowMarkedSchema, callEndedSchema, serviceBeganSchema, ...appointmentFacts, ...moveFacts, ...deskFacts, ...leaseFacts] as const;
export type DayOpened = z.infer<typeof dayOpenedSchema>;
export type TicketIssued = z.infer<typeof ticketIssuedSchema>;
export type TicketCalled = z.infer<typeof ticketCalledSchema>;
export type CallRepeated = z.infer<typeof callRepeatedSchema>;
export type NoShowMarked = z.infer<typeof noShowMarkedSchema>;
export type CallEnded = z.infer<typeof callEndedSchema>;
