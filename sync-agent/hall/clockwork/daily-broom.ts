/* When a day opens, jobs whose time is over get their fact: the screens knew it by the clock, the journal learns it now. */
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import type { Engine } from '../engine.ts';

const jobsAtOnce = 100;
/** More jobs than a large hall posts in a week: a broom without an end would hold the morning up. */
const roundsLimit = 100;

/** Told of every commit; sweeps in small commands, so that taps get in between. */
export function createDailyBroom(engine: Pick<Engine, 'handle'>, newId: () => string) {
  let sweeping = false;
  async function sweep(): Promise<void> {
    for (let round = 0; round < roundsLimit; round += 1) {
      const answer = await engine.handle({ type: 'expireJobs', commandId: newId(), limit: jobsAtOnce }, { role: 'agent' });
      if (!answer.ok || answer.facts.filter((fact) => fact.type === 'jobExpired').length < jobsAtOnce) return;
    }
  }
  return {
    committed(facts: readonly Fact[]): void {
      if (sweeping || !facts.some((fact) => fact.type === 'dayOpened')) return;
      sweeping = true;
      void sweep().finally(() => { sweeping = false; });
    },
  };
}
