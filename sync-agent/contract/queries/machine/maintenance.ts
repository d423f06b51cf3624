/* Who may open a kiosk for maintenance, and whether somebody at a kiosk is one of them. Asked by kiosks alone; the agent counts wrong tries as the console's sign-in does. */
import { z } from 'zod';
import { idSchema } from '@kuaizhao/db/domain/scalars.ts';
import { signInSchema } from '../../console.ts';

export const maintainerSchema = z.strictObject({ staffId: idSchema, staffName: z.string(), /** the hall holds this person's card: it has to lie on the reader too */ withCard: z.boolean() });
export type Maintainer = z.infer<typeof maintainerSchema>;

export const maintainersQuery = { request: z.strictObject({}), reply: z.strictObject({ staff: z.array(maintainerSchema).max(200) }) } as const;

/** `cardNumber`: of the card on the reader. Not granted: wrong name, PIN or card, told apart by nobody; `waitMs`, after five tries, how long until the next. */
export const mayMaintainQuery = {
  request: signInSchema.extend({ cardNumber: z.string().regex(/^\d{17}[\dX]$/).optional() }),
  reply: z.discriminatedUnion('granted', [z.strictObject({ granted: z.literal(true) }), z.strictObject({ granted: z.literal(false), waitMs: z.int().min(0) })]),
} as const;

export const maintenanceQueries = { maintainers: maintainersQuery, mayMaintain: mayMaintainQuery } as const;
