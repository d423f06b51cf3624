/* A hall, a hub and a bad wire: whatever the seed breaks and in whatever order, in the end the hub has every row once and its figures are the fold of the journal. */
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCuttingProxy } from '../../fixtures/city/cutting-proxy.ts';
import { engineNames, startEngine, type TestEngine } from '../../fixtures/city/databases.ts';
import { removeTestHalls, testHall } from '../../fixtures/city/hall.ts';
import { archivedOf, countsOf, testHub } from '../../fixtures/city/hub.ts';
import { morning, recount } from '../../fixtures/city/morning.ts';
import { seeded } from '../../fixtures/city/seeded.ts';

afterAll(removeTestHalls);

const faults = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('work' as const), operations: fc.integer({ min: 1, max: 250 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('cut' as const) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('cutDown' as const), bytes: fc.integer({ min: 1, max: 3_000 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('silence' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('hubRestarts' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('hallRestarts' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('diskGoesBack' as const), rows: fc.integer({ min: 1, max: 60 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('poison' as const), body: fc.oneof(fc.string(), fc.json()) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('breath' as const), turns: fc.integer({ min: 1, max: 400 }) }) },
);
const runs = { embedded: 4, postgres: 25 };
const pace = { ackMs: 250, backoffMinMs: 2, backoffMaxMs: 20, slowMs: 50, pollMs: 15 };
/** One turn of the event loop: time for what is under way, without a clock. */
const turn = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });

describe.each(engineNames)('hall and hub on %s over a bad wire', (name) => {
  let engine: TestEngine;
  beforeAll(async () => { engine = await startEngine(name); });
  afterAll(() => engine.end());

  it('end with the same figures', async () => {
    const property = fc.asyncProperty(fc.integer(), fc.array(faults, { minLength: 3, maxLength: 14 }), async (seed, steps) => {
      const hub = await testHub(await engine.database(), ['h1']);
      const proxy = await startCuttingProxy(hub.port());
      const hall = testHall('h1', seed, { pace });
      let generation = 0;
      let next = morning(seeded(seed), 'g0');
      /** rows that the hub had and the hall's disk lost */
      let lostRows = 0;
      const lostFacts: ReturnType<typeof hall.journal.facts> = [];
      let keptRows = 0;
      const append = (operations: number): void => {
        for (let n = 0; n < operations; n++) hall.journal.append(next());
        hall.uplink().wake();
      };
      hall.start(proxy.url);
      try {
        for (const step of steps) {
          switch (step.kind) {
            case 'work': append(step.operations); break;
            case 'cut': proxy.cut(); break;
            case 'cutDown': proxy.cutAfterBytesDown(step.bytes); break;
            case 'silence': proxy.silence(); break;
            case 'hubRestarts':
              await hub.stop();
              append(3);
              await hub.start();
              proxy.aim(hub.port());
              break;
            case 'hallRestarts':
              await hall.stop();
              hall.start(proxy.url);
              break;
            case 'diskGoesBack': {
              if (lostRows > 0 || hall.journal.rows.length === 0) break;
              // Only what the hall knows to be acknowledged can be known to be missing.
              await hall.reaches('caughtUp');
              await hall.stop();
              const before = hall.journal.facts();
              const rows = hall.journal.rows.length;
              hall.journal.loseTail(step.rows, seeded(seed + 1).hex(8));
              keptRows = hall.journal.rows.length;
              lostRows = rows - keptRows;
              lostFacts.push(...before.slice(hall.journal.facts().length));
              // What comes after is a hall that never knew the lost things.
              next = morning(seeded(seed + 2), `g${++generation}`);
              hall.start(proxy.url);
              break;
            }
            case 'poison': hall.journal.append([{ type: 'jobFilled', jobId: 'nobody' }], [step.body]); break;
            case 'breath': for (let n = 0; n < step.turns; n++) await turn(); break;
          }
        }
        proxy.cutAfterBytesDown(Infinity);
        append(2);
        await hall.reaches('pushing');
        await hall.reaches('caughtUp');
        expect(hall.journal.acked()).toBe(hall.journal.rows.length);
        await hall.stop();
        await hub.stop();
        await hub.look(async (db) => {
          expect(await archivedOf(db, 'h1')).toBe(hall.journal.rows.length);
          // The hall read the lost ones back, behind what it did meanwhile; the hub had them before that.
          const lost = new Set(lostFacts);
          const facts = [...hall.journal.facts(keptRows), ...lostFacts, ...hall.journal.facts().slice(hall.journal.facts(keptRows).length).filter((fact) => !lost.has(fact))];
          expect(hall.journal.facts().filter((fact) => lost.has(fact)).length).toBe(lostFacts.length);
          expect(await countsOf(db, 'h1')).toEqual(recount(facts));
        });
      } finally {
        await hall.stop();
        await proxy.close();
        await hub.remove();
      }
    });
    await fc.assert(property, { numRuns: runs[name], endOnFailure: true });
  });
});
