/* What decisions about the record of either side need to know. */
import type { Instant } from '../scalars.ts';
import type { StandingCause, StandingSide } from './rules.ts';

export interface PointsRow { readonly pointsId: string; readonly side: StandingSide; readonly who: string; readonly cause: StandingCause; readonly points: number; readonly at: Instant; readonly removed: boolean }
export interface AppealRow { readonly appealId: string; readonly pointsId: string; readonly decided: boolean }

export interface StandingView {
  /** Entries that still count and were given at or after `since`, the oldest first. */
  pointsOf(side: StandingSide, who: string, since: Instant): readonly PointsRow[];
  /** Entries that a no-show of this act at the queue brought. */
  pointsOfStep(step: string): readonly PointsRow[];
  pointsRow(pointsId: string): PointsRow | undefined;
  /** Until when calls or postings are stopped; in the past, or undefined, when they are not. */
  stoppedUntil(side: StandingSide, who: string): Instant | undefined;
  /** Hires that were paid, since the last entry that was given or worked off. */
  cleanHiresOf(side: StandingSide, who: string): number;
  appeal(appealId: string): AppealRow | undefined;
  appealOf(pointsId: string): AppealRow | undefined;
}

/** What somebody said in an appeal, beside the fact; never into the journal. */
export interface AppealRecord { readonly table: 'appeal'; readonly appealId: string; readonly statement: string }
