/* Questions about people; a kiosk asks only for the card that lies on it. */
import { z } from 'zod';
import { cityCoursesMost, courseSchema } from '@kuaizhao/db/domain/content/city-offers.ts';
import { hireStates } from '@kuaizhao/db/domain/hiring/states/hire.ts';
import { agreedPaySchema } from '@kuaizhao/db/domain/jobs/pay.ts';
import { jobStates } from '@kuaizhao/db/domain/jobs/view.ts';
import { accessCopySchema } from '@kuaizhao/db/domain/people/data/access-copy.ts';
import { cardSchema } from '@kuaizhao/db/domain/people/card.ts';
import { ageBandSchema, idNumberSchema } from '@kuaizhao/db/domain/people/commands.ts';
import { erasureReceiptSchema } from '@kuaizhao/db/domain/people/data/facts.ts';
import { rightReceiptSchema, rightSchema } from '@kuaizhao/db/domain/people/data/receipt-number.ts';
import { whoSchema } from '@kuaizhao/db/domain/people/who.ts';
import { ticketStates } from '@kuaizhao/db/domain/queue/view.ts';
import { businessDaySchema, hallNumberSchema, idSchema, instantSchema, nameTextSchema, phoneSchema } from '@kuaizhao/db/domain/scalars.ts';
import { tradeCodeSchema } from '@kuaizhao/db/domain/trades/trade.ts';

const documentSchema = z.enum(['resident', 'hkMacaoTaiwan', 'foreigner2017', 'foreigner2023', 'socialSecurity', 'witnessed']);
export const foundWorkerSchema = z.strictObject({
  workerId: idSchema, shortName: z.string(), sex: z.enum(['male', 'female']).optional(), birthYear: z.string().optional(), ageBand: ageBandSchema.optional(),
  document: documentSchema, registeredAt: instantSchema, lastDay: businessDaySchema.optional(), mergedInto: idSchema.optional(),
});

/** Staff look for somebody who stands there without a card. At most 20, newest first. */
export const findWorkersQuery = {
  request: z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('number'), text: idNumberSchema }), z.strictObject({ by: z.literal('phone'), text: phoneSchema }), z.strictObject({ by: z.literal('name'), text: nameTextSchema }),
    /** a record that another answer has named */
    z.strictObject({ by: z.literal('id'), text: idSchema }),
  ]),
  reply: z.strictObject({ workers: z.array(foundWorkerSchema).max(20) }),
} as const;

/** Everything held of one person. At a kiosk by the card that lies there, without what concerns help. Staff give a reason, which the agent logs with who asked. */
/** At a console with a reason and before four eyes: the second person has proved by PIN to stand there. */
export const accessCopyQuery = {
  request: z.strictObject({ who: whoSchema, reason: z.enum(['personAsked', 'correction', 'dispute', 'inspection']).optional() }),
  reply: z.strictObject({ copy: accessCopySchema, /** of this look */ receipt: rightReceiptSchema.optional() }),
} as const;

/** A worker's phone for the employer of one job. At a kiosk the card of somebody who may post for that employer must lie there. */
export const phoneForEmployerQuery = {
  request: z.strictObject({
    asked: z.discriminatedUnion('by', [z.strictObject({ by: z.literal('call'), callId: idSchema }), z.strictObject({ by: z.literal('hire'), hireId: idSchema })]),
    card: cardSchema.optional(),
    /** at a console, where it takes four eyes as well */
    reason: z.enum(['employerAsked', 'dispute']).optional(),
  }),
  reply: z.strictObject({ phone: phoneSchema }),
} as const;

export const mergeProposalsQuery = {
  request: z.strictObject({}),
  reply: z.strictObject({ proposals: z.array(z.strictObject({ proposalId: idSchema, from: foundWorkerSchema, into: foundWorkerSchema, at: instantSchema })).max(50) }),
} as const;
/** Merges of a person that stand, for undoing one. */
export const mergesQuery = {
  request: z.strictObject({ workerId: idSchema }),
  reply: z.strictObject({ merges: z.array(z.strictObject({ mergeId: idSchema, from: idSchema, into: idSchema, by: idSchema, at: instantSchema })) }),
} as const;
/** The person of a receipt asks whether it is done: when, and how many records went, or which right it was about. */
export const erasureQuery = {
  request: z.strictObject({ receipt: z.union([erasureReceiptSchema, rightReceiptSchema]) }),
  reply: z.strictObject({ erased: z.strictObject({ at: instantSchema, records: z.int().min(1) }).optional(), done: z.strictObject({ at: instantSchema, right: rightSchema }).optional() }),
} as const;

/** What the city's other halls know of somebody who agreed to it here and there, together: which halls and which employers is not told. `trades`: newer than here; for the person to say yes to. */
export const knownElsewhereQuery = {
  request: z.strictObject({ workerId: idSchema }),
  reply: z.strictObject({
    /** whether the city can be told of anybody at all */
    cityKnown: z.boolean(),
    known: z.strictObject({ halls: z.int().min(1), hires: z.int().min(0), came: z.int().min(0), missed: z.int().min(0), trades: z.array(tradeCodeSchema).max(6).optional() }).optional(),
  }),
} as const;

/** Crews of the day, by the numbers on their tickets. */
export const crewsQuery = {
  request: z.strictObject({}),
  reply: z.strictObject({ crews: z.array(z.strictObject({ crewId: idSchema, numbers: z.array(hallNumberSchema) })) }),
} as const;
const jobBehindSchema = { jobId: idSchema, jobNumber: hallNumberSchema, trade: tradeCodeSchema, employerId: idSchema, employerName: z.string() };
/**
 * What the number on somebody's paper is about; of the open day when none is named. Who holds a queue number is told once it has been called, to those in charge always: nobody is
 * picked by a name. The agent logs who asked.
 */
export const paperNumberQuery = {
  request: z.strictObject({ number: hallNumberSchema, day: businessDaySchema.optional() }),
  reply: z.strictObject({ about: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({ kind: z.literal('ticket'), ticketId: idSchema, state: z.enum(ticketStates), worker: foundWorkerSchema.optional() }),
    z.strictObject({ kind: z.literal('job'), state: z.enum(jobStates), ...jobBehindSchema }),
    z.strictObject({ kind: z.literal('hire'), hireId: idSchema, state: z.enum(hireStates), worker: foundWorkerSchema.optional(), agreedPay: agreedPaySchema, startsAt: instantSchema, ...jobBehindSchema }),
  ]) }),
} as const;

/** How many people want to learn each trade, and the courses of the city that are not over, the earliest first. */
export const trainingDemandQuery = {
  request: z.strictObject({}),
  reply: z.strictObject({ demand: z.array(z.strictObject({ trade: tradeCodeSchema, count: z.int().min(1) })), courses: z.array(courseSchema).max(cityCoursesMost) }),
} as const;
