/* The hall's time at this kiosk: what the agent said last, carried on by a clock that never jumps, so that a kiosk with a wrong clock still says the right time. */
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import type { HostClock } from './host-clock.ts';

export function createHallTime({ timer, now }: HostClock) {
  let told: { readonly at: Instant; readonly ms: number } | undefined;
  return {
    told(at: Instant): void {
      told = { at, ms: timer.now() };
    },
    /** Seconds that this machine's clock is ahead of the hall's; undefined until the hall has told its. */
    machineOffS: (): number | undefined => (told === undefined ? undefined : Math.round((now() - told.at - (timer.now() - told.ms)) / 1_000)),
    /** The machine's own time until the hall has told its. Whole milliseconds. */
    now: (): Instant => (told === undefined ? now() : told.at + Math.round(timer.now() - told.ms)),
  };
}
