/* What became true about blocks of numbers. Handed-in numbers are `ticketIssued` like any other. */
import { z } from 'zod';
import { businessDaySchema, hallNumberSchema, idSchema, instantSchema } from '../../scalars.ts';

const serial = z.int().min(1).max(99_999);

/** These numbers are this kiosk's on this day, and nobody else's ever. What it has not given out by the end of the day lapses without a word. */
export const numbersLeasedSchema = z.strictObject({
  type: z.literal('numbersLeased'), leaseId: idSchema, deviceId: idSchema, businessDay: businessDaySchema, service: idSchema,
  /** series letter, and the counts from first to last */
  series: z.string().regex(/^[A-Z]$/), from: serial, to: serial,
  /** when the service gives out numbers on that day; absent: at any time */
  open: z.array(z.strictObject({ from: instantSchema, to: instantSchema })).max(10).optional(),
});
/** A number that was given out and leads nowhere: it came after its day, or its holder has another that counts. */
export const leasedNumberLapsedSchema = z.strictObject({
  type: z.literal('leasedNumberLapsed'), leaseId: idSchema, businessDay: businessDaySchema, service: idSchema, number: hallNumberSchema, takenAt: instantSchema,
  why: z.enum(['dayOver', 'alreadyHasNumber']),
});

export const leaseFacts = [numbersLeasedSchema, leasedNumberLapsedSchema] as const;
export type NumbersLeased = z.infer<typeof numbersLeasedSchema>;
