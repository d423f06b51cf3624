/* Asking that points be looked at again, and the answer. */
import { z } from 'zod';
import { commandIdSchema, idSchema, remarkTextSchema } from '../scalars.ts';

/** By whoever the points are against, at a window; `statement` in their own words. */
export const appealSchema = z.strictObject({ type: z.literal('appeal'), commandId: commandIdSchema, pointsId: idSchema, statement: remarkTextSchema.optional() });
/** Upheld: the points are gone, and a stop that they alone brought is lifted. Supervisors only. */
export const decideAppealSchema = z.strictObject({ type: z.literal('decideAppeal'), commandId: commandIdSchema, appealId: idSchema, uphold: z.boolean() });

export const standingCommands = [appealSchema, decideAppealSchema] as const;
export type Appeal = z.infer<typeof appealSchema>;
export type DecideAppeal = z.infer<typeof decideAppealSchema>;
