/* The policies that meet the same mornings, each one step away from another, so that a figure says what that step is worth. */
import { matchingRulesSchema } from '@kuaizhao/db/domain/matching/rules.ts';
import type { Hall } from './hall.ts';
import { PlannedHall } from './planned-hall.ts';
import { WaitingHall } from './waiting-hall.ts';
import { day, type World } from './world.ts';

export const rules = matchingRulesSchema.parse({ from: day });
/** The plan's lists also where tables are short. */
const neverScarce = { ...rules, scarceMinutes: 600 };

export const policies = {
  /** as the hall runs it */
  ours: (world: World, tables: number): Hall => new PlannedHall(world, tables, rules),
  /** the plan's lists at every moment: what exact matching itself brings */
  exactLists: (world: World, tables: number): Hall => new PlannedHall(world, tables, neverScarce),
  /** honest longest wait, with our rule for the next table */
  longestWait: (): Hall => new WaitingHall({ list: 'longestWait', table: 'ours' }, rules),
  longestWaitFirstPosted: (): Hall => new WaitingHall({ list: 'longestWait', table: 'firstPosted' }, rules),
  fitAlone: (): Hall => new WaitingHall({ list: 'fit', table: 'ours' }, rules),
} as const;
export type PolicyName = keyof typeof policies;
export const policyNames = Object.keys(policies) as PolicyName[];
