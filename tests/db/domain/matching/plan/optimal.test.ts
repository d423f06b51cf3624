/* The plan is the best there is: tried against everything on small halls, and proved after every event of long random days. */
import { expect, test } from 'vitest';
import { randomOf } from '../../../../fixtures/random.ts';
import { Plan } from '@kuaizhao/db/domain/matching/plan/plan.ts';
import { hall, kinds } from '../../../../bench/match/instances.ts';
import { openPeers } from '../../../../bench/match/peers.ts';
import type { PlanEvent } from '@kuaizhao/db/domain/matching/plan/door/event.ts';
import { Book, bruteForce, fewOrMany, longTimeoutMs, provenValue, randomInstance, seed, solved } from './random-hall.ts';

const tiny = fewOrMany(20_000, 1_000_000);
const middle = fewOrMany(30, 400);
const events = fewOrMany(2_000, 100_000);

test(`F5 matching §5: ${tiny} tiny halls, the value of the plan is that of trying everything, and proved`, () => {
  const random = randomOf(seed);
  const wrong: string[] = [];
  for (let n = 0; n < tiny; n += 1) {
    const instance = randomInstance(random, 5, 4);
    const found = provenValue(solved(instance));
    const best = bruteForce(instance);
    if (found !== best) wrong.push(`hall ${n}: found ${found}, best ${best}`);
  }
  expect({ seed, wrong }).toEqual({ seed, wrong: [] });
}, longTimeoutMs);

test(`F5 matching §5: ${middle} middle halls of each kind, the value of the plan is that of or-tools and of HiGHS`, async () => {
  const peers = await openPeers();
  const wrong: object[] = [];
  for (let n = 0; n < middle; n += 1) {
    for (const kind of kinds) {
      const instance = hall(kind, 40 + n % 50, 10 + n % 23, seed + n);
      const value = provenValue(solved(instance));
      for (const peer of peers) {
        const found = (await peer.solve(instance)).value;
        // The linear programs count in doubles with tolerances: of the three-part score they lose the low digits, and may then even end between two corners.
        const equal = kind === 'threePart' && peer.name !== 'or-tools-wasm' ? found === undefined || (found <= value && value - found < value / 1_000_000n) : found === value;
        if (!equal) wrong.push({ kind, seed: seed + n, peer: peer.name, value, found });
      }
    }
  }
  expect(wrong).toEqual([]);
}, longTimeoutMs);

/** Kept event by event is as good as found from scratch, and the locked are where they were locked. */
function compare(plan: Plan, value: bigint, book: Book): void {
  const { instance, lockedValue } = book.instance();
  const fresh = provenValue(solved(instance)) + lockedValue;
  if (value !== fresh) throw new Error(`kept ${value}, fresh ${fresh}`);
  for (const [worker, posting] of book.locked) if (plan.postingOf(worker) !== posting) throw new Error(`locked ${worker} is not at ${posting}`);
}

/** A day of events on an empty hall; the proof is asked after each, a fresh plan now and then. */
function day(daySeed: number, largest: number): { plan: Plan; journal: PlanEvent[] } {
  const random = randomOf(daySeed);
  const [plan, book, journal] = [Plan.empty(), new Book(), [] as PlanEvent[]];
  while (journal.length < events) {
    const event = book.draw(random, largest);
    if (event === undefined) continue;
    const done = plan.apply(event);
    book.apply(event);
    journal.push(event);
    try {
      if (!done.ok) throw new Error(done.error.code);
      const value = provenValue(plan);
      if (journal.length % 40 === 0) compare(plan, value, book);
    } catch (error) {
      throw new Error(`seed ${daySeed}, event ${journal.length} ${JSON.stringify(event)}`, { cause: error });
    }
  }
  return { plan, journal };
}

test.each([[1, 3], [2, 100], [3, 2 ** 33 * 4_000], [4, 2 ** 50]])('F5 matching §5: proved after every event of day %i with weights up to %i, equal to a fresh plan; the same journal gives the same plan bit for bit', (number, largest) => {
  const { plan, journal } = day(seed + number, largest);
  const again = Plan.empty();
  for (const event of journal) expect(again.apply(event).ok).toBe(true);
  expect(again.claim()).toEqual(plan.claim());
  expect(again.pairs()).toEqual(plan.pairs());
});

test('F5 matching §5: the same instance gives the same plan bit for bit', () => {
  const instance = randomInstance(randomOf(seed + 9), 60, 20);
  expect(solved(instance).claim()).toEqual(solved(instance).claim());
});
