/* Work in another hall of the city: what the city's line brings, what the person answers, and how a host meets whoever came. */
import { z } from 'zod';
import { offeredPaySchema, settlementSchema } from '../jobs/pay.ts';
import { fitPartsSchema } from '../matching/pairs/reasons.ts';
import { cardSchema } from '../people/card.ts';
import { commandIdSchema, hallNumberSchema, idSchema, instantSchema, textSchema } from '../scalars.ts';
import { tradeCodeSchema } from '../trades/trade.ts';

export const referralLimits = {
  /** an offer that nobody has answered is over */
  openMs: 10 * 60_000,
  /** a place is held this long for somebody who is on the way, and never longer than the van waits or the job stands */
  holdMs: 60 * 60_000,
} as const;

export const otherHallSchema = z.strictObject({ hallId: idSchema, name: textSchema(40), /** between the halls, where the city knows it */ km: z.number().min(0).max(1_000).optional() });
export type OtherHall = z.infer<typeof otherHallSchema>;

/** What somebody must know of a job before going across the city for it. */
export const jobElsewhereSchema = z.strictObject({
  number: hallNumberSchema, trade: tradeCodeSchema, pay: offeredPaySchema, settlement: settlementSchema, place: textSchema(30),
  startAt: instantSchema, leaveBy: instantSchema.optional(), hoursPerDay: z.number().min(0.5).max(12), days: z.int().min(1).max(366),
  meals: z.boolean(), transport: z.boolean(), validUntil: instantSchema,
});
export type JobElsewhere = z.infer<typeof jobElsewhereSchema>;

/** In the hall where the person waits the job is told; in the hall of the job the number that the person has elsewhere, and nothing else of the person. */
export const referredSchema = z.discriminatedUnion('side', [
  z.strictObject({ side: z.literal('worker'), ticketId: idSchema, job: jobElsewhereSchema }),
  z.strictObject({ side: z.literal('job'), jobId: idSchema, number: hallNumberSchema }),
]);
export type Referred = z.infer<typeof referredSchema>;

/** The parts of fit are the reason that is told in one line. `openMs`: how long the offer stands, by whatever clock. */
export const takeReferralSchema = z.strictObject({
  type: z.literal('takeReferral'), commandId: commandIdSchema, referralId: idSchema, hall: otherHallSchema, openMs: z.int().min(1).max(referralLimits.openMs), fit: fitPartsSchema, about: referredSchema,
});
export const referralOutcomeSchema = z.enum(['confirmed', 'declined', 'expired', 'placeTaken']);
export type ReferralOutcome = z.infer<typeof referralOutcomeSchema>;
/** What the city says has become of it. */
export const settleReferralSchema = z.strictObject({ type: z.literal('settleReferral'), commandId: commandIdSchema, referralId: idSchema, outcome: referralOutcomeSchema });

/** A kiosk sends the person's card, staff may name the number. */
export const answererSchema = z.discriminatedUnion('by', [z.strictObject({ by: z.literal('card'), card: cardSchema }), z.strictObject({ by: z.literal('number'), number: hallNumberSchema })]);
export type Answerer = z.infer<typeof answererSchema>;
export const answerReferralSchema = z.strictObject({ type: z.literal('answerReferral'), commandId: commandIdSchema, referralId: idSchema, who: answererSchema, answer: z.enum(['yes', 'no']) });

/** Somebody who came from the other hall shows the number of there and has one of here by now. */
export const meetReferralSchema = z.strictObject({ type: z.literal('meetReferral'), commandId: commandIdSchema, referralId: idSchema, number: hallNumberSchema });
export const expireReferralsSchema = z.strictObject({ type: z.literal('expireReferrals'), commandId: commandIdSchema });

export const referralCommands = [takeReferralSchema, settleReferralSchema, answerReferralSchema, meetReferralSchema, expireReferralsSchema] as const;
export type TakeReferral = z.infer<typeof takeReferralSchema>;
export type SettleReferral = z.infer<typeof settleReferralSchema>;
export type AnswerReferral = z.infer<typeof answerReferralSchema>;
export type MeetReferral = z.infer<typeof meetReferralSchema>;
