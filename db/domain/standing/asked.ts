/* What faces are told about the record of either side: what counts, until when, and the way back. */
import { z } from 'zod';
import { businessDaySchema, idSchema, instantSchema } from '../scalars.ts';
import { pointsRemovedSchema, standingSideSchema } from './facts.ts';
import { grades, standingCauses } from './rules.ts';

export const standingEntrySchema = z.strictObject({
  pointsId: idSchema, cause: z.enum(standingCauses), points: z.int().min(1), at: instantSchema,
  /** neither faded nor removed */
  counts: z.boolean(), fadesAt: instantSchema,
  removed: z.strictObject({ at: instantSchema, why: pointsRemovedSchema.shape.why }).optional(),
  /** the paper it is about, when there is one */
  about: z.strictObject({ kind: z.enum(['hireSlip', 'jobSlip', 'dispute', 'queueTicket']), number: z.string().max(20), businessDay: businessDaySchema }).optional(),
  /** may be asked for until then; absent when it no longer can be, or was */
  appealUntil: instantSchema.optional(),
  appeal: z.strictObject({ appealId: idSchema, at: instantSchema, decidedAt: instantSchema.optional(), upheld: z.boolean().optional() }).optional(),
});
export type StandingEntry = z.infer<typeof standingEntrySchema>;

export const standingRecordSchema = z.strictObject({
  points: z.int().min(0), grade: z.enum(grades),
  /** no calls, no postings until then */
  stoppedUntil: instantSchema.optional(),
  /** newest first */
  entries: z.array(standingEntrySchema),
  wayBack: z.strictObject({
    /** hires that ended well since the last entry, and how many take the oldest away */
    cleanHires: z.int().min(0), needed: z.int().min(1),
    /** when the next entry fades, and when the last does */
    nextFadesAt: instantSchema.optional(), clearAt: instantSchema.optional(),
  }),
});
export type StandingRecord = z.infer<typeof standingRecordSchema>;

export const openAppealSchema = z.strictObject({
  appealId: idSchema, at: instantSchema, by: idSchema, side: standingSideSchema, who: idSchema, /** of a worker short, of an employer whole */ name: z.string(),
  entry: standingEntrySchema, statement: z.string().optional(),
});
export type OpenAppeal = z.infer<typeof openAppealSchema>;
