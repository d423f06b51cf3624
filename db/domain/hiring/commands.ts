/* Both sides agree at a table; and how an agreement is given back. */
import { z } from 'zod';
import { commandIdSchema, idSchema } from '../scalars.ts';
import { agreedPaySchema, settlementSchema } from '../jobs/pay.ts';
import { cardSchema } from '../people/card.ts';
import { printTargetSchema } from '../printing/print-job.ts';

/** The called worker of a table call takes a place of its job, with the whole crew when there is one. Pay may be absent at the door so that the refusal can name it. */
export const confirmHireSchema = z.strictObject({
  type: z.literal('confirmHire'), commandId: commandIdSchema,
  callId: idSchema,
  agreedPay: agreedPaySchema.optional(),
  settlement: settlementSchema,
});

export const undoReasonSchema = z.enum(['mistake', 'workerCancelled', 'employerCancelled', 'other']);
/** Takes a hire back before the work: the place is free again, the slip void, the worker back at the old place. A crew goes as one. */
export const undoHireSchema = z.strictObject({ type: z.literal('undoHire'), commandId: commandIdSchema, hireId: idSchema, reason: undoReasonSchema });

/** The worker did not come to the van: the place goes to the next. `card`: the employer's, which a kiosk must send. */
export const releaseLateSchema = z.strictObject({ type: z.literal('releaseLate'), commandId: commandIdSchema, hireId: idSchema, card: cardSchema.optional() });

/** Prints a form filled in: the agreement of a hire, the 用工承诺书 of a posting, the intake copy of a dispute, the sheet of a draw, the rules of the wall, a job slip again, the receipt of an erasure. At a kiosk only what everybody may read (draw, rules, a sheet to read, the catalogue of a day), and the slip and the employer's copy for the employer's own card. */
export const printFormSchema = z.strictObject({
  type: z.literal('printForm'), commandId: commandIdSchema,
  form: z.enum(['agreement', 'promise', 'disputeCopy', 'draw', 'rules', 'jobSlip', 'leaflet', 'catalogue', 'employerCopy', 'erasureReceipt', 'rightReceipt']),
  /** of the hire, the job or the dispute; of the job that was drawn for or whose slip it is; the business day of the rules or the catalogue; of the sheet; the number of the receipt */
  id: idSchema,
  /** of a job slip or the employer's copy: the employer's, which a kiosk must send */
  card: cardSchema.optional(),
  printer: printTargetSchema,
});

export const hiringCommands = [confirmHireSchema, undoHireSchema, releaseLateSchema, printFormSchema] as const;
export type ConfirmHire = z.infer<typeof confirmHireSchema>;
export type UndoHire = z.infer<typeof undoHireSchema>;
export type ReleaseLate = z.infer<typeof releaseLateSchema>;
export type PrintForm = z.infer<typeof printFormSchema>;
