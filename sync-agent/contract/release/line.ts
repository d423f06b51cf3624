/* How kiosks hear of releases: bodies and addresses of https with the kiosk's own certificate. Not the kiosk's socket: a kiosk whose wire the agent no longer speaks must still be able to get the release that does. Never change what is here; add a second one beside it. */
import { z } from 'zod';
import { kioskRefusals, versionSchema } from '@kuaizhao/sync-agent/contract/queries/machine/updates.ts';
import { releasePlatformSchema } from './manifest.ts';

/** Whose certificate it is. */
export const releaseDeviceHeader = 'x-kuaizhao-device';
export const releaseAskPath = '/release/ask';
/** A piece of a file: `/release/1.2.0/linux-x64/1048576`, from that byte on. */
export const releasePiecePath = (version: string, platform: string, from: number): string => `/release/${version}/${platform}/${String(from)}`;
export const releasePiecePattern = /^\/release\/(\d+\.\d+\.\d+)\/([a-z0-9]+-[a-z0-9]+)\/(\d{1,10})$/;
/** Bytes of one piece, at most; the agent holds so much for each kiosk that fetches. */
export const pieceBytes = 262_144;
export const releaseBodyBytes = 2_048;
/** The end of a piece's file, so that a kiosk knows when it has all. */
export const releaseSizeHeader = 'x-kuaizhao-size';

export const releaseAskSchema = z.strictObject({
  platform: releasePlatformSchema,
  /** what runs, and whether it has shown that it can */
  running: versionSchema, healthy: z.boolean(),
  /** what lies ready on its disk */
  ready: versionSchema.optional(),
  /** what never came up on this machine; newest last */
  bad: z.array(versionSchema).max(20),
  refused: z.strictObject({ version: versionSchema, refusal: z.enum(kioskRefusals) }).optional(),
});
export type ReleaseAsk = z.infer<typeof releaseAskSchema>;

export const releaseToldSchema = z.strictObject({
  ok: z.literal(true),
  /** have this one ready */
  wanted: versionSchema.optional(),
  /** the hall is closed: switch to it now if nobody stands there */
  maySwitch: z.boolean(),
  /** ask again after so long, milliseconds */
  againMs: z.int().min(100).max(3_600_000),
});
export type ReleaseTold = z.infer<typeof releaseToldSchema>;
