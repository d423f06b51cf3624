/* The city's list of employers, heard through the hall's engine: when the list changes, and when an employer registers whom it names. */
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import { followFeed, type Following } from './follow-feed.ts';
import type { OnlineParts } from './take-orders.ts';

const agent: Actor = { role: 'agent' };
/** Between two steps of looking for people whom the list of contractors means: taps get in between. */
const restMs = 20;

/** Until stopped. `heard`: what the hall has just decided. */
export function startCityStandings({ db, engine, newId, ...parts }: OnlineParts): Following & { heard(facts: readonly Fact[]): void } {
  const following = followFeed('employers', parts, async (going) => {
    while (db.faces.cityStandings.look()) {
      await new Promise<void>((resolve) => { parts.clock.after(restMs, resolve); });
      if (!going()) return false;
    }
    let again = false;
    for (const { employerId, standing, until } of db.faces.cityStandings.toHear()) {
      if (!going()) return false;
      const answer = await engine.handle({ type: 'hearCityStanding', commandId: `city-${newId()}`, employerId, standing, ...(until === undefined ? {} : { until }) }, agent);
      again ||= !answer.ok;
      if (answer.ok) parts.log.info({ employerId, standing }, 'the city’s word on an employer was heard');
    }
    return again;
  });
  return { ...following, heard(facts) { if (facts.some(({ type }) => type === 'employerRegistered')) following.changed('employers'); } };
}
