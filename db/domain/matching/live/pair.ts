/* Whether everybody of a unit may take a job, and what the pair weighs at each part of its places. */
import { dayStart } from '../../queue/business-day.ts';
import type { BusinessDay, Instant } from '../../scalars.ts';
import { whyNoPair } from '../pairs/no-pair.ts';
import { crewWeights, type TierWeights } from '../pairs/pair-score.ts';
import type { NoPair } from '../pairs/reasons.ts';
import type { OpenJob } from './open-job.ts';
import type { Unit } from './unit.ts';

/** A day later than the business day ends, so that a hall that stays open into the next morning still orders its latecomers. */
const dayEndsMs = 51 * 3_600_000;
/** The fixed moment from which all minutes of a day count. */
export const endOfDay = (day: BusinessDay): Instant => dayStart(day) + dayEndsMs;

export interface Today { /** the last moment that the floor heard of */ readonly now: Instant; /** the fixed moment of its day */ readonly endOfDay: Instant }

/** The first rule that stands between the job and somebody of the unit; undefined when all of them may take it. */
export function whyNone(unit: Unit, { inputs }: OpenJob, { now }: Pick<Today, 'now'>): NoPair | undefined {
  for (const member of unit.asTheyAre) {
    const why = whyNoPair(member, inputs, now);
    if (why !== undefined) return why;
  }
  return undefined;
}

/** What the pair weighs, a crew as the sum of its heads; undefined when it is none. */
export const weightsOf = (unit: Unit, job: OpenJob, today: Today): TierWeights | undefined =>
  whyNone(unit, job, today) === undefined ? crewWeights(unit.asTheyAre, job.inputs, today.endOfDay) : undefined;
