/* What staff ask of the big boards: plans, scenes by hand, and notices. Nothing here is about a person. */
import { z } from 'zod';
import { bannerSchema } from '../hall/settings.ts';
import { commandIdSchema, idSchema, instantSchema } from '../scalars.ts';
import { boardPlanSchema, boardScenes } from './plan.ts';

/** So many boards have a plan at most; far more than any hall hangs up. */
export const boardsMost = 40;
/** So many notices wait or hang at once, beside those of the hall's settings. */
export const noticesMost = 30;

/** The board that connects as `plan.boardId` shows this from now on. */
export const publishBoardSchema = z.strictObject({ type: z.literal('publishBoard'), commandId: commandIdSchema, plan: boardPlanSchema });
/** Its plan is forgotten; a board that still hangs goes back to the shipped one. */
export const removeBoardSchema = z.strictObject({ type: z.literal('removeBoard'), commandId: commandIdSchema, boardId: idSchema });
/** A scene by hand, until the business day is over; null: by the clock again. */
export const setBoardSceneSchema = z.strictObject({ type: z.literal('setBoardScene'), commandId: commandIdSchema, boardId: idSchema, scene: z.enum(boardScenes).nullable() });

/** A notice for all boards, or with `noticeId` other words and times for one that is there. It hangs from `from` (now) until `until` (until somebody ends it). */
export const putNoticeSchema = z.strictObject({
  type: z.literal('putNotice'), commandId: commandIdSchema, noticeId: idSchema.optional(), text: bannerSchema,
  from: instantSchema.optional(), until: instantSchema.optional(),
  /** stands before the others and stands out */
  urgent: z.boolean().optional(),
});
export const endNoticeSchema = z.strictObject({ type: z.literal('endNotice'), commandId: commandIdSchema, noticeId: idSchema });

export const boardCommands = [publishBoardSchema, removeBoardSchema, setBoardSceneSchema, putNoticeSchema, endNoticeSchema] as const;
export type BoardCommand = z.infer<(typeof boardCommands)[number]>;
export type PutNotice = z.infer<typeof putNoticeSchema>;
