/* A new key, or another suite: rows go over little by little, everybody is found all the while, a kill in the middle loses nothing, and the old key goes last. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import { checkHallFile } from '@kuaizhao/db/hall/check-file.ts';
import { openHallDb } from '@kuaizhao/db/hall/hall-db.ts';
import { indexPlaces, sealedPlaces } from '@kuaizhao/db/hall/sealing/places.ts';
import { addKey, dropKey } from '@kuaizhao/db/sealing/key-file.ts';
import { factOf, factsOf, openEngine, refusalOf, staffActor, tempDir, type TestEngine } from '../../../fixtures/engine.ts';
import { creditCode, person } from '../../../fixtures/people.ts';
import { workDay } from '../records/worked-day.ts';

const consent = { textVersion: '2026-11', purposes: ['registration' as const] };
const boss = person(800, 1969);

/** A day's work, and an enterprise whose representative is known by the index alone. */
async function worked(): Promise<{ dir: string; employerId: string }> {
  const hall = openEngine();
  await workDay(hall, 0, 3);
  const { employerId } = factOf(await hall.ask('registerEmployer', { kind: 'enterprise', name: '样例单位', creditCode: creditCode(77), representatives: [boss.number] }, staffActor), 'employerRegistered');
  hall.close();
  return { dir: hall.dir, employerId };
}

function whole(hall: TestEngine): void {
  for (let n = 0; n < 10_000; n += 1) if (hall.db.rotation.step(7, hall.clock.now)) return;
  throw new Error('the round does not end');
}
const known = (hall: TestEngine): string[] => Array.from({ length: 60 }, (_, n) => hall.db.view.workerByNumber(person(n, 1963).number)?.workerId ?? '-');
const boxesOf = (dir: string): Record<string, number> => Object.fromEntries(checkHallFile(join(dir, 'hall.db'), false).sealed.filter(({ boxes }) => boxes > 0).map(({ suite, keyId, boxes }) => [`${suite} ${keyId}`, boxes]));

test('the list of places names every column that holds a box or an index', () => {
  const dir = tempDir();
  openHallDb(dir, 'a'.repeat(16)).close();
  const sql = new SqliteDatabase(join(dir, 'hall.db'), { readonly: true });
  const tables = (sql.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all() as { name: string }[]).map(({ name }) => name);
  const columns = tables.flatMap((table) => (sql.prepare(`PRAGMA table_info("${table}")`).all() as { name: string; type: string; pk: number }[]).map((column) => ({ table, ...column })));
  // The chain's values of the audit are bytes of nobody.
  const sealed = columns.filter(({ type, table, name }) => type === 'BLOB' && table !== 'worker' && name !== 'hash').map(({ table, name }) => `${table}.${name}`).sort();
  const listed = [...sealedPlaces.flatMap((place) => place.columns.map(({ column }) => `${place.table}.${column}`)), ...indexPlaces.map(({ table, column }) => `${table}.${column}`)];
  // Bodies of feeds may be text or a box, digests of answers are text.
  expect(sealed).toEqual(listed.filter((one) => one !== 'city_row.body' && one !== 'answer.digest').sort());
  for (const { table, keys } of [...sealedPlaces, ...indexPlaces]) expect([table, columns.filter((one) => one.table === table && one.pk > 0).sort((a, b) => a.pk - b.pk).map(({ name }) => name)]).toEqual([table, [...keys]]);
  sql.close();
});

test.each([['a new key', true, undefined], ['the other suite', false, 'national'], ['both at once', true, 'national']] as const)('%s: all boxes go over, everybody is found before, in the middle and after, nobody twice', async (_name, key, suite) => {
  const { dir, employerId } = await worked();
  const before = boxesOf(dir);
  expect(Object.keys(before)).toEqual(['international 1']);
  if (key) addKey(join(dir, 'hall.key'));
  const hall = openEngine(dir, 'b0b0b0b0b0b0b0b0', undefined, suite === undefined ? {} : { suite });
  expect(hall.db.rotation.due()).toBe(true);
  const people = known(hall);
  expect(people.some((id) => id !== '-')).toBe(true);
  const somebody = people.findIndex((id) => id !== '-');
  for (let n = 0; n < 3; n += 1) hall.db.rotation.step(7, hall.clock.now);
  expect(known(hall)).toEqual(people);
  // In the middle of it one comes again, and another for the first time.
  await hall.ask('registerWorker', { card: person(somebody, 1963), consent, trades: ['0101'] });
  factsOf(await hall.ask('registerWorker', { card: person(75, 1963), consent, trades: ['0101'] }));
  factsOf(await hall.ask('changeContact', { who: { by: 'card', card: person(somebody, 1963) }, phone: '13900001111' }));
  expect(hall.db.faces.people.findWorkers({ by: 'name', text: person(somebody, 1963).name }, 50).map(({ workerId }) => workerId)).toContain(people[somebody]);
  whole(hall);
  expect(known(hall)).toEqual(people);
  expect(hall.db.faces.people.findWorkers({ by: 'phone', text: '13900001111' }, 5).map(({ workerId }) => workerId)).toEqual([people[somebody]]);
  // A representative is found by the old index, and from then on by the new one.
  expect(hall.db.view.employersOf(boss.number).map((one) => one.employerId)).toEqual([employerId]);
  whole(hall);
  expect(hall.db.view.employersOf(boss.number).map((one) => one.employerId)).toEqual([employerId]);
  hall.close();
  expect(Object.keys(boxesOf(dir))).toEqual([`${suite ?? 'international'} ${key ? 2 : 1}`]);
  expect(checkHallFile(join(dir, 'hall.db'), true)).toMatchObject({ intact: true, chain: true });
});

test('a command that was answered under the old key gets the same answer under the new one, and another content is noticed', async () => {
  const first = openEngine();
  const content = { card: person(5, 1970), consent, trades: ['0101'] };
  const answer = await first.ask('registerWorker', content, undefined, 'the-same-command');
  first.close();
  addKey(join(first.dir, 'hall.key'));
  const second = openEngine(first.dir, 'b0b0b0b0b0b0b0b0', undefined, { suite: 'national' });
  expect(await second.ask('registerWorker', content, undefined, 'the-same-command')).toEqual(answer);
  expect(refusalOf(await second.ask('registerWorker', { ...content, trades: ['0102'] }, undefined, 'the-same-command'))).not.toBe('none');
});

test('killed in the middle, started again, killed again: the rows that went over stay, and the rest follow', async () => {
  const { dir } = await worked();
  const all = Object.values(boxesOf(dir)).reduce((sum, n) => sum + n, 0);
  addKey(join(dir, 'hall.key'));
  const program = `import { openHallDb } from '@kuaizhao/db/hall/hall-db.ts';
    const db = openHallDb(process.argv[1], 'd'.repeat(16));
    for (let n = 0; n < 6; n += 1) db.rotation.step(7, 1);
    process.stdout.write('moved');
    for (;;) db.rotation.step(1, 1);`;
  let moved = 0;
  // The second begins from the top again, and gets further only because it passes over what is done.
  for (let round = 0; round < 2; round += 1) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', program, dir], { cwd: import.meta.dirname, stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const boxes = boxesOf(dir);
    expect(Object.values(boxes).reduce((sum, n) => sum + n, 0)).toBe(all);
    expect(boxes['international 2'] ?? 0).toBeGreaterThanOrEqual(Math.max(1, moved));
    moved = boxes['international 2'] ?? 0;
  }
  const hall = openEngine(dir, 'e0e0e0e0e0e0e0e0');
  whole(hall);
  expect(known(hall).filter((id) => id !== '-').length).toBeGreaterThan(10);
  hall.close();
  expect(boxesOf(dir)).toEqual({ 'international 2': all });
});

test('the old key goes only when nothing of it is left; without a key that rows need the hall does not open', async () => {
  const { dir } = await worked();
  const keyFile = join(dir, 'hall.key');
  addKey(keyFile);
  const hall = openEngine(dir, 'b0b0b0b0b0b0b0b0');
  whole(hall);
  // Answers of the day before and the representative are still found by the old key.
  expect([hall.db.rotation.due(), hall.db.rotation.unusedKeys(hall.clock.now + 1)]).toEqual([true, []]);
  hall.close();
  const sql = new SqliteDatabase(join(dir, 'hall.db'));
  sql.exec('DELETE FROM answer; DELETE FROM representative; DELETE FROM leased_holder; DELETE FROM queue_step_row');
  sql.close();
  const later = openEngine(dir, 'c0c0c0c0c0c0c0c0');
  whole(later);
  expect([later.db.rotation.due(), later.db.rotation.unusedKeys(later.clock.now), later.db.rotation.unusedKeys(later.clock.now + 1)]).toEqual([false, [], [1]]);
  const people = known(later);
  dropKey(keyFile, 1);
  later.db.rotation.forget(1);
  later.close();
  const last = openEngine(dir, 'f0f0f0f0f0f0f0f0');
  expect(known(last)).toEqual(people);
  last.close();
  addKey(keyFile);
  const third = openEngine(dir, '0a0a0a0a0a0a0a0a');
  third.close();
  dropKey(keyFile, 2);
  expect(() => openHallDb(dir, 'a'.repeat(16))).toThrow(/does not have key 2/);
});
