/* What became true about crews. A crew is of visits, so it ends with the day by itself. */
import { z } from 'zod';
import { businessDaySchema, idSchema } from '../../scalars.ts';

export const crewFormedSchema = z.strictObject({ type: z.literal('crewFormed'), crewId: idSchema, businessDay: businessDaySchema, visitIds: z.array(idSchema).min(2).max(6) });
export const crewLeftSchema = z.strictObject({ type: z.literal('crewLeft'), crewId: idSchema, visitId: idSchema });
export const crewDissolvedSchema = z.strictObject({ type: z.literal('crewDissolved'), crewId: idSchema, reason: z.enum(['asked', 'tooFew']) });

export const crewFacts = [crewFormedSchema, crewLeftSchema, crewDissolvedSchema] as const;
export type CrewFormed = z.infer<typeof crewFormedSchema>;
export type CrewLeft = z.infer<typeof crewLeftSchema>;
