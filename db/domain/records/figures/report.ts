/* Figures as they are asked for and told, with the seal by which a told figure is checked later. */
import { z } from 'zod';
import { businessDaySchema, hallNumberSchema, idSchema, instantSchema } from '../../scalars.ts';
import type { Sha256 } from '../chain.ts';
import { rangeFields } from '../period.ts';
import { reportDefinitionSchema, sliceSchema } from './definition.ts';
import { figureNameSchema, measureSchema } from './measures.ts';

/** A longer time is asked for in parts; split by something, in smaller ones. */
export const reportDaysLimit = 400;
export const splitReportDaysLimit = 93;
export const reportRowsLimit = 5_000;

/** `report`: one of the hall's own definitions by id; or a definition that comes with the question. */
export const figuresRequestSchema = z.strictObject({ report: z.union([idSchema, reportDefinitionSchema]), ...rangeFields });
export type FiguresRequest = z.infer<typeof figuresRequestSchema>;

export const figuresRowSchema = z.strictObject({
  /** `2026-11-21`, `2026-W47`, `2026-11`, or `` */
  period: z.string(),
  /** code of trade or service, or the hour `05`; `` for the whole */
  key: z.string(),
  /** in the order of the definition's figures */
  values: z.array(z.number().nullable()),
});
export type FiguresRow = z.infer<typeof figuresRowSchema>;

/** The hall's word for its figures: what the journal held when they were counted. Whoever has the journal to `seq` counts the same; `chain` is its hash there. A signature goes over `digest`. */
export const sealSchema = z.strictObject({ seq: z.int().min(0), chain: z.string().length(64), digest: z.string().length(64) });
export type Seal = z.infer<typeof sealSchema>;

export const figuresReportSchema = z.strictObject({
  hallId: idSchema, definition: reportDefinitionSchema, ...rangeFields,
  rows: z.array(figuresRowSchema).max(reportRowsLimit), /** more rows than can be told: ask for a shorter time */ cut: z.boolean(),
  /** the periods over all keys; the same as `rows` when the report is not split */
  totals: z.array(figuresRowSchema).max(reportDaysLimit),
  countedAt: instantSchema,
  seal: sealSchema,
});
export type FiguresReport = z.infer<typeof figuresReportSchema>;

/** The seal over the content. The moment of asking is not sealed: the same question about the same journal has the same digest. */
export function sealed(sha256: Sha256, content: Omit<FiguresReport, 'seal' | 'countedAt'>, head: { readonly seq: number; readonly hash: string }): Seal {
  const { hallId, definition, from, to, rows, totals } = content;
  const plain = JSON.stringify([hallId, definition.id, definition.version, definition.figures, definition.by, definition.period, from, to, rows.map(list), totals.map(list), head.seq, head.hash]);
  return { seq: head.seq, chain: head.hash, digest: sha256(plain) };
}
const list = (row: FiguresRow): unknown[] => [row.period, row.key, row.values];

/** Which rows of the journal make this figure? For one measure, a range of days, and optionally one hour, trade or service. */
export const evidencePageLimit = 200;
/** Rows looked at for one page, so that a rare key does not hold up the hall. */
export const evidenceLookLimit = 2_000;
export const evidenceCursorSchema = z.strictObject({ measure: measureSchema, day: businessDaySchema, seq: z.int().min(0), part: z.int().min(-1) });
export const evidenceRequestSchema = z.strictObject({
  figure: figureNameSchema, ...rangeFields,
  slice: sliceSchema, key: z.string().max(20),
  /** `next` of the page before */
  after: evidenceCursorSchema.optional(),
  limit: z.int().min(1).max(evidencePageLimit).optional(),
});
export type EvidenceRequest = z.infer<typeof evidenceRequestSchema>;
export const evidenceRowSchema = z.strictObject({
  measure: measureSchema, day: businessDaySchema, seq: z.int(), at: instantSchema, amount: z.int(), fact: z.string(),
  /** id of what the fact is about, and the number people carried, where it has one */
  subjectId: idSchema, number: hallNumberSchema.optional(),
});
export type EvidenceRow = z.infer<typeof evidenceRowSchema>;
/** `next` is there while there may be more: a page can be short, even empty, and still have a next. */
export const evidencePageSchema = z.strictObject({ rows: z.array(evidenceRowSchema).max(evidencePageLimit), next: evidenceCursorSchema.optional() });
export type EvidencePage = z.infer<typeof evidencePageSchema>;

/** Everything the hall holds about one number of one day, from any paper of the chain: what belongs to it, and every row of the journal that says so. */
export const traceRequestSchema = z.strictObject({ day: businessDaySchema, number: hallNumberSchema });
export type TraceRequest = z.infer<typeof traceRequestSchema>;
export const traceRowsLimit = 500;
export const traceSchema = z.strictObject({
  things: z.array(z.strictObject({ kind: z.enum(['visit', 'ticket', 'call', 'job', 'hire', 'paper']), id: idSchema, number: hallNumberSchema.optional() })).max(traceRowsLimit),
  rows: z.array(z.strictObject({ seq: z.int(), at: instantSchema, fact: z.string(), subjectId: idSchema })).max(traceRowsLimit),
});
export type Trace = z.infer<typeof traceSchema>;
