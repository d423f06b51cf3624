/* What became true in the opinion box: nothing about who it was. */
import { z } from 'zod';
import { businessDaySchema, idSchema } from '../scalars.ts';
import { opinionReasonSchema } from './commands.ts';

export const opinionGivenSchema = z.strictObject({ type: z.literal('opinionGiven'), opinionId: idSchema, businessDay: businessDaySchema, stars: z.int().min(1).max(5), reasons: z.array(opinionReasonSchema) });

export const opinionFacts = [opinionGivenSchema] as const;
