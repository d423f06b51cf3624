/* Saying what one wants, showing a paper, and wanting one certain job. */
import { z } from 'zod';
import { commandIdSchema, idSchema } from '../../scalars.ts';
import { whoSchema } from '../who.ts';
import { heldCertificateSchema, wishesSchema } from './wishes.ts';

/** All wishes as they are from now on, on later days too; those before are gone. */
export const setWishesSchema = z.strictObject({ type: z.literal('setWishes'), commandId: commandIdSchema, who: whoSchema, wishes: wishesSchema });
/** Staff hold the paper in their hands. Another day for the same paper takes the place of the one before. */
export const showCertificateSchema = z.strictObject({ type: z.literal('showCertificate'), commandId: commandIdSchema, who: whoSchema, held: heldCertificateSchema });
/** 我要报名: this job, also when its trade is not among one's own. */
export const applyForJobSchema = z.strictObject({ type: z.literal('applyForJob'), commandId: commandIdSchema, who: whoSchema, jobId: idSchema });

export const wishesCommands = [setWishesSchema, showCertificateSchema, applyForJobSchema] as const;
export type SetWishes = z.infer<typeof setWishesSchema>;
export type ShowCertificate = z.infer<typeof showCertificateSchema>;
export type ApplyForJob = z.infer<typeof applyForJobSchema>;
