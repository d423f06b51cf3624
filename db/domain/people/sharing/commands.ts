/* What the agent itself asks of the hall's memory: a person told to the city, and an erasure that the city told. Nobody at a screen sends these. */
import { z } from 'zod';
import { commandIdSchema, idSchema, instantSchema } from '../../scalars.ts';
import { cityKeyWordSchema } from './person.ts';

/** Closed for the city's key `to`; `hallKey` is the key of this hall, for what comes back. */
export const shareSchema = z.strictObject({ to: cityKeyWordSchema.shape.keyId, hallKey: cityKeyWordSchema.shape.publicKey, box: z.string().regex(/^[\w-]{60,8000}$/) });
export const shareWorkerSchema = z.strictObject({ type: z.literal('shareWorker'), commandId: commandIdSchema, workerId: idSchema, share: shareSchema });

/** By which whoever holds the number knows that it is the one, and nobody else can tell which it was. Bound to the erasure by its id. */
export const erasureMarkSchema = z.strictObject({ erasureId: idSchema, quick: z.string().regex(/^[0-9a-f]{3}$/), mark: z.string().regex(/^[0-9a-f]{64}$/) });
export type ErasureMark = z.infer<typeof erasureMarkSchema>;
/** `at`: who registered after it has come anew and stays. `workerIds`: whom the agent found here; most often nobody. */
export const hearErasureSchema = z.strictObject({ type: z.literal('hearErasure'), commandId: commandIdSchema, erasure: erasureMarkSchema, at: instantSchema, workerIds: z.array(idSchema).max(16) });

/** From here on the hall closes boxes for this key of the city and for no older one: said in the journal, in whose order the city knows that no older box of this hall is still to come. */
export const takeCityKeySchema = z.strictObject({ type: z.literal('takeCityKey'), commandId: commandIdSchema, keyId: cityKeyWordSchema.shape.keyId });

export const sharingCommands = [shareWorkerSchema, hearErasureSchema, takeCityKeySchema] as const;
export type ShareWorker = z.infer<typeof shareWorkerSchema>;
export type HearErasure = z.infer<typeof hearErasureSchema>;
export type TakeCityKey = z.infer<typeof takeCityKeySchema>;
