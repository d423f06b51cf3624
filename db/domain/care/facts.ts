/* What became true about help. A fact names the case and never the person, the group or the level: those live in sealed columns. */
import { z } from 'zod';
import { idSchema } from '../scalars.ts';
import { helpOutcomeSchema } from './commands.ts';

export const helpCaseOpenedSchema = z.strictObject({ type: z.literal('helpCaseOpened'), caseId: idSchema, by: idSchema });
export const helpCaseUpdatedSchema = z.strictObject({ type: z.literal('helpCaseUpdated'), caseId: idSchema, by: idSchema });
export const helpVisitRecordedSchema = z.strictObject({ type: z.literal('helpVisitRecorded'), helpVisitId: idSchema, caseId: idSchema, by: idSchema });
export const helpCaseClosedSchema = z.strictObject({
  type: z.literal('helpCaseClosed'), caseId: idSchema, outcome: z.enum([...helpOutcomeSchema.options, 'erased']), /** absent when the person erased everything at a kiosk */ by: idSchema.optional(),
});

export const careFacts = [helpCaseOpenedSchema, helpCaseUpdatedSchema, helpVisitRecordedSchema, helpCaseClosedSchema] as const;
export type HelpCaseClosed = z.infer<typeof helpCaseClosedSchema>;
