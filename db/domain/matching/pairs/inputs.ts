/* What the plan knows of people and jobs: read from the hall's memory once, when somebody begins to wait or a job opens, and kept, so that a restart plans the same. Sex, exact age, household, ethnic group and health are in no input. */
import { z } from 'zod';
import { agreedPaySchema } from '../../jobs/pay.ts';
import { jobKindSchema } from '../../jobs/facts.ts';
import { jobTermsSchema } from '../../jobs/terms.ts';
import { heldCertificateSchema, wishesSchema } from '../../people/wishes/wishes.ts';
import { hallNumberSchema, idSchema, instantSchema } from '../../scalars.ts';
import { tradeCodeSchema } from '../../trades/trade.ts';

const count = z.int().min(0);

export const workerInputsSchema = z.strictObject({
  ticketId: idSchema, number: hallNumberSchema,
  /** absent for a paper number without a name */
  workerId: idSchema.optional(),
  /** place in the hall's sequence */
  order: count,
  /** where the ticket stands in its queue, among those of the same arrival: in the sequence of `rank`, then behind (`back` above 0) or in front of somebody */
  rank: count, back: z.int(),
  /** virtual arrival: check-in less the head start. 0 stands in front of everybody */
  since: z.union([instantSchema, z.literal(0)]),
  /** check-in itself */
  at: instantSchema,
  /** the one named first is the one done best */
  trades: z.array(tradeCodeSchema).max(6),
  /** 16 or 17 years old */
  minor: z.boolean(),
  stoppedUntil: instantSchema.optional(),
  certificates: z.array(heldCertificateSchema).max(30),
  wishes: wishesSchema,
  /** live hires that are not over */
  busy: z.array(z.strictObject({ jobId: idSchema, startAt: instantSchema, hoursPerDay: z.number(), days: z.int().min(1) })).max(60),
  /** hires of the last half year that ended well, and those that the person broke */
  kept: count, broken: count,
  /** employers for whom a hire ended well for both */
  goodWith: z.array(idSchema).max(64),
  /** jobs that the person asked for by name */
  applied: z.array(idSchema).max(60),
  /** jobs parted from today whose terms have not become better since */
  parted: z.array(idSchema).max(200),
});
export type WorkerInputs = z.infer<typeof workerInputsSchema>;

export const jobInputsSchema = z.strictObject({
  jobId: idSchema, employerId: idSchema, postedAt: instantSchema, jobKind: jobKindSchema, terms: jobTermsSchema, placesLeft: count,
  /** from the hall, where the place is one that the hall knows */
  km: z.number().min(0).max(1_000).optional(),
  /** opened sealed prices by worker; absent while the seal holds, or where none are wanted */
  quotes: z.array(z.strictObject({ workerId: idSchema, pay: agreedPaySchema })).max(200).optional(),
});
export type JobInputs = z.infer<typeof jobInputsSchema>;
