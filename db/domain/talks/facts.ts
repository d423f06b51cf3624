/* What became true between the call and the hire. */
import { z } from 'zod';
import { idSchema } from '../scalars.ts';
import { agreedPaySchema } from '../jobs/pay.ts';
import { refuseReasonSchema, sideSchema } from './commands.ts';

export const callAcceptedSchema = z.strictObject({ type: z.literal('callAccepted'), callId: idSchema, ticketId: idSchema, jobId: idSchema });
/** The call's end is told beside it by `callEnded`: the worker waits on at the old place. */
export const callRefusedSchema = z.strictObject({ type: z.literal('callRefused'), callId: idSchema, ticketId: idSchema, jobId: idSchema, by: sideSchema, reason: refuseReasonSchema });
/** Nobody answered the call (`noShowMarked` stands beside it), or nobody ended the talk (`callEnded` does). */
export const callLapsedSchema = z.strictObject({ type: z.literal('callLapsed'), callId: idSchema, ticketId: idSchema, jobId: idSchema, phase: z.enum(['answer', 'talk']) });
export const namedRequestMadeSchema = z.strictObject({ type: z.literal('namedRequestMade'), callId: idSchema, jobId: idSchema, ticketId: idSchema });
export const employerWasAbsentSchema = z.strictObject({ type: z.literal('employerWasAbsent'), jobId: idSchema, employerId: idSchema, by: idSchema });
/** In this order before everybody else of their trades, because they waited at a table for somebody who did not come. */
export const ticketsPutInFrontSchema = z.strictObject({ type: z.literal('ticketsPutInFront'), jobId: idSchema, ticketIds: z.array(idSchema).min(1).max(50) });
export const offerRecordedSchema = z.strictObject({ type: z.literal('offerRecorded'), offerId: idSchema, callId: idSchema, jobId: idSchema, side: sideSchema, pay: agreedPaySchema });

export const talkFacts = [
  callAcceptedSchema, callRefusedSchema, callLapsedSchema, namedRequestMadeSchema, employerWasAbsentSchema, ticketsPutInFrontSchema, offerRecordedSchema,
] as const;
export type CallAccepted = z.infer<typeof callAcceptedSchema>;
export type CallRefused = z.infer<typeof callRefusedSchema>;
export type CallLapsed = z.infer<typeof callLapsedSchema>;
export type NamedRequestMade = z.infer<typeof namedRequestMadeSchema>;
export type TicketsPutInFront = z.infer<typeof ticketsPutInFrontSchema>;
export type OfferRecorded = z.infer<typeof offerRecordedSchema>;
