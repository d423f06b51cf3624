/* What comes up from a window or a page, whatever it is: counted, checked by the schema, and then a touch. */
import { describeIssues } from '@kuaizhao/sync-agent/contract/describe-issues.ts';
import type { Timer } from '@kuaizhao/hardware/ports.ts';
import { touchSchema, type Touch } from '@kuaizhao/kiosk/session/face.ts';
import type { HostLog } from './host-log.ts';

/** touches a second; a finger makes ten */
export const touchesPerSecond = 40;

/** Gives the touch; undefined for what is none (logged without its value) and for those that are too many. */
export function createTouchEar(timer: Pick<Timer, 'now'>, log: HostLog): (raw: unknown) => Touch | undefined {
  let [sinceMs, count] = [0, 0];
  return (raw) => {
    const ms = timer.now();
    if (ms - sinceMs >= 1_000) [sinceMs, count] = [ms, 0];
    count += 1;
    if (count > touchesPerSecond) return undefined;
    const touch = touchSchema.safeParse(raw);
    if (!touch.success) log.warn({ problem: describeIssues(touch.error) }, 'touchNotUnderstood');
    return touch.data;
  };
}
