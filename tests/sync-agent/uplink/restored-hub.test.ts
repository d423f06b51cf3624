/* The city's database comes back from a backup: it has forgotten rows and tokens. The halls still hold the rows, and bring them again. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startCuttingProxy } from '../../fixtures/city/cutting-proxy.ts';
import { startEngine, type TestEngine } from '../../fixtures/city/databases.ts';
import { removeTestHalls, testHall } from '../../fixtures/city/hall.ts';
import { archivedOf, countsOf, testHub } from '../../fixtures/city/hub.ts';
import { morning, recount } from '../../fixtures/city/morning.ts';
import { seeded } from '../../fixtures/city/seeded.ts';

afterAll(removeTestHalls);

let engine: TestEngine;
beforeAll(async () => { engine = await startEngine('embedded'); });
afterAll(() => engine.end());

it('gives a restored hub what it has forgotten', async () => {
  const hub = await testHub(await engine.database(), ['h1']);
  const proxy = await startCuttingProxy(hub.port());
  const hall = testHall('h1', 31);
  const next = morning(seeded(31), 'r');
  const append = (operations: number): void => { for (let n = 0; n < operations; n++) hall.journal.append(next()); };
  append(40);
  hall.start(proxy.url);
  await hall.reaches('caughtUp');
  await hub.stop();
  await hub.backup();
  await hub.start();
  proxy.aim(hub.port());
  append(40);
  await hall.reaches('pushing');
  await hall.reaches('caughtUp');
  // Tokens change with each connection: the backup knows none of the newer ones.
  proxy.cut();
  await hall.reaches('down');
  await hall.reaches('caughtUp');
  await hub.stop();
  await hub.restore();
  await hub.start();
  proxy.aim(hub.port());
  await hall.reaches('pushing');
  await hall.reaches('caughtUp');
  await hall.stop();
  await proxy.close();
  await hub.stop();
  await hub.look(async (db) => {
    expect(await archivedOf(db, 'h1')).toBe(hall.journal.rows.length);
    expect(await countsOf(db, 'h1')).toEqual(recount(hall.journal.facts()));
  });
  await hub.remove();
});
