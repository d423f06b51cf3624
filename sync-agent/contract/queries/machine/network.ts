/* What supervisors may ask about the hall's network of devices: who is in, who wants in; and the steps before somebody is, which leave nothing in the hall: a code, its end, a no to a browser. */
import { z } from 'zod';
import { deviceProofs, deviceRoles, enrolDeviceSchema, keyFingerprintSchema } from '@kuaizhao/db/domain/devices/commands.ts';
import { instantSchema } from '@kuaizhao/db/domain/scalars.ts';

const { deviceId, name, printer } = enrolDeviceSchema.shape;
/** Told at most; those that were enrolled last come first. */
export const networkMost = 500;
/** Browsers that wait at once. */
const waitingMost = 20;
const signsSchema = z.string().max(12);

const wantedSchema = z.strictObject({ deviceId, role: z.enum(deviceRoles), name, printer });
const memberSchema = wantedSchema.extend({
  proof: z.enum(deviceProofs), until: instantSchema, revokedAt: instantSchema.optional(),
  /** whether its line is there; `since` then as far as the agent remembers */
  here: z.boolean(), since: instantSchema.optional(),
});
/** `open`: waits for a device with the code; `proved`: it came, and shows `signs`; `in`: it has its certificate. `leftMs`: until it is over by itself. */
const enrollingSchema = z.discriminatedUnion('at', [
  z.strictObject({ at: z.literal('open'), wanted: wantedSchema, leftMs: z.number(), code: z.string().regex(/^\d{8}$/), triesLeft: z.int() }),
  z.strictObject({ at: z.literal('proved'), wanted: wantedSchema, leftMs: z.number(), signs: signsSchema, fingerprint: keyFingerprintSchema }),
  z.strictObject({ at: z.literal('in'), wanted: wantedSchema, leftMs: z.number() }),
]);

export const networkQueries = {
  /** `lan`: false where the hall speaks over plain http alone, and nobody has to be let in. */
  network: {
    request: z.strictObject({}),
    reply: z.strictObject({
      lan: z.boolean(), devices: z.array(memberSchema).max(networkMost),
      waiting: z.array(z.strictObject({ role: z.enum(['board', 'console']), signs: signsSchema, fingerprint: keyFingerprintSchema })).max(waitingMost),
      enrolling: enrollingSchema.optional(),
    }),
  },
  /** A code for five minutes; the one before is gone. Refuses `printerUnknown`, and `deviceUnknown` where there is no network. */
  openEnrolment: { request: wantedSchema, reply: z.strictObject({}) },
  closeEnrolment: { request: z.strictObject({}), reply: z.strictObject({}) },
  /** A no to the browser that shows these signs; refuses `deviceUnknown` when none does. */
  dismissBrowser: { request: z.strictObject({ signs: signsSchema }), reply: z.strictObject({}) },
} as const;
export type NetworkMember = z.infer<typeof memberSchema>;
export type EnrollingSeen = z.infer<typeof enrollingSchema>;
