/* The reply to a question, checked by the schema that the question itself has: the agent is believed no more than anybody else on a socket. */
import { z } from 'zod';
import { queries, type KioskQueryName } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import { refusalSchema } from '@kuaizhao/db/domain/refusal.ts';
import type { Reply } from '@kuaizhao/kiosk/session/event.ts';

export function replySchemaOf(name: KioskQueryName): z.ZodType<Reply> {
  return z.discriminatedUnion('ok', [
    // Name and value belong together: the value was checked by the schema of that name.
    z.strictObject({ ok: z.literal(true), value: queries[name].reply }).transform(({ value }) => ({ ok: true, told: { name, value } }) as Reply),
    z.strictObject({ ok: z.literal(false), refusal: refusalSchema }),
  ]);
}
