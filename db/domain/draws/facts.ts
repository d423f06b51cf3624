/* What became true about a draw: enough for anybody to draw it again. */
import { z } from 'zod';
import { hallNumberSchema, idSchema } from '../scalars.ts';

/** So that list and order fit into one row of the journal. */
export const candidatesLimit = 2_000;
const numbers = z.array(hallNumberSchema).min(1).max(candidatesLimit);
const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

export const drawOpenedSchema = z.strictObject({
  type: z.literal('drawOpened'), drawId: idSchema, jobId: idSchema,
  /** in the order of the hall */
  numbers,
  /** SHA-256 of the numbers joined by commas */
  listHash: sha256Schema,
  /** the hall's sequence when the list was closed: what is issued after it decides */
  afterOrder: z.int().min(0),
});
export const lotsDrawnSchema = z.strictObject({
  type: z.literal('lotsDrawn'), drawId: idSchema, jobId: idSchema,
  /** ids of the first tickets issued after the list was closed, within the wait for them; when none was, an id made at the draw */
  values: z.array(idSchema).min(1).max(3),
  /** SHA-256 of listHash and the values joined by `|` */
  seed: sha256Schema,
  /** by rising SHA-256 of `seed|number` */
  numbers,
});

export const drawFacts = [drawOpenedSchema, lotsDrawnSchema] as const;
export type DrawOpened = z.infer<typeof drawOpenedSchema>;
export type LotsDrawn = z.infer<typeof lotsDrawnSchema>;
