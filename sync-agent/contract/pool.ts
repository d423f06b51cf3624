/* The pool of the city on the halls' line: who and what is left over goes up, referrals come down, the answers of people go up. State, not a journal: each message replaces the one before. */
import { z } from 'zod';
import { jobInputsSchema, workerInputsSchema } from '@kuaizhao/db/domain/matching/pairs/inputs.ts';
import { fitPartsSchema } from '@kuaizhao/db/domain/matching/pairs/reasons.ts';
import { jobTermsSchema } from '@kuaizhao/db/domain/jobs/terms.ts';
import { otherHallSchema, referralLimits, referralOutcomeSchema, referredSchema } from '@kuaizhao/db/domain/referrals/commands.ts';
import { refusalCodeSchema } from '@kuaizhao/db/domain/refusal.ts';
import { hallNumberSchema, idSchema } from '@kuaizhao/db/domain/scalars.ts';

export const poolLimits = {
  /** of one hall; who came first and what was posted first go before the others */
  people: 500, jobs: 500, over: 500,
  /** of one message as JSON: a larger one would end the line that carries the journal too */
  bytes: 512 * 1024,
  everyMs: 30_000,
  /** what a hall has not said again for so long counts no more */
  staleMs: 90_000,
  /** messages of one hall about the pool in ten seconds; more are refused by name */
  perTenSeconds: 60,
  /** how long the hub waits for a hall to record what it is told */
  tellMs: 3_000,
  /** and for the hall of the job to hold a place while a person waits at a kiosk */
  holdMs: 1_200,
  /** and how long a hall waits for the hub's word meanwhile */
  answerMs: 2_000,
} as const;

/** Somebody without a place who would go to another hall: what the hard rules and the fit need, no name, no number of a card, no birthday. */
export const leftPersonSchema = workerInputsSchema.pick({ ticketId: true, number: true, order: true, since: true, at: true, trades: true, minor: true, certificates: true, wishes: true, kept: true, broken: true })
  .extend({ busy: z.array(workerInputsSchema.shape.busy.element).max(12) });
export type LeftPerson = z.infer<typeof leftPersonSchema>;

/** A job with places that nobody of its hall is planned or called for. A number asked for by name is of its own hall, so it stays there; so do van and words. */
export const leftJobSchema = jobInputsSchema.pick({ jobId: true, postedAt: true, jobKind: true, placesLeft: true }).extend({
  number: hallNumberSchema, terms: jobTermsSchema.omit({ namedTicket: true, sealedQuotes: true, plate: true, bay: true, title: true, remark: true }),
  /** of the places left */
  places: z.int().min(1).max(999),
});
export type LeftJob = z.infer<typeof leftJobSchema>;

export const leftoversSchema = z.strictObject({
  people: z.array(leftPersonSchema).max(poolLimits.people), jobs: z.array(leftJobSchema).max(poolLimits.jobs),
  /** referrals that have ended in this hall lately: a no, a number that was called or left, a place that is gone */
  over: z.array(idSchema).max(poolLimits.over),
});
export type Leftovers = z.infer<typeof leftoversSchema>;

const refuseReason = z.enum(['malformed', 'notWelcomed', 'tooOften']);
const busy = z.strictObject({ kind: z.literal('busy'), retryMs: z.int().min(0) });
export const leftoversReplySchema = z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('taken') }), z.strictObject({ kind: z.literal('refuse'), reason: refuseReason }), busy]);
export type LeftoversReply = z.infer<typeof leftoversReplySchema>;

/** Hub to hall; told again until it is recorded. `openMs`: what is left of the ten minutes. */
export const referralMessageSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('offered'), referralId: idSchema, hall: otherHallSchema, openMs: z.int().min(1).max(referralLimits.openMs), fit: fitPartsSchema, about: referredSchema }),
  z.strictObject({ kind: z.literal('settled'), referralId: idSchema, outcome: referralOutcomeSchema }),
]);
export type ReferralMessage = z.infer<typeof referralMessageSchema>;
/** `refused`: the hall said no, for instance because the number was called meanwhile. */
export const referralReplySchema = z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('recorded') }), z.strictObject({ kind: z.literal('refused'), code: refusalCodeSchema })]);
export type ReferralReply = z.infer<typeof referralReplySchema>;

/** What a person said; a yes is granted once, and told again it is granted again. */
export const poolAnswerSchema = z.strictObject({ referralId: idSchema, answer: z.enum(['yes', 'no']) });
export const poolAnswerReplySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('granted') }),
  z.strictObject({ kind: z.literal('recorded') }),
  z.strictObject({ kind: z.literal('refuse'), reason: z.enum([...refuseReason.options, 'placeTaken', 'over', 'unknown']) }),
  /** the hall of the job cannot be asked now */
  z.strictObject({ kind: z.literal('away') }),
  busy,
]);
export type PoolAnswerReply = z.infer<typeof poolAnswerReplySchema>;

export interface PoolUp {
  leftovers(leftovers: unknown, reply: (reply: LeftoversReply) => void): void;
  answerReferral(answer: unknown, reply: (reply: PoolAnswerReply) => void): void;
}
export interface PoolDown {
  referral(message: ReferralMessage, reply: (reply: ReferralReply) => void): void;
}
