/* Who gets a release when: one kiosk first, then a share, then all of them; the next only when those before it have done well for a set time of opening hours, and at least one of them has. Pure: what was heard goes in, the next state comes out. */
import { z } from 'zod';
import { idSchema, instantSchema, type Instant } from '@kuaizhao/db/domain/scalars.ts';
import { compareVersions, kioskRefusals, stageSteps, stopReasons, versionSchema } from '@kuaizhao/sync-agent/contract/queries/machine/updates.ts';
import type { ReleaseAsk } from '@kuaizhao/sync-agent/contract/release/line.ts';
import { releasePlatformSchema, type ReleasePlatform } from '@kuaizhao/sync-agent/contract/release/manifest.ts';

export const stageSchema = z.strictObject({
  version: versionSchema, startedAt: instantSchema, step: z.enum(stageSteps),
  /** kiosks that may have it, in the order in which they were let */
  given: z.array(idSchema).max(200),
  /** by a kiosk that went back or did not take it, or by whoever runs the machine */
  stopped: z.strictObject({ why: z.enum(stopReasons), at: instantSchema, deviceId: idSchema.optional(), /** somebody has read that it stopped by itself */ settled: z.literal(true).optional() }).optional(),
});
export type Stage = z.infer<typeof stageSchema>;

/** What a kiosk said last. */
export const kioskVersionSchema = z.strictObject({
  platform: releasePlatformSchema, running: versionSchema, healthy: z.boolean(), ready: versionSchema.optional(),
  bad: z.array(versionSchema).max(20), refused: z.strictObject({ version: versionSchema, refusal: z.enum(kioskRefusals) }).optional(),
  at: instantSchema,
  /** milliseconds of opening hours in which it was well on what runs */
  wellMs: z.int().min(0),
  /** milliseconds in which others of the hall were heard and it was not, since its last word; a file of before has none */
  missedMs: z.int().min(0).default(0),
});
export type KioskVersion = z.infer<typeof kioskVersionSchema>;

export const updatesStateSchema = z.strictObject({ stage: stageSchema.optional(), kiosks: z.record(idSchema, kioskVersionSchema) });
export type UpdatesState = z.infer<typeof updatesStateSchema>;

export interface StageRules { readonly healthyMinutes: number; readonly sharePercent: number }
/** Between two words of a kiosk at most so much counts: it was perhaps not there. */
const countedMostMs = 60_000;
/** Between two words of the whole hall likewise; as long as a kiosk may be told to wait. */
const silenceMostMs = 10 * 60_000;
/** A kiosk that has not been heard of for so long is not the one to try something on. */
const hereMs = 5 * 60_000;
/** A kiosk that was silent for so long while others spoke is switched off, and holds nobody back: every 24 hours have a whole night, in which it would have taken its version if it were on.
 *  Counted in time in which others were heard and not by the clock: after days in which the whole hall was without power everybody has been silent, and is about to come. */
export const offMs = 24 * 3_600_000;

/** A kiosk asked. `open`: the hall is open to people. */
export function heard(state: UpdatesState, deviceId: string, ask: ReleaseAsk, now: Instant, open: boolean): UpdatesState {
  const before = state.kiosks[deviceId];
  const stayed = before !== undefined && before.running === ask.running;
  const wellMs = stayed ? before.wellMs + (open && before.healthy && ask.healthy ? apart(before.at, now, countedMostMs) : 0) : 0;
  const all = Object.entries(state.kiosks);
  const silence = all.length === 0 ? 0 : apart(Math.max(...all.map(([, { at }]) => at)), now, silenceMostMs);
  const others = all.map(([id, kiosk]) => [id, { ...kiosk, missedMs: kiosk.missedMs + silence }] as const);
  return { ...state, kiosks: { ...Object.fromEntries(others), [deviceId]: { ...ask, at: now, wellMs, missedMs: 0 } } };
}
const apart = (at: Instant, now: Instant, most: number): number => Math.max(0, Math.min(most, now - at));

/** Silent for `offMs` while others spoke. */
export const isOff = ({ kiosks }: UpdatesState, deviceId: string): boolean => (kiosks[deviceId]?.missedMs ?? 0) >= offMs;

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
  const off = (id: string): boolean => isOff(state, id);
  const well = (id: string): boolean => onIt(state, id, stage) && (state.kiosks[id]?.wellMs ?? 0) >= rules.healthyMinutes * 60_000 && state.kiosks[id]?.healthy === true;
  // The first one gone from the hall, or switched off before it has shown anything: another one is the first.
  const given = stage.given.filter((id) => fit.includes(id) && (stage.step !== 'one' || well(id) || !off(id)));
  const waiting = fit.filter((id) => !given.includes(id)).toSorted((a, b) => Number(onIt(state, b, stage)) - Number(onIt(state, a, stage)));
  if (stage.step === 'all') return { ...state, stage: { ...stage, given: [...given, ...waiting] } };
  if (given.length === 0) {
    const first = waiting.find((id) => now - (state.kiosks[id]?.at ?? 0) < hereMs);
    return { ...state, stage: { ...stage, step: 'one', given: first === undefined ? [] : [first] } };
  }
  const done = given.every((id) => well(id) || off(id)) && given.some(well);
  if (!done && stage.step === 'one') return { ...state, stage: { ...stage, given } };
  // A share of those that are there; for one that was switched off meanwhile another one shows how it does.
  const there = fit.filter((id) => !off(id));
  const most = Math.max(2, Math.ceil((there.length * rules.sharePercent) / 100));
  const further = waiting.filter((id) => !off(id)).slice(0, Math.max(0, most - given.filter((id) => !off(id)).length));
  const all = done && (stage.step === 'share' ? further.length === 0 : most >= there.length);
  return { ...state, stage: all ? { ...stage, step: 'all', given: [...given, ...waiting] } : { ...stage, step: 'share', given: [...given, ...further] } };
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
