/* What became true after the hire. */
import { z } from 'zod';
import { idSchema } from '../scalars.ts';
import { amountFenSchema } from '../jobs/pay.ts';
import { eveningWordSchema } from './commands.ts';

const by = z.enum(['employer', 'staff', 'worker']);

export const arrivalMarkedSchema = z.strictObject({ type: z.literal('arrivalMarked'), hireId: idSchema, by });
export const workDoneSchema = z.strictObject({ type: z.literal('workDone'), hireId: idSchema, by });
export const payMarkedSchema = z.strictObject({ type: z.literal('payMarked'), hireId: idSchema, by, paidFen: amountFenSchema.optional() });
/** The worker's own word, beside whatever the employer said. */
export const eveningConfirmedSchema = z.strictObject({
  type: z.literal('eveningConfirmed'), hireId: idSchema, workerId: idSchema,
  arrived: eveningWordSchema.optional(), done: eveningWordSchema.optional(), paid: eveningWordSchema.optional(),
});

export const attendanceFacts = [arrivalMarkedSchema, workDoneSchema, payMarkedSchema, eveningConfirmedSchema] as const;
export type ArrivalMarked = z.infer<typeof arrivalMarkedSchema>;
export type WorkDone = z.infer<typeof workDoneSchema>;
export type PayMarked = z.infer<typeof payMarkedSchema>;
export type EveningConfirmed = z.infer<typeof eveningConfirmedSchema>;
