/* The journal as an auditor reads it: by number, newest first, who did what when; ids of what it is about, nobody's name. */
import { z } from 'zod';
import { businessDaySchema, idSchema, instantSchema } from '../scalars.ts';

export const journalPageLimit = 100;
/** Rows looked at for one page: a rare kind costs more pages, never a longer wait for the hall. */
export const journalLookLimit = 1_000;

const kind = z.string().regex(/^[a-zA-Z]{1,60}$/);
export const journalRequestSchema = z.strictObject({
  /** the newest row of this calendar day first; of all when absent */
  day: businessDaySchema.optional(),
  /** these facts and no others */
  kinds: z.array(kind).min(1).max(40).optional(),
  /** what a member of staff did */
  by: idSchema.optional(),
  /** every row about one thing, by its id */
  about: idSchema.optional(),
  /** `next` of the page before: rows below this number */
  after: z.strictObject({ seq: z.int().min(1) }).optional(),
  limit: z.int().min(1).max(journalPageLimit).optional(),
});
export type JournalRequest = z.infer<typeof journalRequestSchema>;

export const journalRowSchema = z.strictObject({
  seq: z.int(), at: instantSchema, fact: kind, about: idSchema,
  /** a member of staff, or the device; absent where the fact says nobody */
  by: idSchema.optional(),
  /** of the chain at this row */
  hash: z.string().length(64),
});
export type JournalRow = z.infer<typeof journalRowSchema>;

export const journalPageSchema = z.strictObject({
  rows: z.array(journalRowSchema).max(journalPageLimit),
  /** there may be more: a page can be short, even empty, and still have a next */
  next: z.strictObject({ seq: z.int().min(1) }).optional(),
  head: z.strictObject({ seq: z.int().min(0), hash: z.string().length(64) }),
  /** rows up to this one, of before `at`, are kept no longer here: the city has them */
  base: z.strictObject({ seq: z.int().min(1), at: instantSchema }).optional(),
  /** the rows that were looked at for this page, each held against the hash of the one before it: `broken` is the first that does not fit */
  checked: z.strictObject({ from: z.int().min(0), to: z.int().min(0), broken: z.int().optional() }),
});
export type JournalPage = z.infer<typeof journalPageSchema>;
