/* What became true about boards and notices. */
import { z } from 'zod';
import { bannerSchema } from '../hall/settings.ts';
import { idSchema, instantSchema } from '../scalars.ts';
import { boardPlanSchema, boardScenes } from './plan.ts';

export const boardPublishedSchema = z.strictObject({ type: z.literal('boardPublished'), boardId: idSchema, plan: boardPlanSchema, by: idSchema });
export const boardRemovedSchema = z.strictObject({ type: z.literal('boardRemoved'), boardId: idSchema, by: idSchema });
/** `null`: by the clock. */
export const boardSceneSetSchema = z.strictObject({ type: z.literal('boardSceneSet'), boardId: idSchema, scene: z.enum(boardScenes).nullable(), by: idSchema });
export const noticePutSchema = z.strictObject({
  type: z.literal('noticePut'), noticeId: idSchema, text: bannerSchema, from: instantSchema, until: instantSchema.optional(), urgent: z.boolean(), by: idSchema,
  /** rules of the filter that would have sent a posting with these words to staff: here staff wrote them */
  ruleIds: z.array(z.string().max(60)).max(40), filterVersion: z.string().max(40),
});
export const noticeEndedSchema = z.strictObject({ type: z.literal('noticeEnded'), noticeId: idSchema, by: idSchema });

export const boardFacts = [boardPublishedSchema, boardRemovedSchema, boardSceneSetSchema, noticePutSchema, noticeEndedSchema] as const;
export type BoardFact = z.infer<(typeof boardFacts)[number]>;
