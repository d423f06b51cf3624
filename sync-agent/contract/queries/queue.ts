/* What kiosk and console may ask about queues. Numbers, never names; the class of a ticket and its reasons are in no reply. */
import { z } from 'zod';
import { appointmentCodeSchema } from '@kuaizhao/db/domain/queue/appointments/commands.ts';
import { appointmentStates } from '@kuaizhao/db/domain/queue/appointments/view.ts';
import { placeSchema } from '@kuaizhao/db/domain/queue/commands.ts';
import { holdSchema } from '@kuaizhao/db/domain/queue/moves/facts.ts';
import { ticketStates } from '@kuaizhao/db/domain/queue/view.ts';
import { businessDaySchema, hallNumberSchema, idSchema, instantSchema } from '@kuaizhao/db/domain/scalars.ts';

const count = z.int().min(0);
/** Minutes from p50 to p90 in steps of five; `headOfLine` says how long the first has waited, while too little is known of the rate. */
export const waitSchema = z.strictObject({ fromMinutes: count, toMinutes: count, basis: z.enum(['rate', 'headOfLine']) });

/** How long? For a ticket that waits, or for whoever would take a number of this service now. Unknown ticket or service: nobody ahead, no wait. */
export const waitQuery = {
  request: z.union([z.strictObject({ ticketId: idSchema }), z.strictObject({ service: idSchema })]),
  reply: z.strictObject({ ahead: count, wait: waitSchema.optional() }),
} as const;

export const standingSchema = z.strictObject({ rank: z.int(), back: z.int(), order: z.int() });
export const queuedTicketSchema = z.strictObject({
  ticketId: idSchema, number: hallNumberSchema, state: z.enum(ticketStates), since: instantSchema,
  /** services after this one */
  later: z.array(idSchema), hold: holdSchema.optional(), standing: standingSchema,
});
/** Who waits for a service, first of the sequence first, a page at a time. */
export const queueQuery = {
  request: z.strictObject({ service: idSchema, after: standingSchema.optional(), limit: z.int().min(1).max(100) }),
  reply: z.strictObject({ waiting: count, tickets: z.array(queuedTicketSchema) }),
} as const;

/** One number of today with what happened to it. `undo`: the act that may still be taken back. */
export const ticketQuery = {
  request: z.union([z.strictObject({ ticketId: idSchema }), z.strictObject({ number: hallNumberSchema })]),
  reply: z.strictObject({
    ticket: queuedTicketSchema.extend({
      service: idSchema, queue: idSchema, noShows: count, transfers: count, returns: count, missedAt: instantSchema.optional(), notes: count,
      undo: z.strictObject({ of: z.string(), act: z.string(), by: idSchema, at: instantSchema }).optional(),
      calls: z.array(z.strictObject({ callId: idSchema, to: placeSchema, queue: idSchema, at: instantSchema, times: count, state: z.string(), result: idSchema.optional() })),
    }).optional(),
  }),
} as const;

/** What staff wrote about a ticket, oldest first. */
export const ticketNotesQuery = {
  request: z.strictObject({ ticketId: idSchema }),
  reply: z.strictObject({ notes: z.array(z.strictObject({ noteId: idSchema, by: idSchema, at: instantSchema, text: z.string() })) }),
} as const;

/** Slots of a service on a day that can be booked, with the places left in each; none when nothing can be booked. */
export const slotsQuery = {
  request: z.strictObject({ service: idSchema, day: businessDaySchema }),
  reply: z.strictObject({ slots: z.array(z.strictObject({ time: z.string(), slotAt: instantSchema, left: count })).max(288) }),
} as const;

/** Appointments of a day, by slot. Codes, never names. */
export const appointmentsQuery = {
  request: z.strictObject({ day: businessDaySchema, service: idSchema.optional() }),
  reply: z.strictObject({ appointments: z.array(z.strictObject({ code: appointmentCodeSchema, service: idSchema, slotAt: instantSchema, state: z.enum(appointmentStates), /** somebody's card is enough to come with it */ byCard: z.boolean() })).max(500) }),
} as const;

export type WaitReply = z.infer<typeof waitQuery.reply>;
export type QueueReply = z.infer<typeof queueQuery.reply>;
export type TicketReply = z.infer<typeof ticketQuery.reply>;
export type TicketNotesReply = z.infer<typeof ticketNotesQuery.reply>;
