/* What became true about what people want. */
import { z } from 'zod';
import { idSchema } from '../../scalars.ts';
import { heldCertificateSchema, wishesSchema } from './wishes.ts';

export const wishesSetSchema = z.strictObject({ type: z.literal('wishesSet'), workerId: idSchema, wishes: wishesSchema });
export const certificateShownSchema = z.strictObject({ type: z.literal('certificateShown'), workerId: idSchema, held: heldCertificateSchema, by: idSchema });
export const jobAppliedForSchema = z.strictObject({ type: z.literal('jobAppliedFor'), jobId: idSchema, ticketId: idSchema, workerId: idSchema });
/** Three jobs that met the person's own terms were declined: the kiosk asks whether the terms are still right. Never a disadvantage. */
export const restateAskedSchema = z.strictObject({ type: z.literal('restateAsked'), workerId: idSchema, ticketId: idSchema });

export const wishesFacts = [wishesSetSchema, certificateShownSchema, jobAppliedForSchema, restateAskedSchema] as const;
export type WishesFact = z.infer<(typeof wishesFacts)[number]>;
