/* What kiosks and staff may ask about the machines of the hall. */
import { z } from 'zod';
import { checkedSchema, deviceKinds, deviceStates } from '@kuaizhao/db/domain/devices/commands.ts';
import { idSchema, instantSchema } from '@kuaizhao/db/domain/scalars.ts';

const found = checkedSchema.extend({ since: instantSchema });
/** Every machine with its checks; `ready`: nothing is bad. */
export const readinessReplySchema = z.strictObject({
  at: instantSchema, ready: z.boolean(),
  devices: z.array(z.strictObject({ deviceId: idSchema, checks: z.array(found) })),
});
export type ReadinessReply = z.infer<typeof readinessReplySchema>;
export const readinessQuery = { request: z.strictObject({}), reply: readinessReplySchema } as const;

/** Troubles of machines since a moment, the newest first: what broke, when, and until when. */
export const deviceTroublesQuery = {
  request: z.strictObject({ since: instantSchema, limit: z.int().min(1).max(500) }),
  reply: z.strictObject({ troubles: z.array(z.strictObject({ deviceId: idSchema, kind: z.enum(deviceKinds), state: z.enum(deviceStates), from: instantSchema, until: instantSchema.optional() })) }),
} as const;

export const machineQueries = { readiness: readinessQuery, deviceTroubles: deviceTroublesQuery } as const;
