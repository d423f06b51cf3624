/* What the agent answers to a command: given once for a command id, and the same ever after. */
import { z } from 'zod';
import { factSchema } from '@kuaizhao/db/domain/fact.ts';
import { printOrderSchema } from '@kuaizhao/db/domain/printing/paper.ts';
import { refusalSchema } from '@kuaizhao/db/domain/refusal.ts';
import { commandIdSchema } from '@kuaizhao/db/domain/scalars.ts';

export const answerSchema = z.discriminatedUnion('ok', [
  z.strictObject({
    ok: z.literal(true), commandId: commandIdSchema,
    facts: z.array(factSchema),
    /** papers that the asking device prints now; only those whose state is already `sending` */
    papers: z.array(printOrderSchema),
  }),
  /** `commandId` is absent when the message was too broken to have one */
  z.strictObject({ ok: z.literal(false), commandId: commandIdSchema.optional(), refusal: refusalSchema }),
]);
export type Answer = z.infer<typeof answerSchema>;
