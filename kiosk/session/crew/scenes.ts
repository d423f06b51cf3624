/* A crew comes together: everybody lays down the own card, one after the other. */
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import type { Card } from '@kuaizhao/db/domain/people/card.ts';

export const crewMost = 6;
export const crewLeast = 2;

/** Somebody whose card lay there; `number` is what the others see of the person. */
export interface Mate { readonly card: Card; readonly number: string; readonly tappedAt: Instant }
/** Why the last card did not join. */
export type MateTrouble = 'unknown' | 'noNumber' | 'inCrew' | 'full' | 'tooLate';

export interface SceneOfCrew {
  readonly at: 'crew';
  readonly card: Card;
  /** of the one who began; absent while this person has no number that waits */
  readonly number: string | undefined;
  /** the crew that stands already, by its numbers */
  readonly together: readonly string[];
  readonly mates: readonly Mate[];
  readonly since: Instant;
  readonly trouble: MateTrouble | undefined;
}
export type CrewScene = SceneOfCrew;
export interface CrewScreen { readonly at: 'crew'; readonly numbers: readonly string[]; readonly together: readonly string[]; readonly trouble: MateTrouble | undefined; readonly canForm: boolean }

export type CrewErrand =
  | { readonly kind: 'mateDay'; readonly card: Card; readonly mate: Card; readonly crew: SceneOfCrew }
  | { readonly kind: 'formCrew' | 'leaveCrew'; readonly card: Card; readonly crew: SceneOfCrew };
