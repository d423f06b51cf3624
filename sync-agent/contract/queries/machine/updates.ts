/* What is to be seen of releases of the kiosk, by supervisors at the console and by whoever runs the machine alike; and the one act of the console about them. */
import { z } from 'zod';
import { idSchema, instantSchema } from '@kuaizhao/db/domain/scalars.ts';

/** `1.12.0` */
export const versionSchema = z.string().regex(/^(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})$/);
/** Below zero when `one` is older. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => text.split('.').map(Number));
  for (const at of [0, 1, 2]) {
    const apart = (a?.[at] ?? 0) - (b?.[at] ?? 0);
    if (apart !== 0) return apart;
  }
  return 0;
}

/** Why a release is not taken. `older`: than what runs, and it never ran here. */
export const releaseRefusals = ['signatureWrong', 'digestWrong', 'platformOther', 'older', 'tooLarge', 'manifestWrong'] as const;
export type ReleaseRefusal = (typeof releaseRefusals)[number];
/** Besides what is wrong with a release itself: `noRoom` on the kiosk's disk. */
export const kioskRefusals = [...releaseRefusals, 'noRoom'] as const;

/** How far a release is let: to the first kiosk, to a share, to every kiosk. */
export const stageSteps = ['one', 'share', 'all'] as const;
/** A kiosk went back, a kiosk did not take it, or somebody said so. */
export const stopReasons = ['rolledBack', 'refused', 'asked'] as const;
/** `nobody`: no kiosk is there to begin with; `night`: kiosks that may have it wait for closed hours; `changing`: it is closed, and they do it now; `watching`: all that have it are watched for a while; `done`: whoever is switched on has it. */
export const stageWaits = ['nobody', 'night', 'changing', 'watching', 'done'] as const;

const kioskSeenSchema = z.strictObject({
  deviceId: idSchema,
  /** what it said last, and when */
  running: versionSchema, healthy: z.boolean(), at: instantSchema,
  /** the version on its disk that it would switch to */
  ready: versionSchema.optional(),
  /** it may have the release of the stage */
  given: z.boolean(),
  /** silent for a whole day while others spoke: nobody waits for it */
  off: z.boolean(),
  /** versions that never came up here, which it went back from; the newest last */
  bad: z.array(versionSchema).max(20),
  refused: z.strictObject({ version: versionSchema, refusal: z.enum(kioskRefusals) }).optional(),
  /** whole minutes of opening hours in which it was well on what runs */
  wellMinutes: z.int().min(0),
});
export const updatesSeenSchema = z.strictObject({
  /** kiosks may be given another version now */
  closed: z.boolean(),
  /** absent while nothing was ever given out */
  stage: z.strictObject({
    version: versionSchema, startedAt: instantSchema, step: z.enum(stageSteps), waits: z.enum(stageWaits),
    /** kiosks that run it and are well, and all for which it is */
    has: z.int().min(0), of: z.int().min(0),
    /** `settled`: somebody has read that it stopped by itself */
    stopped: z.strictObject({ why: z.enum(stopReasons), at: instantSchema, deviceId: idSchema.optional(), settled: z.literal(true).optional() }).optional(),
  }).optional(),
  /** every kiosk that may come in and has told its version, by id */
  kiosks: z.array(kioskSeenSchema).max(500),
});
export type UpdatesSeen = z.infer<typeof updatesSeenSchema>;
export type KioskSeen = UpdatesSeen['kiosks'][number];

export const updateQueries = {
  updates: { request: z.strictObject({}), reply: updatesSeenSchema },
  /** No further kiosk gets this version, those that have it keep it; said again of one that stopped by itself it ends its alarm. `stopped`: false when it is not the one that is given out. */
  stopUpdate: { request: z.strictObject({ version: versionSchema }), reply: z.strictObject({ stopped: z.boolean() }) },
} as const;
