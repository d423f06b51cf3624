/* Who gets a release when: one kiosk first, then a share, then all of them; the next only when those before it have done well for a set time of opening hours. Pure: what was heard goes in, the next state comes out. */
import { z } from 'zod';
import { idSchema, instantSchema, type Instant } from '@kuaizhao/db/domain/scalars.ts';
import { kioskRefusals, type ReleaseAsk } from '@kuaizhao/sync-agent/contract/release/line.ts';
import { compareVersions, releasePlatformSchema, versionSchema, type ReleasePlatform } from '@kuaizhao/sync-agent/contract/release/manifest.ts';

/** How far a release is let: to the first kiosk, to a share, to every kiosk. */
export const stageSteps = ['one', 'share', 'all'] as const;
export const stageSchema = z.strictObject({
  version: versionSchema, startedAt: instantSchema, step: z.enum(stageSteps),
  /** kiosks that may have it, in the order in which they were let */
  given: z.array(idSchema).max(200),
  /** by a kiosk that went back or did not take it, or by whoever runs the machine */
  stopped: z.strictObject({ why: z.enum(['rolledBack', 'refused', 'asked']), at: instantSchema, deviceId: idSchema.optional() }).optional(),
});
export type Stage = z.infer<typeof stageSchema>;

/** What a kiosk said last. */
export const kioskVersionSchema = z.strictObject({
  platform: releasePlatformSchema, running: versionSchema, healthy: z.boolean(), ready: versionSchema.optional(),
  bad: z.array(versionSchema).max(20), refused: z.strictObject({ version: versionSchema, refusal: z.enum(kioskRefusals) }).optional(),
  at: instantSchema,
  /** milliseconds of opening hours in which it was well on what runs */
  wellMs: z.int().min(0),
});
export type KioskVersion = z.infer<typeof kioskVersionSchema>;

export const updatesStateSchema = z.strictObject({ stage: stageSchema.optional(), kiosks: z.record(idSchema, kioskVersionSchema) });
export type UpdatesState = z.infer<typeof updatesStateSchema>;

export interface StageRules { readonly healthyMinutes: number; readonly sharePercent: number }
/** Between two words of a kiosk at most so much counts: it was perhaps not there. */
const countedMostMs = 60_000;
/** A kiosk that has not been heard of for so long is not the one to try something on. */
const hereMs = 5 * 60_000;

/** A kiosk asked. `open`: the hall is open to people. */
export function heard(state: UpdatesState, deviceId: string, ask: ReleaseAsk, now: Instant, open: boolean): UpdatesState {
  const before = state.kiosks[deviceId];
  const stayed = before !== undefined && before.running === ask.running;
  const apart = before === undefined ? 0 : Math.max(0, Math.min(countedMostMs, now - before.at));
  const wellMs = stayed ? before.wellMs + (open && before.healthy && ask.healthy ? apart : 0) : 0;
  return { ...state, kiosks: { ...state.kiosks, [deviceId]: { ...ask, at: now, wellMs } } };
}

export interface Around {
  /** kiosks that may come in now */
  readonly inForce: readonly string[];
  /** for which the release of the stage is here */
  readonly platforms: readonly ReleasePlatform[];
  readonly rules: StageRules; readonly now: Instant;
}

/** The stage as it is after what was heard: stopped, a step further, or the same. */
export function moved(state: UpdatesState, { inForce, platforms, rules, now }: Around): UpdatesState {
  const { stage } = state;
  if (stage === undefined || stage.stopped !== undefined) return state;
  const fit = inForce.toSorted().filter((id) => { const kiosk = state.kiosks[id]; return kiosk !== undefined && platforms.includes(kiosk.platform); });
  for (const deviceId of fit) {
    const why = failure(state.kiosks[deviceId], stage);
    if (why !== undefined) return { ...state, stage: { ...stage, stopped: { why, at: now, deviceId } } };
  }
  const given = stage.given.filter((id) => fit.includes(id));
  const waiting = fit.filter((id) => !given.includes(id)).toSorted((a, b) => Number(onIt(state, b, stage)) - Number(onIt(state, a, stage)));
  if (stage.step === 'all') return { ...state, stage: { ...stage, given: [...given, ...waiting] } };
  // The first one gone from the hall: another one is the first.
  if (given.length === 0) {
    const first = waiting.find((id) => now - (state.kiosks[id]?.at ?? 0) < hereMs);
    return { ...state, stage: { ...stage, step: 'one', given: first === undefined ? [] : [first] } };
  }
  const well = given.every((id) => onIt(state, id, stage) && (state.kiosks[id]?.wellMs ?? 0) >= rules.healthyMinutes * 60_000 && state.kiosks[id]?.healthy === true);
  if (!well) return { ...state, stage: { ...stage, given } };
  if (stage.step === 'share') return { ...state, stage: { ...stage, step: 'all', given: [...given, ...waiting] } };
  const most = Math.max(2, Math.ceil((fit.length * rules.sharePercent) / 100));
  return { ...state, stage: { ...stage, step: most >= fit.length ? 'all' : 'share', given: [...given, ...waiting].slice(0, most) } };
}

const onIt = ({ kiosks }: UpdatesState, deviceId: string, { version }: Stage): boolean => kiosks[deviceId]?.running === version;

/** A disk without room is no fault of the release: that kiosk stays as it is, and the others wait for it. */
function failure(kiosk: KioskVersion | undefined, { version }: Stage): 'rolledBack' | 'refused' | undefined {
  if (kiosk?.bad.includes(version) === true) return 'rolledBack';
  return kiosk?.refused?.version === version && kiosk.refused.refusal !== 'noRoom' ? 'refused' : undefined;
}

/** What this kiosk is to have, if it is not on it already; the same whether the hall is open or not. */
export function wantedBy({ stage, kiosks }: UpdatesState, deviceId: string): string | undefined {
  if (stage === undefined || stage.stopped !== undefined || !stage.given.includes(deviceId)) return undefined;
  return kiosks[deviceId]?.running === stage.version ? undefined : stage.version;
}

/** The newest first. */
export const newestFirst = (a: { readonly version: string }, b: { readonly version: string }): number => compareVersions(b.version, a.version);
