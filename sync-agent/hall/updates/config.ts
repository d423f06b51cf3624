/* Of hall.json: whose releases kiosks may be given, how carefully, and at what time of the day. */
import { z } from 'zod';
import { releaseKeysSchema } from '@kuaizhao/sync-agent/contract/release/head.ts';

const clockTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const updatesConfigSchema = z.strictObject({
  /** public keys of the vendor, from `npm run release -- keys`; more than one while a key is replaced */
  keys: releaseKeysSchema,
  /** a kiosk on a new version must do well for so many minutes of opening hours before the next ones get it */
  healthyMinutes: z.int().min(0).max(10_000).default(120),
  /** of all kiosks, together with the first one, before all of them get it */
  sharePercent: z.int().min(1).max(100).default(25),
  /** the night, local: kiosks may be given another version although nobody closed the day */
  from: clockTimeSchema.default('22:00'), to: clockTimeSchema.default('03:00'),
  /** how often a kiosk asks */
  askSeconds: z.int().min(1).max(600).default(20),
});
export type UpdatesConfig = z.infer<typeof updatesConfigSchema>;
