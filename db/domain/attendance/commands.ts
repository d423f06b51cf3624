/* 到岗、完工、结算: told by the employer or staff during the day, and by the worker's own card in the evening. */
import { z } from 'zod';
import { commandIdSchema, idSchema } from '../scalars.ts';
import { amountFenSchema } from '../jobs/pay.ts';
import { cardSchema } from '../people/card.ts';
import { printTargetSchema } from '../printing/print-job.ts';

/** `card`: the employer's, which a kiosk must send. */
const told = { commandId: commandIdSchema, hireId: idSchema, card: cardSchema.optional() };

export const markArrivedSchema = z.strictObject({ type: z.literal('markArrived'), ...told });
export const markDoneSchema = z.strictObject({ type: z.literal('markDone'), ...told });
export const markPaidSchema = z.strictObject({ type: z.literal('markPaid'), ...told, /** the whole sum that was handed over */ paidFen: amountFenSchema.optional() });

export const eveningWordSchema = z.enum(['yes', 'no', 'notYet']);
export type EveningWord = z.infer<typeof eveningWordSchema>;
/** The worker taps the card again. `paid: no` opens a dispute, with a ticket for the rights window where the hall has one. */
export const confirmEveningSchema = z.strictObject({
  type: z.literal('confirmEvening'), commandId: commandIdSchema, card: cardSchema, hireId: idSchema,
  arrived: eveningWordSchema.optional(), done: eveningWordSchema.optional(), paid: eveningWordSchema.optional(),
  printer: printTargetSchema.optional(),
});

export const attendanceCommands = [markArrivedSchema, markDoneSchema, markPaidSchema, confirmEveningSchema] as const;
export type MarkArrived = z.infer<typeof markArrivedSchema>;
export type MarkDone = z.infer<typeof markDoneSchema>;
export type MarkPaid = z.infer<typeof markPaidSchema>;
export type ConfirmEvening = z.infer<typeof confirmEveningSchema>;
