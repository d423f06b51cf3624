/* Numbers and calls. One command path: whoever calls, the board and the voice follow. */
import { z } from 'zod';
import { commandIdSchema, idSchema, remarkTextSchema } from '../scalars.ts';
import { cardSchema } from '../people/card.ts';
import { printTargetSchema } from '../printing/print-job.ts';
import { appointmentCodeSchema, appointmentCommands } from './appointments/commands.ts';
import { deskCommands } from './desk/commands.ts';
import { leaseCommands } from './leases/commands.ts';
import { moveCommands } from './moves/commands.ts';

export const placeSchema = z.strictObject({ kind: z.enum(['window', 'table']), id: idSchema });
export type Place = z.infer<typeof placeSchema>;

/** How many services one ticket can have. */
export const servicesPerTicket = 5;
/** A number for a service window; no identity needed. */
export const takeTicketSchema = z.strictObject({
  type: z.literal('takeTicket'), commandId: commandIdSchema, service: idSchema, printer: printTargetSchema.optional(),
  /** further services on the same number, in this order */
  more: z.array(idSchema).max(servicesPerTicket - 1).optional(),
  /** who puts a card on the reader gets the class of the known age and the day's visit; nothing else is taken from it */
  card: cardSchema.optional(),
  /** the code of an appointment of today; the card's own is found without */
  appointment: appointmentCodeSchema.optional(),
});
/** The next number to a window. An open call of that window ends as served. */
export const callNextSchema = z.strictObject({
  type: z.literal('callNext'), commandId: commandIdSchema, windowId: idSchema,
  /** the call that stood at the window when the key was pressed, null for none: where another stands by now, somebody was faster, and nobody is sent away unserved */
  open: idSchema.nullable().optional(),
});
/** Workers for the job to a table: so many, or without `count` the free places and the standby numbers. */
export const callForJobSchema = z.strictObject({
  type: z.literal('callForJob'), commandId: commandIdSchema, tableId: idSchema, jobId: idSchema, count: z.int().min(1).max(8).optional(),
});
/** Calls the number again: an open call, or one that was missed a short while ago, at once. */
export const recallSchema = z.strictObject({ type: z.literal('recall'), commandId: commandIdSchema, callId: idSchema });
export const markNoShowSchema = z.strictObject({ type: z.literal('markNoShow'), commandId: commandIdSchema, callId: idSchema });
/** Ends a call without a hire: served at a window, or no agreement at a table (the worker then waits on, at the old place). */
export const endCallSchema = z.strictObject({
  type: z.literal('endCall'), commandId: commandIdSchema, callId: idSchema, outcome: z.enum(['served', 'noAgreement']),
  /** a code of the hall's own list of results */
  result: idSchema.optional(),
  /** kept sealed beside the ticket, never in the journal: it may speak of the person */
  note: remarkTextSchema.optional(),
});

/** The person stands at the window. */
export const beginServiceSchema = z.strictObject({ type: z.literal('beginService'), commandId: commandIdSchema, callId: idSchema });
/** What is due of calls that nobody answered; asked by the agent's clock. */
export const tendCallsSchema = z.strictObject({ type: z.literal('tendCalls'), commandId: commandIdSchema });

export const queueCommands = [takeTicketSchema, callNextSchema, callForJobSchema, recallSchema, markNoShowSchema, endCallSchema, beginServiceSchema, tendCallsSchema, ...appointmentCommands, ...moveCommands, ...deskCommands, ...leaseCommands] as const;
export type QueueCommand = z.infer<(typeof queueCommands)[number]>;
export type TakeTicket = z.infer<typeof takeTicketSchema>;
export type CallNext = z.infer<typeof callNextSchema>;
export type CallForJob = z.infer<typeof callForJobSchema>;
export type Recall = z.infer<typeof recallSchema>;
export type MarkNoShow = z.infer<typeof markNoShowSchema>;
export type BeginService = z.infer<typeof beginServiceSchema>;
export type EndCall = z.infer<typeof endCallSchema>;
