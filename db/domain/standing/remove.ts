/* Points that no longer count, and the stop that ends when they alone brought it. */
import type { Context } from '../context.ts';
import type { Fact } from '../fact.ts';
import type { HallView } from '../view.ts';
import type { PointsRemoved } from './facts.ts';
import { fadedBefore, stopFor } from './rules.ts';

/** Nothing when the entry is gone already. */
export function withoutPoints(view: HallView, pointsId: string, why: PointsRemoved['why'], { now }: Pick<Context, 'now'>): Fact[] {
  const row = view.pointsRow(pointsId);
  if (row === undefined || row.removed) return [];
  const { side, who } = row;
  const left = view.pointsOf(side, who, fadedBefore(now)).filter((one) => one.pointsId !== pointsId).reduce((sum, one) => sum + one.points, 0);
  const stopped = (view.stoppedUntil(side, who) ?? 0) > now;
  return [
    { type: 'pointsRemoved', pointsId, side, who, why },
    ...(stopped && stopFor(side, left) === undefined ? [{ type: 'stopLifted' as const, side, who }] : []),
  ];
}
