/* Whether everybody of a unit may take a job, and what the pair weighs at each part of its places. */
import { dayStart } from '../../queue/business-day.ts';
import type { BusinessDay, Instant } from '../../scalars.ts';
import { whyNoPair } from '../pairs/no-pair.ts';
import { crewScore, type PlaceTier } from '../pairs/pair-score.ts';
import type { NoPair } from '../pairs/reasons.ts';
import type { OpenJob } from './open-job.ts';
import { asTheyAre, type Unit } from './unit.ts';

/** A day later than the business day ends, so that a hall that stays open into the next morning still orders its latecomers. */
const dayEndsMs = 51 * 3_600_000;
/** The fixed moment from which all minutes of a day count. */
export const endOfDay = (day: BusinessDay): Instant => dayStart(day) + dayEndsMs;

export interface Today { readonly day: BusinessDay; /** the last moment that the floor heard of */ readonly now: Instant }

/** The first rule that stands between the job and somebody of the unit; undefined when all of them may take it. */
export function whyNone(unit: Unit, { inputs }: OpenJob, { now }: Today): NoPair | undefined {
  for (const member of asTheyAre(unit)) {
    const why = whyNoPair(member, inputs, now);
    if (why !== undefined) return why;
  }
  return undefined;
}

/** What the pair weighs, a crew as the sum of its heads; undefined when it is none. */
export function weightsOf(unit: Unit, job: OpenJob, today: Today): ReadonlyMap<PlaceTier, number> | undefined {
  if (whyNone(unit, job, today) !== undefined) return undefined;
  const members = asTheyAre(unit);
  const day = { endOfDay: endOfDay(today.day) };
  return new Map((['minimum', 'rest'] as const).map((tier) => [tier, crewScore(members, job.inputs, { ...day, tier }).weight]));
}
