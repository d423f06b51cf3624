/* What faces are told about disputes. The words of people are opened for the staff who mediate, and nowhere else. */
import { z } from 'zod';
import { employerKindSchema } from '../employers/documents.ts';
import { disputeBriefSchema, marksSchema } from '../hiring/asked.ts';
import { hireStates } from '../hiring/states/hire.ts';
import { agreedPaySchema, settlementSchema } from '../jobs/pay.ts';
import { businessDaySchema, hallNumberSchema, idSchema, instantSchema } from '../scalars.ts';
import { tradeCodeSchema } from '../trades/trade.ts';
import { bodySchema, disputeKindSchema, evidenceSchema, mediationStepSchema } from './commands.ts';

/** What is late: the first answer of the hall, or the end of mediation. */
export const lateSchema = z.enum(['answer', 'mediation']);
export const disputeRowSchema = disputeBriefSchema.extend({
  kind: disputeKindSchema, businessDay: businessDaySchema, employerName: z.string().optional(), jobNumber: hallNumberSchema.optional(), slipNumber: hallNumberSchema.optional(),
  complainer: z.string().optional(), owedFen: z.int().optional(), ticketNumber: hallNumberSchema.optional(), answered: z.boolean(), late: z.array(lateSchema),
});
export type AskedDispute = z.infer<typeof disputeRowSchema>;

/** What the wage-arrears lines ask for, from the slip: who, where, what work, since when, how much, what proves it. */
export const disputedHireSchema = z.strictObject({
  hireId: idSchema, number: hallNumberSchema, businessDay: businessDaySchema, state: z.enum(hireStates), startsAt: instantSchema, endsAt: instantSchema, settleBy: instantSchema,
  agreedPay: agreedPaySchema, settlement: settlementSchema, marks: marksSchema,
});
export const disputeDetailSchema = disputeRowSchema.extend({
  hire: disputedHireSchema.optional(),
  job: z.strictObject({ jobId: idSchema, number: hallNumberSchema, trade: tradeCodeSchema, place: z.string(), startAt: instantSchema }).optional(),
  employer: z.strictObject({ employerId: idSchema, name: z.string(), kind: employerKindSchema, creditCode: z.string().optional() }).optional(),
  realEmployer: z.strictObject({ employerId: idSchema, name: z.string() }).optional(),
  workerId: idSchema.optional(), sinceDay: businessDaySchema.optional(), evidence: z.array(evidenceSchema), statement: z.string().optional(),
  /** oldest first */
  steps: z.array(z.strictObject({ mediationId: idSchema, step: mediationStepSchema, at: instantSchema, by: idSchema, note: z.string().optional() })),
  closedAt: instantSchema.optional(), rules: z.string(), onwardTo: z.array(bodySchema), bases: z.array(z.strictObject({ law: z.string(), article: z.string() })),
});
export type DisputeDetail = z.infer<typeof disputeDetailSchema>;
