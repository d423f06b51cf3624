/* Referrals in the city's database: the first confirmation wins, a place is given once, and a restart forgets nothing. On both engines. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { enrolHalls } from '@kuaizhao/db/city/journal/halls.ts';
import { confirmReferral, endReferral } from '@kuaizhao/db/city/pool/confirm.ts';
import { addReferrals, endReferrals, knownReferrals, poolPlaces, referralTold, untoldReferrals } from '@kuaizhao/db/city/pool/referrals.ts';
import { dropLeftovers } from '@kuaizhao/db/city/pool/leftovers.ts';
import { takeReported } from '@kuaizhao/db/city/pool/reported.ts';
import type { CityDb } from '@kuaizhao/db/city/store/city-db.ts';
import { engineNames, startEngine, type TestDatabase, type TestEngine } from '../../fixtures/city/databases.ts';

const t0 = Date.UTC(2026, 10, 20, 21, 0, 0);
const minute = 60_000;
const open = { now: t0, expiresAt: t0 + 10 * minute };
const at = (now = t0 + minute) => ({ now, heldUntil: now + 60 * minute });

describe.each(engineNames)('referrals on %s', (name) => {
  let engine: TestEngine;
  let place: TestDatabase;
  let db: CityDb;
  beforeAll(async () => { engine = await startEngine(name); });
  afterAll(() => engine.end());
  beforeEach(async () => {
    place = await engine.database();
    db = await place.open();
    await enrolHalls(db, ['h1', 'h2', 'h3'].map((hallId) => ({ hallId, name: hallId, keyHash: new Uint8Array(32) })));
  });
  afterEach(async () => {
    await db.close();
    await place.remove();
  });
  const offer = (referralId: string, ticketId: string, jobId = 'j1', workerHall = 'h1') => ({ referralId, workerHall, ticketId, jobHall: 'h2', jobId, forWorker: '{"w":1}', forJob: '{"j":1}' });
  const kept = { hub: 'hub-1', body: '{"people":[],"jobs":[]}' };
  const says = (jobId: string, places: number, over: string[] = []) => takeReported(db, 'h2', { jobs: [{ jobId, places }], over, kept }, t0);
  const states = async () => (await knownReferrals(db, 0)).map(({ ticketId, state }) => `${ticketId} ${state}`).sort();

  it('F5 F7 two confirmations at once for one last place: one has it', async () => {
    await says('j1', 1);
    await addReferrals(db, [offer('r1', 't1'), offer('r2', 't2')], open);
    const both = await Promise.all([confirmReferral(db, 'r1', 'h1', at()), confirmReferral(db, 'r2', 'h1', at())]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['confirmed', 'placeTaken']);
    expect((await poolPlaces(db))[0]!.places).toBe(0);
    expect((await states()).map((one) => one.slice(3)).sort()).toEqual(['confirmed', 'placeTaken']);
  });

  it('F5 the same yes again is the same place; somebody else’s, a late one and an unknown one are none', async () => {
    await says('j1', 2);
    await addReferrals(db, [offer('r1', 't1'), offer('r2', 't2'), offer('r3', 't3')], open);
    expect(await confirmReferral(db, 'r1', 'h1', at())).toMatchObject({ kind: 'confirmed', jobHall: 'h2', held: false, offer: '{"j":1}' });
    await referralTold(db, 'r1', 'job', 'confirmed');
    const twice = await Promise.all([1, 2].map(() => confirmReferral(db, 'r1', 'h1', at(t0 + 2 * minute))));
    expect(twice).toEqual([1, 2].map(() => expect.objectContaining({ kind: 'confirmed', held: true })));
    expect((await poolPlaces(db))[0]!.places).toBe(1);
    expect(await confirmReferral(db, 'r2', 'h3', at())).toEqual({ kind: 'unknown' });
    expect(await confirmReferral(db, 'r9', 'h1', at())).toEqual({ kind: 'unknown' });
    expect(await confirmReferral(db, 'r2', 'h1', at(t0 + 10 * minute))).toEqual({ kind: 'over' });
    expect(await endReferral(db, 'r3', { outcome: 'declined', hallId: 'h2', by: 'worker' }, t0)).toBe(false);
    expect(await endReferral(db, 'r3', { outcome: 'declined', hallId: 'h1', by: 'worker' }, t0)).toBe(true);
    expect(await confirmReferral(db, 'r3', 'h1', at())).toEqual({ kind: 'over' });
  });

  it('F5 one person has one referral that stands, and a person confirmed in one hall none in another', async () => {
    await says('j1', 5);
    await addReferrals(db, [offer('r1', 't1'), offer('r2', 't1', 'j2')], open);
    await addReferrals(db, [offer('r3', 't1', 'j3')], open);
    expect(await states()).toEqual(['t1 open']);
    await confirmReferral(db, 'r1', 'h1', at());
    await addReferrals(db, [offer('r4', 't1', 'j4')], open);
    expect(await states()).toEqual(['t1 confirmed']);
  });

  it('F5 places: a confirmed one counts against what the hall says until the hall has recorded it; a hall that is gone has none', async () => {
    await says('j1', 2);
    await addReferrals(db, [offer('r1', 't1'), offer('r2', 't2')], open);
    await confirmReferral(db, 'r1', 'h1', at());
    await says('j1', 2);
    expect(await poolPlaces(db)).toEqual([{ hallId: 'h2', jobId: 'j1', places: 1 }]);
    await referralTold(db, 'r1', 'job', 'confirmed');
    await says('j1', 1);
    expect(await poolPlaces(db)).toEqual([{ hallId: 'h2', jobId: 'j1', places: 1 }]);
    await dropLeftovers(db, 'h2', 'hub-1');
    expect(await confirmReferral(db, 'r2', 'h1', at())).toEqual({ kind: 'away' });
    expect(await states()).toEqual(['t1 confirmed', 't2 open']);
  });

  it('F5 ten minutes end an offer; places that are gone end the youngest; what ended in a hall is told to the other', async () => {
    await says('j1', 3);
    await addReferrals(db, [offer('r1', 't1')], open);
    await addReferrals(db, [offer('r2', 't2'), offer('r3', 't3')], { now: t0 + minute, expiresAt: t0 + 11 * minute });
    await says('j1', 2);
    await endReferrals(db, ['h3'], t0 + minute);
    expect(await states()).toEqual(['t1 open', 't2 open', 't3 open']);
    await endReferrals(db, ['h2'], t0 + minute);
    expect(await states()).toEqual(['t1 open', 't2 open', 't3 placeTaken']);
    await endReferrals(db, ['h2'], t0 + 10 * minute);
    expect(await states()).toEqual(['t1 expired', 't2 open', 't3 placeTaken']);
    await takeReported(db, 'h1', { jobs: [], over: ['r2', 'r1', 'nothing'], kept }, t0 + 10 * minute);
    expect(await states()).toEqual(['t1 expired', 't2 declined', 't3 placeTaken']);
    const untold = await untoldReferrals(db, ['h1', 'h2'], { now: t0 + 10 * minute, since: 0, limit: 50 });
    expect(untold.map(({ referralId, side, hallId, state }) => `${referralId} ${side} ${hallId} ${state}`).sort())
      .toEqual(['r1 job h2 expired', 'r1 worker h1 expired', 'r2 job h2 declined', 'r3 job h2 placeTaken', 'r3 worker h1 placeTaken']);
    await referralTold(db, 'r2', 'job', 'open');
    expect(await untoldReferrals(db, ['h2'], { now: t0, since: 0, limit: 1 })).toHaveLength(1);
    for (const { referralId, side, state } of untold) await referralTold(db, referralId, side, state);
    expect(await untoldReferrals(db, ['h1', 'h2'], { now: t0, since: 0, limit: 50 })).toEqual([]);
  });

  it('F5 a hub that starts again knows every referral and every place', async () => {
    await says('j1', 2);
    await addReferrals(db, [offer('r1', 't1'), offer('r2', 't2')], open);
    await confirmReferral(db, 'r1', 'h1', at());
    await db.close();
    db = await place.open();
    expect(await states()).toEqual(['t1 confirmed', 't2 open']);
    expect(await confirmReferral(db, 'r2', 'h1', at())).toMatchObject({ kind: 'confirmed' });
    expect(await poolPlaces(db)).toEqual([{ hallId: 'h2', jobId: 'j1', places: 0 }]);
  });
});
