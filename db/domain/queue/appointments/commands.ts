/* A place at a window kept for somebody: booked, given back. Coming is taking a number with it. */
import { z } from 'zod';
import { cardSchema } from '../../people/card.ts';
import { businessDaySchema, commandIdSchema, hallNumberSchema, idSchema } from '../../scalars.ts';

const head = { commandId: commandIdSchema };

/** Series of the service, local time of the slot, how many in it: `F0830-02`. It names nobody and is said aloud. */
export const appointmentCodeSchema = z.string().regex(/^[A-Z]\d{4}-\d{2,3}$/);

export const bookAppointmentSchema = z.strictObject({
  type: z.literal('bookAppointment'), ...head, service: idSchema, day: businessDaySchema, /** local begin of the slot */ time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  /** for whom: the card at a kiosk; staff may also name a number of today, or nobody: then the code alone is the appointment */
  card: cardSchema.optional(), number: hallNumberSchema.optional(),
});
/** At a kiosk with the card that booked; staff by code. */
export const cancelAppointmentSchema = z.strictObject({ type: z.literal('cancelAppointment'), ...head, day: businessDaySchema, code: appointmentCodeSchema, card: cardSchema.optional() });

export const appointmentCommands = [bookAppointmentSchema, cancelAppointmentSchema] as const;
export type BookAppointment = z.infer<typeof bookAppointmentSchema>;
export type CancelAppointment = z.infer<typeof cancelAppointmentSchema>;
