/* A job on the floor: its places as the plan has them, the declared minimum crew first. */
import type { JobInputs } from '../pairs/inputs.ts';
import type { PlaceTier } from '../pairs/pair-score.ts';
import type { Id } from '../plan/door/event.ts';
import type { Instant } from '../../scalars.ts';
import type { Unit } from './unit.ts';

export interface Tier { readonly kind: PlaceTier; readonly id: Id; places: number }

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
