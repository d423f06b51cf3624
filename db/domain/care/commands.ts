/* 困难帮扶 (F30): a case of one person, its grounds, its visits, its end. Staff only. */
import { z } from 'zod';
import { commandIdSchema, idSchema, businessDaySchema, remarkTextSchema } from '../scalars.ts';
import { helpGroundSchema } from './level.ts';

const groundsSchema = z.array(helpGroundSchema).max(9);

export const openHelpCaseSchema = z.strictObject({ type: z.literal('openHelpCase'), commandId: commandIdSchema, workerId: idSchema, grounds: groundsSchema });
/** The grounds as they are now; the ones before are gone. */
export const updateHelpCaseSchema = z.strictObject({ type: z.literal('updateHelpCase'), commandId: commandIdSchema, caseId: idSchema, grounds: groundsSchema });
export const helpVisitKindSchema = z.enum(['talk', 'homeVisit', 'phone', 'jobOffered', 'trainingOffered', 'publicPostOffered']);
export const recordHelpVisitSchema = z.strictObject({
  type: z.literal('recordHelpVisit'), commandId: commandIdSchema, caseId: idSchema, kind: helpVisitKindSchema, on: businessDaySchema, note: remarkTextSchema.optional(),
});
export const helpOutcomeSchema = z.enum(['employed', 'publicPost', 'training', 'moved', 'personAsked', 'ended']);
export const closeHelpCaseSchema = z.strictObject({ type: z.literal('closeHelpCase'), commandId: commandIdSchema, caseId: idSchema, outcome: helpOutcomeSchema });

export const careCommands = [openHelpCaseSchema, updateHelpCaseSchema, recordHelpVisitSchema, closeHelpCaseSchema] as const;
export type OpenHelpCase = z.infer<typeof openHelpCaseSchema>;
export type UpdateHelpCase = z.infer<typeof updateHelpCaseSchema>;
export type RecordHelpVisit = z.infer<typeof recordHelpVisitSchema>;
export type CloseHelpCase = z.infer<typeof closeHelpCaseSchema>;
