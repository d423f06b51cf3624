/* The hall's file: one owner, a journal that cannot be bent, personal fields that cannot be read. */
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import { createFieldCipher } from '@kuaizhao/db/sealing/field-cipher.ts';
import { openHallDb } from '@kuaizhao/db/hall/hall-db.ts';
import { chainStart, nextHash } from '@kuaizhao/db/domain/records/chain.ts';
import { createHash } from 'node:crypto';
import { openEngine, tempDir } from '../../fixtures/engine.ts';
import { person } from '../../fixtures/people.ts';

const consent = { textVersion: '2026-11', purposes: ['registration' as const] };
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

test('a second owner of the file is refused at once', () => {
  const dir = tempDir();
  const first = openHallDb(dir, 'a'.repeat(16));
  expect(() => openHallDb(dir, 'b'.repeat(16))).toThrow(/locked|busy/);
  first.close();
});

test('the journal is written inside an operation only, never changed, never shortened', async () => {
  const hall = openEngine();
  await hall.ask('registerWorker', { card: person(1), consent, trades: ['0101'] });
  hall.close();
  const sql = new SqliteDatabase(join(hall.dir, 'hall.db'));
  const insert = "INSERT INTO journal SELECT seq + 100, boot, counter, ends, command_id, table_name, key, kind, clock, version, body, hash FROM journal LIMIT 1";
  expect(() => sql.exec(insert)).toThrow(/no such function: in_operation/);
  expect(() => sql.exec("UPDATE journal SET body = '{}'")).toThrow(/never changed|no such function: erased_body/);
  expect(() => sql.exec('DELETE FROM journal')).toThrow(/never shortened/);
  sql.close();
  const db = openHallDb(hall.dir, 'c'.repeat(16));
  expect(() => db.group(() => { db.journal.append([{ type: 'dayOpened', businessDay: '2026-11-22' }], 'command-x', 1); })).toThrow(/inside an operation/);
  expect(() => db.operation(() => 1, true)).toThrow(/belongs to a group/);
  db.close();
});

test('the chain can be recomputed from the rows, over process starts', async () => {
  const dir = tempDir();
  for (const boot of ['a0a0a0a0a0a0a0a0', 'b0b0b0b0b0b0b0b0']) {
    const hall = openEngine(dir, boot);
    await hall.ask('takeTicket', { service: 'policy' });
    await hall.ask('registerWorker', { card: person(boot.charCodeAt(0)), consent, trades: ['0101'] });
    hall.close();
  }
  const db = openHallDb(dir, 'c'.repeat(16));
  let hash = chainStart;
  const rows = db.journal.read(1, 1_000);
  for (const row of rows) {
    hash = nextHash(sha256, hash, `${row.boot}-${row.counter}`, { table: row.table_name, key: row.key, kind: row.kind, body: row.body });
    expect(row.hash).toBe(hash);
  }
  expect(db.journal.head()).toEqual({ seq: rows.length, hash });
  expect(new Set(rows.map((row) => row.boot)).size).toBe(2);
  db.close();
});

test('a failing operation leaves nothing, and the next number is not skipped', async () => {
  const hall = openEngine();
  await hall.ask('takeTicket', { service: 'policy' });
  const before = hall.db.journal.head();
  expect(() => hall.db.group(() => hall.db.operation(() => {
    hall.db.record({ type: 'jobFilled', jobId: 'x' }, [], 1);
    hall.db.journal.append([{ type: 'jobFilled', jobId: 'x' }], 'command-fails', 1);
    throw new Error('in the middle');
  }, true))).toThrow('in the middle');
  expect(hall.db.journal.head()).toEqual(before);
  await hall.ask('takeTicket', { service: 'policy' });
  expect(hall.db.journal.read(1, 100).map((row) => row.seq)).toEqual([1, 2, 3]);
});

test('no byte of the files tells a name, a number or a phone', async () => {
  const hall = openEngine();
  const card = { ...person(7), name: '欧阳测试' };
  await hall.ask('registerWorker', { card, consent, trades: ['0101'], phone: '13800001234' });
  await hall.ask('registerHousehold', { card, promiseVersion: '2026-11' });
  const written = Buffer.concat(readdirSync(hall.dir).map((name) => readFileSync(join(hall.dir, name))));
  const holds = (text: string, encoding: 'utf8' | 'utf16le' = 'utf8'): boolean => written.indexOf(Buffer.from(text, encoding)) >= 0;
  for (const secret of [card.name, card.number, '13800001234', card.birth]) expect([secret, holds(secret)]).toEqual([secret, false]);
  expect(holds(card.name, 'utf16le')).toBe(false);
});

test('a box opens only where it was sealed, and the key file must be its owner’s alone', () => {
  const cipher = createFieldCipher(Buffer.alloc(32, 7));
  const box = cipher.seal('张建国', 'worker|1|name');
  expect(cipher.open(box, 'worker|1|name').reveal()).toBe('张建国');
  expect(() => cipher.open(box, 'worker|2|name')).toThrow(/authenticate/);
  box[box.length - 1] = (box.at(-1) ?? 0) ^ 1;
  expect(() => cipher.open(box, 'worker|1|name')).toThrow(/authenticate/);
  expect(cipher.blindIndex('1', 'number').equals(cipher.blindIndex('1', 'phone'))).toBe(false);
  const dir = tempDir();
  openHallDb(dir, 'a'.repeat(16)).close();
  expect(statSync(join(dir, 'hall.key')).mode & 0o077).toBe(0);
  chmodSync(join(dir, 'hall.key'), 0o644);
  expect(() => openHallDb(dir, 'a'.repeat(16))).toThrow(/chmod 600/);
});

test('an older program refuses a newer file; the schema is the approved one', async () => {
  const dir = tempDir();
  openHallDb(dir, 'a'.repeat(16)).close();
  const sql = new SqliteDatabase(join(dir, 'hall.db'));
  const schema = (sql.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name").all() as { sql: string }[]).map((row) => `${row.sql};\n`).join('');
  await expect(schema).toMatchFileSnapshot('approved-schema.sql');
  sql.pragma('user_version = 99');
  sql.close();
  expect(() => openHallDb(dir, 'a'.repeat(16))).toThrow(/newer program/);
});

test('on the wrong Node the processes say so in one line instead of crashing', () => {
  const said = spawnSync(process.execPath, ['-e', "import('@kuaizhao/sync-agent/contract/node-version.ts').then((m) => m.requireNode24('20.20.2')).catch((e) => { process.stdout.write(e.message); })"], { encoding: 'utf8', cwd: import.meta.dirname });
  expect(said.stdout).toContain('needs Node 24');
});
