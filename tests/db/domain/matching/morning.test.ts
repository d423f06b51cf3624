/* A small morning through the living plan, its lists, its tables: proved on the way, the same each time, and nobody anywhere twice. */
import { expect, test } from 'vitest';
import type { Hall, Session } from '../../../bench/dispatch/hall.ts';
import { runMorning, type Figures } from '../../../bench/dispatch/morning.ts';
import { PlannedHall } from '../../../bench/dispatch/planned-hall.ts';
import { policies, policyNames, rules } from '../../../bench/dispatch/policies.ts';
import { drawWorld, morning, type Person, type Posting } from '../../../bench/dispatch/world.ts';

const size = { people: 600, postings: 180 } as const;
const tables = 5;

/** Writes down what the policy is asked and says. */
class Watched implements Hall {
  readonly sessions: (Session & { readonly at: number })[] = [];
  readonly hires: { readonly person: Person; readonly posting: Posting }[] = [];
  readonly hall: Hall;
  private readonly each: () => void;
  constructor(hall: Hall, each: () => void = () => undefined) {
    this.hall = hall;
    this.each = each;
  }
  arrive(...told: Parameters<Hall['arrive']>): void { this.hall.arrive(...told); }
  leave(...told: Parameters<Hall['leave']>): void { this.hall.leave(...told); }
  open(...told: Parameters<Hall['open']>): void { this.hall.open(...told); }
  close(...told: Parameters<Hall['close']>): void { this.hall.close(...told); }
  declined(...told: Parameters<Hall['declined']>): void { this.hall.declined(...told); }
  released(...told: Parameters<Hall['released']>): void { this.hall.released(...told); }
  ended(...told: Parameters<Hall['ended']>): void { this.hall.ended(...told); }
  hired(...told: Parameters<Hall['hired']>): void {
    this.hires.push({ person: told[0], posting: told[1] });
    this.hall.hired(...told);
  }
  next(table: number, now: number): Session | undefined {
    const session = this.hall.next(table, now);
    if (session !== undefined) this.sessions.push({ ...session, at: now });
    this.each();
    return session;
  }
}

const run = (seed: number, name: (typeof policyNames)[number]): { readonly figures: Figures; readonly watched: Watched } => {
  const world = drawWorld({ seed, ...size });
  const watched = new Watched(policies[name](world, tables));
  return { figures: runMorning(world, watched, tables), watched };
};

test('§5 matching.md the plan is proved the best one at every twentieth table of a morning', () => {
  const world = drawWorld({ seed: 3, ...size });
  const planned = new PlannedHall(world, tables, rules);
  let asked = 0;
  const proofs: boolean[] = [];
  runMorning(world, new Watched(planned, () => {
    asked += 1;
    if (asked % 20 === 0) proofs.push(planned.certificate().optimal);
  }), tables);
  expect(proofs.length).toBeGreaterThan(10);
  expect(proofs).not.toContain(false);
});

test.each(policyNames)('F7 %s: nobody is hired twice, no job beyond its places, no list beyond eight or the places, no session of nobody', (name) => {
  const { watched: { hires, sessions } } = run(5, name);
  expect(hires.length).toBeGreaterThan(100);
  expect(new Set(hires.map(({ person }) => person)).size).toBe(hires.length);
  const over = [...new Set(hires.map(({ posting }) => posting))].filter((posting) => hires.filter((hire) => hire.posting === posting).length > posting.job.placesLeft);
  expect(over).toEqual([]);
  expect(sessions.filter(({ posting, list }) => list.length < 1 || list.length > Math.min(rules.listAtMost, posting.job.placesLeft))).toEqual([]);
  expect(sessions.filter(({ at, posting }) => at > posting.job.terms.validUntil || at > morning.to)).toEqual([]);
});

test.each(policyNames)('matching.md §2 %s: nobody is offered the same job again after it was declined', (name) => {
  const offers = run(6, name).watched.sessions.flatMap(({ posting, list }) => list.map(({ index }) => `${index} ${posting.index}`));
  expect(new Set(offers).size).toBe(offers.length);
});

test('matching.md §2 the same morning gives the same calls, one by one', () => {
  const told = (): string[] => run(7, 'ours').watched.sessions.map(({ posting, list, at }) => `${at} ${posting.index}: ${list.map(({ index }) => index).join(' ')}`);
  expect(told()).toEqual(told());
});

test('F5 matching.md §1 ours is not worse than the longest wait with first-posted tables, in hires, waits and for people in hardship', () => {
  const [ours, first] = [run(8, 'ours').figures, run(8, 'longestWaitFirstPosted').figures];
  expect(ours.hires).toBeGreaterThan(first.hires * 1.1);
  expect(ours.hardshipHired).toBeGreaterThan(first.hardshipHired);
  expect(ours.p90WaitMin).toBeLessThan(first.p90WaitMin);
});
