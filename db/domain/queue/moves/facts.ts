/* What became true about one ticket besides its calls. `step` is the id of the command that did it: undo takes back a step whole. */
import { z } from 'zod';
import { commandIdSchema, idSchema } from '../../scalars.ts';

const step = commandIdSchema;
export const holdSchema = z.strictObject({ kind: z.enum(['window', 'person']), id: idSchema });
export type Hold = z.infer<typeof holdSchema>;

/** Opens the facts of one act at the queue: who did what, and at which window. */
export const stepTakenSchema = z.strictObject({ type: z.literal('stepTaken'), step, act: z.string().max(40), by: idSchema, windowId: idSchema.optional() });

/** The ticket waits (again), there. With `callId` that call is over without an end of its own. */
export const ticketRequeuedSchema = z.strictObject({
  type: z.literal('ticketRequeued'),
  /** absent when it follows from what is no act at the queue, such as the end of a shift */
  step: step.optional(), ticketId: idSchema, callId: idSchema.optional(),
  /** the service it waits for now, and those after it */
  queue: idSchema, later: z.array(idSchema),
  rank: z.int().min(0), back: z.int(),
  /** only this window, or the window of this person, calls it */
  hold: holdSchema.optional(),
  why: z.enum(['transferred', 'nextService', 'sentBack', 'reinstated', 'unparked', 'released']),
});
export const ticketParkedSchema = z.strictObject({ type: z.literal('ticketParked'), step, ticketId: idSchema, callId: idSchema, windowId: idSchema });
export const serviceAddedSchema = z.strictObject({ type: z.literal('serviceAdded'), step, ticketId: idSchema, later: z.array(idSchema) });
export const ticketClosedSchema = z.strictObject({ type: z.literal('ticketClosed'), /** absent when the clock says so */ step: step.optional(), ticketId: idSchema, callId: idSchema.optional(), reason: z.enum(['left', 'duplicate', 'mistake', 'missed', /** goes to work in another hall of the city */ 'otherHall']) });
/** The class only; its reasons are sealed beside the ticket. `rank`: its virtual arrival with the head start, from now on its own place. */
export const prioritySetSchema = z.strictObject({ type: z.literal('prioritySet'), step: step.optional(), ticketId: idSchema, priority: z.boolean(), rank: z.int().min(0).optional() });
export const noteAddedSchema = z.strictObject({ type: z.literal('noteAdded'), step, noteId: idSchema, ticketId: idSchema });

/** Everything the step `of` changed is again as it was before; where that leaves tickets, for readers without the hall's tables. */
export const queueUndoneSchema = z.strictObject({
  type: z.literal('queueUndone'), of: step, act: z.string().max(40), by: idSchema,
  tickets: z.array(z.strictObject({ ticketId: idSchema, state: z.enum(['waiting', 'called', 'parked', 'served', 'missed', 'closed']) })),
  /** calls that have never been */
  callsGone: z.array(idSchema),
});

export const moveFacts = [
  stepTakenSchema, ticketRequeuedSchema, ticketParkedSchema, serviceAddedSchema, ticketClosedSchema, prioritySetSchema, noteAddedSchema, queueUndoneSchema,
] as const;
export type StepTaken = z.infer<typeof stepTakenSchema>;
export type TicketRequeued = z.infer<typeof ticketRequeuedSchema>;
