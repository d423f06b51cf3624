/* PINs of the city's staff, through real hubs on both engines: the first one opens nothing but the change, the new one obeys the halls' rules and ends every other desk of this person, in every process. */
import { renameSync } from 'node:fs';
import { pino } from 'pino';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { cityKeyFile } from '@kuaizhao/db/city/people/city-key.ts';
import { createHeldKey } from '@kuaizhao/db/city/people/held-key.ts';
import { createStaffPins } from '@kuaizhao/db/city/registry/pins.ts';
import type { CityDb } from '@kuaizhao/db/city/store/city-db.ts';
import { hashPin } from '@kuaizhao/db/sealing/pin-hash.ts';
import type { CityConfig } from '@kuaizhao/sync-agent/city/config.ts';
import { startCity, type City } from '@kuaizhao/sync-agent/city/start-city.ts';
import { cityDeskVersion } from '@kuaizhao/sync-agent/contract/city/desk.ts';
import { vouchForMs } from '@kuaizhao/sync-agent/contract/console.ts';
import { engineNames, startEngine, type TestDatabase, type TestEngine } from '../../../fixtures/city/databases.ts';
import { testKey } from '../../../fixtures/city/hall.ts';
import { anywhere } from '../../../fixtures/city/shares.ts';
import { cityFirstPin, newStaff, setOwnPins } from '../../../fixtures/city-staff.ts';
import { person } from '../../../fixtures/people.ts';
import { eventually } from '../../../flows/stage/eventually.ts';

const start = Date.parse('2026-11-20T21:00:00Z');
const own = '905173';
const people = [{ staffId: 'editor-1', name: '编辑员样例', role: 'editor' as const, pin: own }, { staffId: 'boss-1', name: '主管样例', role: 'supervisor' as const, pin: '246810' }, { staffId: 'boss-480251', name: '值班长样例', role: 'supervisor' as const, pin: '975310' }];
type Staff = NonNullable<CityConfig['staff']>;
const refused = (code: string, field?: string) => ({ ok: false, refusal: { code, ...(field === undefined ? {} : { field }) } });

describe.each(engineNames)('%s', (name) => {
  let engine: TestEngine;
  let place: TestDatabase;
  let clock = start;
  let logged = '';
  const open: City[] = [];
  const lines: Socket[] = [];
  beforeAll(async () => { engine = await startEngine(name); });
  afterAll(() => engine.end());
  beforeEach(async () => { [place, clock, logged] = [await engine.database(), start, '']; });
  afterEach(async () => {
    for (const line of lines.splice(0)) line.disconnect();
    for (const city of open.splice(0)) await city.close();
    await place.remove();
  });

  async function hub(staff: Staff): Promise<City> {
    const log = pino({ level: 'trace' }, { write: (line: string) => { logged += line; } });
    const city = await startCity({ listen: { host: '127.0.0.1', port: 0 }, database: place.database, data: place.data, halls: [{ hallId: 'h1', name: '济南市历下区东关综合零工市场', key: testKey('h1') }], staff }, log, { now: () => clock, pageFolder: place.data });
    open.push(city);
    return city;
  }
  const stop = async (city: City): Promise<void> => { await open.splice(open.indexOf(city), 1)[0]?.close(); };
  async function desk(city: City) {
    const line = io(`${city.urls.city}/city-desk`, { transports: ['websocket'], auth: { version: cityDeskVersion }, forceNew: true, reconnection: false });
    lines.push(line);
    await new Promise<unknown>((done, failed) => { line.once('desk', done); line.once('connect_error', failed); });
    const say = async (event: string, message: unknown): Promise<unknown> => (await line.timeout(10_000).emitWithAck(event, message)) as unknown;
    const signIn = (staffId: string, pin: string) => say('signIn', { staffId, pin });
    return { line, say, signIn, asked: () => say('ask', { name: 'entries', asked: { kind: 'hall' } }) };
  }
  const pinsIn = (db: CityDb) => createStaffPins(db, createHeldKey(db, cityKeyFile(place.data), () => clock));
  const looking = async <T>(question: (db: CityDb) => Promise<T>): Promise<T> => {
    const db = await place.open();
    try { return await question(db); } finally { await db.close(); }
  };

  test('F33 the first PIN of city.json lets in only to the change: everything else is refused as `pinFirst`, weak ones and the given one by name; then the own one opens, also after a restart', async () => {
    const staff = await newStaff(people);
    const city = await hub(staff);
    const { say, signIn, asked } = await desk(city);
    expect(await say('setPin', { pin: own })).toEqual(refused('notSignedIn'));
    expect(await signIn('boss-480251', cityFirstPin)).toMatchObject({ ok: true, mustSetPin: true, member: { staffId: 'boss-480251' } });
    for (const event of ['ask', 'change', 'erase']) expect(await say(event, {})).toEqual(refused('pinFirst'));
    for (const [pin, why] of [['9051', 'pinShort'], ['90517a', 'pinShort'], ['111111', 'pinSame'], ['123456', 'pinRun'], ['480251', 'pinIsId'], [cityFirstPin, 'pinOld']]) expect(await say('setPin', { pin })).toEqual(refused(why ?? '', 'pin'));
    for (const bad of [undefined, {}, { pin: 905_173 }, { pin: own, more: 1 }, { pin: '9'.repeat(65) }]) expect(await say('setPin', bad)).toEqual(refused('malformed', 'pin'));
    expect(await asked()).toEqual(refused('pinFirst'));
    expect(await say('setPin', { pin: own })).toEqual({ ok: true, value: {} });
    expect(await asked()).toMatchObject({ ok: true });
    const audit = await say('ask', { name: 'audit', asked: {} }) as { value: { staffId: string; act: string }[] };
    expect(audit.value.filter(({ staffId }) => staffId === 'boss-480251').map(({ act }) => act)).toEqual(['pinSet', 'signedIn', 'pinGiven']);
    await stop(city);
    const again = await desk(await hub(staff));
    expect(await again.signIn('boss-480251', cityFirstPin)).toEqual({ ok: false, waitMs: 0 });
    const reply = await again.signIn('boss-480251', own);
    expect(reply).toMatchObject({ ok: true });
    expect(reply).not.toHaveProperty('mustSetPin');
    expect(await again.asked()).toMatchObject({ ok: true });
    expect(logged).not.toMatch(new RegExp(`${own}|${cityFirstPin}|scrypt`));
  });

  test('F33 another hash in city.json is a first PIN again with all tries free; one that was there before is none, whatever file says it', async () => {
    const before = await newStaff(people);
    const first = await hub(before);
    await setOwnPins(first.urls.city, people);
    const shut = await desk(first);
    for (let wrong = 0; wrong < 5; wrong += 1) await shut.signIn('editor-1', '000000');
    expect(await shut.signIn('editor-1', own)).toEqual({ ok: false, waitMs: 15_000 });
    await stop(first);
    const after = await Promise.all(before.map(async (one) => (one.staffId === 'editor-1' ? { ...one, pin: await hashPin('618203') } : one)));
    const second = await hub(after);
    const { signIn, asked, say } = await desk(second);
    expect(await signIn('editor-1', own)).toEqual({ ok: false, waitMs: 0 });
    expect(await signIn('editor-1', '618203')).toMatchObject({ ok: true, mustSetPin: true });
    expect(await asked()).toEqual(refused('pinFirst'));
    expect(await signIn('boss-1', '246810'), 'the others keep theirs').not.toHaveProperty('mustSetPin');
    const audit = await say('ask', { name: 'audit', asked: {} }) as { value: { staffId: string; act: string }[] };
    expect(audit.value.find(({ act }) => act === 'pinGiven')).toMatchObject({ staffId: 'editor-1' });
    await stop(second);
    // The file of another machine, or an old copy of this one.
    const third = await desk(await hub(before));
    expect(await third.signIn('editor-1', cityFirstPin)).toEqual({ ok: false, waitMs: 0 });
    expect(await third.signIn('editor-1', '618203')).toMatchObject({ ok: true, mustSetPin: true });
  });

  test('F33 §4 a new PIN ends every other desk of this person at once and nobody else’s; one that was typed too long ago sets none', async () => {
    const city = await hub(await newStaff(people));
    await setOwnPins(city.urls.city, people);
    const [here, there, other] = [await desk(city), await desk(city), await desk(city)];
    await here.signIn('editor-1', own);
    await there.signIn('editor-1', own);
    await other.signIn('boss-1', '246810');
    clock += vouchForMs + 1;
    expect(await here.say('setPin', { pin: '618203' })).toEqual(refused('pinAgain'));
    await here.signIn('editor-1', own);
    expect(await here.say('setPin', { pin: '618203' })).toEqual({ ok: true, value: {} });
    await eventually('the other desk is cut off', () => there.line.disconnected);
    expect([here.line.connected, other.line.connected]).toEqual([true, true]);
    expect([await here.asked(), await other.asked()]).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await other.signIn('editor-1', own)).toEqual({ ok: false, waitMs: 0 });
  });

  test('§4 F33 a first PIN counts for nobody as the second person of an erasure, and nothing begins', async () => {
    const city = await hub(await newStaff(people));
    await setOwnPins(city.urls.city, people.slice(0, 2));
    const { say, signIn } = await desk(city);
    await signIn('boss-1', '246810');
    const erase = (pin: string) => say('erase', { commandId: 'erase-01', number: person(55).number, pin: '246810', second: { staffId: 'boss-480251', pin } });
    expect(await erase(cityFirstPin)).toEqual(refused('secondPinFirst'));
    expect(await say('ask', { name: 'erasures', asked: { open: true } })).toMatchObject({ ok: true, value: { erasures: [] } });
    await setOwnPins(city.urls.city, people.slice(2));
    expect(await erase('975310')).toMatchObject({ ok: true });
  });

  test('F33 an own PIN is set by whoever proved the present one: where that is another by now nothing changes', async () => {
    const staff = await newStaff(people.slice(0, 1));
    const [one, two] = [await hashPin(own), await hashPin('618203')];
    await looking(async (db) => {
      const pins = pinsIn(db);
      expect([await pins.takeGiven(staff, start), await pins.takeGiven(staff, start)]).toEqual([['editor-1'], []]);
      const before = (await pins.of('editor-1'))?.pin ?? '';
      expect(await pins.setOwn({ staffId: 'editor-1', before, pin: one, now: start })).toBe(true);
      expect(await pins.setOwn({ staffId: 'editor-1', before, pin: two, now: start })).toBe(false);
      expect(await pins.of('editor-1')).toEqual({ pin: one, given: false });
    });
  });

  test('F33 whoever has the city’s database alone has nothing to try PINs against: what is kept of them is sealed, also what an older program left unsealed', async () => {
    const staff = await newStaff(people);
    const city = await hub(staff);
    await setOwnPins(city.urls.city, people.slice(0, 1));
    await stop(city);
    const kept = await looking(async (db) => {
      expect(await anywhere(db, 'scrypt')).toEqual([]);
      // As the program before this one kept it.
      const { pin } = (await pinsIn(db).of('editor-1')) ?? { pin: '' };
      await db.query('UPDATE staff_pin SET pin = $2, pin_sealed = NULL WHERE staff_id = $1', ['editor-1', pin]);
      expect((await anywhere(db, 'scrypt')).length).toBeGreaterThan(0);
      return pin;
    });
    expect(kept).toMatch(/^scrypt\$/);
    const again = await desk(await hub(staff));
    expect(await again.signIn('editor-1', own)).not.toHaveProperty('mustSetPin');
    expect(await again.asked()).toMatchObject({ ok: true });
    await stop(open[0]!);
    await looking(async (db) => { expect([await anywhere(db, 'scrypt'), (await pinsIn(db).of('editor-1'))?.pin]).toEqual([[], kept]); });
  });

  test('F33 a hub without the city’s key lets nobody in and counts no try; with the file put back it does so at once', async () => {
    const staff = await newStaff(people);
    const first = await hub(staff);
    await setOwnPins(first.urls.city, people.slice(0, 1));
    await stop(first);
    const file = cityKeyFile(place.data);
    renameSync(file, `${file}.away`);
    const { signIn, asked } = await desk(await hub(staff));
    for (let tries = 0; tries < 7; tries += 1) expect(await signIn('editor-1', own)).toEqual({ ok: false, waitMs: 0 });
    expect(logged).toContain('PINs cannot be read here');
    renameSync(`${file}.away`, file);
    expect(await signIn('editor-1', own)).toMatchObject({ ok: true });
    expect(await asked()).toMatchObject({ ok: true });
  });

  // The embedded database has one owner.
  test.each(name === 'postgres' ? ['two'] : [])('F33 sync.md §2 %s hubs on one database: tries, PINs and ends count in all of them; one that heard of nothing finds out at the next message', async () => {
    const staff = await newStaff(people);
    const [left, right] = [await hub(staff), await hub(staff)];
    await setOwnPins(left.urls.city, people);
    const [here, there] = [await desk(left), await desk(right)];
    const waits: unknown[] = [];
    for (const at of [here, there, here, there, here, there]) waits.push(((await at.signIn('editor-1', '000000')) as { waitMs: number }).waitMs);
    expect(waits).toEqual([0, 0, 0, 0, 15_000, 15_000]);
    clock += 15_000;
    expect([await here.signIn('editor-1', own), await there.signIn('editor-1', own)]).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await here.say('setPin', { pin: '618203' })).toEqual({ ok: true, value: {} });
    await eventually('the desk at the other hub is cut off', () => there.line.disconnected);
    // No hub is told of this one.
    const db = await place.open();
    onTestFinished(() => db.close());
    const pins = pinsIn(db);
    expect(await pins.setOwn({ staffId: 'editor-1', before: (await pins.of('editor-1'))?.pin ?? '', pin: await hashPin('730941'), now: clock })).toBe(true);
    expect(await here.asked()).toEqual(refused('notSignedIn'));
    await eventually('and is cut off', () => here.line.disconnected);
    // A hub that starts with another first PIN ends desks at those that run.
    const [late, boss] = [await desk(left), await desk(right)];
    await late.signIn('editor-1', '730941');
    await boss.signIn('boss-1', '246810');
    await hub(await Promise.all(staff.map(async (one) => (one.staffId === 'editor-1' ? { ...one, pin: await hashPin('618203') } : one))));
    await eventually('whose PIN was taken back', () => late.line.disconnected);
    expect(await boss.asked()).toMatchObject({ ok: true });
    expect(await (await desk(left)).signIn('editor-1', '618203')).toMatchObject({ ok: true, mustSetPin: true });
  });
});
