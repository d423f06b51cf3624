/* A job on the floor: its places as the plan has them, the declared minimum crew first. */
import type { JobInputs } from '../pairs/inputs.ts';
import type { Id } from '../plan/door/event.ts';
import type { Instant } from '../../scalars.ts';
import type { Unit } from './unit.ts';

/** `minimum`: the places without which the work cannot begin. */
export type TierKind = 'minimum' | 'rest';
export interface Tier { readonly kind: TierKind; readonly id: Id; places: number }

export interface OpenJob {
  inputs: JobInputs;
  planned: boolean;
  /** its place among the postings of the day, for ties */
  readonly order: number;
  /** in the plan; none for a job with an order of its own */
  tiers: Tier[];
  /** who has a pair with it in the plan */
  readonly units: Set<Unit>;
  /** heads called for it now */
  called: number;
  /** since it waits for a table: opened, or left by the last who were called */
  waitsSince: Instant;
}

/** How the places that are left are divided: what is missing to the minimum, and the others. */
export function wantedTiers({ inputs: { terms, placesLeft } }: OpenJob): Readonly<Record<TierKind, number>> {
  const minimum = Math.min(placesLeft, Math.max(0, (terms.minimum ?? 0) - (terms.headcount - placesLeft)));
  return { minimum, rest: placesLeft - minimum };
}
