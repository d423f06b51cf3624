/* What became true about shifts and accounts. */
import { z } from 'zod';
import { businessDaySchema, idSchema } from '../scalars.ts';
import { placeSchema } from '../queue/commands.ts';
import { accountFacts } from './accounts/facts.ts';

export const shiftStartedSchema = z.strictObject({ type: z.literal('shiftStarted'), shiftId: idSchema, businessDay: businessDaySchema, staffId: idSchema, place: placeSchema });
/** `forgotten`: nobody ended it on its own day. */
export const shiftEndedSchema = z.strictObject({ type: z.literal('shiftEnded'), shiftId: idSchema, how: z.enum(['ended', 'moved', 'forgotten']) });

export const staffFacts = [shiftStartedSchema, shiftEndedSchema, ...accountFacts] as const;
