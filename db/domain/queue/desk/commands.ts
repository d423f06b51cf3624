/* What staff do with a window and with the day. Who sits there is a shift (staff/shifts.ts). */
import { z } from 'zod';
import { commandIdSchema, idSchema } from '../../scalars.ts';

const head = { commandId: commandIdSchema };

/** The window calls by this profile of the hall for the rest of the day; without one by its own again. */
export const setProfileSchema = z.strictObject({ type: z.literal('setProfile'), ...head, windowId: idSchema, profile: idSchema.optional() });

/** What a window needs help with; shown on every console at once. */
export const helpKindSchema = z.enum(['emergency', 'dispute', 'equipment', 'question', 'relief']);
export const askHelpSchema = z.strictObject({ type: z.literal('askHelp'), ...head, windowId: idSchema, kind: helpKindSchema });
export const answerHelpSchema = z.strictObject({ type: z.literal('answerHelp'), ...head, windowId: idSchema });

/** No more numbers and calls today; whoever still waits is closed with the day. */
export const closeDaySchema = z.strictObject({ type: z.literal('closeDay'), ...head });
/** A day closed by mistake goes on exactly where it was. */
export const reopenDaySchema = z.strictObject({ type: z.literal('reopenDay'), ...head });

export const deskCommands = [setProfileSchema, askHelpSchema, answerHelpSchema, closeDaySchema, reopenDaySchema] as const;
export type SetProfile = z.infer<typeof setProfileSchema>;
export type AskHelp = z.infer<typeof askHelpSchema>;
export type AnswerHelp = z.infer<typeof answerHelpSchema>;
export type CloseDay = z.infer<typeof closeDaySchema>;
export type ReopenDay = z.infer<typeof reopenDaySchema>;
