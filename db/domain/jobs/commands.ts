/* Posting a job, changing, closing and repeating it, reviewing it, and taking it down. */
import { z } from 'zod';
import { commandIdSchema, hallNumberSchema, idSchema, instantSchema, remarkTextSchema, titleTextSchema } from '../scalars.ts';
import { cardSchema } from '../people/card.ts';
import { printTargetSchema } from '../printing/print-job.ts';
import { offeredPaySchema } from './pay.ts';
import { conditionsSchema, draftTermsSchema, jobTermsSchema } from './terms.ts';

export const closeReasonSchema = z.enum(['enough', 'foundElsewhere', 'noWork', 'weather', 'other']);

/** Who acts: a kiosk must send the card of somebody who may post for the employer, staff may act at the desk. */
const card = cardSchema.optional();

/** What an employer without a card showed staff at the desk: the job slip of that posting, or the number it is registered by (a credit code, or the ID number of one of its people). */
export const shownSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('slip'), number: hallNumberSchema }),
  z.strictObject({ kind: z.literal('number'), number: z.string().regex(/^[0-9A-Z]{15,18}$/, { error: 'cardNumberWrong' }) }),
]);
export type Shown = z.infer<typeof shownSchema>;

export const postJobSchema = z.strictObject({
  type: z.literal('postJob'), commandId: commandIdSchema,
  employerId: idSchema,
  /** who posts; a kiosk must send it, staff may post for an employer at the desk */
  card,
  terms: draftTermsSchema,
  printer: printTargetSchema.optional(),
});

/** What an order placed outside may still change; of a posting that people have read, so as `changeJob` does. */
export const orderChangeSchema = z.strictObject({
  validUntil: instantSchema.optional(), headcount: jobTermsSchema.shape.headcount.optional(), pay: offeredPaySchema.optional(),
  title: titleTextSchema.optional(), remark: remarkTextSchema.optional(), conditions: conditionsSchema.optional(),
}).refine((change) => Object.keys(change).length > 0, { error: 'empty' });
export type OrderChange = z.infer<typeof orderChangeSchema>;
/** An order grows by one revision with each change and with its withdrawal. */
export const revisionSchema = z.int().min(1).max(10_000);
export const orderChangesMost = 20;

/**
 * 线上点单、线下确认: an order placed outside comes down the city's line and becomes a job of this hall, through the same checks as at the desk; both sides still meet at a table.
 * The agent itself sends it; `orderId` names the order beyond doubt, whoever tells it again.
 * With `revision` the hall remembers how far it has followed the order, and a no is a fact like a yes: the city reads both in the journal.
 */
export const takeOnlineOrderSchema = z.strictObject({
  type: z.literal('takeOnlineOrder'), commandId: commandIdSchema, orderId: idSchema,
  employer: z.union([z.strictObject({ employerId: idSchema }), z.strictObject({ creditCode: z.string().max(18) })]),
  /** as wanted now */
  terms: draftTermsSchema,
  revision: revisionSchema.optional(),
  /** since it was placed, the earliest first; what the hall has followed already does nothing again */
  changes: z.array(z.strictObject({ revision: revisionSchema, change: orderChangeSchema })).max(orderChangesMost).optional(),
  /** nobody is wanted any more */
  withdrawn: closeReasonSchema.optional(),
});

/** What of a posting can be left out again. */
const leftOutSchema = z.enum(['title', 'remark', 'conditions', 'bay', 'plate', 'leaveBy']);

/** Longer, more or fewer people, better pay, another place or time, other words, somebody named, prices under seal. Less pay, another trade or hazards nobody read of are another posting. */
export const changeJobSchema = z.strictObject({
  type: z.literal('changeJob'), commandId: commandIdSchema, jobId: idSchema, card,
  /** staff send it, or the card */
  shown: shownSchema.optional(),
  /** how often it had been changed when it was read: two desks do not write over each other */
  seen: z.int().min(0).optional(),
  change: z.strictObject({
    validUntil: instantSchema.optional(),
    headcount: jobTermsSchema.shape.headcount.optional(),
    pay: offeredPaySchema.optional(),
    place: jobTermsSchema.shape.place.optional(),
    bay: jobTermsSchema.shape.bay,
    plate: jobTermsSchema.shape.plate,
    startAt: jobTermsSchema.shape.startAt.optional(),
    leaveBy: jobTermsSchema.shape.leaveBy,
    hoursPerDay: jobTermsSchema.shape.hoursPerDay.optional(),
    days: jobTermsSchema.shape.days.optional(),
    title: titleTextSchema.optional(),
    remark: remarkTextSchema.optional(),
    conditions: conditionsSchema.optional(),
    without: z.array(leftOutSchema).min(1).max(leftOutSchema.options.length).optional(),
    /** 点名: this number is called next */
    namedTicket: hallNumberSchema.optional(),
    /** sealed prices wanted, or no longer */
    sealedQuotes: z.boolean().optional(),
  }).refine((change) => Object.keys(change).length > 0, { error: 'empty' }),
  printer: printTargetSchema.optional(),
});

/** The elements of a posting that a change can be about, as its fact names them. */
export const changedElementSchema = z.enum(['validUntil', 'headcount', 'pay', 'place', 'bay', 'plate', 'startAt', 'leaveBy', 'hoursPerDay', 'days', 'title', 'remark', 'conditions', 'namedTicket', 'sealedQuotes']);
export type ChangedElement = z.infer<typeof changedElementSchema>;

/** The employer needs nobody more. */
export const closeJobSchema = z.strictObject({ type: z.literal('closeJob'), commandId: commandIdSchema, jobId: idSchema, card, shown: shownSchema.optional(), reason: closeReasonSchema });

/** The same job again, at the same hour of the next day on which that hour is still to come, or at `startAt`. */
export const repeatJobSchema = z.strictObject({
  type: z.literal('repeatJob'), commandId: commandIdSchema, jobId: idSchema, card,
  startAt: instantSchema.optional(), headcount: jobTermsSchema.shape.headcount.optional(), pay: offeredPaySchema.optional(),
  printer: printTargetSchema.optional(),
});

export const takeDownReasonSchema = z.enum(['employerAsked', 'falseTerms', 'unlawful', 'mistake', 'other']);
export const takeDownJobSchema = z.strictObject({
  type: z.literal('takeDownJob'), commandId: commandIdSchema, jobId: idSchema, reason: takeDownReasonSchema, note: remarkTextSchema.optional(),
});

/** As the filter names its rules. */
export const ruleIdSchema = z.string().regex(/^[A-Za-z0-9.-]{1,60}$/);
export const reviewReasonSchema = z.enum(['fine', 'wording', 'falseTerms', 'lure', 'unlawful', 'employerDoubtful', 'incomplete', 'twice', 'other']);
/** Before a posting is shown, or after, for one that was shown at once. A rejection says why; `other` needs a note. */
export const reviewJobSchema = z.strictObject({
  type: z.literal('reviewJob'), commandId: commandIdSchema, jobId: idSchema,
  outcome: z.enum(['approve', 'reject']), reason: reviewReasonSchema, ruleIds: z.array(ruleIdSchema).max(20).optional(), note: remarkTextSchema.optional(),
  /** where the job slip of an approved posting comes out */
  printer: printTargetSchema.optional(),
});

/** The agent's own broom, after each opening of a day: what ran out of time gets its fact. */
export const expireJobsSchema = z.strictObject({ type: z.literal('expireJobs'), commandId: commandIdSchema, limit: z.int().min(1).max(200) });

export const jobCommands = [postJobSchema, changeJobSchema, closeJobSchema, repeatJobSchema, takeDownJobSchema, reviewJobSchema, expireJobsSchema, takeOnlineOrderSchema] as const;
export type JobCommand = z.infer<(typeof jobCommands)[number]>;
export type TakeOnlineOrder = z.infer<typeof takeOnlineOrderSchema>;
export type PostJob = z.infer<typeof postJobSchema>;
export type ChangeJob = z.infer<typeof changeJobSchema>;
export type CloseJob = z.infer<typeof closeJobSchema>;
export type RepeatJob = z.infer<typeof repeatJobSchema>;
export type TakeDownJob = z.infer<typeof takeDownJobSchema>;
export type ReviewJob = z.infer<typeof reviewJobSchema>;
export type ExpireJobs = z.infer<typeof expireJobsSchema>;
