/* What stands on each paper, as data. The kiosk host lays it out; names appear on the two slips because they are a promise between people. */
import { z } from 'zod';
import { purposeSchema } from '../people/commands.ts';
import { erasureReceiptSchema } from '../people/data/facts.ts';
import { rightReceiptSchema, rightSchema } from '../people/data/receipt-number.ts';
import { profileFieldSchema } from '../people/profile.ts';
import { leafletSchema } from '../content/leaflet.ts';
import { checkedSchema } from '../devices/commands.ts';
import { checkableSchema } from '../draws/check.ts';
import { evidenceSchema } from '../disputes/commands.ts';
import { disputeKinds } from '../disputes/kinds.ts';
import { businessDaySchema, hallNumberSchema, idSchema, instantSchema } from '../scalars.ts';
import { agreedPaySchema, settlementSchema } from '../jobs/pay.ts';
import { jobTermsSchema } from '../jobs/terms.ts';
import { wallLineSchema, wallLinesMost } from '../hall/wall.ts';
import { tradeCodeSchema } from '../trades/trade.ts';
import { employerKindSchema } from '../employers/commands.ts';
import { catalogueItemSchema } from '../records/directory/entry.ts';

/** for whom a contractor or agency posted */
const real = { realEmployerName: z.string().optional() };
const head = { hallName: z.string(), hotline: z.string(), at: instantSchema };

/** an address that a phone opens from its code */
const pageSchema = z.string().max(100);

export const queueTicketPaperSchema = z.strictObject({
  kind: z.literal('queueTicket'), ...head, number: hallNumberSchema,
  /** absent for the queue for work */
  serviceLabel: z.string().optional(),
  trades: z.array(tradeCodeSchema),
  /** absent when nobody could count: the number was given out without the agent */
  ahead: z.int().min(0).optional(),
});
export const jobSlipPaperSchema = z.strictObject({
  kind: z.literal('jobSlip'), ...head, number: hallNumberSchema, employerName: z.string(), employerKind: employerKindSchema, ...real, terms: jobTermsSchema,
});
export const hireSlipPaperSchema = z.strictObject({
  kind: z.literal('hireSlip'), ...head, number: hallNumberSchema, jobNumber: hallNumberSchema, queueNumber: hallNumberSchema,
  workerName: z.string(), employerName: z.string(), employerKind: employerKindSchema, ...real, terms: jobTermsSchema, agreedPay: agreedPaySchema, settlement: settlementSchema,
  /** the worker is past the statutory retirement age: a notice, never a refusal */
  retirementNotice: z.literal(true).optional(),
  /** of the worker's page of this slip */
  page: pageSchema.optional(),
  /** the hire was taken back: whatever is printed of it now says so */
  void: z.literal(true).optional(),
});
/** 用工方联: for the employer alone, who was hired and what to mark; the slip behind the windscreen is for everybody. */
export const employerCopyPaperSchema = z.strictObject({
  kind: z.literal('employerCopy'), ...head, number: hallNumberSchema, employerName: z.string(), employerKind: employerKindSchema, ...real, terms: jobTermsSchema, page: pageSchema.optional(),
});
const formParts = { number: hallNumberSchema, version: z.string(), title: z.string(), paragraphs: z.array(z.string()), signatures: z.array(z.enum(['employer', 'worker', 'witness'])) };
/** 用工协议 of a hire, by the version of its day. The layout fills the gaps. */
export const agreementPaperSchema = z.strictObject({
  kind: z.literal('agreement'), ...head, ...formParts, jobNumber: hallNumberSchema, workerName: z.string(), employerName: z.string(), ...real,
  terms: jobTermsSchema, agreedPay: agreedPaySchema, settlement: settlementSchema,
});
/** 用工承诺书 of a posting. */
export const promisePaperSchema = z.strictObject({
  kind: z.literal('promise'), ...head, ...formParts, employerName: z.string(), ...real, terms: jobTermsSchema,
});
/** What the wage-arrears lines ask for, on one sheet: who, where, since when, how much, what proves it. */
export const disputeCopyPaperSchema = z.strictObject({
  kind: z.literal('disputeCopy'), ...head, number: z.string().max(20), disputeKind: z.enum(disputeKinds),
  complainer: z.string().optional(), employerName: z.string().optional(), employerKind: employerKindSchema.optional(),
  jobNumber: hallNumberSchema.optional(), trade: tradeCodeSchema.optional(), place: z.string().optional(), startAt: instantSchema.optional(),
  agreedPay: agreedPaySchema.optional(), settlement: settlementSchema.optional(), sinceDay: businessDaySchema.optional(), owedFen: z.int().optional(),
  evidence: z.array(evidenceSchema), statement: z.string().optional(), answerBy: businessDaySchema, mediateBy: businessDaySchema,
});
/** The newest draw of a job, whole, so that anybody can compute it again from the paper. */
export const drawSheetPaperSchema = z.strictObject({ kind: z.literal('drawSheet'), ...head, number: hallNumberSchema, openedAt: instantSchema, drawnAt: instantSchema.optional(), sheet: checkableSchema });
/** The wall of a business day. */
export const rulesPaperSchema = z.strictObject({ kind: z.literal('rules'), ...head, day: businessDaySchema, lines: z.array(wallLineSchema).max(wallLinesMost) });
/** Every machine with what it found before opening. */
export const readinessPaperSchema = z.strictObject({
  kind: z.literal('readiness'), ...head, day: businessDaySchema, devices: z.array(z.strictObject({ deviceId: idSchema, checks: z.array(checkedSchema) })).max(200),
});
/** One sheet to read, as the hall has it now. */
export const leafletPaperSchema = z.strictObject({ kind: z.literal('leaflet'), ...head, leaflet: leafletSchema });
/** How many jobs stand on a printed catalogue: a metre of paper and no more. */
export const catalogueLinesMost = 80;
/** 岗位发布目录 of a day for hand and pocket: what is still open, by trade; no employer, no person. */
export const cataloguePaperSchema = z.strictObject({
  kind: z.literal('catalogue'), ...head, day: businessDaySchema, jobs: z.array(catalogueItemSchema).max(catalogueLinesMost), /** open ones that found no room */ more: z.int().min(0),
});
/** That somebody's data are gone from this hall, for whoever asked for it: the receipt's number and how many records went, and nobody's name. `at`: when. */
export const erasureReceiptPaperSchema = z.strictObject({ kind: z.literal('erasureReceipt'), ...head, receipt: erasureReceiptSchema, records: z.int().min(1) });
/** That somebody gave or took back a consent, had something put right, or was shown everything: what kinds of things, never what was in them, and nobody's name. `at`: when. */
export const rightReceiptPaperSchema = z.strictObject({ kind: z.literal('rightReceipt'), ...head, receipt: rightReceiptSchema, right: rightSchema, whats: z.array(z.union([purposeSchema, profileFieldSchema])).max(12), textVersion: z.string().optional() });
export const paperSchema = z.discriminatedUnion('kind', [
  queueTicketPaperSchema, jobSlipPaperSchema, hireSlipPaperSchema, agreementPaperSchema, promisePaperSchema, disputeCopyPaperSchema, drawSheetPaperSchema, rulesPaperSchema, readinessPaperSchema, leafletPaperSchema, cataloguePaperSchema, employerCopyPaperSchema, erasureReceiptPaperSchema, rightReceiptPaperSchema,
]);
export type Paper = z.infer<typeof paperSchema>;

/** One paper to be printed by one printer. */
export const printOrderSchema = z.strictObject({
  printJobId: idSchema, printer: idSchema, copy: z.int().min(1).max(99), state: z.enum(['queued', 'sending']), paper: paperSchema,
});
export type PrintOrder = z.infer<typeof printOrderSchema>;
