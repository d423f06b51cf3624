/* What somebody marked on the page of a slip, as the city passes it on. */
import { z } from 'zod';
import { commandIdSchema, idSchema } from '../scalars.ts';
import { slipSideSchema, slipWordSchema } from './words.ts';

/** One mark, followed once however often it is told. */
export const takeSlipMarkSchema = z.strictObject({
  type: z.literal('takeSlipMark'), commandId: commandIdSchema, markId: idSchema, hireId: idSchema, side: slipSideSchema, word: slipWordSchema,
});

export const slipCommands = [takeSlipMarkSchema] as const;
export type TakeSlipMark = z.infer<typeof takeSlipMarkSchema>;
