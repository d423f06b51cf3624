/* The city's keys change under real processes: a hub that is killed again and again while rows go over, on real PostgreSQL; and halls over the real line, of which one has somebody to tell of when the key has just changed. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openCityKey } from '@kuaizhao/db/city/people/city-key.ts';
import type { KeyLine } from '@kuaizhao/db/city/people/key-move.ts';
import { numberOf } from '@kuaizhao/db/city/people/persons.ts';
import { enrolHalls } from '@kuaizhao/db/city/journal/halls.ts';
import { openPostgres } from '@kuaizhao/db/city/store/postgres.ts';
import { createSealedBox } from '@kuaizhao/db/sealing/sealed-box.ts';
import { operateKeys } from '@kuaizhao/sync-agent/city/operator/operator.ts';
import { openDatabase } from '@kuaizhao/sync-agent/city/open-database.ts';
import { testKey } from '../../fixtures/city/hall.ts';
import { shareOf } from '../../fixtures/city/shares.ts';
import { person } from '../../fixtures/people.ts';
import { startPrivatePostgres } from '../../fixtures/private-postgres.ts';
import { eventually } from '../../flows/stage/eventually.ts';
import { openTown, type HallName } from './stage.ts';

const patienceMs = 180_000;
const main = join(import.meta.dirname, '../../../sync-agent/city/main.ts');
const persons = 600;
/** Enough for some commits and too little for all of them. */
const livesMs = 60;

test('architecture §4 a hub killed again and again while people go over to a new key: nobody is lost, nobody is there twice, and nothing is left of the old key', async () => {
  const server = await startPrivatePostgres();
  const data = mkdtempSync(join(tmpdir(), 'kuaizhao-city-keys-'));
  const db = await openPostgres(server.url, () => undefined);
  onTestFinished(async () => {
    await db.close();
    await server.stop();
    rmSync(data, { recursive: true, force: true });
  });
  const config = join(data, 'city.json');
  writeFileSync(config, JSON.stringify({ listen: { host: '127.0.0.1', port: 0 }, database: server.url, data, halls: [{ hallId: 'h1', name: '样例零工市场', key: testKey('h1') }] }));
  await enrolHalls(db, [{ hallId: 'h1', name: '样例零工市场', keyHash: new Uint8Array(32).fill(1) }]);
  const opened = await openCityKey(db, join(data, 'city.key'), Date.now());
  if (!opened.ok) throw new Error(opened.reason);
  const { keyId, cipher: { envelope: { publicKey } } } = opened.key;
  const hallKey = createSealedBox(Buffer.alloc(32, 5), 'kuaizhao envelope').publicKey;
  const at = Date.now();
  for (let n = 1; n <= persons; n += 1) {
    const about = { number: person(n).number, registeredAt: at, record: { hires: 1, came: 1, missed: 0 }, fields: { trades: { value: ['0101'], clock: { at, n: 0, by: 'h1' } } } };
    await shareOf(db, { hall: 'h1', workerId: `w-${n}`, about, city: { keyId, publicKey }, hallKey, position: n, clock: at });
  }
  const tool = (...args: string[]) => new Promise<{ code: number | null; out: string }>((done) => {
    const child = spawn(process.execPath, [main, ...args, '--config', config, '--json'], { stdio: ['ignore', 'pipe', 'ignore'] });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => { out += text; });
    child.on('close', (code) => { done({ code, out }); });
  });
  const lines = async (): Promise<KeyLine[]> => (JSON.parse((await tool('keys', 'status')).out) as { keys: KeyLine[] }).keys;
  const old = async (): Promise<number> => (await db.query<{ n: number }>('SELECT count(*)::integer AS n FROM person WHERE get_byte(number_sealed, 0) = 1'))[0]?.n ?? -1;
  /** A hub that serves until it is killed. */
  const hub = async (until: () => Promise<unknown>): Promise<void> => {
    const child = spawn(process.execPath, [main, '--config', config], { stdio: ['ignore', 'pipe', 'ignore'] });
    const gone = Promise.withResolvers<null>();
    child.on('close', () => { gone.resolve(null); });
    await until();
    child.kill('SIGKILL');
    await gone.promise;
    // Its lease would hold the next one up for half a minute.
    await db.query('DELETE FROM hub_lease');
  };
  await hub(() => eventually('everybody is known', async () => (await old()) === persons));
  expect(await tool('keys', 'rotate')).toMatchObject({ code: 0 });
  expect(await tool('keys', 'nonsense')).toMatchObject({ code: 2 });
  expect(await lines()).toMatchObject([{ keyId, newest: false, persons }, { newest: true }]);
  const left: number[] = [persons];
  for (let kills = 0; kills < 3; kills += 1) {
    const before = left.at(-1) ?? 0;
    await hub(async () => {
      await eventually('some have gone over', async () => (await old()) < before);
      await new Promise((later) => { setTimeout(later, livesMs); });
    });
    left.push(await old());
  }
  expect(new Set(left).size, `killed in the middle: ${left.join(', ')}`).toBe(left.length);
  expect(left.at(-1), 'and not yet through').toBeGreaterThan(0);
  await hub(() => eventually('all have gone over', async () => ((line) => line?.persons === 0 && line.boxes === 0)((await lines())[0])));
  const now = await openCityKey(db, join(data, 'city.key'), Date.now());
  if (!now.ok) throw new Error(now.reason);
  const rows = await db.query<{ blind: Uint8Array; number_sealed: Uint8Array }>('SELECT blind, number_sealed FROM person');
  expect(rows.map((row) => numberOf(now.key.cipher, row)).toSorted()).toEqual(Array.from({ length: persons }, (_, n) => person(n + 1).number).toSorted());
  expect(await db.query(`SELECT 1 AS one FROM archive_row WHERE body LIKE '%' || $1 || '%'`, [keyId]), 'nor a box in the archive').toEqual([]);
}, patienceMs);

test('architecture §4 rule 12 halls say that they have heard of the city’s new key, tell again whom they told, and whatever they closed before is opened', async () => {
  const town = await openTown();
  const register = (name: HallName, n: number) => town.ask(name, { type: 'registerWorker', card: person(n), consent: { textVersion: '2026-11', purposes: ['registration', 'sharing'] }, trades: ['0201'] });
  const atTheCity = async <T>(look: (db: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>): Promise<T> => {
    const db = await openDatabase(town.config, () => undefined);
    const found = await look(db);
    await db.close();
    return found;
  };
  const keys = (db: Awaited<ReturnType<typeof openDatabase>>, sub: string) => operateKeys(db, sub, join(town.config.data, 'city.key'), Date.now());
  for (const name of ['hall-a', 'hall-b'] as const) await register(name, 71);
  await eventually('both know of each other', () => (['hall-a', 'hall-b'] as const).every((name) => town.hall(name).db.faces.people.toldWorkers(name, 9).length === 1));
  const taken = (name: HallName): string[] => town.hall(name).db.journal.read(1, 512).flatMap((row) => (row.kind === 'cityKeyTaken' || row.kind === 'workerShared' ? [row.kind] : []));
  expect(taken('hall-b')).toEqual(['cityKeyTaken', 'workerShared']);
  await town.hubDown();
  const before = await atTheCity((db) => keys(db, 'status'));
  expect(before).toMatchObject({ ok: true, keys: [{ newest: true }] });
  // Due, and told when the line is back: for the key that the hall knows then, whichever that is.
  await register('hall-b', 72);
  expect(await atTheCity((db) => keys(db, 'rotate'))).toMatchObject({ ok: true, keys: [{ newest: false, waitingHalls: ['hall-a', 'hall-b'] }, { newest: true }] });
  await town.hubAgain();
  /** What the hall has written since it heard of the newer key. */
  const since = (name: HallName): string[] => taken(name).slice(taken(name).lastIndexOf('cityKeyTaken'));
  await eventually('hall B has heard of it, and has told both again', () => taken('hall-b').filter((kind) => kind === 'cityKeyTaken').length === 2 && since('hall-b').length === 3);
  await eventually('hall A, too', () => taken('hall-a').join() === 'cityKeyTaken,workerShared,cityKeyTaken,workerShared');
  for (const name of ['hall-a', 'hall-b'] as const) await town.caughtUp(name);
  await town.hubDown();
  const after = await atTheCity(async (db) => ({ status: await keys(db, 'status'), counts: await db.query('SELECT (SELECT count(*)::integer FROM person) AS persons, (SELECT count(*)::integer FROM share_unopened) AS unopened') }));
  expect(after).toMatchObject({ counts: [{ persons: 2, unopened: 0 }], status: { keys: [{ newest: false, persons: 0, boxes: 0, waitingHalls: [] }, { newest: true }] } });
}, patienceMs);
