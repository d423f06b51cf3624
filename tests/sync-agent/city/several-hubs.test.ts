/* Two hubs on one PostgreSQL: a hall on either, a referral from one to the other, one plan for both, and a restart one by one that loses nothing. */
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { pino } from 'pino';
import { startCity, type City } from '@kuaizhao/sync-agent/city/start-city.ts';
import { startCuttingProxy } from '../../fixtures/city/cutting-proxy.ts';
import { startEngine, type TestDatabase, type TestEngine } from '../../fixtures/city/databases.ts';
import { removeTestHalls, testHall, testKey } from '../../fixtures/city/hall.ts';
import { archivedOf } from '../../fixtures/city/hub.ts';
import { morning as morningOf } from '../../fixtures/city/morning.ts';
import { seeded } from '../../fixtures/city/seeded.ts';
import { factOf, morning } from '../../fixtures/engine.ts';
import { eventually } from '../../flows/stage/eventually.ts';
import { keyOf, nameOf, openHall } from '../pool/stage.ts';

let engine: TestEngine;
let place: TestDatabase;
beforeAll(async () => { engine = await startEngine('postgres'); });
afterAll(async () => { await engine.end(); });
afterAll(removeTestHalls);

const hallIds = ['h1', 'h2'];
const time = { now: morning };
async function hub(keys: (hallId: string) => string, port = 0): Promise<City> {
  const city = await startCity({ listen: { host: '127.0.0.1', port }, database: place.database, data: place.data, halls: hallIds.map((hallId) => ({ hallId, name: nameOf(hallId), key: keys(hallId) })) }, pino({ level: 'silent' }), { now: () => time.now, pageFolder: place.data });
  onTestFinished(() => city.close());
  return city;
}

test('F5 sync.md §2: two halls on two hubs: one of them plans for both, the offer reaches either hall, a yes is granted by the hall at the other hub', async () => {
  place = await engine.database();
  const [first, second] = [await hub(keyOf), await hub(keyOf)];
  const here = await openHall('h1', time, first.urls.uplink);
  const there = await openHall('h2', time, second.urls.uplink);
  const one = await here.seeker(1);
  const jobId = await there.job({ trade: '0201' });
  time.now += 1_000;
  await here.tells();
  await there.tells();
  const rounds = [await first.pool.round(), await second.pool.round()];
  expect(rounds.map((round) => round?.proposals.length)).toEqual([1, undefined]);
  const offer = await eventually('the offer is at the hall of the person', () => here.offersTo(one.ticketId)[0]);
  await eventually('the other hub tells the hall of the job', () => there.expects(jobId)[0]?.state === 'offered');
  expect(factOf(await here.say(offer.referralId, 'yes', one.card), 'ticketClosed').reason).toBe('otherHall');
  expect(there.expects(jobId)).toEqual([expect.objectContaining({ state: 'confirmed' })]);
  // The one that planned goes home: the other plans from now on.
  await first.close();
  const two = await there.seeker(2, { willing: false });
  expect(two.number).toBeDefined();
  time.now += 1_000;
  await there.tells();
  expect((await second.pool.round())?.optimal).toBe(true);
});

test('sync.md §2 a hall is pushed through two hubs that restart one after the other: every row once, and it is at work again within its back-off', async () => {
  place = await engine.database();
  let [left, right] = [await hub(testKey), await hub(testKey)];
  const portOf = (city: City): number => Number(new URL(city.urls.uplink).port);
  const proxy = await startCuttingProxy(portOf(left));
  onTestFinished(() => proxy.close());
  const hall = testHall('h1', 31);
  onTestFinished(() => hall.stop());
  const next = morningOf(seeded(31), 'several');
  const append = (operations: number): void => { for (let n = 0; n < operations; n++) hall.journal.append(next()); };
  append(300);
  hall.start(proxy.url);
  for (let round = 0; round < 3; round++) {
    append(200);
    hall.uplink().wake();
    // The balancer sends new lines to the other one first, then this one ends in order.
    proxy.aim(portOf(right));
    await left.close();
    left = await hub(testKey);
    [left, right] = [right, left];
    append(100);
    // Not the state alone: what was appended just now may not have been noticed yet.
    await eventually('the city has it all', () => hall.uplink().uplinkState() === 'caughtUp' && hall.journal.acked() === hall.journal.rows.length, 30_000);
  }
  await Promise.all([left.close(), right.close()]);
  const db = await place.open();
  try {
    expect(await archivedOf(db, 'h1')).toBe(hall.journal.rows.length);
  } finally {
    await db.close();
  }
});

test('sync.md §2 a hall that a hub hears is online on the page of the other', async () => {
  place = await engine.database();
  const [first, second] = [await hub(keyOf), await hub(keyOf)];
  const figures = async (city: City): Promise<{ halls: { hallId: string; state: string; seq: number }[] }> => (await fetch(`${city.urls.city}/api/figures`)).json() as never;
  const here = await openHall('h1', time, first.urls.uplink);
  await here.seeker(1);
  const state = await eventually('the other hub knows it', async () => (await figures(second)).halls.find((one) => one.hallId === 'h1' && one.state !== 'never')?.state);
  expect(state).toBe('online');
});
