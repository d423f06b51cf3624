/* 班组: two to six workers who go together or not at all, for one day. */
import { z } from 'zod';
import { commandIdSchema, idSchema, instantSchema } from '../../scalars.ts';
import { cardSchema } from '../card.ts';
import { whoSchema } from '../who.ts';

/** Everybody lays down the own card, one after the other; nobody is put into a crew by others. */
export const formCrewSchema = z.strictObject({
  type: z.literal('formCrew'), commandId: commandIdSchema,
  members: z.array(z.strictObject({ card: cardSchema, tappedAt: instantSchema })).min(2).max(6),
});
export const leaveCrewSchema = z.strictObject({ type: z.literal('leaveCrew'), commandId: commandIdSchema, who: whoSchema });
/** `who`: the member who asks; staff may do without. */
export const dissolveCrewSchema = z.strictObject({ type: z.literal('dissolveCrew'), commandId: commandIdSchema, crewId: idSchema, who: whoSchema.optional() });

export const crewCommands = [formCrewSchema, leaveCrewSchema, dissolveCrewSchema] as const;
export type FormCrew = z.infer<typeof formCrewSchema>;
export type LeaveCrew = z.infer<typeof leaveCrewSchema>;
export type DissolveCrew = z.infer<typeof dissolveCrewSchema>;
