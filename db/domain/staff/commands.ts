/* 班次 (F33): who sits where, from when to when; and accounts. */
import { z } from 'zod';
import { commandIdSchema } from '../scalars.ts';
import { placeSchema } from '../queue/commands.ts';
import { accountCommands } from './accounts/commands.ts';

/** Sits down at a window or table; a shift elsewhere ends with it. */
export const startShiftSchema = z.strictObject({ type: z.literal('startShift'), commandId: commandIdSchema, place: placeSchema });
export const endShiftSchema = z.strictObject({ type: z.literal('endShift'), commandId: commandIdSchema });

export const staffCommands = [startShiftSchema, endShiftSchema, ...accountCommands] as const;
export type StartShift = z.infer<typeof startShiftSchema>;
export type EndShift = z.infer<typeof endShiftSchema>;
