/* When a van leaves: the time while it is far, the minutes when they count, then that it is time. Drawn anew by itself, so that rows stay still. */
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import { useSay } from '../../kit/say.tsx';
import { useNow } from '../../kit/use-now.ts';

const minuteMs = 60_000;
/** Farther away than this a time says more than a number of minutes. */
const countedMinutes = 60;
/** From here on it is said louder. */
const soonMinutes = 10;
/** Longer ago than this nobody should run for it. */
const overMinutes = 5;
const lookMs = 5_000;

export function LeaveBy({ at, behindMs }: { readonly at: Instant; readonly behindMs: number }) {
  const say = useSay();
  const { wall } = useNow(lookMs);
  const minutes = Math.ceil((at - wall - behindMs) / minuteMs);
  if (minutes <= -overMinutes) return <span>{say('board.leaves', { time: localTime(at) })}</span>;
  const text = minutes > countedMinutes ? say('board.leaves', { time: localTime(at) }) : minutes > 0 ? say('board.leavesIn', { minutes }) : say('board.leavesNow');
  return <span className={minutes <= soonMinutes ? 'leave soon' : 'leave'}>{text}</span>;
}
