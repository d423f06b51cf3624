/* What became true about appointments. That one was used stands in the number that was taken with it. */
import { z } from 'zod';
import { businessDaySchema, idSchema, instantSchema } from '../../scalars.ts';
import { appointmentCodeSchema } from './commands.ts';

export const appointmentBookedSchema = z.strictObject({
  type: z.literal('appointmentBooked'), appointmentId: idSchema, code: appointmentCodeSchema, businessDay: businessDaySchema, service: idSchema, slotAt: instantSchema,
  /** absent when the code alone is the appointment */
  workerId: idSchema.optional(),
});
export const appointmentCancelledSchema = z.strictObject({ type: z.literal('appointmentCancelled'), appointmentId: idSchema });

export const appointmentFacts = [appointmentBookedSchema, appointmentCancelledSchema] as const;
