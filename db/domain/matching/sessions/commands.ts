/* A free table asks for work: the hall chooses the job and who comes, and both are called. */
import { z } from 'zod';
import { commandIdSchema, idSchema } from '../../scalars.ts';

/** The next job for a table that is free, with its list. */
export const seatTableSchema = z.strictObject({ type: z.literal('seatTable'), commandId: commandIdSchema, tableId: idSchema });
/** The table is done with its job: whoever is still called waits on, at the old place and as if never called. */
export const endSessionSchema = z.strictObject({ type: z.literal('endSession'), commandId: commandIdSchema, tableId: idSchema });

export const sessionCommands = [seatTableSchema, endSessionSchema] as const;
export type SeatTable = z.infer<typeof seatTableSchema>;
export type EndSession = z.infer<typeof endSessionSchema>;
