/* People at the city, on both engines: fields by clock with their losers, late news of somebody who was erased, boxes that do not open, and a key file that is not the database's. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrolHalls } from '@kuaizhao/db/city/journal/halls.ts';
import { openCityKey } from '@kuaizhao/db/city/people/city-key.ts';
import { askErasure, erasureLines, peopleCounts } from '@kuaizhao/db/city/people/erasures.ts';
import { foldPeople } from '@kuaizhao/db/city/people/fold-people.ts';
import { createCityPeople, type CityPeople } from '@kuaizhao/db/city/people/people-work.ts';
import { fieldsOf, numberOf } from '@kuaizhao/db/city/people/persons.ts';
import type { CityDb } from '@kuaizhao/db/city/store/city-db.ts';
import { boxFor, type SharedPerson } from '@kuaizhao/db/domain/people/sharing/person.ts';
import { closeBox, createSealedBox } from '@kuaizhao/db/sealing/sealed-box.ts';
import { engineNames, startEngine, type TestDatabase, type TestEngine } from '../../../fixtures/city/databases.ts';
import { morningStart } from '../../../fixtures/city/morning.ts';
import { person } from '../../../fixtures/people.ts';

const hallKey = createSealedBox(Buffer.alloc(32, 5), 'kuaizhao envelope').publicKey;

describe.each(engineNames)('people on %s', (name) => {
  let engine: TestEngine;
  let place: TestDatabase;
  let db: CityDb;
  let people: CityPeople;
  let key: { readonly keyId: string; readonly publicKey: string };
  beforeAll(async () => {
    engine = await startEngine(name);
    place = await engine.database();
    db = await place.open();
    await enrolHalls(db, ['h1', 'h2'].map((hallId) => ({ hallId, name: hallId, keyHash: new Uint8Array(32).fill(1) })));
    const opened = await openCityKey(db, join(place.data, 'city.key'), morningStart);
    if (!opened.ok) throw new Error(opened.reason);
    key = { keyId: opened.key.keyId, publicKey: opened.key.cipher.envelope.publicKey };
    people = createCityPeople(db, opened.key);
  });
  afterAll(async () => {
    await db.close();
    await place.remove();
    await engine.end();
  });

  const told = (n: number, trades: string[], at: number, registeredAt = morningStart): SharedPerson => ({
    number: person(n).number, registeredAt, record: { hires: 2, came: 3, missed: 1 }, fields: { name: { value: person(n).name, clock: { at, n: 0, by: 'whoever' } }, trades: { value: trades, clock: { at, n: 0, by: 'whoever' } } },
  });
  const share = (hall: 'h1' | 'h2', workerId: string, text: string, over: { to?: string; publicKey?: string; where?: string } = {}) => db.transaction(async (sql) => {
    const [found] = await sql.query<{ hall_no: number }>('SELECT hall_no FROM hall WHERE hall_id = $1', [hall]);
    const box = closeBox(over.publicKey ?? key.publicKey, text, over.where ?? boxFor(hall, workerId, key.keyId), 'kuaizhao envelope').toString('base64url');
    await foldPeople(sql, found?.hall_no ?? 0, [{ fact: { type: 'workerShared', workerId, share: { to: over.to ?? key.keyId, hallKey, box } }, clock: morningStart }]);
  });
  const words = (hall: string) => db.query<{ key: string }>('SELECT key FROM feed_row WHERE feed = $1 AND body IS NOT NULL', [`workers:${hall}`]);

  it('rule 12 one person of two halls: the newest word stands, the loser is kept for staff, and both halls are told', async () => {
    await share('h2', 'w-2', JSON.stringify(told(1, ['0201'], morningStart + 2_000)));
    await share('h1', 'w-1', JSON.stringify(told(1, ['0101'], morningStart + 1_000)));
    await people.work(morningStart + 5_000);
    expect(await peopleCounts(db)).toEqual({ persons: 1, shares: 2, notOpened: 0, waiting: 0 });
    expect(await db.query('SELECT field FROM person_past')).toEqual([{ field: 'trades' }]);
    expect([await words('h1'), await words('h2')]).toEqual([[{ key: 'w-1' }], [{ key: 'w-2' }]]);
    expect(await people.work(morningStart + 6_000), 'nothing new is nothing said').toBe(false);
    await share('h1', 'w-3', JSON.stringify(told(4, ['0101'], morningStart)));
    await people.work(morningStart + 91 * 24 * 3_600_000);
    expect(await db.query('SELECT field FROM person_past'), 'ninety days').toEqual([]);
  });

  it('a box for another key, another hall or with nonsense in it is counted by reason and stops nobody', async () => {
    await share('h1', 'x-1', JSON.stringify(told(2, [], morningStart)), { to: 'f'.repeat(16) });
    await share('h1', 'x-2', JSON.stringify(told(2, [], morningStart)), { where: boxFor('h2', 'x-2', key.keyId) });
    await share('h1', 'x-3', 'not a person');
    await share('h1', 'x-4', JSON.stringify(told(3, ['0101'], morningStart)));
    await people.work(morningStart + 7_000);
    expect(await db.query('SELECT worker_id, reason FROM share_unopened ORDER BY worker_id')).toEqual([{ worker_id: 'x-1', reason: 'otherKey' }, { worker_id: 'x-2', reason: 'damaged' }, { worker_id: 'x-3', reason: 'notAPerson' }]);
    expect((await peopleCounts(db)).persons).toBe(3);
  });

  it('rule 14 news of somebody who was erased, told late by a hall that had not heard of it, is dropped; who registers anew stays', async () => {
    const erasedAt = morningStart + 8_000;
    const erasureId = await askErasure(db, ` ${person(3).number.toLowerCase()} `, 'operator', erasedAt);
    await people.work(erasedAt);
    expect((await peopleCounts(db)).persons).toBe(2);
    await share('h2', 'late-1', JSON.stringify(told(3, ['0101'], erasedAt + 1, erasedAt - 1)));
    await people.work(erasedAt + 2);
    expect((await peopleCounts(db)).persons).toBe(2);
    await share('h2', 'anew-1', JSON.stringify(told(3, ['0101'], erasedAt + 3, erasedAt + 3)));
    await people.work(erasedAt + 4);
    expect((await peopleCounts(db)).persons).toBe(3);
    expect(await erasureLines(db, 5, erasureId)).toEqual([{ erasureId, at: erasedAt, askedBy: 'operator', doneHere: true, waiting: ['h1', 'h2'] }]);
    await expect(db.query('DELETE FROM erasure_audit')).rejects.toThrow(/only appended/);
  });

  it('rule 14 the last word of somebody who was erased does not stay with who registers anew elsewhere, and a hall that takes its consent back takes its words along', async () => {
    const asked = morningStart + 9_000;
    const tradesOf = async (): Promise<unknown> => {
      const opened = await openCityKey(db, join(place.data, 'city.key'), asked);
      if (!opened.ok) throw new Error(opened.reason);
      const { cipher } = opened.key;
      const rows = await db.query<{ blind: Uint8Array; number_sealed: Uint8Array; fields_sealed: Uint8Array }>('SELECT blind, number_sealed, fields_sealed FROM person');
      return rows.flatMap((row) => (numberOf(cipher, row) === person(6).number ? [fieldsOf(cipher, row).trades?.value] : []));
    };
    // The second hall has not heard of the erasure that the first one will tell, and has the last word.
    await share('h2', 'old-6', JSON.stringify(told(6, ['0301'], asked + 20)));
    await share('h1', 'anew-6', JSON.stringify(told(6, ['0101'], asked + 10, asked + 5)));
    await people.work(asked + 30);
    expect(await tradesOf()).toEqual([['0301']]);
    await askErasure(db, person(6).number, 'operator', asked);
    await people.work(asked + 40);
    expect(await tradesOf()).toEqual([['0101']]);
    await share('h2', 'again-6', JSON.stringify(told(6, ['0201'], asked + 50, asked + 45)));
    await people.work(asked + 60);
    expect(await tradesOf()).toEqual([['0201']]);
    await db.transaction(async (sql) => {
      const [found] = await sql.query<{ hall_no: number }>(`SELECT hall_no FROM hall WHERE hall_id = 'h2'`);
      await foldPeople(sql, found?.hall_no ?? 0, [{ fact: { type: 'consentWithdrawn', workerId: 'again-6', purpose: 'sharing' }, clock: asked + 70 }]);
    });
    await people.work(asked + 80);
    expect(await tradesOf()).toEqual([['0101']]);
  });

  it('a hub beside this database without its key file, or with another, leaves people alone', async () => {
    expect(await openCityKey(db, join(place.data, 'none.key'), morningStart)).toEqual({ ok: false, reason: 'keyMissing' });
    const other = await engine.database();
    const elsewhere = await other.open();
    await openCityKey(elsewhere, join(other.data, 'city.key'), morningStart);
    expect(await openCityKey(db, join(other.data, 'city.key'), morningStart)).toEqual({ ok: false, reason: 'keyIsAnother' });
    await elsewhere.close();
    await other.remove();
  });
});
