/* What somebody wants of the work of a day, in the person's own terms: a job that does not meet them is never offered. */
import { z } from 'zod';
import { businessDaySchema } from '../../scalars.ts';
import { certificateSchema } from '../../trades/certificate.ts';
import { amountFenSchema } from '../../jobs/pay.ts';

const clockTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Each absent: everything is welcome. */
export const wishesSchema = z.strictObject({
  /** not for less than this */
  leastPay: z.strictObject({ amountFen: amountFenSchema, unit: z.enum(['hour', 'day']) }).optional(),
  /** from the hall to the work */
  withinKm: z.int().min(1).max(500).optional(),
  /** local time by which each day of work is over */
  homeBy: clockTimeSchema.optional(),
  mostDays: z.int().min(1).max(366).optional(),
  /** would also go to another hall of the city today */
  otherHalls: z.literal(true).optional(),
});
export type Wishes = z.infer<typeof wishesSchema>;

/** A paper that staff have seen, and the last day on which it holds. */
export const heldCertificateSchema = z.strictObject({ certificate: certificateSchema, until: businessDaySchema });
export type HeldCertificate = z.infer<typeof heldCertificateSchema>;
