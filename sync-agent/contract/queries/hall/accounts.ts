/* Questions about the accounts of staff (F33). */
import { z } from 'zod';
import { idSchema, instantSchema } from '@kuaizhao/db/domain/scalars.ts';
import { staffRoleSchema } from '@kuaizhao/db/domain/staff/role.ts';

/** Accounts told at most, those that are open first. */
export const accountsTold = 1_000;

/** `name` is absent where a disk was lost; `noPin`: nobody signs in before an admin sets one; `oneTime`: its owner has to set another at the next sign-in; `card`: what opens a kiosk beside the PIN, `lost` where it went with a disk and has to be set again; `waitMs`: so long nobody may try this name after wrong PINs. */
export const accountSchema = z.strictObject({
  staffId: idSchema, name: z.string().optional(), role: staffRoleSchema, oneTime: z.boolean(), noPin: z.boolean(), card: z.enum(['none', 'set', 'lost']), openedAt: instantSchema, closedAt: instantSchema.optional(), waitMs: z.int().min(0),
});
export type Account = z.infer<typeof accountSchema>;

export const accountQueries = {
  accounts: {
    request: z.strictObject({}),
    reply: z.strictObject({ accounts: z.array(accountSchema).max(accountsTold), /** a code for the envelope was made and not used */ recoveryKept: z.boolean() }),
  },
} as const;
