/* The audit as the auditor reads it: newest first, a page at a time, each held against the chain. */
import { z } from 'zod';
import { businessDaySchema, idSchema, instantSchema } from '../scalars.ts';
import { auditActSchema, auditActs, auditRowSchema } from './row.ts';

export const auditPageLimit = 100;
/** Rows looked at for one page: what is rare costs more pages, never a longer wait for the hall. */
export const auditLookLimit = 1_000;

export const auditRequestSchema = z.strictObject({
  /** of this business day only; of all when absent */
  day: businessDaySchema.optional(),
  /** what this member of staff or this machine did */
  who: idSchema.optional(),
  /** these acts and no others */
  acts: z.array(auditActSchema).min(1).max(auditActs.length).optional(),
  /** `next` of the page before: rows below this number */
  after: z.strictObject({ seq: z.int().min(1) }).optional(),
  limit: z.int().min(1).max(auditPageLimit).optional(),
});
export type AuditRequest = z.infer<typeof auditRequestSchema>;

export const auditPageSchema = z.strictObject({
  rows: z.array(auditRowSchema).max(auditPageLimit),
  /** there may be more: a page can be short, even empty, and still have a next */
  next: z.strictObject({ seq: z.int().min(1) }).optional(),
  head: z.strictObject({ count: z.int().min(0), hash: z.string().length(64) }),
  /** rows up to this one were over their time and are kept no longer */
  base: z.strictObject({ seq: z.int().min(1), at: instantSchema }).optional(),
  /** the rows that were looked at for this page; `broken` is the first that does not follow from the one before it */
  checked: z.strictObject({ from: z.int().min(0), to: z.int().min(0), broken: z.int().optional() }),
});
export type AuditPage = z.infer<typeof auditPageSchema>;
