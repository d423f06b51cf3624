/* Between the call and the hire: who is called for a job, what they answer, what money is spoken of. */
import { z } from 'zod';
import { businessDaySchema, commandIdSchema, hallNumberSchema, idSchema } from '../scalars.ts';
import { agreedPaySchema } from '../jobs/pay.ts';
import { cardSchema } from '../people/card.ts';

/** Why somebody says no; a code, because a table has no time for sentences. */
export const refuseReasonSchema = z.enum(['payTooLow', 'tooFar', 'hoursWrong', 'workTooHard', 'notThisEmployer', 'alreadyFound', 'skillMissing', 'other']);
export type RefuseReason = z.infer<typeof refuseReasonSchema>;
export const sideSchema = z.enum(['worker', 'employer']);
export type Side = z.infer<typeof sideSchema>;

/** 点名: this very person, by today's number or by the slip of an earlier hire. */
export const wishSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('number'), number: hallNumberSchema }),
  z.strictObject({ kind: z.literal('slip'), businessDay: businessDaySchema, number: hallNumberSchema }),
]);
export const callNamedSchema = z.strictObject({ type: z.literal('callNamed'), commandId: commandIdSchema, tableId: idSchema, jobId: idSchema, wish: wishSchema });

/** The called person is at the table, or one side says no; a refusal calls the next. A crew answers as one. `card`: the worker's own, which a kiosk must send. */
export const answerCallSchema = z.strictObject({
  type: z.literal('answerCall'), commandId: commandIdSchema, callId: idSchema, card: cardSchema.optional(),
  answer: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('accept') }),
    z.strictObject({ kind: z.literal('refuse'), by: sideSchema, reason: refuseReasonSchema }),
  ]),
});

/** By the agent's clock: calls that nobody answered and talks that nobody ended are over, and the next are called. */
export const expireCallsSchema = z.strictObject({ type: z.literal('expireCalls'), commandId: commandIdSchema });

/** The employer did not come to the table: everybody called goes to the front of the queue. */
export const markEmployerAbsentSchema = z.strictObject({ type: z.literal('markEmployerAbsent'), commandId: commandIdSchema, jobId: idSchema });

/** Pay that one side names at the table; kept with its time. */
export const recordOfferSchema = z.strictObject({ type: z.literal('recordOffer'), commandId: commandIdSchema, callId: idSchema, side: sideSchema, pay: agreedPaySchema });

export const talkCommands = [callNamedSchema, answerCallSchema, expireCallsSchema, markEmployerAbsentSchema, recordOfferSchema] as const;
export type CallNamed = z.infer<typeof callNamedSchema>;
export type AnswerCall = z.infer<typeof answerCallSchema>;
export type ExpireCalls = z.infer<typeof expireCallsSchema>;
export type MarkEmployerAbsent = z.infer<typeof markEmployerAbsentSchema>;
export type RecordOffer = z.infer<typeof recordOfferSchema>;
