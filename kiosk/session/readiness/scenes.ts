/* 开门前检查: for staff before the doors open; the kiosk's own checks, and those of the hall when it can be asked. */
import type { Checked } from '@kuaizhao/db/domain/devices/commands.ts';

export type ReadinessScene = { readonly at: 'readiness'; readonly hall: readonly Checked[] | undefined; /** the paper has been asked for */ readonly printing: boolean };
export type ReadinessScreen = {
  readonly at: 'readiness';
  /** of this machine */
  readonly own: readonly Checked[];
  /** of the hall's agent; undefined while it does not answer */
  readonly hall: readonly Checked[] | undefined;
  readonly printing: boolean;
};
export type ReadinessErrand = { readonly kind: 'readiness' };
