/* 抽签: the list is published first, the lots fall afterwards by values that nobody could choose. */
import { z } from 'zod';
import { commandIdSchema, idSchema } from '../scalars.ts';

/** Closes the list of candidates of a job and publishes it. */
export const openDrawSchema = z.strictObject({ type: z.literal('openDraw'), commandId: commandIdSchema, jobId: idSchema });
export const drawLotsSchema = z.strictObject({ type: z.literal('drawLots'), commandId: commandIdSchema, jobId: idSchema });

export const drawCommands = [openDrawSchema, drawLotsSchema] as const;
export type OpenDraw = z.infer<typeof openDrawSchema>;
export type DrawLots = z.infer<typeof drawLotsSchema>;
