/* What stands on each paper, as data. The kiosk host lays it out; names appear on the two slips because they are a promise between people. */
import { z } from 'zod';
import { hallNumberSchema, idSchema, instantSchema } from '../scalars.ts';
import { agreedPaySchema, settlementSchema } from '../jobs/pay.ts';
import { jobTermsSchema } from '../jobs/terms.ts';
import { tradeCodeSchema } from '../trades/trade.ts';
import { employerKindSchema } from '../employers/commands.ts';

/** for whom a contractor or agency posted */
const real = { realEmployerName: z.string().optional() };
const head = { hallName: z.string(), hotline: z.string(), at: instantSchema };

export const queueTicketPaperSchema = z.strictObject({
  kind: z.literal('queueTicket'), ...head, number: hallNumberSchema,
  /** absent for the queue for work */
  serviceLabel: z.string().optional(),
  trades: z.array(tradeCodeSchema), ahead: z.int().min(0),
});
export const jobSlipPaperSchema = z.strictObject({
  kind: z.literal('jobSlip'), ...head, number: hallNumberSchema, employerName: z.string(), employerKind: employerKindSchema, ...real, terms: jobTermsSchema,
});
export const hireSlipPaperSchema = z.strictObject({
  kind: z.literal('hireSlip'), ...head, number: hallNumberSchema, jobNumber: hallNumberSchema, queueNumber: hallNumberSchema,
  workerName: z.string(), employerName: z.string(), employerKind: employerKindSchema, ...real, terms: jobTermsSchema, agreedPay: agreedPaySchema, settlement: settlementSchema,
});
export const paperSchema = z.discriminatedUnion('kind', [queueTicketPaperSchema, jobSlipPaperSchema, hireSlipPaperSchema]);
export type Paper = z.infer<typeof paperSchema>;

/** One paper to be printed by one printer. */
export const printOrderSchema = z.strictObject({
  printJobId: idSchema, printer: idSchema, copy: z.int().min(1).max(99), state: z.enum(['queued', 'sending']), paper: paperSchema,
});
export type PrintOrder = z.infer<typeof printOrderSchema>;
