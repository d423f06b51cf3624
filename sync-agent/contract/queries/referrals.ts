/* What a face may ask about work in other halls: somebody's own offers, and at a desk who was referred and who is expected. */
import { z } from 'zod';
import { fitPartsSchema } from '@kuaizhao/db/domain/matching/pairs/reasons.ts';
import { cardSchema } from '@kuaizhao/db/domain/people/card.ts';
import { jobElsewhereSchema, otherHallSchema } from '@kuaizhao/db/domain/referrals/commands.ts';
import { referralStates } from '@kuaizhao/db/domain/referrals/view.ts';
import { hallNumberSchema, idSchema, instantSchema } from '@kuaizhao/db/domain/scalars.ts';

const state = z.enum(referralStates);
const times = { offeredAt: instantSchema, /** an offer can be answered until then */ expiresAt: instantSchema, /** a confirmed place is held until then */ heldUntil: instantSchema.optional() };

/** The job with its hall; `fit` is why this one. By the clock: what time has ended reads `expired` before its fact is written. */
export const myReferralSchema = z.strictObject({ referralId: idSchema, number: hallNumberSchema, hall: otherHallSchema, job: jobElsewhereSchema, fit: fitPartsSchema, state, ...times });
export type MyReferral = z.infer<typeof myReferralSchema>;
/** Of today's number, the newest first. */
export const myReferralsQuery = { request: z.strictObject({ card: cardSchema }), reply: z.strictObject({ referrals: z.array(myReferralSchema).max(20) }) } as const;

/** Whoever comes is known by the number of the other hall, and from `metNumber` on by the one of here. */
export const expectedSchema = z.strictObject({
  referralId: idSchema, jobId: idSchema, jobNumber: hallNumberSchema, hall: otherHallSchema, theirNumber: hallNumberSchema, metNumber: hallNumberSchema.optional(), /** hired here */ hired: z.boolean(), fit: fitPartsSchema, state, ...times,
});
export type Expected = z.infer<typeof expectedSchema>;
/** Of the open day: who goes to other halls, and who is expected here; live ones first, then the newest. */
export const cityReferralsQuery = {
  request: z.strictObject({ jobId: idSchema.optional(), limit: z.int().min(1).max(200) }),
  reply: z.strictObject({ going: z.array(myReferralSchema), expected: z.array(expectedSchema) }),
} as const;

export const referralQueries = { myReferrals: myReferralsQuery, cityReferrals: cityReferralsQuery } as const;
