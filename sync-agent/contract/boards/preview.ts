/*
 * A board before it is published: the console opens the board's page with `#preview` in a frame of its own origin, waits for `ready`, and tells it plan and scene.
 * The page draws what a board would draw: with the picture of a made-up morning, or with the one it is given. It opens no line, makes no sound and answers nothing.
 */
import { z } from 'zod';
import { boardPlanSchema, boardScenes } from '@kuaizhao/db/domain/boards/plan.ts';
import { boardStateSchema } from '../board.ts';

export const previewHash = '#preview';

/** Console → page, as often as the plan changes. Give the frame the panel's own pixels and scale the frame: letters then keep their true share. */
export const previewMessageSchema = z.strictObject({ boardPreview: z.strictObject({ plan: boardPlanSchema, scene: z.enum(boardScenes), state: boardStateSchema.optional() }) });
export type PreviewMessage = z.infer<typeof previewMessageSchema>;

/** Page → console: tell me now. */
export const previewReady = { boardPreview: 'ready' } as const;
