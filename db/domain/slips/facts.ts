/* What became true about the pages of slips. */
import { z } from 'zod';
import { refusalCodeSchema } from '../refusal.ts';
import { hallNumberSchema, idSchema } from '../scalars.ts';
import { slipSideSchema, slipWordSchema } from './words.ts';

/** Whoever holds the paper may see its page. `about`: the hire for the worker, the job for the employer. The journal knows the token's hash only. */
export const slipPageOpenedSchema = z.strictObject({
  type: z.literal('slipPageOpened'), about: idSchema, side: slipSideSchema, digest: z.string().regex(/^[0-9a-f]{64}$/),
  /** the number under which the worker was called */
  queueNumber: hallNumberSchema.optional(),
});
/** The worker's surname for the employer's page, in a box that only whoever holds the employer's paper can open (`surnameBox`). A row of table `share`, so that it goes with an erasure: then `erased` stands in place of the hire and the box. */
export const surnameToldSchema = z.strictObject({
  type: z.literal('surnameTold'), workerId: idSchema, told: z.strictObject({ hireId: idSchema, box: z.string().regex(/^[\w-]{40,60}$/) }).optional(), erased: z.string().regex(/^[0-9a-f]{64}$/).optional(),
});
/** `known`: the hire stood there already. A no is told to whoever marked. */
export const slipMarkTakenSchema = z.strictObject({
  type: z.literal('slipMarkTaken'), markId: idSchema, hireId: idSchema, side: slipSideSchema, word: slipWordSchema, outcome: z.enum(['taken', 'known', 'refused']), refusal: refusalCodeSchema.optional(),
});

export const slipFacts = [slipPageOpenedSchema, surnameToldSchema, slipMarkTakenSchema] as const;
export type SlipPageOpened = z.infer<typeof slipPageOpenedSchema>;
export type SurnameTold = z.infer<typeof surnameToldSchema>;
export type SlipMarkTaken = z.infer<typeof slipMarkTakenSchema>;
