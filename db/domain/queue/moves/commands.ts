/* What staff do with one ticket: out of order, transfer, park, return, further services, class, note, undo. Each is one recorded command. */
import { z } from 'zod';
import { commandIdSchema, hallNumberSchema, idSchema, remarkTextSchema } from '../../scalars.ts';

const head = { commandId: commandIdSchema };

/** Why a number is called before its turn. */
export const outOfOrderReasonSchema = z.enum(['emergency', 'frail', 'calledWrongly', 'servedBefore', 'leavingSoon', 'other']);
/** This waiting or parked number to a window now, past everybody. An open call of that window ends as served. */
export const callOutOfOrderSchema = z.strictObject({ type: z.literal('callOutOfOrder'), ...head, windowId: idSchema, ticketId: idSchema, reason: outOfOrderReasonSchema });

export const transferTargetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('service'), service: idSchema }),
  /** to be called by this window only; `service` changes what for */
  z.strictObject({ kind: z.literal('window'), windowId: idSchema, service: idSchema.optional() }),
  /** to be called by the window where this member of staff sits */
  z.strictObject({ kind: z.literal('person'), staffId: idSchema, service: idSchema.optional() }),
]);
/** The ticket keeps its number and, with `kept`, its place in the hall's sequence. */
export const transferSchema = z.strictObject({ type: z.literal('transfer'), ...head, ticketId: idSchema, to: transferTargetSchema, at: z.enum(['kept', 'first', 'last']) });

/** The person fills in a form or fetches a paper; the window is free. */
export const parkSchema = z.strictObject({ type: z.literal('park'), ...head, callId: idSchema });
/** Back: is the next of the window that parked it, or with `windowId` is called there at once. */
export const unparkSchema = z.strictObject({ type: z.literal('unpark'), ...head, ticketId: idSchema, windowId: idSchema.optional() });
/** A number that was missed waits again. */
export const reinstateSchema = z.strictObject({ type: z.literal('reinstate'), ...head, ticketId: idSchema });
/** Who missed a call says at a kiosk or desk that they are here, with the number on the paper. */
export const confirmAgainSchema = z.strictObject({ type: z.literal('confirmAgain'), ...head, number: hallNumberSchema });
/** One more service on the same number, after those it has. */
export const addServiceSchema = z.strictObject({ type: z.literal('addService'), ...head, ticketId: idSchema, service: idSchema });
/** The number is not needed any more. */
export const closeTicketSchema = z.strictObject({ type: z.literal('closeTicket'), ...head, ticketId: idSchema, reason: z.enum(['left', 'duplicate', 'mistake']) });

/** Why somebody is in the priority class: staff-only, kept sealed, on no screen and no paper. */
export const priorityReasons = ['elder', 'disabled', 'pregnant', 'infant', 'soldier', 'veteran', 'illness'] as const;
export const priorityReasonSchema = z.enum(priorityReasons);
export type PriorityReason = z.infer<typeof priorityReasonSchema>;
/** No reasons: the normal class. */
export const setPrioritySchema = z.strictObject({ type: z.literal('setPriority'), ...head, ticketId: idSchema, reasons: z.array(priorityReasonSchema).max(priorityReasons.length) });

export const addNoteSchema = z.strictObject({ type: z.literal('addNote'), ...head, ticketId: idSchema, note: remarkTextSchema });

/** Takes back the queue command with the id `of`, when nothing has happened since to what it touched. */
export const undoSchema = z.strictObject({ type: z.literal('undo'), ...head, of: commandIdSchema });

export const moveCommands = [
  callOutOfOrderSchema, transferSchema, parkSchema, unparkSchema, reinstateSchema, confirmAgainSchema, addServiceSchema, closeTicketSchema, setPrioritySchema, addNoteSchema, undoSchema,
] as const;
export type CallOutOfOrder = z.infer<typeof callOutOfOrderSchema>;
export type Transfer = z.infer<typeof transferSchema>;
export type TransferTarget = z.infer<typeof transferTargetSchema>;
export type Park = z.infer<typeof parkSchema>;
export type Unpark = z.infer<typeof unparkSchema>;
export type Reinstate = z.infer<typeof reinstateSchema>;
export type ConfirmAgain = z.infer<typeof confirmAgainSchema>;
export type AddService = z.infer<typeof addServiceSchema>;
export type CloseTicket = z.infer<typeof closeTicketSchema>;
export type SetPriority = z.infer<typeof setPrioritySchema>;
export type AddNote = z.infer<typeof addNoteSchema>;
export type Undo = z.infer<typeof undoSchema>;
