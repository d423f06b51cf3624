/* What the agent itself must have before the doors open: room on its disk, the city, a plan that proves itself. */
import { statfs } from 'node:fs/promises';
import type { Checked, ReadinessState } from '@kuaizhao/db/domain/devices/commands.ts';
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import type { HallClock } from '../clock.ts';
import type { UplinkState } from '../uplink/parts.ts';
import type { Uplink } from '../uplink/uplink.ts';

export const ownLimits = {
  lookMs: 20_000,
  /** megabytes free; a day of a large hall is about a hundred */
  diskLowMb: 2_000, diskOutMb: 500,
  /** seconds between this clock and the city's; papers and queues go by this one */
  clockOffS: 60, clockWrongS: 600,
} as const;

export interface OwnReadinessParts {
  readonly db: Pick<HallDb, 'matching'>;
  readonly data: string;
  readonly clock: HallClock;
  readonly newId: () => string;
  readonly engine: { handle(message: unknown, actor: { readonly role: 'agent' }): Promise<Answer> };
  /** undefined: a hall that has no city, and needs none */
  readonly uplink: Pick<Uplink, 'uplinkState' | 'clockAheadMs'> | undefined;
}

const cityChecked: Readonly<Record<UplinkState, ReadinessState>> = { connecting: 'soon', pushing: 'ok', caughtUp: 'ok', down: 'soon', damaged: 'bad', refused: 'bad' };

/** Looks until stopped, and tells what it found as any other device does. */
export function startOwnReadiness(parts: OwnReadinessParts): { stop(): void } {
  let stopped = false;
  let cancel = (): void => undefined;
  const look = async (): Promise<void> => {
    const checks = await ownChecks(parts);
    if (stopped) return;
    void parts.engine.handle({ type: 'reportReadiness', commandId: parts.newId(), checks }, { role: 'agent' });
    cancel = parts.clock.after(ownLimits.lookMs, () => void look());
  };
  void look();
  return { stop() { stopped = true; cancel(); } };
}

async function ownChecks({ db, data, uplink: city }: OwnReadinessParts): Promise<Checked[]> {
  return [
    await diskFree(data), { check: 'city', state: city === undefined ? 'ok' : cityChecked[city.uplinkState()] },
    ...(city === undefined ? [] : [cityClock(city.clockAheadMs())]),
    { check: 'plan', state: db.matching.prove() === undefined ? 'ok' : 'bad' },
  ];
}

/** As far as the city has told; false while it has not. */
export const clockIsRight = (city: Pick<Uplink, 'clockAheadMs'> | undefined): boolean => Math.abs(city?.clockAheadMs() ?? Infinity) <= ownLimits.clockWrongS * 1_000;

function cityClock(aheadMs: number | undefined): Checked {
  if (aheadMs === undefined) return { check: 'cityClock', state: 'unknown' };
  const value = Math.max(-1_000_000_000, Math.min(1_000_000_000, Math.round(aheadMs / 1_000)));
  const off = Math.abs(value);
  return { check: 'cityClock', state: off > ownLimits.clockWrongS ? 'bad' : off > ownLimits.clockOffS ? 'soon' : 'ok', value };
}

async function diskFree(folder: string): Promise<Checked> {
  try {
    const { bavail, bsize } = await statfs(folder);
    const value = Math.min(1_000_000_000, Math.floor((bavail * bsize) / 1_048_576));
    return { check: 'disk', state: value < ownLimits.diskOutMb ? 'bad' : value < ownLimits.diskLowMb ? 'soon' : 'ok', value };
  } catch {
    return { check: 'disk', state: 'unknown' };
  }
}
