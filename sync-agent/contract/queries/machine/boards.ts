/* What staff may ask about the big boards and their notices. */
import { z } from 'zod';
import { boardsMost } from '@kuaizhao/db/domain/boards/commands.ts';
import { boardPlanSchema, boardScenes } from '@kuaizhao/db/domain/boards/plan.ts';
import { idSchema, instantSchema } from '@kuaizhao/db/domain/scalars.ts';

/** Every board that has a plan or hangs now. */
export const boardsQuery = {
  request: z.strictObject({}),
  reply: z.strictObject({
    at: instantSchema,
    boards: z.array(z.strictObject({
      boardId: idSchema, plan: boardPlanSchema,
      /** absent: it was never published, and the shipped plan holds */
      published: z.strictObject({ at: instantSchema, by: idSchema }).optional(),
      scene: z.enum(boardScenes), why: z.enum(['clock', 'hand']),
      connected: z.boolean(), /** since when it is connected or lost; absent: never seen since the agent's start */ since: instantSchema.optional(),
      /** its last answers for a call */
      shownAt: instantSchema.optional(), spokenAt: instantSchema.optional(),
      /** of the picture that it last said to show: now less this is its age */
      countedAt: instantSchema.optional(),
    })).max(boardsMost * 5),
  }),
} as const;

/** Notices of the board, the newest first; those of the hall's settings are in none of them. `state` at the moment of asking. */
export const noticesQuery = {
  request: z.strictObject({ limit: z.int().min(1).max(200) }),
  reply: z.strictObject({
    at: instantSchema,
    /** the hall's own, from its settings */
    fixed: z.array(z.string()),
    /** of the city, for all its halls: shown, and not the hall's to change */
    city: z.array(z.strictObject({ noticeId: idSchema, text: z.string(), from: instantSchema, until: instantSchema.optional(), urgent: z.boolean() })).max(200),
    notices: z.array(z.strictObject({
      noticeId: idSchema, text: z.string(), from: instantSchema, until: instantSchema.optional(), urgent: z.boolean(), putAt: instantSchema, by: idSchema,
      state: z.enum(['waits', 'hangs', 'over']), endedAt: instantSchema.optional(),
    })).max(200),
  }),
} as const;

export const boardQueries = { boards: boardsQuery, notices: noticesQuery } as const;
