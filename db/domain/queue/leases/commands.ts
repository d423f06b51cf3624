/* Numbers for the time without the agent: a kiosk holds a block of them, gives them out by itself, and hands in what it gave. */
import { z } from 'zod';
import { businessDaySchema, commandIdSchema, hallNumberSchema, idSchema, instantSchema } from '../../scalars.ts';

/** A block of numbers of one service for the business day that the clock says; it opens no day. */
export const leaseNumbersSchema = z.strictObject({
  type: z.literal('leaseNumbers'), commandId: commandIdSchema, service: idSchema,
  /** the highest count the kiosk remembers to have held today: an agent restored from yesterday does not know it */
  above: z.int().min(0).max(99_999).optional(),
});

/** A card as a kiosk keeps it while the agent is away: closed to the kiosk itself, opened by the hall's own key only. */
export const sealedCardSchema = z.string().regex(/^[\w-]{80,2000}$/);

/** One number that a kiosk gave out of its block while the agent was away; told once, under the id it was kept with. */
export const handInLeasedSchema = z.strictObject({
  type: z.literal('handInLeased'), commandId: commandIdSchema, leaseId: idSchema, businessDay: businessDaySchema, service: idSchema, number: hallNumberSchema,
  /** when it was given out, by the hall's clock as the kiosk knew it */
  takenAt: instantSchema,
  /** the card that lay on the reader */
  sealed: sealedCardSchema.optional(),
  /** a command of the same person that nobody answered: what it may have brought gives way to this number, which is the one the person holds */
  instead: commandIdSchema.optional(),
  /** how its paper ended at the kiosk */
  paper: z.strictObject({ printJobId: idSchema, outcome: z.enum(['printed', 'unknown', 'failed']) }).optional(),
});

export const leaseCommands = [leaseNumbersSchema, handInLeasedSchema] as const;
export type LeaseNumbers = z.infer<typeof leaseNumbersSchema>;
export type HandInLeased = z.infer<typeof handInLeasedSchema>;
