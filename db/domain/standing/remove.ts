/* Points that no longer count, and the stop as it would be had they never been given. */
import type { Context } from '../context.ts';
import type { Fact } from '../fact.ts';
import type { HallView } from '../view.ts';
import type { PointsRemoved } from './facts.ts';
import { fadedBefore, stopOf, stopsBegin } from './rules.ts';

/** Nothing when the entry is gone already. */
export function withoutPoints(view: HallView, pointsId: string, why: PointsRemoved['why'], { now }: Pick<Context, 'now'>): Fact[] {
  const row = view.pointsRow(pointsId);
  if (row === undefined || row.removed) return [];
  const { side, who } = row;
  return [{ type: 'pointsRemoved', pointsId, side, who, why }, ...stopWithout(view, pointsId, side, who, now)];
}

function stopWithout(view: HallView, pointsId: string, side: PointsRemoved['side'], who: string, now: number): Fact[] {
  const stoppedUntil = view.stoppedUntil(side, who) ?? 0;
  if (stoppedUntil <= now) return [];
  const left = view.pointsOf(side, who, stopsBegin(now)).filter((one) => one.pointsId !== pointsId);
  const until = stopOf(side, left);
  if (until <= now) return [{ type: 'stopLifted', side, who }];
  const points = left.filter((one) => one.at >= fadedBefore(now)).reduce((sum, one) => sum + one.points, 0);
  return until < stoppedUntil ? [{ type: 'standingStopped', side, who, until, points }] : [];
}
