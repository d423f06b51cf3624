/* What became true between hall and city about people: told in a box, erased by a mark. */
import { z } from 'zod';
import { idSchema, instantSchema } from '../../scalars.ts';
import { erasureMarkSchema, shareSchema } from './commands.ts';
import { cityKeyWordSchema } from './person.ts';

/** The rows of table `share`, the only ones of the journal that hold anything personal. `erased` stands in place of the box once it is gone: the SHA-256 of the body that was there (`erasedBody` of records/chain.ts). */
export const workerSharedSchema = z.strictObject({ type: z.literal('workerShared'), workerId: idSchema, share: shareSchema.optional(), erased: z.string().regex(/^[0-9a-f]{64}$/).optional() });
/** The hall has done what the city's erasure asks. It says so with all that the city needs to know of it again after a restore. */
export const erasureHeardSchema = z.strictObject({ type: z.literal('erasureHeard'), erasure: erasureMarkSchema, at: instantSchema, /** records that went */ records: z.int().min(0).max(64) });

/** Boxes behind this row are closed for this key of the city or a newer one. */
export const cityKeyTakenSchema = z.strictObject({ type: z.literal('cityKeyTaken'), keyId: cityKeyWordSchema.shape.keyId });

export const sharingFacts = [workerSharedSchema, erasureHeardSchema, cityKeyTakenSchema] as const;
export type WorkerShared = z.infer<typeof workerSharedSchema>;
export type ErasureHeard = z.infer<typeof erasureHeardSchema>;
