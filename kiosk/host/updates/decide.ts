/* What a kiosk does about a release that the hall wants it to have. Pure. */
import type { ReleaseTold } from '@kuaizhao/sync-agent/contract/release/line.ts';
import { compareVersions } from '@kuaizhao/sync-agent/contract/queries/machine/updates.ts';

export interface Here {
  readonly running: string;
  /** were healthy on this machine */
  readonly proven: readonly string[];
  /** were given up on this machine */
  readonly bad: readonly string[];
  /** the version that lies unpacked and whole, if it is the wanted one */
  readonly isThere: (version: string) => boolean;
  /** is not taken, and why that does not change */
  readonly refused: string | undefined;
  /** nobody stands here */
  readonly idle: boolean;
}
export type Step = 'nothing' | 'older' | 'fetch' | 'switch' | 'wait';

/** Never what was given up here; never back to what never ran here; never under somebody's hands. */
export function stepFor({ wanted, maySwitch }: Pick<ReleaseTold, 'wanted' | 'maySwitch'>, here: Here): Step {
  if (wanted === undefined || wanted === here.running || here.bad.includes(wanted) || here.refused === wanted) return 'nothing';
  if (compareVersions(wanted, here.running) < 0 && !here.proven.includes(wanted)) return 'older';
  if (!here.isThere(wanted)) return 'fetch';
  return maySwitch && here.idle ? 'switch' : 'wait';
}
