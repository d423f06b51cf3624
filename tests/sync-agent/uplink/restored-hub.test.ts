/* The city's database comes back from a backup: it has forgotten rows and tokens. The halls still hold the rows, and bring them again; what a hall holds no longer is said to be lost. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hallLines } from '@kuaizhao/db/city/journal/overview.ts';
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

it('§9 I14 a hub that went back further than halls keep: what is left comes, and what is lost is told by name', async () => {
  const hub = await testHub(await engine.database(), ['h1']);
  const hall = testHall('h1', 32);
  const next = morning(seeded(32), 'g');
  const append = (operations: number): void => { for (let n = 0; n < operations; n++) hall.journal.append(next()); };
  const once = async (): Promise<void> => {
    hall.start(`http://127.0.0.1:${hub.port()}`);
    await hall.reaches('caughtUp');
    await hall.stop();
  };
  const looked = () => hub.look(async (db) => ({ archived: await archivedOf(db, 'h1'), gaps: (await hallLines(db))[0]?.gaps, told: await db.query('SELECT seq, own, rows FROM journal_gap') }));
  append(30);
  await once();
  // Rows go while the city has them: no word about it.
  const first = hall.journal.shorten(Infinity, 1_000);
  append(5);
  await once();
  await hub.stop();
  const had = hall.journal.head().seq;
  expect(await looked()).toEqual({ archived: had, gaps: 0, told: [] });
  await hub.backup();
  await hub.start();
  append(30);
  await once();
  const lost = hall.journal.shorten(Infinity, 1_000) + first - had;
  expect(lost).toBeGreaterThan(10);
  const base = hall.journal.base()!.seq;
  append(10);
  await once();
  await hub.stop();
  await hub.restore();
  await hub.start();
  await once();
  append(3);
  await once();
  await hub.stop();
  expect(await looked()).toEqual({ archived: hall.journal.head().seq - lost, gaps: 1, told: [{ seq: base, own: had, rows: lost }] });
  await hub.remove();
});
