/* Which scene a board shows now: the one set by hand, while its day lasts, else the one of its clock. */
import { businessDayAt, localTime } from '../queue/business-day.ts';
import type { Instant } from '../scalars.ts';
import { inForce, type BoardPlan, type BoardScene } from './plan.ts';

export interface SceneByHand { readonly scene: BoardScene; readonly setAt: Instant }
export interface SceneNow { readonly scene: BoardScene; readonly why: 'clock' | 'hand' }

/** While a fair is on the clock says so. A scene by hand ends with its business day: the evening's pages, forgotten by somebody, must not hide the jobs at dawn. */
export function sceneNow({ schedule }: Pick<BoardPlan, 'schedule'>, hand: SceneByHand | undefined, now: Instant, fairIsOn: boolean): SceneNow {
  if (hand !== undefined && businessDayAt(hand.setAt) === businessDayAt(now)) return { scene: hand.scene, why: 'hand' };
  if (fairIsOn) return { scene: 'fair', why: 'clock' };
  return { scene: inForce(schedule, localTime(now))?.scene ?? 'quiet', why: 'clock' };
}
