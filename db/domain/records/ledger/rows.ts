/* The three ledgers of a hall 台账: who sought work, what was offered, who was hired. Ids and numbers first; people as far as the reader may see them. */
import { z } from 'zod';
import { employerKindSchema } from '../../employers/commands.ts';
import { agreedPaySchema, offeredPaySchema, settlementSchema } from '../../jobs/pay.ts';
import { jobStates } from '../../jobs/view.ts';
import { ticketStates } from '../../queue/view.ts';
import { businessDaySchema, hallNumberSchema, idSchema, instantSchema } from '../../scalars.ts';
import { tradeCodeSchema } from '../../trades/trade.ts';
import { pageFields, pageOf } from './page.ts';
import { ledgerPersonSchema } from './person.ts';

/** 求职台账: one row a visit, in the order of its first number; a paper number without identity has its own row. */
export const seekersRequestSchema = z.strictObject({ ...pageFields, state: z.enum(ticketStates).optional(), hired: z.boolean().optional(), workerId: idSchema.optional() });
export type SeekersRequest = z.infer<typeof seekersRequestSchema>;
export const seekerRowSchema = z.strictObject({
  day: businessDaySchema, place: z.int(), number: hallNumberSchema, at: instantSchema, ticketId: idSchema, visitId: idSchema.optional(), workerId: idSchema.optional(),
  trades: z.array(tradeCodeSchema), state: z.enum(ticketStates),
  hires: z.array(z.strictObject({ hireId: idSchema, number: hallNumberSchema, jobNumber: hallNumberSchema, employerId: idSchema })).max(20),
  person: ledgerPersonSchema.optional(),
});
export type SeekerRow = z.infer<typeof seekerRowSchema>;
export const seekersPageSchema = pageOf(seekerRowSchema);

/** 用工台账: one row a posting, in the order of the day. */
export const jobsRequestSchema = z.strictObject({ ...pageFields, state: z.enum(jobStates).optional(), employerId: idSchema.optional() });
export type JobsRequest = z.infer<typeof jobsRequestSchema>;
export const jobLedgerRowSchema = z.strictObject({
  day: businessDaySchema, place: z.int(), number: hallNumberSchema, at: instantSchema, jobId: idSchema,
  employerId: idSchema, employerKind: employerKindSchema, /** a household is a person: its name is masked like one */ employerName: z.string(), creditCode: z.string().optional(),
  trade: tradeCodeSchema, headcount: z.int(), placesLeft: z.int(), hires: z.int(),
  pay: offeredPaySchema, settlement: settlementSchema, workPlace: z.string(), startAt: instantSchema, days: z.int(), hoursPerDay: z.number(),
  state: z.enum(jobStates),
});
export type JobLedgerRow = z.infer<typeof jobLedgerRowSchema>;
export const jobsPageSchema = pageOf(jobLedgerRowSchema);

/** 用工确认台账 (职业介绍记录): one row a hire, in the order of the day. */
export const hiresRequestSchema = z.strictObject({ ...pageFields, jobId: idSchema.optional(), workerId: idSchema.optional() });
export type HiresRequest = z.infer<typeof hiresRequestSchema>;
export const hireRowSchema = z.strictObject({
  day: businessDaySchema, place: z.int(), number: hallNumberSchema, at: instantSchema, hireId: idSchema,
  jobId: idSchema, jobDay: businessDaySchema, jobNumber: hallNumberSchema, queueNumber: hallNumberSchema, headcount: z.int(), workPlace: z.string(), startAt: instantSchema,
  trade: tradeCodeSchema, employerId: idSchema, employerKind: employerKindSchema, employerName: z.string(), creditCode: z.string().optional(),
  workerId: idSchema, person: ledgerPersonSchema.optional(),
  pay: agreedPaySchema, settlement: settlementSchema,
});
export type HireRow = z.infer<typeof hireRowSchema>;
export const hiresPageSchema = pageOf(hireRowSchema);
