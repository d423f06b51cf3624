/* The rules by which jobs and people are brought together, as data with the day they begin: they hang on the wall of the hall. A new rule is a new entry. */
import { z } from 'zod';
import { businessDaySchema, type BusinessDay } from '../scalars.ts';

const minutes = (value: number) => z.int().min(0).max(600).default(value);

export const matchingRulesSchema = z.strictObject({
  /** first business day they hold for */
  from: businessDaySchema,
  /** minutes by which somebody counts as having come earlier; together never more than `most` */
  headStart: z.strictObject({ hardship: minutes(30), employerCancelled: minutes(15), most: minutes(45) }).default({ hardship: 30, employerCancelled: 15, most: 45 }),
  /** pairs kept of one person, the best ones */
  pairsPerWorker: z.int().min(5).max(64).default(64),
  /** people on the list of one table at most */
  listAtMost: z.int().min(1).max(20).default(8),
  /** a job for which somebody is planned waits no longer than this for a table, before all others */
  plannedFirstMinutes: minutes(20),
  /** somebody who waits longer and could take a job here: that job comes first */
  waitingFirstMinutes: minutes(60),
  /** no table free for so long: lists in the order of arrival alone */
  scarceMinutes: minutes(5),
  /** how long a table is taken: walking and beginning, and each head */
  tableSeconds: z.int().min(30).max(3_600).default(240),
  perHeadSeconds: z.int().min(1).max(600).default(20),
  /** so many offers declined that met one's own terms: the terms are asked for again */
  restateAfter: z.int().min(1).max(20).default(3),
});
export type MatchingRules = z.infer<typeof matchingRulesSchema>;

const defaultRules = matchingRulesSchema.parse({ from: '2000-01-01' });

/** The entry with the latest beginning that is not after the day; before any, the defaults. */
export function matchingRulesOn(entries: readonly MatchingRules[] | undefined, day: BusinessDay): MatchingRules {
  let found = defaultRules;
  for (const entry of entries ?? []) if (entry.from <= day && entry.from >= found.from) found = entry;
  return found;
}
