/* What faces are told about calls for jobs, talks, hires and draws. People by number and short name only; a price under seal is counted, never told. */
import { z } from 'zod';
import { employerKindSchema } from '../employers/documents.ts';
import { eveningWordSchema } from '../attendance/commands.ts';
import { bodySchema, disputeOutcomeSchema } from '../disputes/commands.ts';
import { disputeNumberSchema } from '../disputes/facts.ts';
import { disputeStates } from '../disputes/view.ts';
import { agreedPaySchema, settlementSchema } from '../jobs/pay.ts';
import { hireModeSchema } from '../jobs/terms.ts';
import { jobStates } from '../jobs/view.ts';
import { businessDaySchema, hallNumberSchema, idSchema, instantSchema } from '../scalars.ts';
import { refuseReasonSchema, sideSchema } from '../talks/commands.ts';
import { certificateSchema } from '../trades/certificate.ts';
import { tradeCodeSchema } from '../trades/trade.ts';
import { hireStates } from './states/hire.ts';
import { tableCallStates } from './states/call.ts';

/** 张* */
const shortName = z.string().max(10);
const by = z.enum(['employer', 'staff', 'worker']);
const count = z.int().min(0);

/** `ended`: over without an end of its own, such as parked or closed with the day. `until`: when an open one lapses by the clock. */
const callFields = {
  callId: idSchema, jobId: idSchema, tableId: idSchema, state: z.enum([...tableCallStates, 'ended']), at: instantSchema, times: z.int().min(1), until: instantSchema.optional(),
};
export const myCallSchema = z.strictObject({ ...callFields, jobNumber: hallNumberSchema, trade: tradeCodeSchema });
export type MyCall = z.infer<typeof myCallSchema>;

/** Why a job of one's own trades has not called: one code, the first that holds. */
export const notCalledCodes = [
  'noNumber', 'notWaiting', 'stopped', 'tooYoung', 'hiredForIt', 'hiredThen', 'parted', 'crewNotWhole', 'crewMemberCannot', 'crewTooLarge', 'drawToCome', 'notInDraw', 'notYourTurn',
  'certificateMissing', 'certificateEnds', 'payBelowWish', 'tooFar', 'endsTooLate', 'tooManyDays', 'allCalled',
] as const;
export const notCalledSchema = z.strictObject({
  jobId: idSchema, jobNumber: hallNumberSchema, trade: tradeCodeSchema, mode: hireModeSchema, placesLeft: count,
  reason: z.enum(notCalledCodes),
  /** of `notYourTurn` and `allCalled` in a plain queue or a draw: how many stand before, counted no further than 99 */
  ahead: count.optional(),
  /** of `stopped` */
  until: instantSchema.optional(),
  /** of the papers */
  certificate: certificateSchema.optional(),
  /** of `notYourTurn` by the plan: the job reaches those who came at `reaches` or before, the own place counts from `countsFrom` (virtual arrival; 0 in front of everybody) */
  reaches: instantSchema.optional(), countsFrom: z.union([instantSchema, z.literal(0)]).optional(), missingMinutes: count.optional(),
});
export type NotCalled = z.infer<typeof notCalledSchema>;

/** What each side has said of one step. A worker's no stands beside an employer's yes: both are told. */
export const marksSchema = z.strictObject({
  arrived: z.strictObject({ at: instantSchema, by }).optional(),
  done: z.strictObject({ at: instantSchema, by }).optional(),
  paid: z.strictObject({ at: instantSchema, by, paidFen: z.int().min(1).optional() }).optional(),
  worker: z.strictObject({ at: instantSchema, arrived: eveningWordSchema.optional(), done: eveningWordSchema.optional(), paid: eveningWordSchema.optional() }).optional(),
});
export type Marks = z.infer<typeof marksSchema>;

const hireFields = {
  hireId: idSchema, number: hallNumberSchema, businessDay: businessDaySchema, state: z.enum(hireStates), at: instantSchema,
  startsAt: instantSchema, endsAt: instantSchema, settleBy: instantSchema, agreedPay: agreedPaySchema, settlement: settlementSchema, marks: marksSchema,
};
export const disputeBriefSchema = z.strictObject({
  disputeId: idSchema, number: disputeNumberSchema, state: z.enum(disputeStates), openedAt: instantSchema, answerBy: businessDaySchema, mediateBy: businessDaySchema,
  transferredTo: bodySchema.optional(), outcome: disputeOutcomeSchema.optional(),
});
export type DisputeBrief = z.infer<typeof disputeBriefSchema>;

export const confirmableSchema = z.enum(['arrived', 'done', 'paid']);
export const myHireSchema = z.strictObject({
  ...hireFields, jobNumber: hallNumberSchema, trade: tradeCodeSchema, place: z.string(), employerName: z.string(), employerKind: employerKindSchema,
  /** what the worker's card may confirm now */
  confirmable: z.array(confirmableSchema), dispute: disputeBriefSchema.optional(),
});
export type MyHire = z.infer<typeof myHireSchema>;

export const offerSchema = z.strictObject({ side: sideSchema, pay: agreedPaySchema, at: instantSchema });
/** One who was called for a job. */
export const calledPersonSchema = z.strictObject({
  ...callFields, number: hallNumberSchema, /** absent for a number without a name */ shortName: shortName.optional(), named: z.boolean(),
  answer: z.strictObject({ at: instantSchema, refusedBy: sideSchema.optional(), reason: refuseReasonSchema.optional() }).optional(),
  offers: z.array(offerSchema),
});
export type CalledPerson = z.infer<typeof calledPersonSchema>;

export const hiredPersonSchema = z.strictObject({ ...hireFields, queueNumber: hallNumberSchema, shortName, dispute: disputeBriefSchema.optional() });
export type HiredPerson = z.infer<typeof hiredPersonSchema>;

const jobHead = z.strictObject({ jobId: idSchema, number: hallNumberSchema, trade: tradeCodeSchema, mode: hireModeSchema, state: z.enum(jobStates), headcount: z.int().min(1), placesLeft: count });
/** `opened` stays empty while the seal holds; cheapest first. */
export const jobPeopleSchema = z.strictObject({
  job: jobHead, called: z.array(calledPersonSchema), hires: z.array(hiredPersonSchema),
  quotes: z.strictObject({ wanted: z.boolean(), sealed: count, opened: z.array(z.strictObject({ quoteId: idSchema, shortName, pay: agreedPaySchema, at: instantSchema, openedAt: instantSchema })) }),
});
export type JobPeople = z.infer<typeof jobPeopleSchema>;

export const liveTalkSchema = calledPersonSchema.extend({ jobNumber: hallNumberSchema, trade: tradeCodeSchema });
export type LiveTalk = z.infer<typeof liveTalkSchema>;

/** Enough to draw it again: list, hash, values, seed, order. */
export const drawSheetSchema = z.strictObject({
  drawId: idSchema, jobId: idSchema, jobNumber: hallNumberSchema, openedAt: instantSchema, numbers: z.array(hallNumberSchema), listHash: z.string().length(64), afterOrder: count,
  drawn: z.strictObject({ at: instantSchema, values: z.array(idSchema), seed: z.string().length(64), /** the numbers by their lots, the first first */ lots: z.array(hallNumberSchema) }).optional(),
});
export type DrawSheet = z.infer<typeof drawSheetSchema>;
