/* `npm run bench -- dispatch`: whole mornings through the real plan, lists, table rule and scarce tables, beside plainer policies in the same world. */
import { directionsOf, meansOf, type Means, type Scenario } from './directions.ts';
import { runMorning, type Figures } from './morning.ts';
import { policies, policyNames, type PolicyName } from './policies.ts';
import { drawWorld } from './world.ts';

type Print = (line: object) => void;

const rushMinutes = 45;
const scenarios: readonly Scenario[] = [{ name: 'fewTables', tables: 40 }, { name: 'middle', tables: 80 }, { name: 'thin', tables: 150 }, { name: 'rush', tables: 150, rushMinutes }];
const whole = { people: 5_000, postings: 1_500, seeds: 5, part: 1 } as const;
/** For CI: a hall of a third, with a third of the tables. */
const third = { people: 1_650, postings: 500, seeds: 5, part: 0.33 } as const;

export function run({ short, print }: { short: boolean; print: Print }): Promise<void> {
  const { people, postings, seeds, part } = short ? third : whole;
  const found = new Map<Scenario['name'], Means>();
  for (const { name, tables: all, rushMinutes: rush } of scenarios) {
    const tables = Math.round(all * part);
    const runs: Record<PolicyName, Figures[]> = { ours: [], exactLists: [], longestWait: [], longestWaitFirstPosted: [], fitAlone: [] };
    for (let seed = 1; seed <= seeds; seed += 1) {
      const world = drawWorld({ seed, people, postings, ...(rush === undefined ? {} : { rushMinutes: rush }) });
      const places = world.postings.reduce((sum, { job }) => sum + job.placesLeft, 0);
      for (const policy of policyNames) {
        const from = performance.now();
        const figures = runMorning(world, policies[policy](world, tables), tables);
        runs[policy].push(figures);
        print({ bench: 'dispatch', scenario: name, tables, people, postings, places, seed, policy, ...figures, ranMs: Math.round(performance.now() - from) });
      }
    }
    const means = meansOf(runs);
    found.set(name, means);
    for (const policy of policyNames) print({ bench: 'dispatch', scenario: name, tables, what: 'mean', seeds, policy, ...means[policy] });
  }
  const means = Object.fromEntries(found) as Record<Scenario['name'], Means>;
  for (const direction of directionsOf(means)) print({ bench: 'dispatch', what: 'direction', ...direction });
  return Promise.resolve();
}
