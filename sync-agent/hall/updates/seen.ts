/* How far a release is, in the words of the contract: what `update status` prints and the console shows. Pure. */
import type { KioskSeen, UpdatesSeen } from '@kuaizhao/sync-agent/contract/queries/machine/updates.ts';
import type { ReleasePlatform } from '@kuaizhao/sync-agent/contract/release/manifest.ts';
import { isOff, type Stage, type UpdatesState } from './stage.ts';

export interface SeenWith { readonly inForce: readonly string[]; readonly platforms: readonly ReleasePlatform[]; readonly closed: boolean }

/** Kiosks that are in no longer are in none of it. */
export function seen(state: UpdatesState, { inForce, platforms, closed }: SeenWith): UpdatesSeen {
  const { stage } = state;
  const kiosks = inForce.toSorted().flatMap((deviceId): KioskSeen[] => {
    const said = state.kiosks[deviceId];
    if (said === undefined) return [];
    const { running, healthy, at, ready, bad, refused, wellMs } = said;
    return [{
      deviceId, running, healthy, at, ...(ready === undefined ? {} : { ready }), given: stage?.given.includes(deviceId) === true, off: isOff(state, deviceId),
      bad, ...(refused === undefined ? {} : { refused }), wellMinutes: Math.floor(wellMs / 60_000),
    }];
  });
  if (stage === undefined) return { closed, kiosks };
  const fit = kiosks.filter(({ deviceId }) => { const said = state.kiosks[deviceId]; return said !== undefined && platforms.includes(said.platform); });
  const { version, startedAt, step, stopped } = stage;
  const has = fit.filter(({ running, healthy }) => running === version && healthy).length;
  return { closed, kiosks, stage: { version, startedAt, step, waits: waits(fit, stage, closed), has, of: fit.length, ...(stopped === undefined ? {} : { stopped }) } };
}

function waits(fit: readonly KioskSeen[], { version, step }: Stage, closed: boolean): NonNullable<UpdatesSeen['stage']>['waits'] {
  const there = fit.filter(({ given, off }) => given && !off);
  if (there.some(({ running }) => running !== version)) return closed ? 'changing' : 'night';
  if (there.length === 0) return 'nobody';
  return step === 'all' && there.every(({ healthy }) => healthy) ? 'done' : 'watching';
}
