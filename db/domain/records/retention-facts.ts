/* The command, the fact and the view of the daily clearing. */
import { z } from 'zod';
import { businessDaySchema, commandIdSchema, instantSchema, type Instant } from '../scalars.ts';
import type { ClearedKind } from './retention.ts';

export const runRetentionSchema = z.strictObject({ type: z.literal('runRetention'), commandId: commandIdSchema });
export const retentionCommands = [runRetentionSchema] as const;

const each = <T extends z.ZodType>(schema: T) => z.strictObject({
  workers: schema, pastProfiles: schema, endedConsents: schema, closedHelpCases: schema, opinionTexts: schema, trainingWishes: schema, answers: schema, shifts: schema, ticketNotes: schema, priorityReasons: schema, deskNotes: schema,
  // Not in rows of fact version 1.
  slipPages: schema.optional(), slipMarks: schema.optional(), rightReceipts: schema.optional(),
} satisfies Record<ClearedKind, z.ZodType>);

/** How much of each kind went, and what lay before which instant. `more`: people over their time are left for another run. */
export const retentionRanSchema = z.strictObject({
  type: z.literal('retentionRan'), businessDay: businessDaySchema, cutoffs: each(instantSchema), counts: each(z.int().min(0)), more: z.boolean(),
});
export const retentionFacts = [retentionRanSchema] as const;
export type RetentionRan = z.infer<typeof retentionRanSchema>;

export type Cutoffs = Readonly<Record<ClearedKind, Instant>>;


export interface RetentionView {
  /** People (the record that stands for each) who were last seen before this instant and have no open help case; longest ago first. */
  workersNotSeenSince(before: Instant, limit: number): readonly string[];
  /** How much of every kind but people lies before its cutoff. */
  overTime(cutoffs: Cutoffs): Readonly<Record<Exclude<ClearedKind, 'workers'>, number>>;
  /** The business day of the newest run. */
  lastRetention(): { readonly businessDay: string; readonly more: boolean } | undefined;
}
