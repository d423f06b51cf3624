/* The city's keys change while people are known, on both engines: rows go over in small commits, what is closed for an older key still opens, halls say when they have heard of the newer one, and the old key goes when nothing has needed it for thirty days. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enrolHalls, keepPresence } from '@kuaizhao/db/city/journal/halls.ts';
import { dropGoneKeys, keyIdOf, openCityKey, rotateCityKey, type CityKey } from '@kuaizhao/db/city/people/city-key.ts';
import { peopleCounts } from '@kuaizhao/db/city/people/erasures.ts';
import { foldPeople } from '@kuaizhao/db/city/people/fold-people.ts';
import { createKeyMove, keyLines, unneededKeptMs } from '@kuaizhao/db/city/people/key-move.ts';
import { createHeldKey } from '@kuaizhao/db/city/people/held-key.ts';
import { createCityPeople } from '@kuaizhao/db/city/people/people-work.ts';
import { numberOf } from '@kuaizhao/db/city/people/persons.ts';
import { createStaffPins } from '@kuaizhao/db/city/registry/pins.ts';
import type { CityDb } from '@kuaizhao/db/city/store/city-db.ts';
import type { SharedPerson } from '@kuaizhao/db/domain/people/sharing/person.ts';
import { createFieldCipher } from '@kuaizhao/db/sealing/field-cipher.ts';
import { addKey, readOrMakeKeys } from '@kuaizhao/db/sealing/key-file.ts';
import { createSealedBox } from '@kuaizhao/db/sealing/sealed-box.ts';
import { engineNames, startEngine, type TestDatabase, type TestEngine } from '../../../fixtures/city/databases.ts';
import { morningStart } from '../../../fixtures/city/morning.ts';
import { person } from '../../../fixtures/people.ts';
import { anywhere, shareOf } from '../../../fixtures/city/shares.ts';

const hallKey = createSealedBox(Buffer.alloc(32, 5), 'kuaizhao envelope').publicKey;
/** More than go over in one commit. */
const people = 120;

describe.each(engineNames)('the keys of the city on %s', (name) => {
  let engine: TestEngine;
  let place: TestDatabase;
  let db: CityDb;
  let path: string;
  let [now, position] = [morningStart, 0];
  beforeAll(async () => {
    engine = await startEngine(name);
    place = await engine.database();
    db = await place.open();
    path = join(place.data, 'city.key');
    await enrolHalls(db, ['h1', 'h2', 'never'].map((hallId) => ({ hallId, name: hallId, keyHash: new Uint8Array(32).fill(1) })));
    await keepPresence(db, [{ hallId: 'h1', seenAt: now, claimedSeq: 1 }, { hallId: 'h2', seenAt: now, claimedSeq: 1 }]);
  });
  afterAll(async () => {
    await db.close();
    await place.remove();
    await engine.end();
  });

  const key = async (): Promise<CityKey> => {
    const opened = await openCityKey(db, path, now);
    if (!opened.ok) throw new Error(opened.reason);
    return opened.key;
  };
  const work = async (): Promise<boolean> => createCityPeople(db, await key()).work(now);
  const told = (n: number, trades: string[], at: number): SharedPerson => ({
    number: person(n).number, registeredAt: morningStart, record: { hires: 2, came: 3, missed: 1 }, fields: { name: { value: person(n).name, clock: { at, n: 0, by: 'whoever' } }, trades: { value: trades, clock: { at, n: 0, by: 'whoever' } } },
  });
  const share = (hall: 'h1' | 'h2', workerId: string, about: SharedPerson, to: CityKey) => shareOf(db, { hall, workerId, about, city: { keyId: to.keyId, publicKey: to.cipher.envelope.publicKey }, hallKey, position: (position += 1), clock: now });
  const hears = (hall: string, keyId: string) => db.transaction(async (sql) => {
    const [found] = await sql.query<{ hall_no: number }>('SELECT hall_no FROM hall WHERE hall_id = $1', [hall]);
    await foldPeople(sql, found?.hall_no ?? 0, [{ fact: { type: 'cityKeyTaken', keyId }, clock: now }]);
  });
  /** A whole round, in as many commits as it takes. */
  const round = async (): Promise<number> => {
    const move = createKeyMove(db, await key());
    let commits = 0;
    while (await move.step(now)) commits += 1;
    return commits;
  };
  const wordsSaid = async (): Promise<number> => (await db.query<{ head: number }>("SELECT sum(head)::bigint AS head FROM feed_head WHERE feed LIKE 'workers:%'"))[0]?.head ?? 0;

  test('a further key: halls are told, everybody is found and known meanwhile, and rows go over in small commits without a word to any hall', async () => {
    const first = await key();
    for (let n = 1; n <= people; n += 1) await share('h1', `w-${n}`, told(n, ['0101'], now), first);
    for (let n = 1; n <= 20; n += 1) await share('h2', `v-${n}`, told(n, ['0201'], now + 1_000), first);
    await work();
    expect(await peopleCounts(db)).toEqual({ persons: people, shares: people + 20, notOpened: 0, waiting: 0 });
    const [words, before] = [await wordsSaid(), await db.query('SELECT 1 AS one FROM person_past')];
    expect([words, before.length]).toEqual([40, 20]);
    now += 1_000;
    const rotated = await rotateCityKey(db, path, now);
    if (!rotated.ok) throw new Error(rotated.reason);
    expect(rotated.keyId).not.toBe(first.keyId);
    const [row] = await db.query<{ body: string }>("SELECT body FROM feed_row WHERE feed = 'codes' AND key = 'cityKey'");
    expect(JSON.parse(row?.body ?? '')).toMatchObject({ keyId: rotated.keyId });
    expect(await createCityPeople(db, first).work(now), 'a hub that has not read the new key leaves people alone').toBe(false);
    await share('h2', 'late', told(30, ['0301'], now), first);
    await work();
    expect(await peopleCounts(db), 'known under the old index, told in an old box').toEqual({ persons: people, shares: people + 21, notOpened: 0, waiting: 0 });
    const said = await wordsSaid();
    expect(await round(), 'fifty persons a commit').toBeGreaterThan(3);
    expect(await wordsSaid(), 'what was told stays told').toBe(said);
    const { cipher } = await key();
    const rows = await db.query<{ blind: Uint8Array; number_sealed: Uint8Array }>('SELECT blind, number_sealed FROM person');
    expect(new Set(rows.map((one) => numberOf(cipher, one)))).toEqual(new Set(Array.from({ length: people }, (_, n) => person(n + 1).number)));
    expect(await keyLines(db)).toMatchObject([{ keyId: first.keyId, newest: false, persons: 0, boxes: 0, waitingHalls: ['h1', 'h2'], unneededAt: null }, { keyId: rotated.keyId, newest: true }]);
    await share('h1', 'w-1', told(1, ['0101', '0201'], now + 5_000), await key());
    await work();
    expect((await peopleCounts(db)).persons, 'found under the new index').toBe(people);
  });

  test('what is kept of the staff’s PINs goes over with the people, and an older key waits for it', async () => {
    const lines = await keyLines(db);
    const pins = createStaffPins(db, createHeldKey(db, path, () => now));
    expect(await pins.takeGiven([{ staffId: 'editor-1', pin: 'scrypt$c2FsdA$aGFzaA' }], now)).toEqual(['editor-1']);
    const older = createFieldCipher({ ...readOrMakeKeys(path), keys: readOrMakeKeys(path).keys.slice(0, 1) });
    await db.query('UPDATE staff_pin SET pin_sealed = $1', [older.seal('scrypt$c2FsdA$aGFzaA', 'staff_pin|editor-1|pin')]);
    const [before, needed] = [lines[0]?.boxes ?? 0, (await keyLines(db))[0]?.boxes];
    expect(needed).toBe(before + 1);
    await round();
    expect(await db.query('SELECT get_byte(pin_sealed, 0) AS head FROM staff_pin')).toEqual([{ head: (await key()).cipher.head }]);
    expect([(await keyLines(db))[0]?.boxes, await pins.of('editor-1')]).toEqual([before, { pin: 'scrypt$c2FsdA$aGFzaA', given: true }]);
  });

  test('the old key waits for every hall that was ever there, goes thirty days after nothing needed it, and then nothing anywhere is of it', async () => {
    const [old, newest] = (await keyLines(db)).map(({ keyId }) => keyId) as [string, string];
    expect((await anywhere(db, old)).length, 'the scan finds what is there').toBeGreaterThan(0);
    await hears('h1', newest);
    await round();
    expect((await keyLines(db))[0]).toMatchObject({ waitingHalls: ['h2'], unneededAt: null, goesAt: null });
    // Weeks later the other comes back with a box that it closed before it heard.
    now += 60 * 24 * 3_600_000;
    const ring = readOrMakeKeys(path);
    expect(ring.keys).toHaveLength(2);
    const both = await key();
    const oldEnvelope = both.envelopes.get(old);
    if (oldEnvelope === undefined) throw new Error('the old key is kept');
    await shareOf(db, { hall: 'h2', workerId: 'weeks', about: told(40, ['0301'], now), city: { keyId: old, publicKey: oldEnvelope.publicKey }, hallKey, position: (position += 1), clock: now });
    await hears('h2', newest);
    expect((await keyLines(db))[0]).toMatchObject({ boxes: 2 });
    await work();
    expect(await peopleCounts(db)).toMatchObject({ notOpened: 0, waiting: 0 });
    await round();
    expect((await keyLines(db))[0]).toMatchObject({ persons: 0, boxes: 0, waitingHalls: [], unneededAt: now, goesAt: now + unneededKeptMs });
    now += unneededKeptMs - 1;
    await round();
    expect(await dropGoneKeys(db, path), 'not a day earlier').toEqual([]);
    now += 1;
    await round();
    expect(await keyLines(db)).toMatchObject([{ keyId: newest, newest: true }]);
    expect(await dropGoneKeys(db, path)).toEqual([old]);
    expect(readOrMakeKeys(path).keys).toHaveLength(1);
    expect(await anywhere(db, old)).toEqual([]);
    expect((await peopleCounts(db)).persons).toBe(people);
    const sealed = await db.query<{ head: number }>('SELECT DISTINCT get_byte(number_sealed, 0) AS head FROM person UNION SELECT get_byte(fields_sealed, 0) FROM person UNION SELECT get_byte(own_sealed, 0) FROM person_hall UNION SELECT get_byte(lost_sealed, 0) FROM person_past UNION SELECT get_byte(blind, 0) FROM person UNION SELECT get_byte(told, 0) FROM person_hall WHERE told IS NOT NULL');
    expect(sealed).toEqual([{ head: 2 }]);
  });

  test('stopped between the file and the database, the same key is taken up; a file without a key of the database is refused by name', async () => {
    const before = await key();
    addKey(path);
    const waiting = readOrMakeKeys(path).keys.at(-1)?.key ?? Buffer.alloc(0);
    expect((await key()).keyId, 'what the database does not know seals nothing').toBe(before.keyId);
    expect(await dropGoneKeys(db, path)).toEqual([]);
    const rotated = await rotateCityKey(db, path, now);
    expect(readOrMakeKeys(path).keys).toHaveLength(2);
    expect(readOrMakeKeys(path).keys.at(-1)?.key.equals(waiting)).toBe(true);
    expect(rotated).toEqual({ ok: true, keyId: (await key()).keyId });
    expect(keyIdOf((await key()).cipher.envelope.publicKey)).toBe(rotated.ok ? rotated.keyId : '');
    expect(await openCityKey(db, join(place.data, 'none.key'), now)).toEqual({ ok: false, reason: 'keyMissing' });
    expect(await rotateCityKey(db, join(place.data, 'none.key'), now)).toEqual({ ok: false, reason: 'keyMissing' });
    const other = join((await engine.database()).data, 'city.key');
    readOrMakeKeys(other);
    expect(await openCityKey(db, other, now)).toEqual({ ok: false, reason: 'keyIsAnother' });
    expect(readFileSync(path, 'utf8').split('\n').filter((line) => /^\d/.test(line))).toHaveLength(2);
  });

  test('fifteen keys fill the file: a further one is refused by name, and nothing is changed', async () => {
    while ((await rotateCityKey(db, path, now)).ok) now += 1;
    expect(await rotateCityKey(db, path, now)).toEqual({ ok: false, reason: 'noRoom' });
    expect(await keyLines(db)).toHaveLength(15);
    await work();
    await round();
    expect((await keyLines(db)).map(({ persons }) => persons)).toEqual(Array.from({ length: 15 }, () => 0));
  });
});
