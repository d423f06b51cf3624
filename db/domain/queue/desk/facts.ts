/* What became true about windows and the day. */
import { z } from 'zod';
import { businessDaySchema, commandIdSchema, idSchema } from '../../scalars.ts';
import { helpKindSchema } from './commands.ts';

const step = commandIdSchema;
export const profileSetSchema = z.strictObject({ type: z.literal('profileSet'), step, windowId: idSchema, profile: idSchema.optional() });
export const helpAskedSchema = z.strictObject({ type: z.literal('helpAsked'), step, windowId: idSchema, kind: helpKindSchema });
export const helpAnsweredSchema = z.strictObject({ type: z.literal('helpAnswered'), step, windowId: idSchema });

/** Every ticket of the day that waited, was called or parked is closed by it. `by` is absent when the rule closed it. */
export const dayClosedSchema = z.strictObject({
  type: z.literal('dayClosed'), businessDay: businessDaySchema, by: idSchema.optional(),
  /** how many were closed: waiting for work, waiting for windows, called, parked */
  work: z.int().min(0), windows: z.int().min(0), called: z.int().min(0), parked: z.int().min(0),
});
/** The numbers are those of the closing it takes back. */
export const dayReopenedSchema = z.strictObject({ type: z.literal('dayReopened'), businessDay: businessDaySchema, by: idSchema, work: z.int().min(0) });

export const deskFacts = [profileSetSchema, helpAskedSchema, helpAnsweredSchema, dayClosedSchema, dayReopenedSchema] as const;
export type DayClosed = z.infer<typeof dayClosedSchema>;
